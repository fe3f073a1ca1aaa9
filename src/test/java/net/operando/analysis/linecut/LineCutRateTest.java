package net.operando.analysis.linecut;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.operando.analysis.differential.DifferentialForm;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.Json;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rates, standard errors and moving positions of {@link LineCut}. */
class LineCutRateTest {

	private static final int EDGE = 60;
	private static final LinePath SLANTED = LinePath.straight(14.3, 12.6, 42.1, 31.2);
	private static final LineCutParameters RATE = new LineCutParameters();

	/** Static texture, growing exponentially, with independent noise: the seen rate is the same everywhere. */
	private static MemoryMovie growing(final TimeAxis times, final double rate, final double texture, final double noise,
		final long seed)
	{
		final Random random = new Random(seed);
		final double[] base = new double[EDGE * EDGE];
		for (int i = 0; i < base.length; i++)
			base[i] = 10000 * (1 + texture * (random.nextDouble() - 0.5));
		final float[][] frames = new float[times.size()][base.length];
		for (int f = 0; f < frames.length; f++)
			for (int i = 0; i < base.length; i++)
				frames[f][i] = (float) (base[i] * Math.exp(rate * times.seconds(f)) + noise * random.nextGaussian());
		return MemoryMovie.ofValues("g", EDGE, EDGE, frames, times, Calibration.ofMicrometres(0.1), List.of());
	}

	@ParameterizedTest
	@EnumSource(DifferentialForm.class)
	void ratesUseTrueIntervalsAndStandInTheirMiddle(final DifferentialForm form) {
		final TimeAxis times = TimeAxis.of(0, 1.1, 2, 3.05, 20, 21.1, 22);
		for (final RateDefinition definition : RateDefinition.values()) {
			final Kymograph k = LineCut.kymograph(growing(times, 0.02, 0.5, 0, 1), SLANTED, RATE.withForm(form)
				.withRateDefinition(definition), Progress.NONE);
			assertEquals(KymographQuantity.INTENSITY_RATE, k.quantity());
			assertEquals(1, k.lagSeconds());
			assertEquals(5, k.columns(), "no column across the pause");
			assertArrayEquals(new double[] { 0.55, 1.55, 2.525, 20.55, 21.55 }, k.times().toArray(), 1e-12);
			assertTrue(k.warnings().get(0).startsWith("1 frames have no partner"), k.warnings().toString());
			final double[] dt = { 1.1, 0.9, 1.05, 1.1, 0.9 };
			for (int column = 0; column < 5; column++) {
				final double r = Math.exp(0.02 * dt[column]);
				for (int row = 0; row < k.rows(); row++) {
					// 32 bit pixels of 1e4 differ by a part in 1e7, their relative change of 0.02 by one in 2e5
					assertEquals(form.change(1, r) / dt[column], k.value(column, row), 0.02 * 1e-5);
					assertTrue(k.standardError(column, row) < 2e-7, "a texture that both frames share is no noise");
				}
			}
		}
	}

	@Test
	void theTwoDefinitionsDifferAsDocumented() {
		// half the width grows by 10 % at 900 counts, half not at 100
		final float[][] frames = new float[2][EDGE * EDGE];
		for (int i = 0; i < frames[0].length; i++) {
			final boolean bright = i / EDGE < 20;
			frames[0][i] = bright ? 900 : 100;
			frames[1][i] = bright ? 990 : 100;
		}
		final MemoryMovie movie = MemoryMovie.ofValues("m", EDGE, EDGE, frames, TimeAxis.of(0, 1), Calibration.unknown(), List
			.of());
		final LinePath line = LinePath.straight(10, 19.5, 30, 19.5);
		assertEquals(0.09, LineCut.kymograph(movie, line, RATE, Progress.NONE).value(0, 3), 1e-7);
		assertEquals(0.05, LineCut.kymograph(movie, line, RATE.withRateDefinition(RateDefinition.MEAN_OF_RATES),
			Progress.NONE).value(0, 3), 1e-7);
		final LineCutParameters floor = RATE.withFloorCounts(200);
		assertEquals(0.09, LineCut.kymograph(movie, line, floor, Progress.NONE).value(0, 3), 1e-7);
		assertTrue(Float.isNaN(LineCut.kymograph(movie, line, floor.withRateDefinition(RateDefinition.MEAN_OF_RATES),
			Progress.NONE).value(0, 3)));
		assertTrue(Float.isNaN(LineCut.kymograph(movie, line, RATE.withFloorCounts(600), Progress.NONE).value(0, 3)));
	}

