package net.operando.analysis.linecut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@link LineCut} takes its samples, and what it makes of them: against sums written out, and closed forms. */
class LineCutGeometryTest {

	private static final LineCutParameters INTENSITY = new LineCutParameters().withLagSeconds(0);

	private static MemoryMovie counts(final int width, final int height, final long seed) {
		final Random random = new Random(seed);
		final short[][] frames = new short[3][width * height];
		for (final short[] frame : frames)
			for (int i = 0; i < frame.length; i++)
				// below 32768 a 32 bit value is within 1e-3 of the number it rounds
				frame[i] = (short) random.nextInt(32768);
		return MemoryMovie.ofCounts("m", width, height, frames, TimeAxis.of(0, 1, 2.5), Calibration.ofMicrometres(0.0694));
	}

	/** A formula for each pixel. */
	private static MemoryMovie image(final int width, final int height, final Pixel pixel) {
		final float[] frame = new float[width * height];
		for (int i = 0; i < frame.length; i++)
			frame[i] = (float) pixel.at(i % width, i / width);
		return MemoryMovie.ofValues("i", width, height, new float[][] { frame }, TimeAxis.of(0), Calibration.unknown(), List
			.of());
	}

	private interface Pixel {

		double at(double x, double y);
	}

	private static Kymograph cut(final MemoryMovie movie, final LinePath line, final LineCutParameters parameters) {
		return LineCut.kymograph(movie, line, parameters, Progress.NONE);
	}

	/** The bilinear mean across a straight line at a position, written without any of what is tested. */
	private static double reference(final float[] frame, final int width, final int height, final LinePath line,
		final double at, final int samples)
	{
		final double theta = Math.atan2(line.y(1) - line.y(0), line.x(1) - line.x(0));
		double sum = 0;
		for (int k = 0; k < samples; k++) {
			final double u = k - (samples - 1) / 2.0;
			final double x = line.x(0) + at * Math.cos(theta) - u * Math.sin(theta);
			final double y = line.y(0) + at * Math.sin(theta) + u * Math.cos(theta);
			if (x < 0 || y < 0 || x > width - 1 || y > height - 1) return Double.NaN;
			for (int j = 0; j < height; j++)
				for (int i = 0; i < width; i++)
					sum += Math.max(0, 1 - Math.abs(x - i)) * Math.max(0, 1 - Math.abs(y - j)) * frame[j * width + i];
		}
		return sum / samples;
	}

	@Test
	void equalsAnIndependentBilinearReferenceTo1e3Counts() {
		final int width = 47;
		final int height = 39;
		final MemoryMovie movie = counts(width, height, 21);
		final Random random = new Random(22);
		int compared = 0;
		for (int trial = 0; trial < 40; trial++) {
			final LinePath line = LinePath.straight(random.nextDouble() * 60 - 6, random.nextDouble() * 50 - 6, random
				.nextDouble() * width, random.nextDouble() * height);
			final int samples = 1 + trial % 12;
			final LineSampling sampling = LineSampling.values()[trial % 2];
			final Kymograph kymograph;
			try {
				kymograph = cut(movie, line, INTENSITY.withWidthPixels(samples).withSampling(sampling));
			}
			catch (final InvalidInputException e) {
				assertTrue(e.getMessage().contains("lies outside the image"), e.getMessage());
				continue;
			}
			final double step = sampling == LineSampling.PIXEL_STEPS ? 1 : line.length() / Math.ceil(line.length());
			assertEquals((int) Math.floor(line.length() / step + 1e-6) + 1, kymograph.rows());
			for (int column = 0; column < 3; column++)
				for (int row = 0; row < kymograph.rows(); row++) {
					final double expected = reference(movie.frame(column, null), width, height, line, row * step, samples);
					assertEquals(Double.isNaN(expected), Float.isNaN(kymograph.value(column, row)));
					if (Double.isNaN(expected)) continue;
					assertEquals(expected, kymograph.value(column, row), 1e-3);
					compared++;
				}
		}
		assertTrue(compared > 1000, "enough positions inside: " + compared);
	}

	// the criterion; linear for features from 16 px, cubic from 4 px
	@ParameterizedTest
	@ValueSource(doubles = { 0, 17, 33.7, 45, 90, 180 })
	void turningTheSceneDoesNotChangeTheProfile(final double degrees) {
		assertTurned(16, degrees, Interpolation.LINEAR);
		assertTurned(4, degrees, Interpolation.CUBIC);
	}

