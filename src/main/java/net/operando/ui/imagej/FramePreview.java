package net.operando.ui.imagej;

import java.awt.Color;
import java.awt.Font;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;
import net.operando.data.movie.MovieView;

/**
 * Previews of a command on the frame that an image shows, drawn over it: the image's own pixels, which may lie in a file, are
 * not touched. Stateless.
 */
public final class FramePreview {

	private static final Color BAND = new Color(0xe69f00);
	private static final Color CURVE = new Color(0x56b4e9);
	/** Height of the curve beside a line, as a part of the image's shorter edge. */
	private static final double CURVE_SHARE = 0.12;

	private FramePreview() {}

	/** Index of the movie's frame that the image shows, from 0. */
	public static int frame(final ImagePlus image) {
		return (image.getNFrames() > 1 ? image.getFrame() : image.getSlice()) - 1;
	}

	/** Some frames of the image's movie that begin with the one shown, or end with the last: enough to reach over a lag. */
	public static MovieView around(final ImagePlus image, final double lagSeconds) {
		final MovieView movie = MovieView.of(MovieImages.movie(image));
		final int count = movie.frameCount();
		final int shown = Math.min(frame(image), count - 1);
		final double reach = lagSeconds + movie.times().medianIntervalSeconds();
		int end = shown + 1;
		while (end < count && !(movie.times().seconds(end - 1) - movie.times().seconds(shown) > reach))
			end++;
		int begin = shown;
		while (begin > 0 && !(movie.times().seconds(end - 1) - movie.times().seconds(begin) > reach))
			begin--;
		return movie.withFrames(begin, end);
	}

	/** The frame shown alone, as a movie. */
	public static Movie shown(final ImagePlus image) {
		final MovieView movie = MovieView.of(MovieImages.movie(image));
		final int shown = Math.min(frame(image), movie.frameCount() - 1);
		return movie.withFrames(shown, shown + 1);
	}

	/** The movie's first frame and the one shown; the first alone if that is it. */
	public static Movie firstAndShown(final ImagePlus image) {
		final MovieView movie = MovieView.of(MovieImages.movie(image));
		final int shown = Math.min(frame(image), movie.frameCount() - 1);
		return shown == 0 ? movie.withFrames(0, 1) : movie.withFrames(0, shown + 1).withEvery(shown);
	}

	/** Intensities, shown with the colours and limits the image has. */
	public static Overlay intensities(final ImagePlus image, final float[] values, final int width, final int height,
		final String caption)
	{
		final FloatProcessor pixels = new FloatProcessor(width, height, values.clone());
		pixels.setColorModel(image.getProcessor().getColorModel());
		pixels.setMinAndMax(image.getDisplayRangeMin(), image.getDisplayRangeMax());
		return drawn(image, pixels, caption);
	}

	/** Rates, shown with the diverging colours of the figures, zero in the middle. */
	public static Overlay rates(final ImagePlus image, final float[] values, final int width, final int height,
		final String caption)
	{
		final FloatProcessor pixels = new FloatProcessor(width, height, values.clone());
		pixels.setColorModel(DivergingDisplay.colours());
		final double limit = DivergingDisplay.SPAN * pixels.getStatistics().stdDev;
		if (limit > 0) pixels.setMinAndMax(-limit, limit);
		return drawn(image, pixels, caption);
	}

	private static Overlay drawn(final ImagePlus image, final ImageProcessor pixels, final String caption) {
		final ImageProcessor colours = pixels.convertToRGB();
		colours.setInterpolationMethod(ImageProcessor.NONE);
		final Overlay overlay = new Overlay();
		overlay.add(new ImageRoi(0, 0, colours.resize(image.getWidth(), image.getHeight())));
		return captioned(overlay, image, caption);
	}

