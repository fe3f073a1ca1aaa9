package net.operando.analysis.drift;

import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.data.movie.PixelMask;

/**
 * A frame that others are compared with: per pixel its gradient, in every tile made orthogonal to constants, ramps and the frame
 * itself, so that neither the level nor the slope of the light nor its own contrast move what is compared; and per tile
 * what a shift does to the sums. Pixels outside the background are 0. Immutable; 32 bit per pixel, double per tile.
 */
final class KeyFrame {

	/** Tiles with less background are left out. */
	private static final double LEAST_SHARE = 0.25;

	/** Reach of the derivatives. */
	private static final int REACH = 2;

	/** Left out along the edges of the frame, so that small shifts keep the tiles there in view. */
	static final int BORDER = 6;

	final int width;
	final int height;
	/** Rows of the two instruments, of the frame less each tile's mean, and of 1 for background, 0 elsewhere. */
	final float[][] jx;
	final float[][] jy;
	final float[][] contrast;
	final float[][] background;
	final Tile[] tiles;
	final int tileRows;
	final int tileColumns;
	final int tilePixels;

	private KeyFrame(final PreparedFrame frame, final PixelMask excluded, final int tilePixels) {
		width = frame.width;
		height = frame.height;
		this.tilePixels = tilePixels;
		jx = new float[height][width];
		jy = new float[height][width];
		contrast = new float[height][width];
		background = new float[height][width];
		tileColumns = Math.max(1, width / tilePixels);
		tileRows = Math.max(1, height / tilePixels);
		tiles = new Tile[tileRows * tileColumns];
		for (int y = BORDER; y < height - BORDER; y++)
			for (int x = BORDER; x < width - BORDER; x++)
				if (!excluded.contains(y * width + x) && frame.isGood(x - REACH, y - REACH, x + REACH + 1, y + REACH + 1))
					background[y][x] = 1;
		Parallel.loop(tileRows, Progress.NONE, "", r -> {
			for (int c = 0; c < tileColumns; c++)
				tiles[r * tileColumns + c] = new TileBuilder(frame, edge(c, tileColumns, width), edge(r, tileRows, height), edge(c +
					1, tileColumns, width), edge(r + 1, tileRows, height)).build();
		});
	}

	/** @param excluded what is not background, in the frame's own coordinates */
	static KeyFrame of(final PreparedFrame frame, final PixelMask excluded, final int tilePixels) {
		return new KeyFrame(frame, excluded, tilePixels);
	}

	/** Bytes of a key frame of a movie, to bound how many are kept. */
	static long bytes(final int width, final int height) {
		return 16L * width * height;
	}

	private static int edge(final int index, final int count, final int length) {
		return index * length / count;
	}

	/** Number of tiles that a shift can be found from. */
	int usableTiles() {
		int n = 0;
		for (final Tile tile : tiles)
			if (tile != null) n++;
		return n;
	}

	/** A square of the background. Immutable. */
	static final class Tile {

		final int x0;
		final int y0;
		final int x1;
		final int y1;
		final int pixels;
		/** From the middle of the frame. */
		final double centreX;
		final double centreY;
		/** Change of the sums of jx and jy (rows) with a shift in x and y (columns); with a turn about the frame's middle, too. */
		final double[][] shiftDesign;
		final double[][] turnDesign;
		/** And with a turn about the tile's own centre. */
		final double hxTurn;
		final double hyTurn;
		/** Sums of squares of the instruments: the covariance of their sums under white noise; and its inverse. */
		final double ixx;
		final double ixy;
		final double iyy;

		private Tile(final TileBuilder b, final double[] h, final double[] c) {
			x0 = b.x0;
			y0 = b.y0;
			x1 = b.x1;
			y1 = b.y1;
			pixels = b.n;
			centreX = b.centreX();
			centreY = b.centreY();
			hxTurn = h[4];
			hyTurn = h[5];
			shiftDesign = new double[][] { { h[0], h[1] }, { h[2], h[3] } };
			turnDesign = new double[][] { { h[0], h[1], hxTurn - h[0] * centreY + h[1] * centreX }, { h[2], h[3], hyTurn - h[2] *
				centreY + h[3] * centreX } };
			final double det = c[0] * c[2] - c[1] * c[1];
			ixx = c[2] / det;
			ixy = -c[1] / det;
			iyy = c[0] / det;
		}
	}

	/** Works one tile out, in double precision. */
	private final class TileBuilder {

		private final PreparedFrame frame;
		private final int x0;
		private final int y0;
		private final int x1;
		private final int y1;
		private int n;
		/** Row-major in the tile; 0 where there is no background. */
		private final double[][] basis = new double[4][];

		TileBuilder(final PreparedFrame frame, final int x0, final int y0, final int x1, final int y1) {
			this.frame = frame;
			this.x0 = x0;
			this.y0 = y0;
			this.x1 = x1;
			this.y1 = y1;
		}