	private static void assertTurned(final double sigma, final double degrees, final Interpolation interpolation) {
		final LineCutParameters parameters = INTENSITY.withInterpolation(interpolation);
		// fractional ends: pixels fall between samples at every angle
		final double from = -5.5 * sigma - 0.37;
		final Scene upright = new Scene(sigma, 0);
		final Scene turned = new Scene(sigma, degrees);
		final Kymograph before = cut(upright.movie(), upright.line(from, from + 11 * sigma), parameters);
		final Kymograph after = cut(turned.movie(), turned.line(from, from + 11 * sigma), parameters);
		assertEquals(before.rows(), after.rows());
		for (int row = 0; row < before.rows(); row++) {
			assertEquals(1, after.value(0, row) / before.value(0, row), 1e-3, "at " + row + " px");
			double exact = 0;
			for (int k = 0; k < 10; k++)
				exact += upright.value(from + row, k - 4.5) / 10;
			assertEquals(1, after.value(0, row) / exact, 1e-3, "the closed form at " + row + " px");
		}
	}

	@Test
	void theWidthLiesAlongTheNormal() {
		// what varies along a line only has no scatter across it, at any angle; a width laid along (1,1) mixes positions
		for (final double degrees : new double[] { 0, 30, 45, 90, 120, 180, 270 }) {
			final double c = Math.cos(Math.toRadians(degrees));
			final double s = Math.sin(Math.toRadians(degrees));
			final MemoryMovie movie = image(61, 61, (x, y) -> 100 + 7 * ((x - 30) * c + (y - 30) * s));
			final Kymograph k = cut(movie, LinePath.straight(30 - 10 * c, 30 - 10 * s, 30 + 10 * c, 30 + 10 * s), INTENSITY
				.withWidthPixels(15));
			assertEquals(21, k.rows());
			for (int row = 0; row < 21; row++) {
				// a plane is interpolated exactly; 32 bit rounding of about 100
				assertEquals(30 + 7 * row, k.value(0, row), 3e-5);
				assertEquals(0, k.standardError(0, row), 2e-5);
			}
		}
	}

	@Test
	void theMeanIsTakenNotTheMaximum() {
		final MemoryMovie movie = image(9, 9, (x, y) -> y == 3 ? 100 : y == 4 ? 40 : 10);
		// rows 3, 4 and 5
		assertEquals(50, cut(movie, LinePath.straight(1, 4, 7, 4), INTENSITY.withWidthPixels(3)).value(0, 2));
	}

	@Test
	void cubicIsExactForQuadraticsAndLinearIsNot() {
		final MemoryMovie movie = image(40, 40, (x, y) -> 3 * x * x - 2 * x * y + y * y + x);
		final LinePath line = LinePath.straight(8.3, 9.2, 25.9, 30.1);
		final Kymograph cubic = cut(movie, line, INTENSITY.withWidthPixels(1).withInterpolation(Interpolation.CUBIC));
		final Kymograph linear = cut(movie, line, INTENSITY.withWidthPixels(1));
		for (int row = 0; row < cubic.rows(); row++) {
			final double x = 8.3 + row * (25.9 - 8.3) / line.length();
			final double y = 9.2 + row * (30.1 - 9.2) / line.length();
			final double exact = 3 * x * x - 2 * x * y + y * y + x;
			// 32 bit pixels and values of up to 2000
			assertEquals(exact, cubic.value(0, row), 5e-4);
		}
		assertTrue(Math.abs(linear.value(0, 5) - cubic.value(0, 5)) > 0.1, "a linear sample lies on the chord");
	}

	@Test
	void weightsSumTo1AndStayInside() {
		final double[] w = new double[4];
		for (final Interpolation kind : Interpolation.values()) {
			for (double x = 1; x <= 8; x += 0.0625) {
				assertTrue(kind.support(x, 10, w) != Interpolation.OUTSIDE);
				assertEquals(1, w[0] + w[1] + w[2] + w[3], 1e-15, "three additions of numbers below 1.2");
			}
			assertEquals(Interpolation.OUTSIDE, kind.support(-0.01, 10, w));
			assertEquals(Interpolation.OUTSIDE, kind.support(9.01, 10, w));
			assertEquals(Interpolation.OUTSIDE, kind.support(Double.NaN, 10, w));
			assertTrue(kind.support(0, 10, w) != Interpolation.OUTSIDE, "a pixel's own centre needs that pixel alone");
			assertTrue(kind.support(9 + 1e-12, 10, w) != Interpolation.OUTSIDE, "rounding does not push it out");
		}
		assertEquals(Interpolation.OUTSIDE, Interpolation.CUBIC.support(0.5, 10, w), "the pixel at -1 is missing");
		assertFalse(Interpolation.LINEAR.support(0.5, 10, w) == Interpolation.OUTSIDE);
	}

