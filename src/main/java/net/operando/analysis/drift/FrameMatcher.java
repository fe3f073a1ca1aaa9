package net.operando.analysis.drift;

import java.util.Arrays;

import net.operando.base.numeric.SixPointInterpolation;

/**
 * Finds the shift of frames against a key frame from a start that is right within about a grain of the background. Scratch
 * memory of some rows; not thread-safe: one per thread.
 */
final class FrameMatcher {

	private static final int TAPS = SixPointInterpolation.TAPS;
	private static final int MOST_STEPS = 12;

	/** A step shorter than this leaves an error of about its square per grain, which is below 1e-3 px. */
	private static final double LAST_STEP = 0.01;

	/** Longest step believed, in px: beyond it the gradient says the direction only. */
	private static final double LONGEST_STEP = 1;

	private final int width;
	private final int height;
	private final boolean rotation;
	private final float[] shifted;
	private final float[][] ring;
	private final float[] sumX;
	private final float[] sumY;
	private final float[] sumSquares;
	private double[] sx = {};
	private double[] sy = {};
	private boolean[] valid = {};
	private TileFit fit;

	FrameMatcher(final int width, final int height, final boolean rotation) {
		this.width = width;
		this.height = height;
		this.rotation = rotation;
		shifted = new float[width + TAPS];
		ring = new float[TAPS][width];
		sumX = new float[width];
		sumY = new float[width];
		sumSquares = new float[width];
	}

	/**
	 * @param x start of the shift in px
	 * @param turn start of the turn in rad; stays where it is if the matcher looks for none
	 * @param judge whether to work out quality and sharpness, too
	 */
	Match match(final PreparedFrame frame, final KeyFrame key, final double x, final double y, final double turn,
		final boolean judge)
	{
		final int n = key.tiles.length;
		if (sx.length != n) {
			sx = new double[n];
			sy = new double[n];
			valid = new boolean[n];
			fit = new TileFit(n, rotation);
		}
		double px = x;
		double py = y;
		double angle = turn;
		boolean converged = false;
		for (int i = 0; i < MOST_STEPS && !converged; i++) {
			sums(frame, key, px, py, angle);
			if (!fit.fit(key, sx, sy, valid, angle)) return Match.none();
			final double[] step = fit.step();
			final double turned = rotation ? step[2] * 0.5 * Math.max(width, height) : 0;
			final double length = Math.max(Math.hypot(step[0], step[1]), Math.abs(turned));
			final double share = Math.min(1, LONGEST_STEP / length);
			px += share * step[0];
			py += share * step[1];
			if (rotation) angle += share * step[2];
			converged = length < LAST_STEP;
		}
		double quality = Double.NaN;
		double sharpness = Double.NaN;
		if (judge) {
			quality = quality(frame, key, px, py, angle);
			sharpness = sharpness(frame, key, px, py);
		}
		return new Match(px, py, angle, fit.variance(), fit.turnVariance(), quality, sharpness, fit.used(), converged);
	}

	private double tileX(final KeyFrame.Tile t, final double px, final double angle) {
		return px + (Math.cos(angle) - 1) * t.centreX - Math.sin(angle) * t.centreY;
	}

	private double tileY(final KeyFrame.Tile t, final double py, final double angle) {
		return py + Math.sin(angle) * t.centreX + (Math.cos(angle) - 1) * t.centreY;
	}

