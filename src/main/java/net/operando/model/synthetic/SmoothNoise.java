package net.operando.model.synthetic;

import org.apache.commons.math3.util.FastMath;

/**
 * A smooth random field over the plane: random deviates on a lattice, each spread by a Gaussian of the lattice's own
 * spacing. Mean 0, variance 1 within 1e-4 everywhere, correlation {@code exp(-r^2 / (4 sigma^2))}. Defined at every point
 * by hashing, so it has no borders and can be asked for in any order. Immutable; read through a {@link Reader} per thread.
 */
final class SmoothNoise {

	/** Beyond it the Gaussian is below 4e-6 of its peak. */
	private static final int REACH = 5;
	private static final int SIDE = 2 * REACH + 1;
	private static final double[] STEP = steps();
	private static final double ROOT_PI = 1.7724538509055159;

	private final long seed;
	private final double sigma_um;

	/** @param sigma_um standard deviation of the spreading Gaussian, which is also the lattice spacing */
	SmoothNoise(final long seed, final double sigma_um) {
		this.seed = seed;
		this.sigma_um = sigma_um;
	}

	/** A reader, quick where neighbouring points are asked for one after the other; not thread-safe. */
	Reader reader() {
		return new Reader(new double[0], 0, 0, 0, -1, -1);
	}

	/** The lattice under a rectangle, whose points many readers can then ask for quickly. Immutable and thread-safe. */
	Patch patch(final double left_um, final double top_um, final double right_um, final double bottom_um) {
		return new Patch((int) Math.floor(left_um / sigma_um), (int) Math.floor(top_um / sigma_um), (int) Math.floor(
			right_um / sigma_um), (int) Math.floor(bottom_um / sigma_um));
	}

	/**
	 * The field on a grid, the same bits as a reader's point by point, but each lattice row is spread along x once only.
	 *
	 * @param x_um of the columns, ascending
	 * @param y_um of the rows, ascending
	 * @return row-major
	 */
	double[] grid(final double[] x_um, final double[] y_um, final Rows rows) {
		final int first = (int) Math.floor(y_um[0] / sigma_um) - REACH;
		final int last = (int) Math.floor(y_um[y_um.length - 1] / sigma_um) + REACH;
		final double[][] weights = new double[x_um.length][];
		final long[] column = new long[x_um.length];
		for (int c = 0; c < x_um.length; c++) {
			column[c] = (long) Math.floor(x_um[c] / sigma_um);
			weights[c] = new double[SIDE];
			weights(x_um[c] / sigma_um - column[c], weights[c]);
		}
		final double[][] spread = new double[last - first + 1][];
		rows.each(spread.length, j -> spread[j] = spread(first + j, column, weights));
		final double[] field = new double[x_um.length * y_um.length];
		rows.each(y_um.length, r -> {
			final double v = y_um[r] / sigma_um;
			final long row = (long) Math.floor(v);
			final double[] wv = new double[SIDE];
			weights(v - row, wv);
			final int to = r * x_um.length;
			for (int j = 0; j < SIDE; j++) {
				final double[] from = spread[(int) (row - REACH - first) + j];
				for (int c = 0; c < from.length; c++)
					field[to + c] += wv[j] * from[c];
			}
			for (int c = 0; c < x_um.length; c++)
				field[to + c] /= ROOT_PI;
		});
		return field;
	}

	private double[] spread(final long row, final long[] column, final double[][] weights) {
		final double[] around = new double[(int) (column[column.length - 1] - column[0]) + SIDE];
		for (int i = 0; i < around.length; i++)
			around[i] = deviate(column[0] - REACH + i, row);
		final double[] spread = new double[column.length];
		for (int c = 0; c < spread.length; c++) {
			final int from = (int) (column[c] - column[0]);
			double sum = 0;
			for (int i = 0; i < SIDE; i++)
				sum += weights[c][i] * around[from + i];
			spread[c] = sum;
		}
		return spread;
	}

	/** exp(-(f - i)^2 / 2), each from the one before: its successor differs by exp(f) exp(-i - 1/2). */
	private static void weights(final double f, final double[] w) {
		final double e = FastMath.exp(f);
		w[0] = FastMath.exp(-0.5 * (f + REACH) * (f + REACH));
		for (int i = 1; i < SIDE; i++)
			w[i] = w[i - 1] * e * STEP[i - 1];
	}

	private static double[] steps() {
		final double[] s = new double[SIDE];
		for (int i = -REACH; i <= REACH; i++)
			s[i + REACH] = FastMath.exp(-i - 0.5);
		return s;
	}

	/** A deviate of variance 1 from four uniform parts: bounded by 3.46, near enough to normal once spread. */
	private double deviate(final long i, final long j) {
		final long bits = SeedStream.hash(seed, i, j);
		final long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
		return (sum / 65535.0 - 2) * 1.7320508075688772;
	}

	/** Deviates of some cells of the lattice and those around them. */
	final class Patch {

		private final int left;
		private final int top;
		private final int right;
		private final int bottom;
		private final double[] deviates;

		private Patch(final int left, final int top, final int right, final int bottom) {
			this.left = left;
			this.top = top;
			this.right = right;
			this.bottom = bottom;
			deviates = new double[width() * (bottom - top + SIDE)];
			for (int i = 0; i < deviates.length; i++)
				deviates[i] = deviate(left - REACH + i % width(), top - REACH + i / width());
		}

		private int width() {
			return right - left + SIDE;
		}

		/** A reader, also of points outside the patch; not thread-safe. */
		Reader reader() {
			return new Reader(deviates, width(), left, top, right, bottom);
		}
	}

	/** Reads deviates of a patch, and remembers those around the last point outside it. */
	final class Reader {

		private final double[] known;
		private final int width;
		private final int left;
		private final int top;
		private final int right;
		private final int bottom;
		private final double[] wu = new double[SIDE];
		private final double[] wv = new double[SIDE];
		private double[] around;
		private long i0 = Long.MIN_VALUE;
		private long j0;

		private Reader(final double[] known, final int width, final int left, final int top, final int right,
			final int bottom)
		{
			this.known = known;
			this.width = width;
			this.left = left;
			this.top = top;
			this.right = right;
			this.bottom = bottom;
		}

		/** The field at a point in um. */
		double at(final double x_um, final double y_um) {
			final double u = x_um / sigma_um;
			final double v = y_um / sigma_um;
			final long i = (long) Math.floor(u);
			final long j = (long) Math.floor(v);
			weights(u - i, wu);
			weights(v - j, wv);
			if (i >= left && i <= right && j >= top && j <= bottom) return sum(known, (int) (j - top) * width + (int) (i - left),
				width);
			gather(i, j);
			return sum(around, 0, SIDE);
		}

		private double sum(final double[] deviates, final int first, final int step) {
			double sum = 0;
			for (int j = 0; j < SIDE; j++) {
				double row = 0;
				for (int i = 0; i < SIDE; i++)
					row += wu[i] * deviates[first + j * step + i];
				sum += wv[j] * row;
			}
			return sum / ROOT_PI;
		}

		private void gather(final long i, final long j) {
			if (i == i0 && j == j0) return;
			if (around == null) around = new double[SIDE * SIDE];
			i0 = i;
			j0 = j;
			for (int b = 0; b < SIDE; b++)
				for (int a = 0; a < SIDE; a++)
					around[b * SIDE + a] = deviate(i - REACH + a, j - REACH + b);
		}
	}
}
