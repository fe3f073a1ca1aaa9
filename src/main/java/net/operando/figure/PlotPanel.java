package net.operando.figure;

import java.util.List;

import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;
import net.operando.figure.draw.AxisScale;
import net.operando.figure.draw.ColourBar;
import net.operando.figure.draw.DisplayUnit;

/** A pair of axes with what is drawn between them. Values are in the units of the axes, as they are shown. Immutable. */
public final class PlotPanel {

	private static final double MARGIN = 0.06;

	private final String xLabel;
	private final String xUnit;
	private final String yLabel;
	private final String yUnit;
	private final List<PlotMark> marks;
	private boolean logX;
	private boolean logY;
	private double[] xLimits;
	private double[] yLimits;
	private String title = "";
	private ColourMap barMap;
	private ColourLimits barLimits;
	private String barLabel;
	private String barUnit;
	private boolean legendLeft;

	private PlotPanel(final String xLabel, final String xUnit, final String yLabel, final String yUnit,
		final List<PlotMark> marks)
	{
		this.xLabel = xLabel;
		this.xUnit = xUnit;
		this.yLabel = yLabel;
		this.yUnit = yUnit;
		this.marks = marks;
	}

	/**
	 * @param xLabel what x is, without unit; *x* is drawn in italics
	 * @param xUnit unit of the x values, plain ("um", "m2/s", "1/s") or empty
	 * @param yLabel what y is, without unit
	 * @param yUnit unit of the y values, plain, or empty
	 * @param marks drawn in this order
	 */
	public static PlotPanel of(final String xLabel, final String xUnit, final String yLabel, final String yUnit,
		final List<? extends PlotMark> marks)
	{
		return new PlotPanel(xLabel, xUnit, yLabel, yUnit, List.copyOf(marks));
	}

	private PlotPanel copy() {
		final PlotPanel copy = new PlotPanel(xLabel, xUnit, yLabel, yUnit, marks);
		copy.logX = logX;
		copy.logY = logY;
		copy.xLimits = xLimits;
		copy.yLimits = yLimits;
		copy.title = title;
		copy.barMap = barMap;
		copy.barLimits = barLimits;
		copy.barLabel = barLabel;
		copy.barUnit = barUnit;
		copy.legendLeft = legendLeft;
		return copy;
	}

	/** This panel with a logarithmic x axis. */
	public PlotPanel withLogX() {
		final PlotPanel copy = copy();
		copy.logX = true;
		return copy;
	}

	/** This panel with a logarithmic y axis. */
	public PlotPanel withLogY() {
		final PlotPanel copy = copy();
		copy.logY = true;
		return copy;
	}

	/** This panel with the x axis between two values. */
	public PlotPanel withXLimits(final double low, final double high) {
		final PlotPanel copy = copy();
		copy.xLimits = new double[] { low, high };
		return copy;
	}

	/** This panel with the y axis between two values. */
	public PlotPanel withYLimits(final double low, final double high) {
		final PlotPanel copy = copy();
		copy.yLimits = new double[] { low, high };
		return copy;
	}

	/** This panel with a few words above it. */
	public PlotPanel titled(final String text) {
		final PlotPanel copy = copy();
		copy.title = text;
		return copy;
	}

	/** This panel with a colour bar that explains the colours its series were given. */
	public PlotPanel withColourBar(final ColourMap map, final ColourLimits limits, final String label, final String unit) {
		final PlotPanel copy = copy();
		copy.barMap = map;
		copy.barLimits = limits;
		copy.barLabel = label;
		copy.barUnit = unit;
		return copy;
	}

	/** This panel with its legend rather on the left, for curves that rise. */
	public PlotPanel withLegendLeft() {
		final PlotPanel copy = copy();
		copy.legendLeft = true;
		return copy;
	}

	boolean isLegendLeft() {
		return legendLeft;
	}

	public List<PlotMark> marks() {
		return marks;
	}

	public String title() {
		return title;
	}

	String xTitle(final int exponent) {
		return DisplayUnit.of(1, DisplayUnit.typeset(xUnit)).title(xLabel, exponent);
	}

	String yTitle(final int exponent) {
		return DisplayUnit.of(1, DisplayUnit.typeset(yUnit)).title(yLabel, exponent);
	}

	boolean hasColourBar() {
		return barMap != null;
	}

	ColourBar colourBar() {
		return new ColourBar(barMap, barLimits, barLabel, DisplayUnit.of(1, DisplayUnit.typeset(
			barUnit)), false, false);
	}

	AxisScale xScale() {
		return scale(true, logX, xLimits);
	}

	AxisScale yScale() {
		return scale(false, logY, yLimits);
	}

	private AxisScale scale(final boolean alongX, final boolean log, final double[] limits) {
		if (limits != null) return log ? AxisScale.log(limits[0], limits[1]) : AxisScale.linear(limits[0], limits[1]);
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (final PlotMark mark : marks) {
			final double[] range = alongX ? mark.xRange(log) : mark.yRange(log);
			if (Double.isNaN(range[0])) continue;
			low = Math.min(low, range[0]);
			high = Math.max(high, range[1]);
		}
		return AxisScale.holding(low, high, MARGIN, log);
	}
}