	private void sums(final PreparedFrame frame, final KeyFrame key, final double px, final double py,
		final double angle)
	{
		for (int r = 0; r < key.tileRows; r++) {
			boolean any = false;
			for (int c = 0; c < key.tileColumns; c++) {
				final int i = r * key.tileColumns + c;
				valid[i] = key.tiles[i] != null && reaches(frame, key.tiles[i], tileX(key.tiles[i], px, angle), tileY(
					key.tiles[i], py, angle));
				any |= valid[i];
			}
			if (!any) continue;
			final boolean together = angle == 0;
			if (together) band(frame, key, 0, width, rowStart(key, r), rowStart(key, r + 1), px, py);
			for (int c = 0; c < key.tileColumns; c++) {
				final int i = r * key.tileColumns + c;
				if (!valid[i]) continue;
				final KeyFrame.Tile t = key.tiles[i];
				if (!together) band(frame, key, t.x0, t.x1, t.y0, t.y1, tileX(t, px, angle), tileY(t, py, angle));
				sx[i] = sum(sumX, t.x0, t.x1);
				sy[i] = sum(sumY, t.x0, t.x1);
			}
		}
	}

	private static int rowStart(final KeyFrame key, final int row) {
		return row * key.height / key.tileRows;
	}

	private static boolean reaches(final PreparedFrame frame, final KeyFrame.Tile t, final double dx, final double dy) {
		final int left = (int) Math.floor(dx) + SixPointInterpolation.FIRST;
		final int top = (int) Math.floor(dy) + SixPointInterpolation.FIRST;
		// the outermost two pixels of a key frame are not background
		final int edge = 2;
		return frame.isGood(Math.max(edge, t.x0) + left, Math.max(edge, t.y0) + top, Math.min(frame.width - edge, t.x1) + left +
			TAPS - 1, Math.min(frame.height - edge, t.y1) + top + TAPS - 1);
	}

	private static double sum(final float[] values, final int from, final int to) {
		double sum = 0;
		for (int i = from; i < to; i++)
			sum += values[i];
		return sum;
	}

	/** Per column, sums over some rows of the instruments times the frame read at a shift. */
	private void band(final PreparedFrame frame, final KeyFrame key, final int x0, final int x1, final int y0,
		final int y1, final double dx, final double dy)
	{
		Arrays.fill(sumX, x0, x1, 0);
		Arrays.fill(sumY, x0, x1, 0);
		final int fx = (int) Math.floor(dx);
		final int fy = (int) Math.floor(dy) + SixPointInterpolation.FIRST;
		final float[] across = SixPointInterpolation.weights(dx - fx);
		final float[] down = SixPointInterpolation.weights(dy - Math.floor(dy));
		for (int k = 0; k < TAPS - 1; k++)
			filterRow(frame, y0 + fy + k, x0, x1, fx, across, ring[(y0 + k) % TAPS]);
		for (int y = y0; y < y1; y++) {
			filterRow(frame, y + fy + TAPS - 1, x0, x1, fx, across, ring[(y + TAPS - 1) % TAPS]);
			addRow(ring[y % TAPS], ring[(y + 1) % TAPS], ring[(y + 2) % TAPS], ring[(y + 3) % TAPS], ring[(y + 4) % TAPS], ring[(y +
				5) % TAPS], down, key.jx[y], key.jy[y], sumX, sumY, x0, x1);
		}
	}

	private void filterRow(final PreparedFrame frame, final int row, final int x0, final int x1, final int shift,
		final float[] across, final float[] to)
	{
		if (row < 0 || row >= height) {
			Arrays.fill(to, x0, x1, 0);
			return;
		}
		final int left = shift + SixPointInterpolation.FIRST;
		final int from = Math.max(x0, -left);
		final int end = Math.min(x1 + TAPS - 1, width - left);
		if (from > x0 || end < x1 + TAPS - 1) Arrays.fill(shifted, x0, x1 + TAPS - 1, 0);
		if (end > from) System.arraycopy(frame.samples, row * width + left + from, shifted, from, end - from);
		weigh(shifted, across, to, x0, x1);
	}

	private static void weigh(final float[] s, final float[] w, final float[] to, final int x0, final int x1) {
		final float a = w[0];
		final float b = w[1];
		final float c = w[2];
		final float d = w[3];
		final float e = w[4];
		final float f = w[5];
		for (int x = x0; x < x1; x++)
			to[x] = a * s[x] + b * s[x + 1] + c * s[x + 2] + d * s[x + 3] + e * s[x + 4] + f * s[x + 5];
	}

