package net.operando.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import net.operando.analysis.rod.LengthSeries;
import net.operando.figure.draw.Style;

/** Length, strain, x and intensity of a rod over time, each in a pale band of one standard error to either side. */
public final class LengthFigure {

	private static final double PANEL_MM = 34;

	private LengthFigure() {}

	/** Two columns of panels; x is left out where it is not known. */
	public static Figure of(final LengthSeries series) {
		final List<PlotPanel> panels = panels(series);
		return LinePlotFigure.of(panels, panels.size() == 1 ? 1 : 2);
	}

	/** Panels under one another, the first with the voltage, all over the time of the movie. */
	public static Figure of(final LengthSeries series, final TraceData voltage) {
		final List<PlotPanel> panels = new ArrayList<>();
		final double from = series.times().seconds(0);
		final double to = series.times().seconds(series.frameCount() - 1);
		panels.add(PlotPanel.of("Time", "s", voltage.label(), voltage.unit(), List.of(within(voltage, from, to))).withXLimits(from,
			to));
		for (final PlotPanel panel : panels(series))
			panels.add(panel.withXLimits(from, to));
		return LinePlotFigure.of(panels, 1).withWidth(Figure.DOUBLE_COLUMN_MM).withPanelHeight(PANEL_MM);
	}

	/** Samples outside the movie would set the scale of what is seen of the others. */
	private static Series within(final TraceData trace, final double from, final double to) {
		int first = 0;
		while (first + 1 < trace.size() && trace.time_s(first + 1) < from)
			first++;
		int end = trace.size();
		while (end - 1 > first && trace.time_s(end - 2) > to)
			end--;
		final double[] t = new double[end - first];
		final double[] v = new double[end - first];
		for (int i = 0; i < t.length; i++) {
			t[i] = trace.time_s(first + i);
			v[i] = trace.value(first + i);
		}
		return Series.line("", t, v);
	}

	private static List<PlotPanel> panels(final LengthSeries series) {
		final List<PlotPanel> panels = new ArrayList<>();
		panels.add(panel(series, "Length", "um", t -> 1e6 * series.lengthMetres(t).value(), t -> 1e6 * series.lengthMetres(t)
			.standardError()));
		panels.add(panel(series, "Strain", "%", t -> 100 * series.strain(t).value(), t -> 100 * series.strain(t)
			.standardError()));
		boolean known = false;
		for (int t = 0; t < series.frameCount(); t++)
			known |= series.content(t).isKnown();
		if (known) panels.add(panel(series, "*x*, if uniform", "", t -> series.content(t).value(), t -> series.content(t)
			.standardError()));
		panels.add(panel(series, "*I* / *I*₀", "", series::intensityRatio, t -> 0));
		return panels;
	}

	private static PlotPanel panel(final LengthSeries series, final String label, final String unit,
		final IntToDoubleFunction value, final IntToDoubleFunction error)
	{
		final int n = series.frameCount();
		final double[] seconds = new double[n];
		final double[] y = new double[n];
		final double[] low = new double[n];
		final double[] high = new double[n];
		for (int t = 0; t < n; t++) {
			seconds[t] = series.times().seconds(t);
			// a gap says more than a spike that the sample's jump made
			y[t] = series.flag(t).equals(LengthSeries.BLURRED) ? Double.NaN : value.applyAsDouble(t);
			low[t] = y[t] - error.applyAsDouble(t);
			high[t] = y[t] + error.applyAsDouble(t);
		}
		return PlotPanel.of("Time", "s", label, unit, List.of(Series.line("", seconds, y), Series.band("", seconds, low, high)
			.withColour(Style.series(0))));
	}
}
