package net.operando.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import net.operando.base.InvalidInputException;
import net.operando.figure.colour.ColourMap;
import net.operando.figure.draw.AxisScale;
import net.operando.figure.draw.Marker;
import net.operando.figure.draw.PlotArea;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.Style;
import net.operando.figure.draw.Ticks;

/**
 * Specific capacity of every half cycle against the cycle number, coloured and marked by C-rate (Figure 1b of the
 * paper): filled for lithiation, open for delithiation. Immutable.
 */
public final class CapacityFigure implements Figure {

	private static final double MARKER = 4;
	/** Lithiation stands this far left and delithiation as far right of the cycle's number, in cycles. */
	private static final double APART = 0.18;
	/** C-rates closer than this are one: a cycler's current is that exact. */
	private static final double SAME_RATE = 0.02;

	private final List<CapacityPoint> points;
	private final List<Double> rates;
	private final double width_mm;

	private CapacityFigure(final List<CapacityPoint> points, final double width_mm) {
		this.points = points;
		this.width_mm = width_mm;
		this.rates = new ArrayList<>();
		points.stream().map(CapacityPoint::cRate).sorted().forEach(rate -> {
			if (rates.isEmpty() || rate > rates.get(rates.size() - 1) * (1 + SAME_RATE)) rates.add(rate);
		});
	}

	/** @throws InvalidInputException if there is no half cycle */
	public static CapacityFigure of(final List<CapacityPoint> points) {
		if (points.isEmpty()) throw new InvalidInputException(
			"There is no half cycle to draw: the electrochemistry holds no constant-current step.");
		return new CapacityFigure(List.copyOf(points), SINGLE_COLUMN_MM);
	}

	/** This figure at a width in mm. */
	public CapacityFigure withWidth(final double mm) {
		return new CapacityFigure(points, mm);
	}

	private int rate(final CapacityPoint point) {
		int index = 0;
		while (index + 1 < rates.size() && point.cRate() > rates.get(index) * (1 + SAME_RATE))
			index++;
		return index;
	}

	private Color colour(final int rate) {
		return ColourMap.sequential().colour(rates.size() == 1 ? 0.3 : 0.1 + 0.6 * rate / (rates.size() - 1));
	}

	private static String rateText(final double rate) {
		final String text = rate >= 0.95 || rate <= 0 ? PlusMinus.digits(rate, 3).replaceFirst("\\.0+$|(\\.\\d*?)0+$", "$1") : "C/" +
			PlusMinus.digits(1 / rate, 3).replaceFirst("\\.0+$|(\\.\\d*?)0+$", "$1");
		return rate >= 0.95 || rate <= 0 ? text + "C" : text;
	}

	@Override
	public double width_mm() {
		return width_mm;
	}

	@Override
	public double height_mm() {
		return 60;
	}

	@Override
	public void draw(final Graphics2D g, final double width, final double height) {
		int first = Integer.MAX_VALUE;
		int last = Integer.MIN_VALUE;
		double most = 0;
		for (final CapacityPoint point : points) {
			first = Math.min(first, point.cycle());
			last = Math.max(last, point.cycle());
			if (!Double.isNaN(point.capacity_mAh_per_g())) most = Math.max(most, point.capacity_mAh_per_g());
		}
		final AxisScale cycles = AxisScale.linear(first - 0.7, last + 0.7);
		final AxisScale capacity = AxisScale.linear(0, most > 0 ? most * 1.12 : 1);
		final Legend legend = Legend.of(keys());
		final double bottom = height - PlotArea.xAxisHeight() - 2;
		final double top = 14;
		final double labels = new PlotArea(new Rectangle2D.Double(0, 0, 1, bottom - top), cycles, capacity).yTicks().labelWidth();
		final double left = PlotArea.yAxisWidth(labels) + 1;
		final PlotArea area = new PlotArea(new Rectangle2D.Double(left, top, width - left - legend.width() - 6, bottom - top),
			cycles, capacity);
		drawRuns(g, area);
		for (final CapacityPoint point : points)
			drawMarker(g, new Point2D.Double(area.pageX(point.cycle() + (point.isLithiation() ? -APART : APART)), area.pageY(point.capacity_mAh_per_g())), rate(point),
				point.isLithiation());
		area.frame(g);
		area.drawXAxis(g, Ticks.whole(cycles, (int) Math.max(2, area.bounds().getWidth() / 22)), true,
			"Cycle number");
		area.drawYAxis(g, area.yTicks(), "Specific capacity (mAh g⁻¹)", 1 + 0.5 * Style.TEXT);
		legend.draw(g, area.bounds().getMaxX() + 4, top - 1);
	}