	private static void addRow(final float[] r0, final float[] r1, final float[] r2, final float[] r3, final float[] r4,
		final float[] r5, final float[] w, final float[] jx, final float[] jy, final float[] toX, final float[] toY,
		final int x0, final int x1)
	{
		final float a = w[0];
		final float b = w[1];
		final float c = w[2];
		final float d = w[3];
		final float e = w[4];
		final float f = w[5];
		for (int x = x0; x < x1; x++) {
			final float v = a * r0[x] + b * r1[x] + c * r2[x] + d * r3[x] + e * r4[x] + f * r5[x];
			toX[x] += jx[x] * v;
			toY[x] += jy[x] * v;
		}
	}

	/** Correlation of the key frame's background with the frame's, level and slope of each tile taken off. */
	private double quality(final PreparedFrame frame, final KeyFrame key, final double px, final double py,
		final double angle)
	{
		double product = 0;
		double own = 0;
		double other = 0;
		for (int i = 0; i < key.tiles.length; i++) {
			final KeyFrame.Tile t = key.tiles[i];
			if (!valid[i]) continue;
			final int dx = (int) Math.rint(tileX(t, px, angle));
			final int dy = (int) Math.rint(tileY(t, py, angle));
			Arrays.fill(sumX, t.x0, t.x1, 0);
			Arrays.fill(sumY, t.x0, t.x1, 0);
			Arrays.fill(sumSquares, t.x0, t.x1, 0);
			for (int y = Math.max(t.y0, -dy); y < Math.min(t.y1, height - dy); y += 2) {
				final int from = Math.max(t.x0, -dx);
				final int to = Math.min(t.x1, width - dx);
				System.arraycopy(frame.samples, (y + dy) * width + dx + from, shifted, from, to - from);
				addAgreement(shifted, key.contrast[y], key.background[y], sumX, sumY, sumSquares, from, to);
			}
			double n = 0;
			double energy = 0;
			for (int y = Math.max(t.y0, -dy); y < Math.min(t.y1, height - dy); y += 2)
				for (int x = t.x0; x < t.x1; x++) {
					n += key.background[y][x];
					energy += key.contrast[y][x] * key.contrast[y][x];
				}
			final double sum = sum(sumY, t.x0, t.x1);
			product += sum(sumX, t.x0, t.x1);
			own += energy;
			other += Math.max(0, sum(sumSquares, t.x0, t.x1) - sum * sum / Math.max(1, n));
		}
		return own > 0 && other > 0 ? product / Math.sqrt(own * other) : 0;
	}

	private static void addAgreement(final float[] s, final float[] contrast, final float[] background,
		final float[] product, final float[] sum, final float[] squares, final int from, final int to)
	{
		for (int x = from; x < to; x++) {
			final float v = s[x] * background[x];
			product[x] += contrast[x] * v;
			sum[x] += v;
			squares[x] += v * v;
		}
	}

	/** Gradient energy of the background over the square of its level, on every other row. */
	private double sharpness(final PreparedFrame frame, final KeyFrame key, final double px, final double py) {
		final int dx = (int) Math.rint(px);
		final int dy = (int) Math.rint(py);
		final int from = Math.max(2, 2 - dx);
		final int to = Math.min(width - 2, width - 2 - dx);
		double energy = 0;
		double level = 0;
		double n = 0;
		for (int y = Math.max(2, 2 - dy); y < Math.min(height - 2, height - 2 - dy); y += 2) {
			final float[] background = key.background[y];
			final int at = (y + dy) * width + dx;
			for (int x = from; x < to; x++) {
				if (background[x] == 0) continue;
				final float g = frame.samples[at + x + 1] - frame.samples[at + x - 1];
				energy += g * g;
				level += frame.samples[at + x];
				n++;
			}
		}
		return energy * n / (level * level);
	}
}