	/**
	 * White noise: the stated variance of a mean is, on average, the variance that means have from frame to frame. 1000
	 * frames and some 15 independent positions know the latter within sqrt(2 / 15000) = 1.2 %: 5 % is four of those.
	 */
	@ParameterizedTest
	@CsvSource({ "LINEAR,10", "LINEAR,3", "CUBIC,10" })
	void standardErrorsOfIntensityAreTrue(final Interpolation interpolation, final int width) {
		final MemoryMovie noise = growing(TimeAxis.nominal(1000, 1), 0, 0, 30, 7);
		final Kymograph k = LineCut.kymograph(noise, SLANTED, RATE.withLagSeconds(0).withInterpolation(interpolation)
			.withWidthPixels(width), Progress.NONE);
		assertEquals(1, statedOverTrueVariance(k), 0.05);
	}

	/** As for intensities, on a texture of 30 % that both frames share; noise as in the experiment, 0.28 % per pixel. */
	@ParameterizedTest
	@EnumSource(DifferentialForm.class)
	void standardErrorsOfRatesAreTrue(final DifferentialForm form) {
		final MemoryMovie noisy = growing(TimeAxis.nominal(1000, 1), 0, 0.3, 28, 9);
		final Kymograph k = LineCut.kymograph(noisy, SLANTED, RATE.withForm(form), Progress.NONE);
		assertEquals(1, statedOverTrueVariance(k), 0.05);
		// 0.40 % / sqrt(10) = 0.13 % per position, smaller where interpolation averages
		assertTrue(k.standardError(0, 5) > 0.0003 && k.standardError(0, 5) < 0.002);
	}

	private static double statedOverTrueVariance(final Kymograph k) {
		double stated = 0;
		double found = 0;
		for (int row = 0; row < k.rows(); row++) {
			double sum = 0;
			double squares = 0;
			for (int c = 0; c < k.columns(); c++) {
				sum += k.value(c, row) - k.value(0, row);
				squares += Math.pow(k.value(c, row) - k.value(0, row), 2);
				stated += Math.pow(k.standardError(c, row), 2) / k.columns();
			}
			found += (squares - sum * sum / k.columns()) / (k.columns() - 1);
		}
		return stated / found;
	}

	@Test
	void aWidthOfOneHasNoStandardError() {
		final Kymograph k = LineCut.kymograph(growing(TimeAxis.of(0, 1), 0, 0, 10, 3), SLANTED, RATE.withWidthPixels(1),
			Progress.NONE);
		assertTrue(Float.isNaN(k.standardError(0, 4)) && !Float.isNaN(k.value(0, 4)));
	}

