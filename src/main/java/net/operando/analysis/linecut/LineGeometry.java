package net.operando.analysis.linecut;

import net.operando.data.movie.LinePath;

/**
 * Points on a line by their distance along it. A polyline is measured along its segments; each segment has its own
 * normal, and a joint belongs to the segment after it. Across a joint the samples of a wide line therefore leave a wedge
 * on the outer side and overlap on the inner one, by half the width times the tangent of half the angle: draw bends
 * gently where that matters. Beyond its ends the line goes on straight. Immutable.
 */
final class LineGeometry {

	private final LinePath path;
	private final double[] vertexAt;

	LineGeometry(final LinePath path) {
		this.path = path;
		vertexAt = new double[path.vertexCount()];
		for (int i = 1; i < vertexAt.length; i++)
			vertexAt[i] = vertexAt[i - 1] + Math.hypot(path.x(i) - path.x(i - 1), path.y(i) - path.y(i - 1));
	}

	/** Length along the line in px. */
	double length() {
		return vertexAt[vertexAt.length - 1];
	}

	/**
	 * A point of the line.
	 *
	 * @param distance along the line from its first end, in px; may be negative or beyond the other end
	 * @param point receives x, y, and the x and y parts of the unit normal, which points to the right of someone walking
	 *          along the line as the image is seen (y downward)
	 */
	void at(final double distance, final double[] point) {
		int segment = 0;
		while (segment + 2 < vertexAt.length && distance >= vertexAt[segment + 1])
			segment++;
		final double length = vertexAt[segment + 1] - vertexAt[segment];
		final double dx = (path.x(segment + 1) - path.x(segment)) / length;
		final double dy = (path.y(segment + 1) - path.y(segment)) / length;
		point[0] = path.x(segment) + (distance - vertexAt[segment]) * dx;
		point[1] = path.y(segment) + (distance - vertexAt[segment]) * dy;
		point[2] = -dy;
		point[3] = dx;
	}
}
