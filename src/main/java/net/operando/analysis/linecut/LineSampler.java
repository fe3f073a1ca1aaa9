package net.operando.analysis.linecut;

import java.util.Arrays;

import net.operando.base.InvalidInputException;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;

/**
 * Reads the samples along a line, frame by frame. Reads only the rectangle around the line, or whole frames where that
 * is half the image or more. Immutable and safe for several threads.
 */
public final class LineSampler {

	private final Movie movie;
	private final LineCutParameters parameters;
	private final LineGeometry geometry;
	private final int rows;
	private final double step;
	private final SampleWeights weights;

	private LineSampler(final Movie movie, final LinePath line, final LineCutParameters parameters) {
		this.movie = movie;
		this.parameters = parameters;
		geometry = new LineGeometry(line);
		rows = parameters.sampling().positions(geometry.length());
		step = parameters.sampling().step(geometry.length());
		weights = weights(1);
	}

	/**
	 * @param line in pixels of the movie; may lie partly outside
	 * @throws InvalidInputException if a parameter cannot be meant, or no position of the line is inside the image
	 */
	public static LineSampler of(final Movie movie, final LinePath line, final LineCutParameters parameters) {
		parameters.check(movie.frameCount());
		// more than half of such a line is outside, and it might not fit into memory
		final double diagonal = Math.hypot(movie.width(), movie.height());
		if (line.length() > 4 * diagonal || parameters.widthPixels() > 4 * diagonal) throw new InvalidInputException("The line " + line +
			", " + parameters.widthPixels() + " pixels wide, is far larger than the image of " + movie.width() + " x " + movie.height() +
			": draw it inside, or narrower.");
		final LineSampler sampler = new LineSampler(movie, line, parameters);
		// a line that is mostly outside was not meant: its vertices are in another unit, or of another image
		if (2 * sampler.positionsOutside() > sampler.rows) throw new InvalidInputException("The line " + line + ", " +
			parameters.widthPixels() + " pixels wide, lies outside the image of " + movie.width() + " x " + movie.height() +
			" at " + sampler.positionsOutside() + " of its " + sampler.rows + " positions: draw it inside, or narrower.");
		return sampler;
	}

	/** Number of positions along the line. */
	public int rows() {
		return rows;
	}

	/** Distance between positions in px. */
	public double stepPixels() {
		return step;
	}

	/** Number of positions (at the reference length) that are NaN because they, or their width, reach out of the image. */
	public int positionsOutside() {
		int outside = 0;
		for (int row = 0; row < rows; row++)
			if (weights.hasFewerInside(row, parameters.partialWidth() ? 1 : parameters.widthPixels())) outside++;
		return outside;
	}

	/** The samples of a frame. */
	public LineSamples samples(final int frame) {
		final double stretch = parameters.stretch(frame);
		if (Double.isNaN(stretch)) return missing();
		final SampleWeights w = stretch == 1 ? weights : weights(stretch);
		final LineSamples samples = read(frame, w);
		return parameters.partialWidth() ? samples.ignoringMissing() : samples;
	}

	private LineSamples read(final int frame, final SampleWeights w) {
		final Region region = w.region();
		if (region.width() < movie.width() || region.height() < movie.height()) return w.of(movie.region(frame, region,
			null));
		return movie.pixelType() == PixelType.UINT16 ? w.of(movie.frame16(frame, null)) : w.of(movie.frame(frame, null));
	}

	private SampleWeights weights(final double stretch) {
		return SampleWeights.of(geometry, rows, step, stretch, parameters, movie.width(), movie.height());
	}

	private LineSamples missing() {
		final LineSamples samples = new LineSamples(rows, parameters.widthPixels(), weights);
		Arrays.fill(samples.values(), Float.NaN);
		for (int row = 0; row < rows; row++)
			samples.set(row, Double.NaN, 0, 0);
		return samples;
	}
}