	/** An overlay with a line of text at the top left, by which a preview is known. */
	public static Overlay captioned(final Overlay overlay, final ImagePlus image, final String caption) {
		final int size = Math.max(7, Math.min(24, image.getHeight() / 16));
		final TextRoi text = new TextRoi(2, 1, "Preview: " + caption, new Font(Font.SANS_SERIF, Font.PLAIN, size));
		text.setStrokeColor(Color.WHITE);
		text.setFillColor(new Color(0, 0, 0, 160));
		overlay.add(text);
		return overlay;
	}

	/**
	 * The band that a line of a width covers, with a dot where it begins.
	 *
	 * @param widthPixels 0 or NaN draws the line alone
	 */
	public static Overlay band(final ImagePlus image, final LinePath line, final double widthPixels, final String caption) {
		final Overlay overlay = new Overlay();
		final double half = widthPixels > 0 ? widthPixels / 2 : 0;
		for (int v = 1; v < line.vertexCount(); v++) {
			final double[] n = normal(line, v);
			final float[] x = new float[4];
			final float[] y = new float[4];
			for (int corner = 0; corner < 4; corner++) {
				final int end = corner == 0 || corner == 3 ? v - 1 : v;
				final double side = corner < 2 ? half : -half;
				x[corner] = (float) (line.x(end) + side * n[0] + 0.5);
				y[corner] = (float) (line.y(end) + side * n[1] + 0.5);
			}
			final Roi side = new PolygonRoi(x, y, Roi.POLYGON);
			side.setStrokeColor(BAND);
			overlay.add(side);
		}
		final double dot = Math.max(2, Math.min(4, half / 2));
		final Roi start = new ij.gui.OvalRoi(line.x(0) + 0.5 - dot, line.y(0) + 0.5 - dot, 2 * dot, 2 * dot);
		start.setFillColor(BAND);
		overlay.add(start);
		return captioned(overlay, image, caption);
	}

	/**
	 * What of the image counts as the rod along a line given as text, or else selected.
	 *
	 * @param widthPixels 0 takes the selection's own
	 */
	public static Overlay rod(final ImagePlus image, final String line, final double widthPixels) {
		final ImageSelection rod = ImageSelection.lineOn(image, line);
		return band(image, rod.line(), widthPixels > 0 ? widthPixels : rod.widthPixels(), "the rod");
	}

	/** Adds values along a straight line as a curve beside it, scaled to its own range; a polyline gets none. */
	public static void curve(final Overlay overlay, final ImagePlus image, final LinePath line, final double widthPixels,
		final float[] values)
	{
		if (line.vertexCount() != 2 || values.length < 2) return;
		final double[] n = normal(line, 1);
		double most = 0;
		for (final float v : values)
			if (Math.abs(v) > most) most = Math.abs(v);
		final double height = CURVE_SHARE * Math.min(image.getWidth(), image.getHeight());
		final double middle = widthPixels / 2 + height;
		final float[] x = new float[values.length];
		final float[] y = new float[values.length];
		for (int i = 0; i < values.length; i++) {
			final double along = i / (values.length - 1.0);
			final double away = middle + (most > 0 && values[i] == values[i] ? height * values[i] / most : 0);
			x[i] = (float) (line.x(0) + along * (line.x(1) - line.x(0)) - away * n[0] + 0.5);
			y[i] = (float) (line.y(0) + along * (line.y(1) - line.y(0)) - away * n[1] + 0.5);
		}
		final Roi zero = new ij.gui.Line(line.x(0) - middle * n[0], line.y(0) - middle * n[1], line.x(1) - middle * n[0], line.y(
			1) - middle * n[1]);
		final Roi curve = new PolygonRoi(x, y, Roi.POLYLINE);
		zero.setStrokeColor(new Color(255, 255, 255, 120));
		curve.setStrokeColor(CURVE);
		overlay.add(zero);
		overlay.add(curve);
	}

	private static double[] normal(final LinePath line, final int end) {
		final double dx = line.x(end) - line.x(end - 1);
		final double dy = line.y(end) - line.y(end - 1);
		final double length = Math.hypot(dx, dy);
		return new double[] { -dy / length, dx / length };
	}
}
