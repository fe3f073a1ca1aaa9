package net.operando.analysis.drift;

import java.util.Arrays;

import net.operando.base.numeric.SixPointInterpolation;

/**
 * Finds the shift of frames against a key frame from a start that is right within about a grain of the background. Scratch
 * memory of some rows; not thread-safe: one per thread.
 */
final class FrameMatcher {

	/** All rows of tiles, the even ones, the odd ones. */
	static final int ALL = -1;
	static final int EVEN = 0;
	static final int ODD = 1;

	private static final int TAPS = SixPointInterpolation.TAPS;
	private static final int MOST_STEPS = 12;

	/** Quality and sharpness are judged on every so many rows. */
	private static final int ROWS = 8;

	/** A step shorter than this leaves an error of a few per cent of it. */
	private static final double LAST_STEP = 0.02;

	/** The first step needs to be rough only: it uses every so many rows of tiles, if enough are left. */
	private static final int ROUGH = 3;
	private static final int ENOUGH_TILES = 24;

	/** With so many tiles, every other row of them says enough. */
	private static final int PLENTY_OF_TILES = 96;

	/** Longest step believed, in px: beyond it the gradient says the direction only. */
	private static final double LONGEST_STEP = 1;

	private final int width;
	private final int height;
	private final boolean rotation;
	private final float[][] rows;
	private final float[][] columns;
	private final float[][] row;
	private final float[] sumX;
	private final float[] sumY;
	private double[] sx = {};
	private double[] sy = {};
	private boolean[] valid = {};
	private TileFit fit;

	FrameMatcher(final int width, final int height, final boolean rotation) {
		this.width = width;
		this.height = height;
		this.rotation = rotation;
		rows = new float[TAPS][width + TAPS];
		columns = new float[TAPS][width + TAPS];
		row = new float[2][width];
		sumX = new float[width];
		sumY = new float[width];
	}

	/**
	 * @param x start of the shift in px
	 * @param turn start of the turn in rad; stays where it is if the matcher looks for none
	 * @param judge whether to work out quality and sharpness, too
	 * @param half {@link #EVEN} or {@link #ODD}: from every other row of tiles, where there are plenty; {@link #ALL} from all
	 */
	Match match(final PreparedFrame frame, final KeyFrame key, final double x, final double y, final double turn,
		final boolean judge, final int half)
	{
		final int n = key.tiles.length;
		if (sx.length != n) {
			sx = new double[n];
			sy = new double[n];
			valid = new boolean[n];
			fit = new TileFit(n, rotation);
		}
		final boolean inHalf = half != ALL && key.usableTiles() >= PLENTY_OF_TILES;
		double px = x;
		double py = y;
		double angle = turn;
		boolean converged = false;
		for (int i = 0; i < MOST_STEPS && !converged; i++) {
			final boolean rough = judge && i == 0 && key.usableTiles() > ENOUGH_TILES * ROUGH;
			if (rough) sums(frame, key, px, py, angle, ROUGH / 2, ROUGH);
			else sums(frame, key, px, py, angle, inHalf ? half : 0, inHalf ? 2 : 1);
			if (rough && !fit.fit(key, sx, sy, valid, angle)) continue;
			if (!rough && !fit.fit(key, sx, sy, valid, angle)) return Match.none();
			final double[] step = fit.step();
			final double turned = rotation ? step[2] * 0.5 * Math.max(width, height) : 0;
			final double length = Math.max(Math.hypot(step[0], step[1]), Math.abs(turned));
			final double share = Math.min(1, LONGEST_STEP / length);
			px += share * step[0];
			py += share * step[1];
			if (rotation) angle += share * step[2];
			converged = length < LAST_STEP && !rough;
		}
		double quality = Double.NaN;
		double sharpness = Double.NaN;
		if (judge) {
			quality = quality(frame, key, px, py, angle);
			sharpness = sharpness(frame, key, px, py);
		}
		return new Match(px, py, angle, fit.variance(), fit.turnVariance(), inHalf ? 0.5 : 1, quality, sharpness, fit.used(),
			converged);
	}

	private double tileX(final KeyFrame.Tile t, final double px, final double angle) {
		return px + (Math.cos(angle) - 1) * t.centreX - Math.sin(angle) * t.centreY;
	}

	private double tileY(final KeyFrame.Tile t, final double py, final double angle) {
		return py + Math.sin(angle) * t.centreX + (Math.cos(angle) - 1) * t.centreY;
	}

