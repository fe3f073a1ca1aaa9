package net.operando.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.numeric.BoxSummary;
import net.operando.base.quantity.Estimate;
import net.operando.figure.draw.AxisScale;
import net.operando.figure.draw.DisplayUnit;
import net.operando.figure.draw.Marker;
import net.operando.figure.draw.PlotArea;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.Style;
import net.operando.figure.draw.Ticks;

/**
 * Samples side by side as box and whisker with every value, n, mean and standard error, and simulated values over them
 * (Figure 3i of the paper). Values are spread sideways by their rank in a fixed sequence, so that a figure is the same
 * whenever it is drawn. Immutable.
 */
public final class BoxFigure implements Figure {

	private static final double HEIGHT_MM = 70;
	/** Width a box needs, in points. */
	private static final double SLOT = 52;
	private static final double TOP = 4 + 2.4 * Style.TEXT;
	private static final double BOX = 30;
	private static final double SPREAD = 20;
	/** Distance of means and simulated values from the box. */
	private static final double BESIDE = 4;
	/** Places along a box that a legend keeps away from. */
	private static final int OUTLINE = 12;
	private static final double POINT = 2.8;
	private static final double LARGE = 5.5;
	private static final Color DOT = translucent(Style.series(0), 190);
	private static final Color BOX_FILL = translucent(Style.series(0), 30);
	private static final Color SIMULATED = Style.series(1);

	private final List<BoxGroup> groups;
	private final String xTitle;
	private final String yLabel;
	private final String yUnit;

	private BoxFigure(final List<BoxGroup> groups, final String xTitle, final String yLabel, final String yUnit) {
		this.groups = groups;
		this.xTitle = xTitle;
		this.yLabel = yLabel;
		this.yUnit = yUnit;
	}

	/**
	 * @param groups from left to right
	 * @param yUnit unit of the values, plain ("nm/s")
	 * @throws InvalidInputException if there is no value
	 */
	public static BoxFigure of(final List<BoxGroup> groups, final String xTitle, final String yLabel,
		final String yUnit)
	{
		if (groups.stream().noneMatch(g -> g.measured().isPresent() || g.simulated().length > 0))
			throw new InvalidInputException("There is nothing to plot: give at least one value.");
		return new BoxFigure(List.copyOf(groups), xTitle, yLabel, yUnit);
	}

	private static Color translucent(final Color colour, final int alpha) {
		return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
	}

	@Override
	public double width_mm() {
		return Math.max(SINGLE_COLUMN_MM, Math.min(DOUBLE_COLUMN_MM, (groups.size() * SLOT + 45) / POINTS_PER_MM));
	}

	@Override
	public double height_mm() {
		return HEIGHT_MM;
	}

	private double largest() {
		double largest = 0;
		for (final BoxGroup group : groups) {
			for (final double v : group.simulated())
				largest = Math.max(largest, v);
			if (!group.measured().isPresent()) continue;
			final BoxSummary box = group.measured().get();
			largest = Math.max(largest, box.sorted()[box.n() - 1]);
			if (box.n() > 1) largest = Math.max(largest, box.mean() + box.standardError());
		}
		return largest > 0 ? largest : 1;
	}

	private double smallest() {
		double smallest = 0;
		for (final BoxGroup group : groups)
			if (group.measured().isPresent()) smallest = Math.min(smallest, group.measured().get().sorted()[0]);
		return smallest;
	}

