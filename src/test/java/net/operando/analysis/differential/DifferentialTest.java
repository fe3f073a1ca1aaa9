package net.operando.analysis.differential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import net.operando.base.CancelledException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.Json;
import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.BinningParameters;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Differential} and {@link DifferentialMovie} against the formulae, pixel by pixel. */
class DifferentialTest {

	private static final int WIDTH = 17;
	private static final int HEIGHT = 9;

	/** Irregular times with a pause. */
	private static final TimeAxis TIMES = TimeAxis.of(0, 1.02, 1.97, 3, 4.1, 30, 31.05, 32, 33.01, 34);

	private static MemoryMovie movie(final long seed) {
		final Random random = new Random(seed);
		final short[][] counts = new short[TIMES.size()][WIDTH * HEIGHT];
		for (final short[] frame : counts)
			for (int i = 0; i < frame.length; i++)
				frame[i] = (short) (1000 + random.nextInt(60000));
		return MemoryMovie.ofCounts("m", WIDTH, HEIGHT, counts, TIMES, Calibration.ofMicrometres(0.1));
	}

	@ParameterizedTest
	@EnumSource(DifferentialForm.class)
	void everyFormIsItsFormula(final DifferentialForm form) {
		final MemoryMovie movie = movie(1);
		final DifferentialMovie rates = Differential.movie(movie, new DifferentialParameters().withLagSeconds(2).withForm(
			form));
		assertEquals(PixelType.FLOAT32, rates.pixelType());
		assertTrue(rates.frameCount() > 4);
		for (int f = 0; f < rates.frameCount(); f++) {
			final float[] frame = rates.frame(f, null);
			final int a = rates.pairs().first(f);
			final int b = rates.pairs().second(f);
			final double dt = TIMES.seconds(b) - TIMES.seconds(a);
			for (int i = 0; i < frame.length; i++) {
				final double x = movie.frame(a, null)[i];
				final double y = movie.frame(b, null)[i];
				final double expected = form == DifferentialForm.FRACTIONAL ? (y - x) / (x * dt)
					: form == DifferentialForm.SYMMETRIC ? 2 * (y - x) / ((x + y) * dt) : Math.log(y / x) / dt;
				// four roundings to 32 bit of 6e-8 each
				assertEquals(expected, frame[i], 2.5e-7 * Math.abs(expected));
			}
		}
	}

	@Test
	void theDenominatorIsAlwaysTheRecordedFrame() {
		// an exponential rise has the same rate in every frame; a script that divides its array in place divides by the
		// ratios it has just written, and is wrong from the second lag on
		final short[][] counts = new short[12][4];
		for (int f = 0; f < counts.length; f++)
			for (int i = 0; i < 4; i++)
				counts[f][i] = (short) Math.round(8000 * Math.pow(2, 0.25 * f));
		final MemoryMovie movie = MemoryMovie.ofCounts("m", 2, 2, counts, TimeAxis.nominal(12, 1), Calibration.unknown());
		final short[] before = counts[5].clone();
		final MemoryMovie rates = Differential.stack(movie, new DifferentialParameters(), Progress.NONE);
		for (int f = 0; f < rates.frameCount(); f++)
			// counts are rounded to 1 in 8000, twice
			assertEquals(Math.pow(2, 0.25) - 1, rates.frame(f, null)[3], 1.3e-4 * 1.2);
		assertArrayEquals(before, counts[5], "the input is not changed");
	}

	@Test
	void belowTheFloorThereIsNoRate() {
		final float[][] values = { { 100, 50, 0, -5, Float.NaN }, { 110, 55, 10, 5, 10 } };
		final MemoryMovie movie = MemoryMovie.ofValues("v", 5, 1, values, TimeAxis.of(0, 1), Calibration.unknown(), List
			.of());
		final DifferentialParameters p = new DifferentialParameters();
		assertArrayEquals(new float[] { 0.1f, Float.NaN, Float.NaN, Float.NaN, Float.NaN }, Differential.movie(movie, p
			.withFloorCounts(60)).frame(0, null), 1e-8f);
		assertArrayEquals(new float[] { 0.1f, 0.1f, Float.NaN, Float.NaN, Float.NaN }, Differential.movie(movie, p
			.withFloorCounts(50)).frame(0, null), 1e-8f);
		// without a full scale only what is not above 0 is left out
		assertArrayEquals(new float[] { 0.1f, 0.1f, Float.NaN, Float.NaN, Float.NaN }, Differential.movie(movie, p).frame(0,
			null), 1e-8f);
		for (final DifferentialForm form : DifferentialForm.values())
			assertTrue(Float.isNaN(Differential.movie(movie, p.withForm(form).withFloorCounts(60)).frame(0, null)[1]));
	}