	private void sums(final PreparedFrame frame, final KeyFrame key, final double px, final double py,
		final double angle, final int firstRow, final int everyRow)
	{
		Arrays.fill(valid, false);
		for (int r = firstRow; r < key.tileRows; r += everyRow) {
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
		final int edge = KeyFrame.BORDER;
		return frame.isGood(Math.max(edge, t.x0) + left, Math.max(edge, t.y0) + top, Math.min(frame.width - edge, t.x1) + left +
			TAPS - 1, Math.min(frame.height - edge, t.y1) + top + TAPS - 1);
	}

	private static double sum(final float[] values, final int from, final int to) {
		double sum = 0;
		for (int i = from; i < to; i++)
			sum += values[i];
		return sum;
	}

	/**
	 * Per column, sums over some rows of the instruments times the frame read at a shift. Every loop reads arrays of their
	 * own at one and the same index: only then does the JVM use vector instructions, which is worth the copies.
	 */
	private void band(final PreparedFrame frame, final KeyFrame key, final int x0, final int x1, final int y0,
		final int y1, final double dx, final double dy)
	{
		Arrays.fill(sumX, x0, x1, 0);
		Arrays.fill(sumY, x0, x1, 0);
		final int fx = (int) Math.floor(dx);
		final int fy = (int) Math.floor(dy);
		final float[] across = SixPointInterpolation.weights(dx - fx);
		final float[] down = SixPointInterpolation.weights(dy - fy);
		final int left = fx + SixPointInterpolation.FIRST;
		final int top = fy + SixPointInterpolation.FIRST;
		for (int k = 0; k < TAPS - 1; k++)
			copyRow(frame, y0 + top + k, x0, x1 + TAPS - 1, left, rows[(y0 + k) % TAPS]);
		for (int y = y0; y < y1; y += 2) {
			final int n = Math.min(2, y1 - y);
			for (int i = 0; i < n; i++)
				read(frame, y + i, top, left, x0, x1, across, down, row[i]);
			if (n == 2) {
				addProducts(row[0], key.jx[y], row[1], key.jx[y + 1], sumX, x0, x1);
				addProducts(row[0], key.jy[y], row[1], key.jy[y + 1], sumY, x0, x1);
			}
			else {
				addProduct(row[0], key.jx[y], sumX, x0, x1);
				addProduct(row[0], key.jy[y], sumY, x0, x1);
			}
		}
	}

	/** A row of the key frame, read in the frame; the rows of the frame before its last one are there already. */
	private void read(final PreparedFrame frame, final int y, final int top, final int left, final int x0, final int x1,
		final float[] across, final float[] down, final float[] to)
	{
		copyRow(frame, y + top + TAPS - 1, x0, x1 + TAPS - 1, left, rows[(y + TAPS - 1) % TAPS]);
		weigh(rows[y % TAPS], rows[(y + 1) % TAPS], rows[(y + 2) % TAPS], rows[(y + 3) % TAPS], rows[(y + 4) % TAPS], rows[(y +
			5) % TAPS], down, columns[0], x0, x1 + TAPS - 1);
		for (int k = 1; k < TAPS; k++)
			System.arraycopy(columns[0], x0 + k, columns[k], x0, x1 - x0);
		weigh(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], across, to, x0, x1);
	}

	/** The row of a frame from a place on, to the columns asked for; 0 outside the frame. */
	private void copyRow(final PreparedFrame frame, final int from, final int x0, final int x1, final int left,
		final float[] to)
	{
		final int begin = Math.max(x0, -left);
		final int end = Math.min(x1, width - left);
		if (from < 0 || from >= height || end <= begin) {
			Arrays.fill(to, x0, x1, 0);
			return;
		}
		Arrays.fill(to, x0, begin, 0);
		System.arraycopy(frame.samples, from * width + left + begin, to, begin, end - begin);
		Arrays.fill(to, end, x1, 0);
	}

	private static void weigh(final float[] r0, final float[] r1, final float[] r2, final float[] r3, final float[] r4,
		final float[] r5, final float[] w, final float[] to, final int x0, final int x1)
	{
		final float a = w[0];
		final float b = w[1];
		final float c = w[2];
		final float d = w[3];
		final float e = w[4];
		final float f = w[5];
		for (int x = x0; x < x1; x++)
			to[x] = a * r0[x] + b * r1[x] + c * r2[x] + d * r3[x] + e * r4[x] + f * r5[x];
	}

	/** Two rows at once, so that the sums are read and written half as often. */
	private static void addProducts(final float[] a, final float[] b, final float[] c, final float[] d, final float[] to,
		final int x0, final int x1)
	{
		for (int x = x0; x < x1; x++)
			to[x] += a[x] * b[x] + c[x] * d[x];
	}

	private static void addProduct(final float[] a, final float[] b, final float[] to, final int x0, final int x1) {
		for (int x = x0; x < x1; x++)
			to[x] += a[x] * b[x];
	}

	/** Correlation of the key frame's background with the frame's, the level of each tile taken off. */
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
			final int from = Math.max(t.x0, -dx);
			final int to = Math.min(t.x1, width - dx);
			double n = 0;
			double c1 = 0;
			double v1 = 0;
			double cc = 0;
			double cv = 0;
			double vv = 0;
			for (int y = t.y0 + ROWS / 2; y < t.y1; y += ROWS) {
				if (y + dy < 0 || y + dy >= height) continue;
				final int at = (y + dy) * width + dx;
				for (int x = from; x < to; x++) {
					if (key.background[y][x] == 0) continue;
					final double c = key.contrast[y][x];
					final double v = frame.samples[at + x];
					n++;
					c1 += c;
					v1 += v;
					cc += c * c;
					cv += c * v;
					vv += v * v;
				}
			}
			if (n == 0) continue;
			product += cv - c1 * v1 / n;
			own += cc - c1 * c1 / n;
			other += vv - v1 * v1 / n;
		}
		return own > 0 && other > 0 ? product / Math.sqrt(own * other) : 0;
	}

	/** Gradient energy of the background over the square of its level, on some rows. */
	private double sharpness(final PreparedFrame frame, final KeyFrame key, final double px, final double py) {
		final int dx = (int) Math.rint(px);
		final int dy = (int) Math.rint(py);
		final int from = Math.max(2, 2 - dx);
		final int to = Math.min(width - 2, width - 2 - dx);
		double energy = 0;
		double level = 0;
		double n = 0;
		for (int y = Math.max(2, 2 - dy); y < Math.min(height - 2, height - 2 - dy); y += ROWS) {
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
