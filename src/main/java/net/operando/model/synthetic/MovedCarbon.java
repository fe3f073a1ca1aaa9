package net.operando.model.synthetic;

import org.apache.commons.math3.util.FastMath;

/**
 * The carbon where the sample's movement has brought it, by cubic interpolation: on grains of five grid steps good to 1e-4.
 * Immutable and thread-safe.
 */
final class MovedCarbon {

	private final SensorGrid grid;
	private final CubicImage sharp;
	private final CubicImage blurred;
	private final double cos;
	private final double sin;
	/** Place in the window of the sensor's column 0 and row 0. */
	private final double originX;
	private final double originY;

	/** @param blurred the window's */
	MovedCarbon(final SensorGrid grid, final CarbonWindow window, final CubicImage blurred, final Drift.Pose pose) {
		this.grid = grid;
		this.blurred = blurred;
		sharp = window.sharp();
		cos = cos(pose);
		sin = sin(pose);
		// without a turn this is a whole number where the sample rests, so that nothing is interpolated there
		originX = x(grid, pose, 0, 0) - window.part().left;
		originY = y(grid, pose, 0, 0) - window.part().top;
	}

	private static double cos(final Drift.Pose pose) {
		return FastMath.cos(FastMath.toRadians(pose.rotationDegrees()));
	}

	private static double sin(final Drift.Pose pose) {
		return FastMath.sin(FastMath.toRadians(pose.rotationDegrees()));
	}

	/** Column at rest of what is seen in a column and row. */
	private static double x(final SensorGrid grid, final Drift.Pose pose, final int column, final int row) {
		final double cx = 0.5 * (grid.width() - 1);
		final double cy = 0.5 * (grid.height() - 1);
		return cx + (column - cx - pose.x_um() / grid.pixel_um()) * cos(pose) + (row - cy - pose.y_um() / grid.pixel_um()) * sin(
			pose);
	}

	/** Row at rest of what is seen in a column and row. */
	private static double y(final SensorGrid grid, final Drift.Pose pose, final int column, final int row) {
		final double cx = 0.5 * (grid.width() - 1);
		final double cy = 0.5 * (grid.height() - 1);
		return cy + (row - cy - pose.y_um() / grid.pixel_um()) * cos(pose) - (column - cx - pose.x_um() / grid.pixel_um()) * sin(
			pose);
	}

	/** What must be known of the carbon at rest for a part to be seen, neighbours for the interpolation included. */
	static GridPart needed(final SensorGrid grid, final Drift.Pose pose, final GridPart seen) {
		GridPart needed = null;
		for (final int column : new int[] { seen.left, seen.right - 1 })
			for (final int row : new int[] { seen.top, seen.bottom - 1 }) {
				final int x = (int) Math.floor(x(grid, pose, column, row));
				final int y = (int) Math.floor(y(grid, pose, column, row));
				final GridPart corner = new GridPart(x - 1, y - 1, x + 3, y + 3);
				needed = needed == null ? corner : needed.with(corner);
			}
		// a place may lie a rounding error beyond the corner
		return needed.grown(1);
	}

	/** Not blurred, in any column and row. */
	double sharp(final int column, final int row) {
		return sharp.at(originX + column * cos + row * sin, originY + row * cos - column * sin);
	}

	/** A row of the sensor, blurred. */
	void blurredRow(final int row, final double[] out) {
		if (sin == 0) blurred.row(originX, originY + row, grid.width(), out);
		else blurred.turnedRow(originX + row * sin, originY + row * cos, cos, -sin, grid.width(), out);
	}
}
