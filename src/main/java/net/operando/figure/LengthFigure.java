package net.operando.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import net.operando.analysis.rod.LengthSeries;
import net.operando.figure.draw.Style;

/** Length, strain, x and intensity of a rod over time, each in a pale band of one standard error to either side. */
public final class LengthFigure {

	private LengthFigure() {}

	/** Panels under one another; x is left out where it is not known. */
	public static Figure of(final LengthSeries series) {
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
		return LinePlotFigure.of(panels, panels.size() == 1 ? 1 : 2);
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
			y[t] = value.applyAsDouble(t);
			low[t] = y[t] - error.applyAsDouble(t);
			high[t] = y[t] + error.applyAsDouble(t);
		}
		return PlotPanel.of("Time", "s", label, unit, List.of(Series.line("", seconds, y), Series.band("", seconds, low, high)
			.withColour(Style.series(0))));
	}
}
