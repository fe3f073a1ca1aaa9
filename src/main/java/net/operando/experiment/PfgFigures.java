package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import net.operando.base.quantity.Estimate;
import net.operando.figure.Figure;
import net.operando.figure.LinePlotFigure;
import net.operando.figure.PlotPanel;
import net.operando.figure.Series;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;
import net.operando.figure.draw.Style;
import net.operando.model.titration.ArrheniusLine;
import net.operando.model.titration.PfgFit;
import net.operando.model.titration.PfgResult;

/** The figures of PFG-NMR: decays with their fits, and D against 1000/T with the Arrhenius line. Immutable. */
public final class PfgFigures {

	private static final int LINE_POINTS = 120;
	/** Colours end before the palest ones, which do not show as lines. */
	private static final double DARK_PART = 0.88;

	private final PfgResult result;
	private final double extrapolateKelvin;

	/** @param extrapolateKelvin temperature the line is drawn to, in K */
	public PfgFigures(final PfgResult result, final double extrapolateKelvin) {
		this.result = result;
		this.extrapolateKelvin = extrapolateKelvin;
	}

	/** Signals over those without gradient, against the gradient, one colour per temperature. */
	public Figure decays() {
		final double cold = result.fits().stream().mapToDouble(PfgFit::kelvin).min().orElseThrow();
		final double warm = result.fits().stream().mapToDouble(PfgFit::kelvin).max().orElseThrow();
		final ColourLimits limits = ColourLimits.of(cold, warm > cold ? cold + (warm - cold) / DARK_PART : cold + 1);
		final List<Series> marks = new ArrayList<>();
		for (final PfgFit fit : result.fits()) {
			marks.add(points(fit).withColour(ColourMap.sequential().colour(limits.fraction(fit.kelvin()))));
			marks.add(line(fit).withColour(ColourMap.sequential().colour(limits.fraction(fit.kelvin()))));
		}
		final PlotPanel panel = PlotPanel.of("Gradient", "T/m", "Signal over that without gradient", "", marks);
		return LinePlotFigure.of(List.of(warm > cold ? panel.withColourBar(ColourMap.sequential(), limits, "Temperature", "K")
			: panel.titled(String.format(Locale.ROOT, "%.5g K", cold))), 1);
	}

	private static Series points(final PfgFit fit) {
		final int n = fit.decay().size();
		final double[] g = new double[n];
		final double[] s = new double[n];
		final double[] e = new double[n];
		for (int i = 0; i < n; i++) {
			g[i] = fit.decay().teslaPerMetre(i);
			s[i] = fit.decay().signal(i) / fit.amplitude();
			e[i] = fit.decay().signalError(i) / fit.amplitude();
		}
		final Series points = Series.points("", g, s);
		return fit.decay().hasErrors() ? points.withErrors(e) : points;
	}

	private static Series line(final PfgFit fit) {
		double last = 0;
		for (int i = 0; i < fit.decay().size(); i++)
			last = Math.max(last, Math.abs(fit.decay().teslaPerMetre(i)));
		final double[] g = new double[LINE_POINTS];
		final double[] s = new double[LINE_POINTS];
		for (int i = 0; i < LINE_POINTS; i++) {
			g[i] = last * i / (LINE_POINTS - 1);
			s[i] = fit.signal(g[i]) / fit.amplitude();
		}
		return Series.line("", g, s);
	}

	/** D with its 95 % intervals, the line with its 95 % band, and D extrapolated. */
	public Figure arrhenius() {
		final List<PfgFit> known = result.fits().stream().filter(PfgFit::isKnown).collect(Collectors.toList());
		final List<Series> marks = new ArrayList<>();
		final List<Estimate> shown = known.stream().map(PfgFit::diffusion).collect(Collectors.toList());
		marks.add(estimates("PFG-NMR", known.stream().mapToDouble(PfgFit::kelvin).toArray(), shown).withColour(Style.series(
			0)));
		result.arrhenius().ifPresent(line -> {
			final Estimate far = line.at(extrapolateKelvin);
			marks.add(estimates(String.format(Locale.ROOT, "extrapolated to %.5g K", extrapolateKelvin), new double[] {
				extrapolateKelvin }, List.of(far)).withColour(Style.series(1)).asHollow());
			marks.addAll(line(line, known));
			shown.add(far);
		});
		final PlotPanel panel = DiffusionAxis.on(PlotPanel.of("1000/*T*", "1/K", "*D*", "m2/s", marks), shown.stream()
			.mapToDouble(Estimate::low).min().orElseThrow(), shown.stream().mapToDouble(Estimate::high).max().orElseThrow());
		return LinePlotFigure.of(List.of(result.arrhenius().map(line -> panel.titled(String.format(Locale.ROOT,
			"*E*ₐ = %.0f ± %.0f meV", line.activationEnergyMeV().value(), line.activationEnergyMeV().standardError()))).orElse(
				panel)), 1);
	}

	private static Series estimates(final String label, final double[] kelvin, final List<Estimate> d) {
		final double[] x = new double[kelvin.length];
		for (int i = 0; i < x.length; i++)
			x[i] = 1000 / kelvin[i];
		return Series.points(label, x, d.stream().mapToDouble(Estimate::value).toArray()).withBars(d.stream().mapToDouble(
			Estimate::low).toArray(), d.stream().mapToDouble(Estimate::high).toArray());
	}

	private List<Series> line(final ArrheniusLine line, final List<PfgFit> known) {
		double low = 1000 / extrapolateKelvin;
		double high = low;
		for (final PfgFit fit : known) {
			low = Math.min(low, 1000 / fit.kelvin());
			high = Math.max(high, 1000 / fit.kelvin());
		}
		final double[] x = new double[LINE_POINTS];
		final double[][] d = new double[3][LINE_POINTS];
		for (int i = 0; i < LINE_POINTS; i++) {
			x[i] = low + (high - low) * i / (LINE_POINTS - 1);
			final Estimate at = line.at(1000 / x[i]);
			d[0][i] = at.value();
			d[1][i] = at.low();
			d[2][i] = at.high();
		}
		return List.of(Series.band("95 % band", x, d[1], d[2]).withColour(Style.series(0)), Series.line("Arrhenius line", x,
			d[0]).withColour(Style.series(0)));
	}
}