	@Test
	void aPolylineIsMeasuredAlongItsSegments() {
		final MemoryMovie movie = image(40, 40, (x, y) -> 100 * x + y);
		final LinePath line = LinePath.polyline(new double[] { 5, 15.5, 15.5 }, new double[] { 10, 10, 20 });
		final Kymograph k = cut(movie, line, INTENSITY.withWidthPixels(5));
		assertEquals(21, k.rows(), "20.5 px long: positions 0 to 20");
		assertEquals(100 * 15 + 10, k.value(0, 10), "the last position on the first segment");
		// past the joint, 0.5 px down; the second segment's normal is along -x, so its mean is on the line
		assertEquals(100 * 15.5 + 10.5, k.value(0, 11), 1e-3);
		assertEquals(100 * 15.5 + 19.5, k.value(0, 20), 1e-3);
		// the scatter tells which normal: along y (1 per px) before the joint, along x (100 per px) after
		assertTrue(k.standardError(0, 20) > 50 * k.standardError(0, 2));
	}

	@Test
	void positionsAreInPixelStepsOrEvenFromEndToEnd() {
		final MemoryMovie movie = counts(30, 30, 4);
		final LinePath line = LinePath.straight(5, 5, 15.4, 5);
		final Kymograph steps = cut(movie, line, INTENSITY);
		assertEquals(11, steps.rows());
		assertEquals(0.0694e-6, steps.positionStepMetres(), 1e-20);
		final Kymograph even = cut(movie, line, INTENSITY.withSampling(LineSampling.END_TO_END));
		assertEquals(12, even.rows());
		assertEquals(0.0694e-6 * 10.4 / 11, even.positionStepMetres(), 1e-20);
		assertEquals(2.5, steps.times().seconds(2), "the recorded times are kept");
		assertFalse(cut(image(30, 30, (x, y) -> 1), line, INTENSITY).isCalibrated());
	}

	@Test
	void whatIsOutsideIsNaNAndSaid() {
		final MemoryMovie movie = image(20, 20, (x, y) -> 10 + y);
		final LinePath line = LinePath.straight(-3, 2, 12, 2);
		final Kymograph k = cut(movie, line, INTENSITY.withWidthPixels(5));
		for (int row = 0; row < k.rows(); row++)
			assertEquals(row < 3, Float.isNaN(k.value(0, row)), "at " + row);
		assertTrue(k.warnings().get(0).startsWith("3 of 16 positions"), k.warnings().toString());
		// 7 wide reaches y = -1
		assertThrows(InvalidInputException.class, () -> cut(movie, line, INTENSITY.withWidthPixels(7)));
		final Kymograph partial = cut(movie, line, INTENSITY.withWidthPixels(7).withPartialWidth(true));
		assertEquals(12.5, partial.value(0, 5), 1e-6, "the mean of y = 0 to 5");
		assertTrue(partial.standardError(0, 5) > 0);
		assertTrue(Float.isNaN(partial.value(0, 2)));
	}

	@ParameterizedTest
	@EnumSource(Interpolation.class)
	void aNaNPixelReachesOnlyTheSamplesThatNeedIt(final Interpolation interpolation) {
		final MemoryMovie movie = image(20, 20, (x, y) -> x == 9 && y == 8 ? Double.NaN : 5);
		final LineCutParameters p = INTENSITY.withWidthPixels(1).withInterpolation(interpolation);
		final Kymograph onPixels = cut(movie, LinePath.straight(3, 8, 16, 8), p);
		for (int row = 0; row < onPixels.rows(); row++)
			assertEquals(row == 6, Float.isNaN(onPixels.value(0, row)), "only its own centre, at " + row);
		final Kymograph between = cut(movie, LinePath.straight(3.5, 8, 16, 8), p);
		int missing = 0;
		for (int row = 0; row < between.rows(); row++)
			if (Float.isNaN(between.value(0, row))) missing++;
		assertEquals(interpolation == Interpolation.LINEAR ? 2 : 4, missing);
		final Kymograph rest = cut(movie, LinePath.straight(3, 8, 16, 8), p.withWidthPixels(3).withPartialWidth(true));
		assertEquals(5, rest.value(0, 6));
	}

	@Test
	void aSmallRegionOfALargeImageGivesTheSame() {
		final MemoryMovie movie = counts(200, 150, 31);
		final LinePath line = LinePath.straight(90.2, 70.1, 110.9, 82.3);
		final Kymograph small = cut(movie, line, INTENSITY);
		final Kymograph whole = cut(movie, LinePath.straight(90.2, 70.1, 90.2 + 5 * 20.7, 70.1 + 5 * 12.2), INTENSITY);
		for (int row = 0; row < small.rows(); row++)
			// positions differ by rounding of the direction only
			assertEquals(whole.value(1, row), small.value(1, row), 1e-2);
	}
}
