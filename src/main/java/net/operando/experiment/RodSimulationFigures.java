package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.data.kymograph.Kymograph;
import net.operando.figure.Figure;
import net.operando.figure.FrontOverlays;
import net.operando.figure.KymographFigure;
import net.operando.figure.KymographPanel;
import net.operando.figure.LinePlotFigure;
import net.operando.figure.PlotPanel;
import net.operando.figure.RegimeFigure;
import net.operando.figure.Series;
import net.operando.figure.StepBand;
import net.operando.figure.TraceData;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;
import net.operando.model.phasefield.ProtocolStep;
import net.operando.model.phasefield.SimulationRun;
import net.operando.model.phasefield.StepReport;
import net.operando.model.phasefield.VoltageTrace;

/** The figures of a simulated rod. Immutable. */
public final class RodSimulationFigures {

	/** Profiles until the rate is uniform, and after that. */
	private static final int EARLY = 6;
	private static final int LATE = 2;
	/** Colours end before the palest ones, which do not show as lines. */
	private static final double DARK_PART = 0.88;

	private final RodSimulationResult result;

	public RodSimulationFigures(final RodSimulationResult result) {
		this.result = result;
	}

	/** Voltage over the kymograph of x and that of dx/dt, the latter once for each definition that finds a front. */
	public Figure simulation() {
		final List<KymographPanel> panels = new ArrayList<>();
		panels.add(KymographPanel.of(result.composition()).titled("Composition"));
		for (final FrontAnalysis fronts : result.fronts())
			if (!fronts.fronts().isEmpty()) panels.add(KymographPanel.of(result.rate()).titled("Rate, " + fronts.fronts().get(0)
				.criterion().label()).withFronts(FrontOverlays.of(fronts)));
		if (panels.size() == 1) panels.add(KymographPanel.of(result.rate()).titled("Rate, no front"));
		return KymographFigure.of(panels).withTraces(List.of(voltage())).withBands(bands()).withTimes(0, lastSeconds());
	}

	private double lastSeconds() {
		return result.run().seconds(result.run().columns() - 1);
	}

	private TraceData voltage() {
		final VoltageTrace trace = result.run().voltage();
		final double[] t = new double[trace.size()];
		final double[] v = new double[trace.size()];
		for (int i = 0; i < t.length; i++) {
			t[i] = trace.seconds(i);
			v[i] = trace.volts(i);
		}
		return TraceData.of(t, v, "Voltage", "V");
	}

	private List<StepBand> bands() {
		final List<StepBand> bands = new ArrayList<>();
		for (final StepReport report : result.run().steps()) {
			final ProtocolStep.Kind kind = report.step().kind();
			final double cRate = report.step().cRate();
			final StepBand.Kind shown = kind == ProtocolStep.Kind.REST ? StepBand.Kind.REST : kind == ProtocolStep.Kind.HOLD
				? StepBand.Kind.HOLD : cRate > 0 ? StepBand.Kind.LITHIATION : StepBand.Kind.DELITHIATION;
			StepBand band = StepBand.of(report.startSeconds(), report.endSeconds(), shown);
			if (kind == ProtocolStep.Kind.CURRENT) band = band.labelled(shown.label() + ", " + RegimeFigure.rateText(cRate));
			bands.add(band);
		}
		return bands;
	}

	/** x and dx/dt along the rod at several times of the run, most of them while fronts run. */
	public Figure profiles() {
		final double[] times = profileSeconds();
		final double[] withStart = new double[times.length + 1];
		System.arraycopy(times, 0, withStart, 1, times.length);
		return LinePlotFigure.of(List.of(profiles(result.composition(), withStart, "*x*", ""), profiles(result.rate(), times,
			"d*x*/d*t*", "1/s")), 2);
	}

	/** Even times until the rate is uniform and fewer after it; even over the whole run if that is most of it. */
	private double[] profileSeconds() {
		final double last = lastSeconds();
		final double uniform = result.run().uniformAfterSeconds(result.settings().lagSeconds(), SimulationRun.Stamp.MIDDLE);
		final boolean split = uniform > EARLY * result.settings().lagSeconds() && uniform < 0.6 * last;
		final double[] times = new double[EARLY + LATE];
		for (int i = 0; i < times.length; i++)
			if (!split) times[i] = last * (i + 1) / times.length;
			else times[i] = i < EARLY ? uniform * (i + 1) / EARLY : uniform + (last - uniform) * (i + 1 - EARLY) / LATE;
		return times;
	}

	private PlotPanel profiles(final Kymograph kymograph, final double[] times, final String label, final String unit) {
		final double last = lastSeconds();
		final boolean hours = last > 7200;
		final double perUnit = hours ? 3600 : 1;
		final ColourLimits limits = ColourLimits.of(0, last / perUnit / DARK_PART);
		final double[] z = new double[kymograph.rows()];
		for (int r = 0; r < z.length; r++)
			z[r] = r * kymograph.positionStepMetres() * 1e6;
		final List<Series> lines = new ArrayList<>();
		for (final double seconds : times) {
			final int column = kymograph.times().nearest(seconds);
			final double[] values = new double[z.length];
			for (int r = 0; r < z.length; r++)
				values[r] = kymograph.value(column, r);
			lines.add(Series.line("", z, values).withColour(ColourMap.sequential().colour(limits.fraction(kymograph.times()
				.seconds(column) / perUnit))));
		}
		return PlotPanel.of("Position", "um", label, unit, lines).withColourBar(ColourMap.sequential(), limits, "Time", hours
			? "h" : "s");
	}

	/** The regime expected over start content and C-rate, this run marked. */
	public Figure regime() {
		return RegimeFigure.of(result.material(), result.settings().rod(), result.run().options(), result.settings().protocol()
			.firstCRate());
	}
}
