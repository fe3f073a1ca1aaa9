package net.operando.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import net.operando.figure.draw.AxisScale;
import net.operando.figure.draw.DisplayUnit;
import net.operando.figure.draw.PlotArea;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.Style;
import net.operando.figure.draw.Ticks;

/** The panel of a trace over a stretch of time, with the steps behind it. Immutable. */
public final class TracePlot {

	private final double[] times;
	private final double[] values;
	private final String label;
	private final DisplayUnit unit;
	private final DisplayUnit timeUnit;
	private final AxisScale scale;

	/**
	 * @param trace drawn where it is inside the times
	 * @param start_s first time in s
	 * @param end_s last time in s
	 * @param timeUnit unit of the time axis
	 */
	public TracePlot(final TraceData trace, final double start_s, final double end_s, final DisplayUnit timeUnit) {
		this.timeUnit = timeUnit;
		final List<Integer> inside = new ArrayList<>();
		for (int i = 0; i < trace.size(); i++) {
			// one point beyond either end, so that the line reaches the edge
			final boolean before = i + 1 < trace.size() && trace.time_s(i + 1) < start_s;
			final boolean after = i > 0 && trace.time_s(i - 1) > end_s;
			if (!before && !after) inside.add(i);
		}
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (final int i : inside)
			if (!Double.isNaN(trace.value(i))) {
				low = Math.min(low, trace.value(i));
				high = Math.max(high, trace.value(i));
			}
		label = trace.label();
		unit = DisplayUnit.choose(trace.unit(), Math.max(Math.abs(low), Math.abs(high)));
		scale = AxisScale.holding(low * unit.factor(), high * unit.factor(), 0.1, false);
		times = new double[inside.size()];
		values = new double[inside.size()];
		for (int k = 0; k < times.length; k++) {
			times[k] = trace.time_s(inside.get(k)) * timeUnit.factor();
			values[k] = trace.value(inside.get(k)) * unit.factor();
		}
	}

	private PlotArea area(final Rectangle2D place, final AxisScale time) {
		return new PlotArea(place, time, scale);
	}

	/** What values of the trace are multiplied by to be in the unit shown. */
	public double factor() {
		return unit.factor();
	}

	/** Width of the widest label of the value axis for a height of the panel, in points. */
	public double labelWidth(final double height) {
		return area(new Rectangle2D.Double(0, 0, 1, height), AxisScale.linear(0, 1)).yTicks().labelWidth();
	}

	/**
	 * Draws the panel; the time axis has ticks but no labels.
	 *
	 * @param time the time axis, in its unit
	 * @param bandLabels whether the steps are named above the panel
	 * @param titleX where the middle of the value axis' title is
	 * @return the axes, with times in the unit of the time axis and values in the one shown
	 */
	public PlotArea draw(final Graphics2D g, final Rectangle2D place, final AxisScale time, final List<StepBand> bands,
		final boolean bandLabels, final double titleX)
	{
		final PlotArea area = area(place, time);
		area.clipped(g, () -> drawBands(g, area, bands));
		if (bandLabels) drawBandLabels(g, area, bands);
		area.drawLevel(g, 0);
		g.setColor(Style.series(0));
		g.setStroke(Style.line(Style.LINE));
		area.drawLine(g, times, values);
		area.frame(g);
		area.drawXAxis(g, area.xTicks(), false, null);
		final Ticks ticks = area.yTicks();
		area.drawYAxis(g, ticks, unit.title(label, ticks.exponent()), titleX);
		return area;
	}

	private void drawBands(final Graphics2D g, final PlotArea area, final List<StepBand> bands) {
		for (final StepBand band : bands) {
			final double from = Math.max(area.bounds().getMinX(), area.pageX(band.start_s() * timeUnit.factor()));
			final double to = Math.min(area.bounds().getMaxX(), area.pageX(band.end_s() * timeUnit.factor()));
			if (to <= from) continue;
			g.setColor(band.kind().colour());
			g.fill(new Rectangle2D.Double(from, area.bounds().getMinY(), to - from, area.bounds().getHeight()));
			g.setColor(new Color(0xc4c4c4));
			g.setStroke(Style.line(Style.AXIS));
			if (from > area.bounds().getMinX()) g.draw(new Line2D.Double(from, area.bounds().getMinY(), from, area.bounds()
				.getMaxY()));
		}
	}

	/** Each band's name over it; shorter, or not at all, where the band is too narrow for it. */
	private void drawBandLabels(final Graphics2D g, final PlotArea area, final List<StepBand> bands) {
		g.setColor(Style.INK);
		for (final StepBand band : bands) {
			final double from = Math.max(area.bounds().getMinX(), area.pageX(band.start_s() * timeUnit.factor()));
			final double to = Math.min(area.bounds().getMaxX(), area.pageX(band.end_s() * timeUnit.factor()));
			final String kind = band.kind().label();
			for (final String text : new String[] { band.label(), kind, kind.substring(0, Math.min(3, kind.length())) + "." }) {
				final RichText shown = RichText.of(kind.length() <= 4 && text.endsWith(".") ? kind : text);
				if (shown.width() + 3 > to - from) continue;
				shown.drawCentred(g, 0.5 * (from + to), area.bounds().getMinY() - 3.5);
				break;
			}
		}
	}
}