		double centreX() {
			return 0.5 * (x0 + x1 - 1) - 0.5 * (width - 1);
		}

		double centreY() {
			return 0.5 * (y0 + y1 - 1) - 0.5 * (height - 1);
		}

		/** The tile, or null if it has too little background or structure; fills in the rows of the key frame. */
		Tile build() {
			final int w = x1 - x0;
			final int size = w * (y1 - y0);
			final double[] ones = new double[size];
			final double[] u = new double[size];
			final double[] v = new double[size];
			final double[] own = new double[size];
			final double[] gx = new double[size];
			final double[] gy = new double[size];
			final double[] tx = new double[size];
			final double[] ty = new double[size];
			for (int i = 0; i < size; i++) {
				final int x = x0 + i % w;
				final int y = y0 + i / w;
				if (background[y][x] == 0) continue;
				n++;
				ones[i] = 1;
				u[i] = x - 0.5 * (x0 + x1 - 1);
				v[i] = y - 0.5 * (y0 + y1 - 1);
				own[i] = sample(x, y);
				gx[i] = smoothDerivative(x, y, 1, 0);
				gy[i] = smoothDerivative(x, y, 0, 1);
				tx[i] = derivative(x, y, 1, 0);
				ty[i] = derivative(x, y, 0, 1);
			}
			if (n < LEAST_SHARE * size) return leaveOut();
			basis[0] = normalised(ones);
			basis[1] = normalised(without(u, 1));
			basis[2] = normalised(without(v, 2));
			final double[] level = without(own.clone(), 1);
			final double[] structure = without(own, 3);
			final double energy = dot(structure, structure);
			// a constant tile has rounding errors only
			if (!(energy > 1e-9 * dot(own, own))) return leaveOut();
			basis[3] = normalised(structure.clone());
			final double[] ix = without(gx, 4);
			final double[] iy = without(gy, 4);
			final double[] c = { dot(ix, ix), dot(ix, iy), dot(iy, iy) };
			if (!(c[0] * c[2] - c[1] * c[1] > 1e-4 * (c[0] + c[2]) * (c[0] + c[2]))) return leaveOut();
			double hxTurn = 0;
			double hyTurn = 0;
			for (int i = 0; i < size; i++) {
				final double turn = ty[i] * (x0 + i % w - 0.5 * (x0 + x1 - 1)) - tx[i] * (y0 + i / w - 0.5 * (y0 + y1 - 1));
				hxTurn += ix[i] * turn;
				hyTurn += iy[i] * turn;
			}
			for (int i = 0; i < size; i++) {
				final int x = x0 + i % w;
				final int y = y0 + i / w;
				jx[y][x] = (float) ix[i];
				jy[y][x] = (float) iy[i];
				contrast[y][x] = (float) level[i];
			}
			return new Tile(this, new double[] { dot(ix, tx), dot(ix, ty), dot(iy, tx), dot(iy, ty), hxTurn, hyTurn }, c);
		}

		private Tile leaveOut() {
			for (int y = y0; y < y1; y++)
				for (int x = x0; x < x1; x++)
					background[y][x] = 0;
			return null;
		}

		private double sample(final int x, final int y) {
			return frame.samples[y * width + x];
		}

		/** Of degree 4. */
		private double derivative(final int x, final int y, final int dx, final int dy) {
			return (8 * (sample(x + dx, y + dy) - sample(x - dx, y - dy)) - sample(x + 2 * dx, y + 2 * dy) + sample(x - 2 * dx,
				y - 2 * dy)) / 12;
		}

		/** Of the frame smoothed with (1, 2, 1) / 4 in both directions: the finest waves are noise more than structure. */
		private double smoothDerivative(final int x, final int y, final int dx, final int dy) {
			double sum = 0;
			for (int k = -1; k <= 1; k++) {
				final int px = x + k * dy;
				final int py = y + k * dx;
				sum += (2 - Math.abs(k)) * (2 * (sample(px + dx, py + dy) - sample(px - dx, py - dy)) + sample(px + 2 * dx, py +
					2 * dy) - sample(px - 2 * dx, py - 2 * dy));
			}
			return sum / 32;
		}

		/** A field less its parts along the first vectors of the basis, in place; twice, against rounding. */
		private double[] without(final double[] field, final int vectors) {
			for (int pass = 0; pass < 2; pass++)
				for (int b = 0; b < vectors; b++) {
					final double part = dot(field, basis[b]);
					for (int i = 0; i < field.length; i++)
						field[i] -= part * basis[b][i];
				}
			return field;
		}

		private double[] normalised(final double[] field) {
			final double length = Math.sqrt(dot(field, field));
			if (length > 0) for (int i = 0; i < field.length; i++)
				field[i] /= length;
			return field;
		}
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * b[i];
		return sum;
	}
}