	@Test
	void theAutomaticFloorIsTenTimesTheNoise() {
		final MemoryMovie counts = movie(2);
		// 10 x 6.8 e- / 0.51 e- per count
		assertEquals(133.3, new DifferentialParameters().floorFor(counts), 0.05);
		assertEquals(133.3, new DifferentialParameters().floorFor(BinnedMovie.of(counts, new BinningParameters())), 0.05);
		// 10 / sqrt(12): rounding is larger than a read noise of 0.05 counts of 255
		assertEquals(2.887, DifferentialParameters.floor(Double.NaN, 255), 0.001);
		assertEquals(7, new DifferentialParameters().withFloorCounts(7).floorFor(counts));
	}

	@Test
	void blocksAreMeansOfTheIntensityNotOfRates() {
		final MemoryMovie movie = movie(3);
		final DifferentialMovie rates = Differential.movie(movie, new DifferentialParameters().withLagSeconds(2)
			.withBlockFrames(2));
		final BinnedMovie blocks = BinnedMovie.of(movie, new BinningParameters().withSpatialBin(1));
		final int a = rates.pairs().first(0);
		final int b = rates.pairs().second(0);
		final double expected = (blocks.frame(b, null)[7] / (double) blocks.frame(a, null)[7] - 1) / (blocks.times().seconds(
			b) - blocks.times().seconds(a));
		assertEquals(expected, rates.frame(0, null)[7], 2.5e-7 * Math.max(1, Math.abs(expected)));
	}

	@Test
	void stackAndPartsAreTheMovie() {
		final MemoryMovie movie = movie(4);
		for (final DifferentialForm form : DifferentialForm.values()) {
			final DifferentialParameters p = new DifferentialParameters().withForm(form);
			final DifferentialMovie rates = Differential.movie(movie, p);
			final MemoryMovie stack = Differential.stack(movie, p, Progress.NONE);
			assertEquals(rates.frameCount(), stack.frameCount());
			assertArrayEquals(rates.times().toArray(), stack.times().toArray());
			final Region region = Region.of(3, 2, 6, 5);
			for (int f = 0; f < rates.frameCount(); f++) {
				assertArrayEquals(rates.frame(f, null), stack.frame(f, null));
				assertArrayEquals(stack.region(f, region, null), rates.region(f, region, null));
			}
			assertTrue(stack.warnings().get(0).startsWith("1 frames have no partner"), stack.warnings().toString());
		}
	}

	@Test
	void aCancelledStackStops() {
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				// not looked at
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class, () -> Differential.stack(movie(5), new DifferentialParameters(), cancelled));
	}

	@Test
	void parametersAreCheckedAndGoThroughJson() {
		final DifferentialParameters p = new DifferentialParameters();
		for (final DifferentialParameters wrong : List.of(p.withLagSeconds(0), p.withLagSeconds(Double.NaN), p
			.withFloorCounts(-1), p.withBlockFrames(0), p.withForm(null)))
			assertThrows(InvalidInputException.class, () -> Differential.movie(movie(6), wrong));
		final DifferentialParameters read = Json.read(Json.write(p.withForm(DifferentialForm.LOG_RATIO).withBlockFrames(3)),
			DifferentialParameters.class, "differential");
		assertEquals(DifferentialForm.LOG_RATIO, read.form());
		assertEquals(3, read.blockFrames());
		assertTrue(Double.isNaN(read.floorCounts()));
	}

	@Test
	void slopesAreDerivatives() {
		for (final DifferentialForm form : DifferentialForm.values())
			for (final double ratio : new double[] { 0.7, 1, 1.3 }) {
				final double h = 1e-5;
				final double numeric = (form.change(1, ratio + h) - form.change(1, ratio - h)) / (2 * h);
				// a central difference is off by h^2 and rounding / h
				assertEquals(numeric, form.slope(ratio), 1e-9);
			}
	}
}
