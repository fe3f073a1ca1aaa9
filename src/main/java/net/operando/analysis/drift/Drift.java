package net.operando.analysis.drift;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.movie.FrameShift;
import net.operando.data.movie.FrameShifts;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelMask;

/** Finds how the sample moved through a movie. */
public final class Drift {

	/** Quality below which the background was not found again. */
	static final double LEAST_QUALITY = 0.1;

	private Drift() {}

	/** As below, with particles found automatically. */
	public static DriftResult estimate(final Movie movie, final DriftParameters parameters, final Progress progress) {
		return estimate(movie, parameters, null, progress);
	}

	/**
	 * The shift of every frame relative to the first, on both cores and with a few frames in memory. Precision: 0.01 px and
	 * better where the background has contrast; stated per frame.
	 *
	 * @param excluded what is not inert background, in the first frame: particles and where they will grow; null finds them
	 * @throws InsufficientDataException if the movie has one frame, or no background to register on
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static DriftResult estimate(final Movie movie, final DriftParameters parameters, final PixelMask excluded,
		final Progress progress)
	{
		parameters.check();
		if (movie.frameCount() < 2) throw new InsufficientDataException("The movie " + movie.name() +
			" has one frame, so nothing can have moved: give a movie of two frames or more.");
		if (excluded != null && (excluded.width() != movie.width() || excluded.height() != movie.height()))
			throw new InvalidInputException("The mask is for images of " + excluded.width() + " x " + excluded
				.height() + " pixels, but the movie " + movie.name() + " has " + movie.width() + " x " + movie.height() +
				": draw it on this movie.");
		final KeyFrames keys = KeyFrames.of(movie, parameters, excluded, progress.part(0, 0.2));
		final DriftNetwork network = keys.network(progress.part(0.2, 1));
		return result(movie, parameters, keys, network);
	}

	private static DriftResult result(final Movie movie, final DriftParameters parameters, final KeyFrames keys,
		final DriftNetwork network)
	{
		final int n = movie.frameCount();
		final double[] errors = network.standardErrors();
		final double[] sharpness = new double[n];
		for (int i = 0; i < n; i++)
			sharpness[i] = Math.log(keys.match(i).sharpness);
		final double usual = median(sharpness);
		final double[] distances = Arrays.stream(sharpness).map(s -> Math.abs(s - usual)).toArray();
		// a twentieth of the gradients' size, or what stands out from the movie's own scatter
		final double most = Math.max(0.1, 6 * 1.4826 * median(distances));
		final List<FrameShift> shifts = new ArrayList<>(n);
		final List<Integer> far = new ArrayList<>();
		double farthest = 0;
		for (int i = 0; i < n; i++) {
			final Match judged = keys.match(i);
			final double distance = Math.max(Math.abs(network.x(i)), Math.abs(network.y(i)));
			if (!(judged.quality >= LEAST_QUALITY) || Double.isNaN(distance)) {
				shifts.add(FrameShift.unknown());
				continue;
			}
			if (distance > parameters.maxShiftPixels()) far.add(i + 1);
			farthest = Math.max(farthest, distance);
			shifts.add(FrameShift.of(network.x(i), network.y(i), parameters.rotation() ? Math.toDegrees(network.turn(i)) : 0)
				.withQuality(errors[i], judged.quality).withFocus(Math.exp(sharpness[i] - usual), distances[i] > most));
		}
		final List<String> warnings = new ArrayList<>();
		if (!far.isEmpty()) warnings.add("The sample moved by more than maxshiftpx (" + number(parameters.maxShiftPixels()) +
			" px) in " + FrameShifts.frames(far) + ", by up to " + number(farthest) +
			" px: look whether the corrected movie stands still there.");
		if (shifts.stream().filter(s -> !s.isKnown()).count() > n / 2) throw new InsufficientDataException(
			"The background of " + movie.name() +
				" was found again in less than half of its frames: give a mask of what moves or changes, or a larger maxshiftpx.");
		return new DriftResult(FrameShifts.of(movie.times(), shifts), keys.excluded(), warnings);
	}

	private static String number(final double value) {
		return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
	}

	private static double median(final double[] values) {
		final double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v) && !Double.isInfinite(v)).sorted().toArray();
		return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
	}

	/** Indices of the key frames: evenly spaced in the movie, the first and the last included. */
	static int[] keyIndices(final int frames, final int most) {
		final int n = Math.min(frames, Math.max(Math.min(most, 3), Math.min(most, 2 + frames / 40)));
		return IntStream.range(0, n).map(k -> (int) Math.round(k * (frames - 1.0) / (n - 1))).toArray();
	}
}
