package net.operando.figure.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A rectangle of the page with an x and a y axis, and the drawing of both. Immutable. */
public final class PlotArea {

	/** A hundredth of a millimetre, in points. */
	private static final double BIN = 0.01 * 72 / 25.4;

	private final Rectangle2D bounds;
	private final AxisScale x;
	private final AxisScale y;

	/** @param bounds left, top, width and height on the page */
	public PlotArea(final Rectangle2D bounds, final AxisScale x, final AxisScale y) {
		this.bounds = bounds;
		this.x = x;
		this.y = y;
	}

	public Rectangle2D bounds() {
		return bounds.getBounds2D();
	}

	public AxisScale x() {
		return x;
	}

	public AxisScale y() {
		return y;
	}

	/** Page coordinate of a value on the x axis. */
	public double pageX(final double value) {
		return bounds.getX() + bounds.getWidth() * x.fraction(value);
	}

	/** Page coordinate of a value on the y axis, which rises upwards. */
	public double pageY(final double value) {
		return bounds.getMaxY() - bounds.getHeight() * y.fraction(value);
	}

	/** As many x ticks as their labels leave room for. */
	public Ticks xTicks() {
		int most = (int) Math.max(2, Math.min(9, bounds.getWidth() / 24));
		Ticks ticks = Ticks.of(x, most);
		while (most > 2 && ticks.count() * (ticks.labelWidth() + 8) > bounds.getWidth())
			ticks = Ticks.of(x, --most);
		return ticks;
	}

	/** As many y ticks as there is room for. */
	public Ticks yTicks() {
		return Ticks.of(y, yTickCount());
	}

	/** How many y ticks there is room for. */
	public int yTickCount() {
		return (int) Math.max(2, Math.min(7, bounds.getHeight() / 13));
	}

	/** Fills the rectangle. */
	public void fill(final Graphics2D g, final Color colour) {
		g.setColor(colour);
		g.fill(bounds);
	}

	/** Draws the box round the area. */
	public void frame(final Graphics2D g) {
		g.setColor(Style.INK);
		g.setStroke(Style.line(Style.AXIS));
		g.draw(bounds);
	}

	/** Ticks below the area, with labels if asked for, and the title if it is not null. */
	public void drawXAxis(final Graphics2D g, final Ticks ticks, final boolean labels, final String title) {
		g.setColor(Style.INK);
		g.setStroke(Style.line(Style.AXIS));
		final double y0 = bounds.getMaxY();
		for (final double v : ticks.minor())
			g.draw(new Line2D.Double(pageX(v), y0, pageX(v), y0 + 0.6 * Style.TICK));
		for (int i = 0; i < ticks.count(); i++) {
			final double at = pageX(ticks.value(i));
			g.draw(new Line2D.Double(at, y0, at, y0 + Style.TICK));
			if (labels) RichText.of(ticks.label(i)).drawCentred(g, at, y0 + tickLabelBaseline());
		}
		if (title != null) RichText.of(title).drawCentred(g, bounds.getCenterX(), y0 + (labels ? tickLabelBaseline() + Style.GAP +
			1.15 * Style.TEXT : tickLabelBaseline()));
	}

	/** Ticks and labels on the left, and the title, if it is not null, with its middle at titleX on the page. */
	public void drawYAxis(final Graphics2D g, final Ticks ticks, final String title, final double titleX) {
		g.setColor(Style.INK);
		g.setStroke(Style.line(Style.AXIS));
		final double x0 = bounds.getX();
		for (final double v : ticks.minor())
			g.draw(new Line2D.Double(x0 - 0.6 * Style.TICK, pageY(v), x0, pageY(v)));
		for (int i = 0; i < ticks.count(); i++) {
			final double at = pageY(ticks.value(i));
			g.draw(new Line2D.Double(x0 - Style.TICK, at, x0, at));
			final RichText label = RichText.of(ticks.label(i));
			label.drawRight(g, x0 - Style.TICK - Style.GAP, at + label.capHeight() / 2);
		}
		if (title != null) RichText.of(title).drawUpwards(g, titleX, bounds.getCenterY());
	}

	/** A thin line through the area at a y value, if it is inside. */
	public void drawLevel(final Graphics2D g, final double value) {
		if (y.fraction(value) <= 0 || y.fraction(value) >= 1) return;
		g.setColor(new Color(0xb5b5b5));
		g.setStroke(Style.line(Style.AXIS));
		g.draw(new Line2D.Double(bounds.getX(), pageY(value), bounds.getMaxX(), pageY(value)));
	}

	/**
	 * Draws a line through points, broken at NaN and cut at the area's edges; the colour and stroke are the graphics'. Of
	 * many points on a hundredth of a millimetre the first, lowest, highest and last are drawn, so that a long recording
	 * looks the same and its file stays small.
	 */
	public void drawLine(final Graphics2D g, final double[] xs, final double[] ys) {
		final Path2D path = new Path2D.Double();
		int i = 0;
		boolean open = false;
		while (i < xs.length) {
			if (!isFinite(xs[i], ys[i])) {
				open = false;
				i++;
				continue;
			}
			final long bin = bin(xs[i]);
			int end = i + 1;
			int low = i;
			int high = i;
			while (end < xs.length && isFinite(xs[end], ys[end]) && bin(xs[end]) == bin) {
				if (ys[end] < ys[low]) low = end;
				if (ys[end] > ys[high]) high = end;
				end++;
			}
			int before = -1;
			for (final int k : new int[] { i, Math.min(low, high), Math.max(low, high), end - 1 }) {
				if (k == before) continue;
				before = k;
				if (open) path.lineTo(pageX(xs[k]), pageY(ys[k]));
				else path.moveTo(pageX(xs[k]), pageY(ys[k]));
				open = true;
			}
			i = end;
		}
		if (path.getCurrentPoint() != null) clipped(g, () -> g.draw(path));
	}

	private long bin(final double value) {
		return (long) Math.floor(pageX(value) / BIN);
	}

	private boolean isFinite(final double xValue, final double yValue) {
		final double sum = pageX(xValue) + pageY(yValue);
		return !Double.isNaN(sum) && !Double.isInfinite(sum);
	}

	/** Runs a drawing that is cut at the area's edges. */
	public void clipped(final Graphics2D g, final Runnable drawing) {
		final Shape before = g.getClip();
		g.clip(bounds);
		drawing.run();
		g.setClip(before);
	}

	/** Distance of the tick labels' baseline from the area. */
	private static double tickLabelBaseline() {
		return Style.TICK + Style.GAP + 0.75 * Style.TEXT;
	}

	/** Height needed below an area for its ticks, labels and title. */
	public static double xAxisHeight() {
		return tickLabelBaseline() + Style.GAP + 1.5 * Style.TEXT;
	}

	/** Width needed left of an area for ticks, the widest label and the title; its middle is half a line from the left. */
	public static double yAxisWidth(final double labelWidth) {
		return Style.TICK + Style.GAP + labelWidth + 2 * Style.GAP + 1.1 * Style.TEXT;
	}
}
