package net.operando.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import net.operando.figure.draw.Marker;
import net.operando.figure.draw.PlotArea;
import net.operando.figure.draw.Style;

/** Numbers against numbers as a line, as points with error bars, or as a band between two lines. Immutable. */
public final class Series implements PlotMark {

	private enum Kind {
		LINE, POINTS, BAND
	}

	private static final double MARKER = 3.6;
	/** Points a legend keeps away from, per series. */
	private static final int OUTLINE = 150;

	private final Kind kind;
	private final String label;
	private final double[] x;
	private final double[] y;
	private final double[] low;
	private final double[] high;
	private final Color colour;
	private final boolean dashed;
	private final boolean hollow;

	private Series(final Kind kind, final String label, final double[] x, final double[] y, final double[] low,
		final double[] high, final Color colour, final boolean dashed, final boolean hollow)
	{
		if (x.length != y.length || low != null && (low.length != x.length || high.length != x.length))
			throw new IllegalArgumentException("series " + label + ": arrays of different lengths");
		this.kind = kind;
		this.label = label;
		this.x = x;
		this.y = y;
		this.low = low;
		this.high = high;
		this.colour = colour;
		this.dashed = dashed;
		this.hollow = hollow;
	}

	/** A line; NaN breaks it. Arrays are copied. */
	public static Series line(final String label, final double[] x, final double[] y) {
		return new Series(Kind.LINE, label, x.clone(), y.clone(), null, null, null, false, false);
	}

	/** Markers. Arrays are copied. */
	public static Series points(final String label, final double[] x, final double[] y) {
		return new Series(Kind.POINTS, label, x.clone(), y.clone(), null, null, null, false, false);
	}

	/** A pale band between two lines. Arrays are copied. */
	public static Series band(final String label, final double[] x, final double[] low, final double[] high) {
		return new Series(Kind.BAND, label, x.clone(), low.clone(), low.clone(), high.clone(), null, false, false);
	}

	/** This series with error bars of one standard error to either side of y. */
	public Series withErrors(final double[] standardErrors) {
		final double[] lower = new double[y.length];
		final double[] upper = new double[y.length];
		for (int i = 0; i < y.length; i++) {
			lower[i] = y[i] - standardErrors[i];
			upper[i] = y[i] + standardErrors[i];
		}
		return withBars(lower, upper);
	}

	/** This series with bars from lower to upper values, not differences. Arrays are copied. */
	public Series withBars(final double[] lower, final double[] upper) {
		return new Series(kind, label, x, y, lower.clone(), upper.clone(), colour, dashed, hollow);
	}

	/** This series in a colour of its own instead of that of its number. */
	public Series withColour(final Color ink) {
		return new Series(kind, label, x, y, low, high, ink, dashed, hollow);
	}

	/** This line dashed. */
	public Series asDashed() {
		return new Series(kind, label, x, y, low, high, colour, true, hollow);
	}

	/** These points hollow, with or without bars: there, but not to be counted on. */
	public Series asHollow() {
		return new Series(kind, label, x, y, low, high, colour, dashed, true);
	}

	private Color fill(final int index) {
		return hollow ? Color.WHITE : ink(index);
	}

	private Color edge(final int index) {
		return hollow || low != null ? ink(index) : Color.WHITE;
	}

	private Color ink(final int index) {
		return colour != null ? colour : Style.series(index);
	}

