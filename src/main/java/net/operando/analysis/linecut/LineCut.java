package net.operando.analysis.linecut;

import java.util.ArrayList;
import java.util.List;

import net.operando.analysis.differential.Differential;
import net.operando.analysis.differential.DifferentialParameters;
import net.operando.analysis.differential.LagPairs;
import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.FrameCache;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;

/** Cuts kymographs from movies along a line. Stateless. */
public final class LineCut {

	private LineCut() {}

	/**
	 * The intensity, or its rate of change, along a line against time: one column per frame, or per pair of frames a lag
	 * apart at the middle of its interval. Times are the recorded ones. Sums are in double precision, values are rounded
	 * to 32 bit once. A value is NaN if its position or part of its width is outside the image (see
	 * {@link LineCutParameters#partialWidth()}) or its denominator is below the floor.
	 * <p>
	 * Standard errors come from the scatter across the width (see {@link LineSamples}): of an intensity, structure across
	 * the width included; of a rate, without what both frames share. They are NaN for a width of one pixel.
	 * <p>
	 * Uses all cores; holds the samples of one lag, not the movie.
	 *
	 * @param movie intensities in counts, NaN where there are none
	 * @param line in pixels
	 * @throws net.operando.base.InvalidInputException if a parameter cannot be meant or the line is outside
	 * @throws net.operando.base.InsufficientDataException if no two frames are a lag apart
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static Kymograph kymograph(final Movie movie, final LinePath line, final LineCutParameters parameters,
		final Progress progress)
	{
		parameters.check(movie.frameCount());
		if (!parameters.isRate()) return means(movie, line, parameters, KymographQuantity.INTENSITY, progress);
		if (parameters.rateDefinition() == RateDefinition.RATE_OF_MEAN) return rates(movie, line, parameters, progress);
		final Movie rates = Differential.movie(movie, new DifferentialParameters().withLagSeconds(parameters.lagSeconds())
			.withForm(parameters.form()).withFloorCounts(parameters.floorCounts()));
		return means(rates, line, parameters, KymographQuantity.INTENSITY_RATE, progress);
	}

	private static Kymograph means(final Movie movie, final LinePath line, final LineCutParameters parameters,
		final KymographQuantity quantity, final Progress progress)
	{
		final LineSampler sampler = LineSampler.of(movie, line, parameters);
		final float[][] values = new float[movie.frameCount()][sampler.rows()];
		final float[][] errors = new float[movie.frameCount()][sampler.rows()];
		Parallel.loop(values.length, progress, "cutting the kymograph", i -> {
			final LineSamples samples = sampler.samples(i);
			for (int row = 0; row < sampler.rows(); row++) {
				values[i][row] = (float) samples.mean(row);
				errors[i][row] = (float) samples.standardError(row);
			}
		});
		return kymograph(values, errors, movie.times(), sampler, movie, quantity, quantity.isRate() ? parameters.lagSeconds()
			: 0, movie.warnings());
	}

	private static Kymograph rates(final Movie movie, final LinePath line, final LineCutParameters parameters,
		final Progress progress)
	{
		final LineSampler sampler = LineSampler.of(movie, line, parameters);
		final LagPairs pairs = LagPairs.of(movie.times(), parameters.lagSeconds());
		final double floor = DifferentialParameters.floor(parameters.floorCounts(), movie.fullScale());
		final FrameCache<LineSamples> cache = new FrameCache<>(pairs.span() + 2 * Runtime.getRuntime()
			.availableProcessors() + 1, 4L * sampler.rows() * (parameters.widthPixels() + 2));
		final float[][] values = new float[pairs.count()][sampler.rows()];
		final float[][] errors = new float[pairs.count()][sampler.rows()];
		Parallel.loop(values.length, progress, "cutting the kymograph", i -> {
			final LineSamples first = cache.get(pairs.first(i), sampler::samples);
			final LineSamples second = cache.get(pairs.second(i), sampler::samples);
			final double[] rate = new double[2];
			for (int row = 0; row < sampler.rows(); row++) {
				first.rate(row, second, pairs.intervalSeconds(i), parameters.form(), floor, rate);
				values[i][row] = (float) rate[0];
				errors[i][row] = (float) rate[1];
			}
		});
		final List<String> warnings = new ArrayList<>(movie.warnings());
		if (pairs.withoutPartner() > 0) warnings.add(pairs.withoutPartner() +
			" frames have no partner one lag later, because of pauses, and were left out.");
		return kymograph(values, errors, pairs.midTimes(), sampler, movie, KymographQuantity.INTENSITY_RATE, parameters
			.lagSeconds(), warnings);
	}

	private static Kymograph kymograph(final float[][] values, final float[][] errors, final TimeAxis times,
		final LineSampler sampler, final Movie movie, final KymographQuantity quantity, final double lagSeconds,
		final List<String> movieWarnings)
	{
		final List<String> warnings = new ArrayList<>(movieWarnings);
		if (sampler.positionsOutside() > 0) warnings.add(sampler.positionsOutside() + " of " + sampler.rows() +
			" positions of the line reach out of the image and have no value.");
		final double step = movie.calibration().isKnown() ? movie.calibration().metresPerPixel() * sampler.stepPixels()
			: Double.NaN;
		return Kymograph.of(values, errors, times, step, quantity, lagSeconds, warnings);
	}
}