	@Test
	void positionsMoveWithTheRod() {
		// a pattern that stretches about x = 30 with the rod's length
		final double[] length = { 20, 20.7, 21.4, Double.NaN };
		final float[][] frames = new float[4][EDGE * EDGE];
		for (int f = 0; f < 4; f++)
			for (int i = 0; i < frames[f].length; i++) {
				final double stretch = Double.isNaN(length[f]) ? 1 : length[f] / 20;
				frames[f][i] = (float) (1000 + 50 * (30 + (i % EDGE - 30) / stretch));
			}
		final MemoryMovie movie = MemoryMovie.ofValues("m", EDGE, EDGE, frames, TimeAxis.of(0, 1, 2, 3), Calibration
			.ofMicrometres(0.1), List.of());
		final LinePath line = LinePath.straight(20, 30, 40, 30);
		final LineCutParameters p = RATE.withLagSeconds(0).withComoving(length);
		final Kymograph middle = LineCut.kymograph(movie, line, p, Progress.NONE);
		for (int row = 0; row <= 20; row++) {
			for (int c = 0; c < 3; c++)
				// linear samples of a linear pattern; 32 bit rounding of 3000
				assertEquals(1000 + 50 * (20 + row), middle.value(c, row), 1e-3);
			assertTrue(Float.isNaN(middle.value(3, row)), "where the length is not known there is no position");
		}
		final Kymograph rate = LineCut.kymograph(movie, line, p.withLagSeconds(1), Progress.NONE);
		assertEquals(0, rate.value(1, 18), 1e-6, "nothing changes at a point of the rod");
		final Kymograph still = LineCut.kymograph(movie, line, RATE, Progress.NONE);
		assertTrue(still.value(1, 18) < -3e-3, "but at a point of the image it does");
		// about the first end: position 20 is then read 1 px further out in frame 1 than about the middle... by 10 * 0.035
		final Kymograph first = LineCut.kymograph(movie, line, p.withFixedFraction(0), Progress.NONE);
		assertEquals(1000 + 50 * (30 + (20 * 1.035 - 10) / 1.035), first.value(1, 20), 1e-3);
		final Kymograph reference = LineCut.kymograph(movie, line, p.withReferenceLengthMetres(10), Progress.NONE);
		assertEquals(1000 + 50 * (30 + 2 * -5), reference.value(0, 5), 1e-3, "twice as far from the middle");
	}

	@Test
	void parametersAreCheckedAndGoThroughJson() {
		final MemoryMovie movie = growing(TimeAxis.of(0, 1), 0, 0, 0, 3);
		for (final LineCutParameters wrong : List.of(RATE.withWidthPixels(0), RATE.withLagSeconds(-1), RATE.withLagSeconds(
			Double.NaN), RATE.withFloorCounts(-1), RATE.withForm(null), RATE.withComoving(new double[3]), RATE.withComoving(
				new double[2]), RATE.withComoving(new double[] { Double.NaN, Double.NaN }), RATE.withComoving(new double[] { 1,
					1 }).withRateDefinition(RateDefinition.MEAN_OF_RATES), RATE.withComoving(new double[] { 1, 1 })
						.withFixedFraction(2)))
			assertThrows(InvalidInputException.class, () -> LineCut.kymograph(movie, SLANTED, wrong, Progress.NONE));
		final LineCutParameters p = RATE.withComoving(new double[] { 1, Double.NaN, 1.1 }).withInterpolation(
			Interpolation.CUBIC).withSampling(LineSampling.END_TO_END).withWidthPixels(7).withPartialWidth(true);
		final String json = Json.write(p);
		final LineCutParameters read = Json.read(json, LineCutParameters.class, "line-cut");
		assertEquals(json, Json.write(read));
		assertEquals("[1.0, NaN, 1.1]", Arrays.toString(read.lengthMetresByFrame()));
		final double[] given = { 1, 2 };
		final LineCutParameters kept = RATE.withComoving(given);
		given[0] = 5;
		kept.lengthMetresByFrame()[1] = 7;
		assertArrayEquals(new double[] { 1, 2 }, kept.lengthMetresByFrame(), "immutable");
	}

	@Test
	void samplesAreTheStraightenedLine() {
		final MemoryMovie movie = growing(TimeAxis.of(0, 1), 0, 0.5, 0, 5);
		final LineSampler sampler = LineSampler.of(movie, LinePath.straight(10, 20, 15, 20), RATE.withWidthPixels(3));
		final LineSamples samples = sampler.samples(0);
		assertEquals(6, samples.rows());
		assertEquals(3, samples.width());
		assertEquals(1, sampler.stepPixels());
		// across runs to the right of someone walking along the line, so downward here
		assertEquals(movie.frame(0, null)[19 * EDGE + 12], samples.value(2, 0));
		assertEquals(movie.frame(0, null)[21 * EDGE + 12], samples.value(2, 2));
	}
}