	private static Color pale(final Color ink) {
		return new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 55);
	}

	@Override
	public double[] xRange(final boolean positive) {
		return range(positive, x);
	}

	@Override
	public double[] yRange(final boolean positive) {
		return low == null ? range(positive, y) : range(positive, y, low, high);
	}

	private static double[] range(final boolean positive, final double[]... arrays) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (final double[] array : arrays)
			for (final double v : array) {
				if (Double.isNaN(v) || Double.isInfinite(v) || positive && v <= 0) continue;
				min = Math.min(min, v);
				max = Math.max(max, v);
			}
		return min <= max ? new double[] { min, max } : new double[] { Double.NaN, Double.NaN };
	}

	@Override
	public void draw(final Graphics2D g, final PlotArea area, final int index) {
		area.clipped(g, () -> {
			if (kind == Kind.BAND) drawBand(g, area, index);
			else if (low != null) drawBars(g, area, index);
			if (kind == Kind.POINTS) for (int i = 0; i < x.length; i++)
				if (isDrawable(area, x[i], y[i])) Marker.of(index).draw(g, area.pageX(x[i]), area.pageY(y[i]), MARKER, fill(index),
					edge(index));
		});
		if (kind == Kind.LINE) {
			g.setColor(ink(index));
			g.setStroke(dashed ? Style.dashed(Style.LINE) : Style.line(Style.LINE));
			area.drawLine(g, x, y);
		}
	}

	private static boolean isDrawable(final PlotArea area, final double px, final double py) {
		final double p = area.pageX(px) + area.pageY(py);
		return !Double.isNaN(p) && !Double.isInfinite(p);
	}

	private void drawBars(final Graphics2D g, final PlotArea area, final int index) {
		g.setColor(ink(index));
		g.setStroke(Style.line(0.75));
		for (int i = 0; i < x.length; i++) {
			if (Double.isNaN(x[i] + low[i] + high[i])) continue;
			final double px = area.pageX(x[i]);
			// a bar that reaches zero or below leaves a logarithmic axis at the bottom
			final double bottom = area.y().isLog() && low[i] <= 0 ? area.bounds().getMaxY() + 5 : area.pageY(low[i]);
			g.draw(new Line2D.Double(px, bottom, px, area.pageY(high[i])));
			// caps that would touch the marker only blur it
			if (bottom - area.pageY(high[i]) < MARKER + 1) continue;
			g.draw(new Line2D.Double(px - 1.5, bottom, px + 1.5, bottom));
			g.draw(new Line2D.Double(px - 1.5, area.pageY(high[i]), px + 1.5, area.pageY(high[i])));
		}
	}

	private void drawBand(final Graphics2D g, final PlotArea area, final int index) {
		final Path2D path = new Path2D.Double();
		for (int i = 0; i < x.length; i++)
			add(path, area, x[i], high[i]);
		for (int i = x.length - 1; i >= 0; i--)
			add(path, area, x[i], low[i]);
		if (path.getCurrentPoint() == null) return;
		path.closePath();
		g.setColor(pale(ink(index)));
		g.fill(path);
	}

	private static void add(final Path2D path, final PlotArea area, final double px, final double py) {
		if (!isDrawable(area, px, py)) return;
		if (path.getCurrentPoint() == null) path.moveTo(area.pageX(px), area.pageY(py));
		else path.lineTo(area.pageX(px), area.pageY(py));
	}

	@Override
	public String label() {
		return label;
	}

	@Override
	public void drawKey(final Graphics2D g, final Rectangle2D place, final int index) {
		if (kind == Kind.BAND) {
			g.setColor(pale(ink(index)));
			g.fill(place);
		}
		else if (kind == Kind.POINTS) Marker.of(index).draw(g, place.getCenterX(), place.getCenterY(), MARKER, fill(index),
			edge(index));
		else {
			g.setColor(ink(index));
			g.setStroke(dashed ? Style.dashed(Style.LINE) : Style.line(Style.LINE));
			g.draw(new Line2D.Double(place.getX(), place.getCenterY(), place.getMaxX(), place.getCenterY()));
		}
	}

	@Override
	public List<Point2D> outline(final PlotArea area) {
		final List<Point2D> points = new ArrayList<>();
		for (int i = 0; i < x.length; i += Math.max(1, x.length / OUTLINE)) {
			if (!isDrawable(area, x[i], y[i])) continue;
			final Point2D p = new Point2D.Double(area.pageX(x[i]), area.pageY(y[i]));
			if (kind == Kind.LINE && !points.isEmpty()) between(points, points.get(points.size() - 1), p);
			points.add(p);
			if (low != null && isDrawable(area, x[i], high[i])) points.add(new Point2D.Double(p.getX(), area.pageY(high[i])));
		}
		return points;
	}

	/** Long straight stretches of a line count along their length. */
	private static void between(final List<Point2D> points, final Point2D from, final Point2D to) {
		final int n = (int) Math.min(40, from.distance(to) / 6);
		for (int k = 1; k < n; k++)
			points.add(new Point2D.Double(from.getX() + (to.getX() - from.getX()) * k / n, from.getY() + (to.getY() - from
				.getY()) * k / n));
	}
}
