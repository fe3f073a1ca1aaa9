package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import net.operando.figure.Figure;
import net.operando.figure.LinePlotFigure;
import net.operando.figure.PlotPanel;
import net.operando.figure.Series;
import net.operando.figure.draw.Style;
import net.operando.model.titration.DiffusionCurve;
import net.operando.model.titration.DiffusionPoint;
import net.operando.model.titration.OcvCurve;

/** The figures of a titration: D and voltage against x, and some pulses with what was fitted to them. Immutable. */
public final class TitrationFigures {

	private static final int CURVE_POINTS = 200;
	/** Pulses shown. */
	private static final int PULSES = 4;

	private final TitrationEvaluation evaluation;

	public TitrationFigures(final TitrationEvaluation evaluation) {
		this.evaluation = evaluation;
	}

	/** D(x) with its 95 % intervals, flagged points hollow, and the voltage without current. */
	public Figure diffusion() {
		final List<DiffusionPoint> known = known(evaluation.curve());
		final List<DiffusionPoint> before = known(evaluation.titration().diffusion());
		final List<DiffusionPoint> clean = new ArrayList<>();
		final List<DiffusionPoint> accepted = new ArrayList<>();
		final List<DiffusionPoint> flagged = new ArrayList<>();
		for (int i = 0; i < known.size(); i++)
			(!known.get(i).isValid() ? flagged : before.get(i).isValid() ? clean : accepted).add(known.get(i));
		final List<Series> marks = new ArrayList<>();
		marks.add(points(clean, clean.isEmpty() ? "" : evaluation.settings().titration().method().label() + ", 95 % interval")
			.withColour(Style.series(0)));
		marks.add(points(accepted, accepted.isEmpty() ? "" : "flagged, accepted").withColour(Style.series(0)).asHollow());
		marks.add(points(flagged, flagged.isEmpty() ? "" : "flagged").withColour(Style.FAINT).asHollow());
		if (evaluation.hasCurve()) marks.add(curve());
		final double low = known.stream().mapToDouble(p -> p.diffusion().value()).min().orElseThrow();
		final double high = known.stream().mapToDouble(p -> p.diffusion().value()).max().orElseThrow();
		return LinePlotFigure.of(List.of(DiffusionAxis.on(PlotPanel.of("*x*", "", "*D*", "m2/s", marks), low, high),
			voltages()), 2);
	}

	private static List<DiffusionPoint> known(final DiffusionCurve curve) {
		return curve.points().stream().filter(p -> p.diffusion().isKnown() && p.diffusion().value() > 0).collect(
			Collectors.toList());
	}

	private static Series points(final List<DiffusionPoint> points, final String label) {
		return Series.points(label, points.stream().mapToDouble(DiffusionPoint::x).toArray(), points.stream().mapToDouble(
			p -> p.diffusion().value()).toArray()).withBars(points.stream().mapToDouble(p -> p.diffusion().low()).toArray(),
				points.stream().mapToDouble(p -> p.diffusion().high()).toArray());
	}

	private Series curve() {
		final double[] knots = evaluation.curve().table()[0];
		final double[] x = new double[CURVE_POINTS];
		final double[] d = new double[CURVE_POINTS];
		for (int i = 0; i < CURVE_POINTS; i++) {
			x[i] = knots[0] + (knots[knots.length - 1] - knots[0]) * i / (CURVE_POINTS - 1);
			d[i] = evaluation.curve().value(x[i]);
		}
		return Series.line("used by simulations", x, d).withColour(Style.series(1));
	}

	private PlotPanel voltages() {
		final OcvCurve ocv = evaluation.titration().openCircuitVoltage();
		final double[] x = new double[ocv.size()];
		final double[] v = new double[ocv.size()];
		for (int i = 0; i < x.length; i++) {
			x[i] = ocv.x(i);
			v[i] = ocv.volts(i);
		}
		return PlotPanel.of("*x*", "", "Voltage without current", "V", List.of(Series.points("", x, v)));
	}

	/** Up to four pulses over the whole titration with samples, fitted window and fit. */
	public Figure pulses() {
		final List<DiffusionPoint> shown = chosen();
		final List<PlotPanel> panels = new ArrayList<>();
		for (final DiffusionPoint point : shown) {
			final PulsePlot plot = PulsePlot.of(evaluation.titration().record(), point);
			final String flags = point.flag().isEmpty() ? "" : ", " + point.flag().replace("+", ", ").replace('_', ' ');
			panels.add(plot.panel(panels.isEmpty()).titled(String.format(Locale.ROOT, "Pulse %d, *x* = %.3f%s", point.pulse(),
				point.x(), flags)));
		}
		return LinePlotFigure.of(panels, Math.min(2, panels.size()));
	}

	/** Evenly from those that give a D, flagged and accepted ones too: what is wrong with them is to be seen. */
	private List<DiffusionPoint> chosen() {
		final List<DiffusionPoint> from = known(evaluation.titration().diffusion());
		final int n = Math.min(PULSES, from.size());
		final List<DiffusionPoint> chosen = new ArrayList<>();
		for (int i = 0; i < n; i++)
			chosen.add(from.get(n == 1 ? 0 : i * (from.size() - 1) / (n - 1)));
		return chosen;
	}
}
