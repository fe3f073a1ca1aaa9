package net.operando.data.movie;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import net.operando.base.InvalidInputException;
import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link BinnedMovie} against means taken sample by sample. */
class BinnedMovieTest {

	private static final Calibration PIXEL = Calibration.ofMicrometres(0.0347);

	private static short[][] randomCounts(final int frames, final int samples, final long seed) {
		final Random random = new Random(seed);
		final short[][] counts = new short[frames][samples];
		for (final short[] frame : counts)
			for (int i = 0; i < samples; i++)
				// the whole range, and often its ends, where carrying between bytes goes wrong first
				frame[i] = (short) (random.nextInt(4) == 0 ? random.nextInt(2) * 65534 : random.nextInt(65536));
		return counts;
	}

	private static MemoryMovie movie(final short[][] counts, final int width, final int height) {
		return MemoryMovie.ofCounts("movie", width, height, counts, TimeAxis.nominal(counts.length, 0.5), PIXEL);
	}

	private static double mean(final short[][] counts, final int width, final BinningParameters p, final FrameGroups groups,
		final int group, final int x, final int y)
	{
		double sum = 0;
		for (int f = 0; f < groups.frameCount(group); f++)
			for (int j = 0; j < p.spatialBin(); j++)
				for (int i = 0; i < p.spatialBin(); i++)
					sum += counts[groups.firstFrame(group) + f][(y * p.spatialBin() + j) * width + x * p.spatialBin() + i] & 0xffff;
		return sum / (p.spatialBin() * p.spatialBin() * groups.frameCount(group));
	}

	// 50 is one bin; odd sizes leave a border, and rows that begin inside a word
	@ParameterizedTest
	@CsvSource({ "1,1,5", "2,2,7", "2,5,11", "3,1,4", "3,4,9", "5,3,7", "3,200,401", "50,3,4", "1,300,300" })
	void meansOfCountsAreRight(final int spatial, final int temporal, final int frames) {
		final int width = 53;
		final int height = 51;
		final short[][] counts = randomCounts(frames, width * height, 11 + spatial);
		final BinningParameters parameters = new BinningParameters().withSpatialBin(spatial).withTemporalBin(temporal);
		final BinnedMovie binned = BinnedMovie.of(movie(counts, width, height), parameters);
		assertEquals(width / spatial, binned.width());
		assertEquals((frames + temporal - 1) / temporal, binned.frameCount());
		for (int group = 0; group < binned.frameCount(); group++) {
			final float[] frame = binned.frame(group, null);
			for (int y = 0; y < binned.height(); y++)
				for (int x = 0; x < binned.width(); x++) {
					final double expected = mean(counts, width, parameters, binned.groups(), group, x, y);
					// three roundings to 32 bit: of the sum, of the scale, of their product
					assertEquals(expected, frame[y * binned.width() + x], 2e-7 * expected, "at " + x + ", " + y);
				}
		}
	}

	@Test
	void aPartOfAFrameIsThatPartOfTheWhole() {
		final BinningParameters parameters = new BinningParameters().withSpatialBin(3).withTemporalBin(4);
		final MemoryMovie movie = movie(randomCounts(9, 40 * 31, 3), 40, 31);
		final Region region = Region.of(4, 2, 5, 4);
		for (int group = 0; group < 3; group++) {
			final float[] alone = BinnedMovie.of(movie, parameters).region(group, region, null);
			final BinnedMovie binned = BinnedMovie.of(movie, parameters);
			final float[] whole = binned.frame(group, null);
			final float[] part = new float[region.size()];
			for (int y = 0; y < region.height(); y++)
				System.arraycopy(whole, (region.y() + y) * 13 + region.x(), part, y * region.width(), region.width());
			assertArrayEquals(part, alone);
			assertArrayEquals(part, binned.region(group, region, new float[region.size()]));
		}
	}

	@Test
	void valuesAreAveragedAsCountsAreAndNaNStays() {
		final float[][] values = { { 1, 2, 3, Float.NaN }, { 5, 6, 7, 8 } };
		final MemoryMovie movie = MemoryMovie.ofValues("v", 2, 2, values, TimeAxis.nominal(2, 1), PIXEL, List.of("seen"));
		final BinnedMovie inTime = BinnedMovie.of(movie, new BinningParameters().withSpatialBin(1));
		assertArrayEquals(new float[] { 3, 4, 5, Float.NaN }, inTime.frame(0, null));
		assertEquals(List.of("seen"), inTime.warnings());
		assertTrue(Float.isNaN(BinnedMovie.of(movie, new BinningParameters()).frame(0, null)[0]));
		assertEquals(1, values[0][0], "the input is not changed");
	}

	@Test
	void saturatedSamplesAreCountedAndSaid() {
		final short[][] counts = new short[4][20 * 20];
		counts[1][25] = -1;
		counts[1][26] = -1;
		counts[3][399] = -1;
		counts[3][0] = -2;
		final BinnedMovie binned = BinnedMovie.of(movie(counts, 20, 20), new BinningParameters());
		assertEquals(List.of(), binned.warnings());
		binned.frame(0, null);
		assertEquals(2, binned.saturatedSamples());
		binned.frame(1, null);
		assertEquals(3, binned.saturatedSamples());
		assertTrue(binned.warnings().get(0).startsWith("3 samples are saturated (at 65535)"), binned.warnings().toString());
		// a part of a frame counts what it holds
		final BinnedMovie part = BinnedMovie.of(movie(counts, 20, 20), new BinningParameters());
		part.region(0, Region.of(2, 0, 2, 2), null);
		assertEquals(2, part.saturatedSamples());
	}

