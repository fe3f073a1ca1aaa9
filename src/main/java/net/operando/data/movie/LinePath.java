package net.operando.data.movie;

import java.util.Arrays;

import net.operando.base.InvalidInputException;

/**
 * A straight line or polyline on an image, with sub-pixel vertices. The centre of the top left pixel is (0, 0), as in
 * the samples' index and in ImageJ's line selections; area selections, counted from that pixel's corner, are converted
 * where they enter.
 * Immutable.
 */
public final class LinePath {

	private final double[] x;
	private final double[] y;

	private LinePath(final double[] x, final double[] y) {
		this.x = x;
		this.y = y;
	}

	/** A straight line, in pixels. */
	public static LinePath straight(final double x0, final double y0, final double x1, final double y1) {
		return polyline(new double[] { x0, x1 }, new double[] { y0, y1 });
	}

	/**
	 * A line through vertices, in pixels.
	 *
	 * @throws InvalidInputException with fewer than two vertices, one that is not finite, or two that coincide
	 */
	public static LinePath polyline(final double[] x, final double[] y) {
		if (x.length < 2 || x.length != y.length) throw new InvalidInputException(
			"A line needs at least two points, each with x and y: draw a line selection or give line=x0,y0,x1,y1.");
		for (int i = 0; i < x.length; i++) {
			if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) throw new InvalidInputException("Point " + (i + 1) +
				" of the line is not a number: give line=x0,y0,x1,y1 in pixels.");
			if (i > 0 && x[i] == x[i - 1] && y[i] == y[i - 1]) throw new InvalidInputException("Points " + i + " and " + (i +
				1) + " of the line are the same: a line needs a length.");
		}
		return new LinePath(x.clone(), y.clone());
	}

	/**
	 * Reads "x0,y0,x1,y1" (more pairs for a polyline), in pixels.
	 *
	 * @throws InvalidInputException if it is not that
	 */
	public static LinePath parse(final String text) {
		final String[] parts = text.trim().split("\\s*[,;\\s]\\s*");
		if (parts.length < 4 || parts.length % 2 != 0) throw new InvalidInputException("'" + text +
			"' is not a line: give line=x0,y0,x1,y1 in pixels.");
		final double[] x = new double[parts.length / 2];
		final double[] y = new double[parts.length / 2];
		for (int i = 0; i < parts.length; i++) {
			try {
				(i % 2 == 0 ? x : y)[i / 2] = Double.parseDouble(parts[i]);
			}
			catch (final NumberFormatException e) {
				throw new InvalidInputException("'" + parts[i] + "' in the line '" + text +
					"' is not a number: give line=x0,y0,x1,y1 in pixels.", e);
			}
		}
		return polyline(x, y);
	}

	public int vertexCount() {
		return x.length;
	}

	public double x(final int vertex) {
		return x[vertex];
	}

	public double y(final int vertex) {
		return y[vertex];
	}

	/** Length along the line in pixels. */
	public double length() {
		double sum = 0;
		for (int i = 1; i < x.length; i++)
			sum += Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
		return sum;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof LinePath && Arrays.equals(x, ((LinePath) other).x) && Arrays.equals(y, ((LinePath) other).y);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
	}

	/** The form that {@link #parse(String)} reads. */
	@Override
	public String toString() {
		final StringBuilder s = new StringBuilder();
		for (int i = 0; i < x.length; i++)
			s.append(i == 0 ? "" : ",").append(x[i]).append(',').append(y[i]);
		return s.toString();
	}
}
