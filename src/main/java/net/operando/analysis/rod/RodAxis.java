package net.operando.analysis.rod;

import net.operando.base.InvalidInputException;
import net.operando.data.movie.LinePath;

/**
 * The axis of a rod from one end face to the other, and its width, in pixels with (0, 0) the centre of the top left one.
 * Immutable.
 */
public final class RodAxis {

	private final double x0;
	private final double y0;
	private final double x1;
	private final double y1;
	private final double widthPixels;

	private RodAxis(final double x0, final double y0, final double x1, final double y1, final double widthPixels) {
		this.x0 = x0;
		this.y0 = y0;
		this.x1 = x1;
		this.y1 = y1;
		this.widthPixels = widthPixels;
	}

	/** @param widthPixels width of the rod; NaN if not known */
	public static RodAxis of(final double x0, final double y0, final double x1, final double y1, final double widthPixels) {
		return new RodAxis(x0, y0, x1, y1, widthPixels);
	}

	/**
	 * @param line straight, along the rod
	 * @throws InvalidInputException if it has corners
	 */
	public static RodAxis of(final LinePath line, final double widthPixels) {
		if (line.vertexCount() != 2) throw new InvalidInputException("The line along the rod has " + line.vertexCount() +
			" points: a rod is straight, so draw a line with two.");
		return new RodAxis(line.x(0), line.y(0), line.x(1), line.y(1), widthPixels);
	}

	public double x0() {
		return x0;
	}

	public double y0() {
		return y0;
	}

	public double x1() {
		return x1;
	}

	public double y1() {
		return y1;
	}

	/** Width in pixels; NaN if not known. */
	public double widthPixels() {
		return widthPixels;
	}

	public double lengthPixels() {
		return Math.hypot(x1 - x0, y1 - y0);
	}

	/** From the image's x axis towards its y axis (downwards), in degrees, from -180 to 180. */
	public double angleDegrees() {
		return Math.toDegrees(Math.atan2(y1 - y0, x1 - x0));
	}

	/** Cosine of the angle. */
	double directionX() {
		return (x1 - x0) / lengthPixels();
	}

	/** Sine of the angle. */
	double directionY() {
		return (y1 - y0) / lengthPixels();
	}

	/** Distance along the axis from its start, in pixels. */
	double along(final double x, final double y) {
		return (x - x0) * directionX() + (y - y0) * directionY();
	}

	/** Distance from the axis, to the right when looking from start to end, in pixels. */
	double across(final double x, final double y) {
		return (y - y0) * directionX() - (x - x0) * directionY();
	}

	double xAt(final double along, final double across) {
		return x0 + along * directionX() - across * directionY();
	}

	double yAt(final double along, final double across) {
		return y0 + along * directionY() + across * directionX();
	}

	/** This axis between two places along it. */
	RodAxis between(final double from, final double to) {
		return new RodAxis(xAt(from, 0), yAt(from, 0), xAt(to, 0), yAt(to, 0), widthPixels);
	}

	/** This axis with its ends moved sideways. */
	RodAxis movedAcross(final double atStart, final double atEnd) {
		final double length = lengthPixels();
		return new RodAxis(xAt(0, atStart), yAt(0, atStart), xAt(length, atEnd), yAt(length, atEnd), widthPixels);
	}

	RodAxis withWidth(final double pixels) {
		return new RodAxis(x0, y0, x1, y1, pixels);
	}

	public LinePath line() {
		return LinePath.straight(x0, y0, x1, y1);
	}
}
