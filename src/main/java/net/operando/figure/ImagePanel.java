package net.operando.figure;

import java.util.List;

import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;
import net.operando.data.movie.Region;
import net.operando.figure.draw.Ticks;

/** An image of numbers with a label and lines drawn on it. Immutable; the array given to it must not be changed. */
public final class ImagePanel {

	private final float[] values;
	private final int width;
	private final int height;
	private final String label;
	private final List<LinePath> lines;

	private ImagePanel(final float[] values, final int width, final int height, final String label,
		final List<LinePath> lines)
	{
		this.values = values;
		this.width = width;
		this.height = height;
		this.label = label;
		this.lines = lines;
	}

	/** @param values row-major, {@code width * height} of them; NaN is hatched */
	public static ImagePanel of(final float[] values, final int width, final int height, final String label) {
		if (values.length != width * height) throw new IllegalArgumentException(values.length + " values are not " + width +
			" x " + height);
		return new ImagePanel(values, width, height, label, List.of());
	}

	/**
	 * The frame of a movie nearest to a time, labelled with its own time.
	 *
	 * @param region the part to show
	 */
	public static ImagePanel ofFrame(final Movie movie, final double time_s, final Region region) {
		final int frame = movie.times().nearest(time_s);
		final double seconds = movie.times().seconds(frame);
		final String label = (movie.times().isNominal() ? "nominal " : "") + "*t* = " + Ticks.number(seconds, Math.abs(seconds) < 100 ? 1 : 0) + " s";
		return of(movie.region(frame, region, null).clone(), region.width(), region.height(), label);
	}

	/** This image with lines on it, in pixels of the image: rods, line cuts, cracks. */
	public ImagePanel withLines(final List<LinePath> paths) {
		return new ImagePanel(values, width, height, label, List.copyOf(paths));
	}

	public float[] values() {
		return values;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public String label() {
		return label;
	}

	public List<LinePath> lines() {
		return lines;
	}
}