	@Test
	void saturationOf8BitMoviesIsAt255() {
		final MemoryMovie values = MemoryMovie.ofValues("v", 2, 2, new float[][] { { 255, 254, 255, 0 } }, TimeAxis.of(0),
			PIXEL, List.of());
		final BinnedMovie binned = BinnedMovie.of(new As8Bit(values), new BinningParameters());
		binned.frame(0, null);
		assertEquals(2, binned.saturatedSamples());
		assertEquals(255, binned.fullScale());
	}

	@Test
	void scalesAndBordersAreStated() {
		final BinnedMovie binned = BinnedMovie.of(movie(new short[5][11 * 6], 11, 6), new BinningParameters());
		assertEquals(0.0694, binned.calibration().micrometresPerPixel(), 1e-15, "one rounding of 0.07");
		assertEquals(PixelType.FLOAT32, binned.pixelType());
		assertEquals(65535, binned.fullScale());
		assertTrue(binned.times().isNominal());
		assertTrue(binned.warnings().get(0).startsWith("The last 1 columns and 0 rows"), binned.warnings().toString());
		assertTrue(binned.warnings().get(1).startsWith("1 of 3 binned frames hold fewer"), binned.warnings().toString());
	}

	@Test
	void consumersWhoWalkTogetherHaveEachFrameMadeOnce() {
		final AtomicInteger reads = new AtomicInteger();
		final BinnedMovie binned = BinnedMovie.of(new Counting(movie(randomCounts(60, 64, 5), 8, 8), reads),
			new BinningParameters());
		for (int i = 0; i < binned.frameCount(); i++)
			for (int back = 0; back < 3; back++)
				binned.frame(Math.max(0, i - back), null);
		assertEquals(60, reads.get());
	}

	@Test
	void threadsGetTheSameFrames() {
		final MemoryMovie movie = movie(randomCounts(64, 40 * 40, 8), 40, 40);
		final BinnedMovie alone = BinnedMovie.of(movie, new BinningParameters());
		final BinnedMovie shared = BinnedMovie.of(movie, new BinningParameters());
		final float[][] frames = new float[256][];
		Parallel.loop(frames.length, Progress.NONE, "test", i -> frames[i] = shared.frame(i * 7 % 32, null));
		for (int i = 0; i < frames.length; i++)
			assertArrayEquals(alone.frame(i * 7 % 32, null), frames[i]);
	}

	@Test
	void whatCannotBeMeantIsRefused() {
		final MemoryMovie movie = movie(new short[2][12], 4, 3);
		final BinningParameters p = new BinningParameters();
		for (final BinningParameters wrong : List.of(p.withSpatialBin(0), p.withTemporalBin(0), p.withGapFactor(1), p
			.withGapFactor(Double.NaN), p.withSpatialBin(4), p.withSpatialBin(3).withTemporalBin(4000)))
			assertThrows(InvalidInputException.class, () -> BinnedMovie.of(movie, wrong));
	}

	@Test
	void parametersGoThroughJson() {
		final BinningParameters p = new BinningParameters().withSpatialBin(3).withTemporalBin(15).withGapFactor(2.5);
		final BinningParameters read = Json.read(Json.write(p), BinningParameters.class, "binning");
		assertEquals(Json.write(p), Json.write(read));
		assertEquals(2.5, read.gapFactor());
	}

	@Test
	void cacheKeepsWhatWasAskedForLast() {
		final FrameCache<Integer> cache = new FrameCache<>(2, 1);
		final AtomicInteger made = new AtomicInteger();
		assertEquals(2, cache.capacity());
		for (final int frame : new int[] { 0, 1, 0, 2, 0, 1 })
			assertEquals(frame * 10, cache.get(frame, f -> {
				made.incrementAndGet();
				return f * 10;
			}));
		assertEquals(4, made.get(), "0, 1, 2, and 1 again, which 2 pushed out");
		assertEquals(null, cache.peek(2));
		assertEquals(10, cache.peek(1));
		assertFalse(new FrameCache<>(5, Long.MAX_VALUE / 4).capacity() > 1, "one is kept however large");
	}

	/** Says that its values are 8 bit. */
	private static class As8Bit extends Counting {

		As8Bit(final Movie movie) {
			super(movie, new AtomicInteger());
		}

		@Override
		public PixelType pixelType() {
			return PixelType.UINT8;
		}
	}

	/** Counts the frames read. */
	private static class Counting implements Movie {

		private final Movie movie;
		private final AtomicInteger reads;

		Counting(final Movie movie, final AtomicInteger reads) {
			this.movie = movie;
			this.reads = reads;
		}

		@Override
		public String name() {
			return movie.name();
		}

		@Override
		public int width() {
			return movie.width();
		}

		@Override
		public int height() {
			return movie.height();
		}

		@Override
		public int frameCount() {
			return movie.frameCount();
		}

		@Override
		public PixelType pixelType() {
			return movie.pixelType();
		}

		@Override
		public TimeAxis times() {
			return movie.times();
		}

		@Override
		public Calibration calibration() {
			return movie.calibration();
		}

		@Override
		public List<String> warnings() {
			return movie.warnings();
		}

		@Override
		public float[] frame(final int frame, final float[] reuse) {
			reads.incrementAndGet();
			return movie.frame(frame, reuse);
		}

		@Override
		public short[] frame16(final int frame, final short[] reuse) {
			reads.incrementAndGet();
			return movie.frame16(frame, reuse);
		}

		@Override
		public void close() {
			movie.close();
		}
	}
}
