package net.operando.figure.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;

/**
 * An upright colour bar with ticks and the title on its right. An end is pointed where values lie beyond the limit and
 * take the end's colour. Immutable.
 */
public final class ColourBar {

	/** Width of the bar itself. */
	public static final double BAR = 6;
	private static final double POINT = 5;

	private final ColourMap map;
	private final ColourLimits limits;
	private final String quantity;
	private final DisplayUnit unit;
	private final boolean beyondLow;
	private final boolean beyondHigh;

	/**
	 * @param limits in the unit of the values
	 * @param quantity what is shown, for the title
	 * @param unit what the values are shown in
	 * @param beyondLow whether there are values below the limits
	 * @param beyondHigh whether there are values above the limits
	 */
	public ColourBar(final ColourMap map, final ColourLimits limits, final String quantity, final DisplayUnit unit,
		final boolean beyondLow, final boolean beyondHigh)
	{
		this.map = map;
		this.limits = limits;
		this.quantity = quantity;
		this.unit = unit;
		this.beyondLow = beyondLow;
		this.beyondHigh = beyondHigh;
	}

	private AxisScale scale() {
		return AxisScale.linear(limits.low() * unit.factor(), limits.high() * unit.factor());
	}

	private static Ticks ticks(final AxisScale scale, final double height) {
		return Ticks.of(scale, (int) Math.max(2, Math.min(7, height / 12)));
	}

	/** Width of the bar with ticks, labels and title, for a height of the bar. */
	public double width(final double height) {
		return BAR + Style.TICK + Style.GAP + ticks(scale(), height).labelWidth() + 2 * Style.GAP + 1.1 * Style.TEXT;
	}

	/** Draws the bar with its left edge at x, between two heights on the page. */
	public void draw(final Graphics2D g, final double x, final double top, final double bottom) {
		final double upper = top + (beyondHigh ? POINT : 0);
		final double lower = bottom - (beyondLow ? POINT : 0);
		final AxisScale scale = scale();
		final PlotArea area = new PlotArea(new Rectangle2D.Double(x, upper, BAR, lower - upper), AxisScale.linear(0, 1), scale);
		final BufferedImage image = new BufferedImage(1, map.size(), BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < map.size(); i++)
			image.setRGB(0, i, map.rgb(1 - (i + 0.5) / map.size()));
		Raster.draw(g, image, area.bounds());
		point(g, beyondHigh, x, upper, top, map.colour(1));
		point(g, beyondLow, x, lower, bottom, map.colour(0));
		g.setColor(Style.INK);
		g.setStroke(Style.line(Style.AXIS));
		g.draw(outline(x, top, upper, lower, bottom));
		final Ticks ticks = ticks(scale, bottom - top);
		for (int i = 0; i < ticks.count(); i++) {
			final double y = area.pageY(ticks.value(i));
			g.draw(new Line2D.Double(x + BAR, y, x + BAR + Style.TICK, y));
			final RichText label = RichText.of(ticks.label(i));
			label.draw(g, x + BAR + Style.TICK + Style.GAP, y + label.capHeight() / 2);
		}
		final double titleX = x + BAR + Style.TICK + Style.GAP + ticks.labelWidth() + 2 * Style.GAP + 0.5 * Style.TEXT;
		RichText.of(unit.title(quantity, ticks.exponent())).drawUpwards(g, titleX, (top + bottom) / 2);
	}

	private static void point(final Graphics2D g, final boolean drawn, final double x, final double base, final double tip,
		final Color colour)
	{
		if (!drawn) return;
		final Path2D triangle = new Path2D.Double();
		triangle.moveTo(x, base);
		triangle.lineTo(x + BAR / 2, tip);
		triangle.lineTo(x + BAR, base);
		triangle.closePath();
		g.setColor(colour);
		g.fill(triangle);
	}

	private static Path2D outline(final double x, final double top, final double upper, final double lower,
		final double bottom)
	{
		final Path2D path = new Path2D.Double();
		path.moveTo(x, upper);
		if (upper != top) path.lineTo(x + BAR / 2, top);
		path.lineTo(x + BAR, upper);
		path.lineTo(x + BAR, lower);
		if (lower != bottom) path.lineTo(x + BAR / 2, bottom);
		path.lineTo(x, lower);
		path.closePath();
		return path;
	}

	/** The title as plain text, with its unit. */
	public String title() {
		return RichText.plain(unit.title(quantity, ticks(scale(), 100).exponent()));
	}
}
