package net.operando.figure.draw;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

import net.operando.data.kymograph.Kymograph;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;

/**
 * Numbers as pixels. Every sample becomes a rectangle of its own colour without smoothing; NaN is hatched in greys that
 * no map holds side by side, so that "no value" is never read as a number. Where several kymograph columns fall on one
 * pixel their mean is shown.
 */
public final class Raster {

	/** Pixels per point of a figure's rasters: 600 dpi. */
	public static final double PIXELS_PER_POINT = 600 / 72.0;

	/** The two greys of the hatch, and the white of no frame. */
	private static final int[] MISSING = { 0xd6d6d6, 0xbababa, 0xffffff };
	private static final int BLANK = 2;
	/** Pixels of one light and one dark stripe. */
	private static final int HATCH_PERIOD = 16;

	private Raster() {}

	/**
	 * A kymograph with time from left to right and position rising upwards. Columns are as wide as they lasted; times
	 * without a column are left white.
	 *
	 * @param columns where the columns begin and end, in s
	 * @param t0 time at the left edge in s
	 * @param t1 time at the right edge in s
	 */
	public static BufferedImage kymograph(final Kymograph kymograph, final ColumnEdges columns, final ColourMap map,
		final ColourLimits limits, final double t0, final double t1, final int width, final int height)
	{
		final int rows = kymograph.rows();
		final byte[] pixels = new byte[width * height];
		final float[] mean = new float[rows];
		for (int px = 0; px < width; px++) {
			final double from = t0 + (t1 - t0) * px / width;
			final double to = t0 + (t1 - t0) * (px + 1) / width;
			final boolean any = mean(kymograph, columns, from, to, mean);
			for (int py = 0; py < height; py++) {
				final int row = Math.min(rows - 1, (int) ((height - 1 - py + 0.5) * rows / height));
				pixels[py * width + px] = (byte) (any ? index(mean[row], map, limits, px, py, 1) : map.size() + BLANK);
			}
		}
		return image(pixels, width, height, map);
	}

	private static boolean mean(final Kymograph kymograph, final ColumnEdges columns, final double from, final double to,
		final float[] mean)
	{
		final int first = columns.firstCentreAtOrAfter(from);
		int end = first;
		while (end < kymograph.columns() && columns.centre(end) < to)
			end++;
		if (end - first < 2) {
			final int column = columns.at(0.5 * (from + to));
			if (column < 0) return false;
			System.arraycopy(kymograph.column(column), 0, mean, 0, mean.length);
			return true;
		}
		for (int row = 0; row < mean.length; row++) {
			double sum = 0;
			int n = 0;
			for (int c = first; c < end; c++) {
				final float v = kymograph.value(c, row);
				if (!Float.isNaN(v)) {
					sum += v;
					n++;
				}
			}
			mean[row] = n == 0 ? Float.NaN : (float) (sum / n);
		}
		return true;
	}

	/**
	 * An image, row-major, its first row at the top.
	 *
	 * @param zoom edge of the square that shows one sample, in pixels
	 */
	public static BufferedImage image(final float[] values, final int width, final int height, final ColourMap map,
		final ColourLimits limits, final int zoom)
	{
		final int across = width * zoom;
		final byte[] pixels = new byte[across * height * zoom];
		for (int py = 0; py < height * zoom; py++)
			for (int px = 0; px < across; px++)
				pixels[py * across + px] = (byte) index(values[py / zoom * width + px / zoom], map, limits, px, py, zoom);
		return image(pixels, across, height * zoom, map);
	}

	private static int index(final float value, final ColourMap map, final ColourLimits limits, final int px, final int py,
		final int zoom)
	{
		if (!Float.isNaN(value)) return map.index(limits.fraction(value));
		final int period = zoom == 1 ? HATCH_PERIOD : Math.max(2, Math.min(HATCH_PERIOD, 2 * zoom));
		return map.size() + ((px + py) % period < period / 2 ? 0 : 1);
	}

	/** One byte per pixel: the map's colours, the two greys of the hatch, white. */
	private static BufferedImage image(final byte[] pixels, final int width, final int height, final ColourMap map) {
		final int[] palette = Arrays.copyOf(map.toArray(), map.size() + MISSING.length);
		System.arraycopy(MISSING, 0, palette, map.size(), MISSING.length);
		final IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
		return new BufferedImage(model, java.awt.image.Raster.createInterleavedRaster(new DataBufferByte(pixels, pixels.length), width, height,
			width, 1, new int[] { 0 }, null), false, null);
	}

	/** Draws an image so that it fills a rectangle of the page. */
	public static void draw(final Graphics2D g, final BufferedImage image, final Rectangle2D place) {
		final Object before = g.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		final AffineTransform transform = AffineTransform.getTranslateInstance(place.getX(), place.getY());
		transform.scale(place.getWidth() / image.getWidth(), place.getHeight() / image.getHeight());
		g.drawImage(image, transform, null);
		if (before != null) g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, before);
	}
}
