package net.operando.figure.draw;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * Finds room for labels in a rectangle: as near as possible to what they name, never over one another or over reserved
 * places, and over points and lines only if there is nowhere else. Not thread-safe; one for each panel.
 */
public final class LabelPlacer {

	/** Step of the positions tried, in points. */
	private static final double STEP = 2;
	/** What covering a point or a line costs, as a distance in points. */
	private static final double POINT_COST = 12;
	private static final double LINE_COST = 60;
	/** What covering nothing but the strongest signal costs, as a distance in points. */
	private static final double SIGNAL_COST = 110;
	private static final double CLEARANCE = 1.5;

	private final Rectangle2D area;
	private final List<Rectangle2D> taken = new ArrayList<>();
	private final List<Point2D> points = new ArrayList<>();
	private final List<Line2D> lines = new ArrayList<>();
	private DoubleBinaryOperator signal = (x, y) -> 0;

	/** @param area where labels may be */
	public LabelPlacer(final Rectangle2D area) {
		this.area = area;
	}

	/** A place no label may cover. */
	public void reserve(final Rectangle2D place) {
		taken.add(place);
	}

	/** How much there is to see at a place of the page, from 0 to 1: labels go where there is little. */
	public void avoidSignal(final DoubleBinaryOperator strength) {
		signal = strength;
	}

	/** A point better not covered. */
	public void avoid(final Point2D point) {
		points.add(point);
	}

	/** A line better not covered. */
	public void avoid(final Line2D line) {
		lines.add(line);
	}

	/** Whether a place covers nothing that is reserved or better left free; signal is not looked at. */
	public boolean isFree(final Rectangle2D place) {
		return taken.stream().noneMatch(place::intersects) && points.stream().noneMatch(place::contains) && lines.stream()
			.noneMatch(place::intersectsLine);
	}

	/**
	 * Places a label near a line and reserves its place.
	 *
	 * @return its rectangle; nothing if there is no room left
	 */
	public Optional<Rectangle2D> place(final double width, final double height, final Line2D near) {
		Rectangle2D best = null;
		double bestCost = Double.POSITIVE_INFINITY;
		for (double y = area.getMinY() + CLEARANCE; y + height + CLEARANCE <= area.getMaxY(); y += STEP)
			for (double x = area.getMinX() + CLEARANCE; x + width + CLEARANCE <= area.getMaxX(); x += STEP) {
				final Rectangle2D candidate = new Rectangle2D.Double(x, y, width, height);
				final double cost = cost(candidate, near, bestCost);
				if (cost < bestCost) {
					bestCost = cost;
					best = candidate;
				}
			}
		if (best != null) taken.add(best);
		return Optional.ofNullable(best);
	}

	private double cost(final Rectangle2D candidate, final Line2D near, final double enough) {
		final double cx = candidate.getCenterX();
		final double cy = candidate.getCenterY();
		final double middle = Point2D.distance(cx, cy, 0.5 * (near.getX1() + near.getX2()), 0.5 * (near.getY1() + near.getY2()));
		double cost = near.ptSegDist(cx, cy) + 0.3 * middle;
		if (cost >= enough) return cost;
		final Rectangle2D wide = new Rectangle2D.Double(candidate.getX() - CLEARANCE, candidate.getY() - CLEARANCE, candidate
			.getWidth() + 2 * CLEARANCE, candidate.getHeight() + 2 * CLEARANCE);
		for (final Rectangle2D other : taken)
			if (other.intersects(wide)) return Double.POSITIVE_INFINITY;
		for (final Line2D line : lines)
			if (wide.intersectsLine(line)) cost += LINE_COST;
		for (final Point2D point : points)
			if (wide.contains(point)) cost += POINT_COST;
		return cost >= enough ? cost : cost + SIGNAL_COST * covered(candidate);
	}

	/** Mean signal under a rectangle, from a grid of 7 x 4 places. */
	private double covered(final Rectangle2D candidate) {
		double sum = 0;
		for (int i = 0; i < 7; i++)
			for (int j = 0; j < 4; j++)
				sum += signal.applyAsDouble(candidate.getX() + (i + 0.5) / 7 * candidate.getWidth(), candidate.getY() + (j + 0.5) /
					4 * candidate.getHeight());
		return sum / 28;
	}
}