	@Override
	public void draw(final Graphics2D g, final double width, final double height) {
		final AxisScale x = AxisScale.linear(-0.5, groups.size() - 0.5);
		final double margin = 0.05 * (largest() - smallest());
		final AxisScale y = AxisScale.linear(smallest() < 0 ? smallest() - margin : 0, largest() + margin);
		final Legend legend = Legend.of(keys());
		final double bottom = height - PlotArea.xAxisHeight() - 2;
		final double labels = new PlotArea(new Rectangle2D.Double(0, 0, 1, bottom - TOP), x, y).yTicks().labelWidth();
		final double left = PlotArea.yAxisWidth(labels) + 1;
		final PlotArea area = new PlotArea(new Rectangle2D.Double(left, TOP, width - left - 4, bottom - TOP), x, y);
		final List<Point2D> busy = new ArrayList<>();
		for (int i = 0; i < groups.size(); i++)
			drawGroup(g, area, i, busy);
		area.frame(g);
		g.setColor(Style.INK);
		for (int i = 0; i < groups.size(); i++)
			RichText.of(groups.get(i).label()).drawCentred(g, area.pageX(i), bottom + Style.TICK + Style.GAP + 0.75 * Style.TEXT);
		RichText.of(xTitle).drawCentred(g, area.bounds().getCenterX(), bottom + PlotArea.xAxisHeight() - 0.4 * Style.TEXT);
		final Ticks ticks = area.yTicks();
		area.drawYAxis(g, ticks, DisplayUnit.of(1, DisplayUnit.typeset(yUnit)).title(yLabel, ticks.exponent()), 1 + 0.5 *
			Style.TEXT);
		legend.drawInside(g, area.bounds(), busy, true);
	}

	private void drawGroup(final Graphics2D g, final PlotArea area, final int index, final List<Point2D> busy) {
		final BoxGroup group = groups.get(index);
		final double centre = area.pageX(index);
		final double scale = Math.min(1, area.bounds().getWidth() / groups.size() / SLOT);
		if (group.measured().isPresent()) {
			final BoxSummary box = group.measured().get();
			drawBox(g, area, box, centre, scale, busy);
			g.setColor(Style.INK);
			RichText.of("*n* = " + box.n()).drawCentred(g, centre, area.bounds().getMinY() - 3 - 1.2 * Style.TEXT);
			RichText.of(PlusMinus.text(Estimate.normal(box.mean(), box.standardError(), box.n(), "mean"))).drawCentred(g, centre,
				area.bounds().getMinY() - 3);
		}
		for (final double v : group.simulated()) {
			// beside the box, so that it hides nothing of it
			final double beside = group.measured().isPresent() ? centre - 0.5 * BOX * scale - BESIDE : centre;
			Marker.SQUARE.draw(g, beside, area.pageY(v), LARGE, SIMULATED, Color.WHITE);
			busy.add(new Point2D.Double(beside, area.pageY(v)));
		}
	}

	private static void drawBox(final Graphics2D g, final PlotArea area, final BoxSummary box, final double centre,
		final double scale, final List<Point2D> busy)
	{
		final double half = 0.5 * BOX * scale;
		final double top = area.pageY(box.thirdQuartile());
		final double bottom = area.pageY(box.firstQuartile());
		if (box.n() > 1) {
			final Rectangle2D body = new Rectangle2D.Double(centre - half, top, 2 * half, bottom - top);
			g.setColor(BOX_FILL);
			g.fill(body);
			g.setColor(Style.INK);
			g.setStroke(Style.line(Style.AXIS));
			g.draw(body);
			whisker(g, centre, top, area.pageY(box.whiskerHigh()), half);
			whisker(g, centre, bottom, area.pageY(box.whiskerLow()), half);
			for (int k = 0; k <= OUTLINE; k++)
				for (final double side : new double[] { -half, 0, half })
					busy.add(new Point2D.Double(centre + side, top + (bottom - top) * k / OUTLINE));
			g.setStroke(Style.line(1.5));
			g.draw(new Line2D.Double(centre - half, area.pageY(box.median()), centre + half, area.pageY(box.median())));
		}
		final double[] sorted = box.sorted();
		for (int i = 0; i < sorted.length; i++) {
			final double at = centre + (sorted.length == 1 ? 0 : scale * SPREAD * (spread(i + 1) - 0.5));
			g.setColor(DOT);
			g.fill(Marker.CIRCLE.at(at, area.pageY(sorted[i]), POINT));
			busy.add(new Point2D.Double(at, area.pageY(sorted[i])));
		}
		if (box.n() < 2) return;
		final double beside = centre + half + BESIDE;
		mean(g, beside, area.pageY(box.mean()), area.pageY(box.mean() - box.standardError()), area.pageY(box.mean() + box
			.standardError()));
		for (final double v : new double[] { box.whiskerLow(), box.mean(), box.whiskerHigh() })
			busy.add(new Point2D.Double(beside, area.pageY(v)));
	}