	private void drawMarker(final Graphics2D g, final Point2D at, final int rate, final boolean filled) {
		if (Double.isNaN(at.getY())) return;
		Marker.of(rate).draw(g, at.getX(), at.getY(), MARKER, filled ? colour(rate) : Color.WHITE, colour(rate));
	}

	/** Cycles of the same rates in a row: a thin line where they change, and the rates above where there is room. */
	private void drawRuns(final Graphics2D g, final PlotArea area) {
		final TreeMap<Integer, TreeSet<Integer>> byCycle = new TreeMap<>();
		for (final CapacityPoint point : points)
			byCycle.computeIfAbsent(point.cycle(), c -> new TreeSet<>()).add(rate(point));
		final List<Integer> cycles = new ArrayList<>(byCycle.keySet());
		int start = 0;
		for (int i = 1; i <= cycles.size(); i++) {
			final TreeSet<Integer> run = byCycle.get(cycles.get(start));
			if (i < cycles.size() && byCycle.get(cycles.get(i)).equals(run)) continue;
			final double from = area.pageX(cycles.get(start) - 0.5);
			final double to = area.pageX(cycles.get(i - 1) + 0.5);
			final RichText text = RichText.of(run.stream().map(r -> rateText(rates.get(r))).collect(Collectors.joining(", ")));
			g.setColor(Style.INK);
			if (text.width() + 2 < to - from) text.drawCentred(g, 0.5 * (from + to), area.bounds().getMinY() - 4);
			if (i < cycles.size()) {
				g.setColor(new Color(0xcfcfcf));
				g.setStroke(Style.line(Style.AXIS));
				g.draw(new Line2D.Double(to, area.bounds().getMinY(), to, area.bounds().getMaxY()));
			}
			start = i;
		}
	}

	private List<PlotMark> keys() {
		final List<PlotMark> keys = new ArrayList<>();
		for (int r = 0; r < rates.size(); r++)
			keys.add(key(rateText(rates.get(r)), r, true));
		boolean in = false;
		boolean out = false;
		for (final CapacityPoint point : points) {
			in |= point.isLithiation();
			out |= !point.isLithiation();
		}
		if (in) keys.add(key("Lithiation", 0, true));
		if (out) keys.add(key("Delithiation", 0, false));
		return keys;
	}

	private PlotMark key(final String label, final int rate, final boolean filled) {
		final boolean isRate = !label.endsWith("thiation");
		return new LegendKey(label, (g, place) -> {
			final Point2D at = new Point2D.Double(place.getCenterX(), place.getCenterY());
			if (isRate) drawMarker(g, at, rate, filled);
			else Marker.CIRCLE.draw(g, at.getX(), at.getY(), MARKER, filled ? Style.FAINT : Color.WHITE, Style.FAINT);
		});
	}

	@Override
	public String description() {
		final List<String> names = new ArrayList<>();
		for (final double rate : rates)
			names.add(rateText(rate));
		return "Specific capacity (mAh g⁻¹) of " + points.size() + " half cycles against the cycle number at " + String.join(
			", ", names) + "; filled: lithiation, open: delithiation.";
	}
}
