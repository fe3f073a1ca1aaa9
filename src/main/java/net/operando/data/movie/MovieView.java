package net.operando.data.movie;

import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;

/**
 * Some frames of a movie, in a row or every so many, or the same frames with other times, calibration or warnings. Samples come from the
 * movie underneath, which is closed with the view. Immutable, thread-safe as that movie is.
 */
public final class MovieView extends DescribedMovie {

	private final Movie movie;
	private final int first;
	private final int stride;

	private MovieView(final Movie movie, final int first, final int stride, final TimeAxis times,
		final Calibration calibration, final List<String> warnings)
	{
		super(movie.name(), movie.width(), movie.height(), movie.pixelType(), times, calibration, warnings);
		this.movie = movie;
		this.first = first;
		this.stride = stride;
	}

	/** The whole movie as it is. */
	public static MovieView of(final Movie movie) {
		return new MovieView(movie, 0, 1, movie.times(), movie.calibration(), movie.warnings());
	}

	/**
	 * Only the frames {@code begin} (inclusive) to {@code end} (exclusive), counted from 0 in this view, each with its time.
	 *
	 * @throws InvalidInputException if there are no such frames
	 */
	public MovieView withFrames(final int begin, final int end) {
		if (begin < 0 || end > frameCount() || begin >= end) throw new InvalidInputException("The frames " + (begin + 1) +
			"-" + end + " are not all there: the movie " + name() + " has the frames 1-" + frameCount() + ".");
		return new MovieView(movie, first + stride * begin, stride, times().range(begin, end), calibration(), warnings());
	}

	/** The first frame of this view and every {@code step}-th after it, each with its time. */
	public MovieView withEvery(final int step) {
		if (step < 1) throw new InvalidInputException("Every " + step + "th frame cannot be meant: give 1 or more.");
		final double[] seconds = new double[(frameCount() + step - 1) / step];
		for (int i = 0; i < seconds.length; i++)
			seconds[i] = times().seconds(i * step);
		TimeAxis axis = TimeAxis.of(seconds).markedNominal(times().isNominal());
		if (times().origin().isPresent()) axis = axis.startingAt(times().origin().get());
		return new MovieView(movie, first, stride * step, axis, calibration(), warnings());
	}

	/**
	 * Other times, origin included.
	 *
	 * @param axis one time per frame of this view
	 */
	public MovieView withTimes(final TimeAxis axis) {
		if (axis.size() != frameCount()) throw new InvalidInputException("The movie " + name() + " has " + frameCount() +
			" frames but " + axis.size() + " times: give one time per frame.");
		return new MovieView(movie, first, stride, axis, calibration(), warnings());
	}

	public MovieView withCalibration(final Calibration other) {
		return new MovieView(movie, first, stride, times(), other, warnings());
	}

	public MovieView withWarnings(final List<String> sentences) {
		return new MovieView(movie, first, stride, times(), calibration(), sentences);
	}

	@Override
	public double fullScale() {
		return movie.fullScale();
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		return movie.frame(index(frame), reuse);
	}

	@Override
	public short[] frame16(final int frame, final short[] reuse) {
		return movie.frame16(index(frame), reuse);
	}

	@Override
	public float[] region(final int frame, final Region region, final float[] reuse) {
		return movie.region(index(frame), region, reuse);
	}

	private int index(final int frame) {
		if (frame < 0 || frame >= frameCount()) throw new IndexOutOfBoundsException("frame " + frame + " of " + frameCount());
		return first + stride * frame;
	}

	@Override
	public void close() {
		movie.close();
	}
}