	private static void whisker(final Graphics2D g, final double centre, final double from, final double to,
		final double half)
	{
		g.draw(new Line2D.Double(centre, from, centre, to));
		g.draw(new Line2D.Double(centre - 0.5 * half, to, centre + 0.5 * half, to));
	}

	private static void mean(final Graphics2D g, final double x, final double at, final double low, final double high) {
		g.setColor(Style.INK);
		g.setStroke(Style.line(0.75));
		g.draw(new Line2D.Double(x, low, x, high));
		g.draw(new Line2D.Double(x - 1.5, low, x + 1.5, low));
		g.draw(new Line2D.Double(x - 1.5, high, x + 1.5, high));
		Marker.DIAMOND.draw(g, x, at, 3.2, Color.WHITE, Style.INK);
	}

	/** The sequence of van der Corput in base 2, in 0 to 1: neighbours in rank lie well apart. */
	private static double spread(final int rank) {
		return (Integer.reverse(rank) >>> 1) / (double) (1 << 30) / 2;
	}

	private List<PlotMark> keys() {
		final List<PlotMark> keys = new ArrayList<>();
		if (groups.stream().anyMatch(b -> b.measured().isPresent())) keys.add(new LegendKey("Measured front", (g, place) -> {
			g.setColor(DOT);
			g.fill(Marker.CIRCLE.at(place.getCenterX(), place.getCenterY(), POINT));
		}));
		if (groups.stream().anyMatch(b -> b.measured().isPresent() && b.measured().get().n() > 1)) {
			keys.add(new LegendKey("Median, quartiles, 1.5 IQR", (g, place) -> {
				g.setColor(BOX_FILL);
				g.fill(place);
				g.setColor(Style.INK);
				g.setStroke(Style.line(Style.AXIS));
				g.draw(place);
				g.setStroke(Style.line(1.5));
				g.draw(new Line2D.Double(place.getX(), place.getCenterY(), place.getMaxX(), place.getCenterY()));
			}));
			keys.add(new LegendKey("Mean ± standard error", (g, place) -> mean(g, place.getCenterX(), place.getCenterY(), place
				.getMaxY() + 0.5, place.getMinY() - 0.5)));
		}
		if (groups.stream().anyMatch(b -> b.simulated().length > 0)) keys.add(new LegendKey("Simulated", (g,
			place) -> Marker.SQUARE.draw(g, place.getCenterX(), place.getCenterY(), LARGE, SIMULATED, Color.WHITE)));
		return keys;
	}

	@Override
	public String description() {
		final StringBuilder s = new StringBuilder(RichText.plain(yLabel)).append(" (").append(DisplayUnit.typeset(yUnit)).append(
			") by ").append(RichText.plain(xTitle)).append(": ");
		for (int i = 0; i < groups.size(); i++) {
			final BoxGroup group = groups.get(i);
			s.append(i == 0 ? "" : "; ").append(RichText.plain(group.label()));
			group.measured().ifPresent(box -> s.append(" mean ").append(PlusMinus.text(Estimate.normal(box.mean(), box
				.standardError(), box.n(), "mean"))).append(", n = ").append(box.n()));
			for (final double v : group.simulated())
				s.append(", simulated ").append(PlusMinus.digits(v, 3));
		}
		return s.append('.').toString();
	}
}
