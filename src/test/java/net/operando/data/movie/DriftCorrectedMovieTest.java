package net.operando.data.movie;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;

class DriftCorrectedMovieTest {

	private static final int W = 60;
	private static final int H = 50;

	/** Waves of ten pixels and more, drawn where the sample has gone. */
	private static float[] drawn(final double dx, final double dy, final double degrees) {
		final double c = Math.cos(Math.toRadians(degrees));
		final double s = Math.sin(Math.toRadians(degrees));
		final float[] image = new float[W * H];
		for (int y = 0; y < H; y++)
			for (int x = 0; x < W; x++) {
				final double u = x - 0.5 * (W - 1) - dx;
				final double v = y - 0.5 * (H - 1) - dy;
				image[y * W + x] = (float) (1000 + 300 * Math.sin(0.6 * (c * u + s * v)) * Math.cos(0.5 * (c * v - s * u)));
			}
		return image;
	}

	private static MemoryMovie movie(final float[]... frames) {
		final double[] t = new double[frames.length];
		for (int i = 0; i < t.length; i++)
			t[i] = 2 * i;
		return MemoryMovie.ofValues("drawn", W, H, frames, TimeAxis.of(t), Calibration.ofMicrometres(0.07), List.of("mind"));
	}

	private static FrameShifts shifts(final Movie movie, final FrameShift... shifts) {
		return FrameShifts.of(movie.times(), List.of(shifts));
	}

	@Test
	void shiftsAndTurnsAreTakenOut() {
		final float[] still = drawn(0, 0, 0);
		final double[][] poses = { { 0.4, -0.3, 0 }, { -3.7, 2.25, 0 }, { 1.2, 0.7, 0.4 }, { 25.5, -11.5, -0.3 } };
		for (final double[] p : poses) {
			final MemoryMovie movie = movie(still, drawn(p[0], p[1], p[2]));
			final float[] back = DriftCorrectedMovie.of(movie, shifts(movie, FrameShift.of(0, 0, 0), FrameShift.of(p[0], p[1],
				p[2]))).frame(1, null);
			int known = 0;
			for (int i = 0; i < back.length; i++) {
				if (Float.isNaN(back[i])) continue;
				known++;
				// degree 5 on waves of ten pixels: 1e-4 of the amplitude
				assertEquals(still[i], back[i], 0.1, "pixel " + i);
			}
			final double left = (W - 5.5 - Math.abs(p[0])) * (H - 5.5 - Math.abs(p[1]));
			assertTrue(known >= left - 60, known + " pixels are known of " + left);
		}
	}

	@Test
	void wholePixelsAndStandingStillKeepSamplesExactly() {
		final float[] still = drawn(0, 0, 0);
		still[3 * W + 4] = Float.NaN;
		final MemoryMovie movie = movie(still, still);
		final DriftCorrectedMovie corrected = DriftCorrectedMovie.of(movie, shifts(movie, FrameShift.of(0, 0, 0), FrameShift.of(3,
			-2, 0)));
		assertArrayEquals(still, corrected.frame(0, null), 0f);
		final float[] moved = corrected.frame(1, null);
		assertEquals(still[10 * W + 13], moved[12 * W + 10], 0f);
		assertTrue(Float.isNaN(moved[5 * W + 1]), "a NaN moves with its pixel and touches no other");
		assertEquals(still[4 * W + 4], moved[6 * W + 1], 0f);
		assertTrue(Float.isNaN(moved[W + 5]) && Float.isNaN(moved[20 * W + W - 1]), "borders");
		assertEquals(movie.times(), corrected.times());
		assertEquals(movie.calibration(), corrected.calibration());
		assertEquals(PixelType.FLOAT32, corrected.pixelType());
	}

	@Test
	void unknownShiftsGiveEmptyFramesAndSayIt() {
		final MemoryMovie movie = movie(drawn(0, 0, 0), drawn(1, 0, 0));
		final DriftCorrectedMovie corrected = DriftCorrectedMovie.of(movie, shifts(movie, FrameShift.of(0, 0, 0), FrameShift
			.unknown()));
		for (final float v : corrected.frame(1, null))
			assertTrue(Float.isNaN(v));
		assertEquals("mind", corrected.warnings().get(0));
		assertTrue(corrected.warnings().get(1).contains("1 frame (2)"), corrected.warnings().toString());
	}

	@Test
	void refusesShiftsOfAnotherMovie() {
		final MemoryMovie movie = movie(drawn(0, 0, 0), drawn(1, 0, 0));
		final FrameShifts three = FrameShifts.of(TimeAxis.of(0, 1, 2), java.util.Collections.nCopies(3, FrameShift.of(0, 0, 0)));
		assertTrue(assertThrows(InvalidInputException.class, () -> DriftCorrectedMovie.of(movie, three)).getMessage().contains(
			"3 shifts"));
		assertTrue(assertThrows(InvalidInputException.class, () -> DriftCorrectedMovie.of(movie, shifts(movie, FrameShift.of(0, 0,
			0), FrameShift.of(70, 0, 0)))).getMessage().contains("larger than the image of 60 x 50"));
	}

	@Test
	void shiftsGoToOtherFramesByTime() {
		final FrameShifts shifts = FrameShifts.of(TimeAxis.of(0, 1, 2, 3), List.of(FrameShift.of(0, 0, 0), FrameShift.of(2, -1,
			0), FrameShift.of(4, -2, 0.2), FrameShift.unknown()));
		final FrameShifts half = shifts.at(TimeAxis.of(0.5, 1.25));
		assertEquals(1, half.shift(0).dxPixels(), 1e-12);
		assertEquals(-1.25, half.shift(1).dyPixels(), 1e-12);
		assertEquals(0.05, half.shift(1).rotationDegrees(), 1e-12);
		assertTrue(!shifts.at(TimeAxis.of(0, 2.5)).shift(1).isKnown());
		assertEquals(4, shifts.at(TimeAxis.of(0.1, 1.1, 2.1, 3.1)).shift(2).dxPixels(), 0, "the same frames by another clock");
		final String message = assertThrows(InvalidInputException.class, () -> shifts.at(TimeAxis.of(0, 1, 2, 3, 4)))
			.getMessage();
		assertTrue(message.contains("4 frames from 0.0 to 3.0 s") && message.contains("5 frames from 0.0 to 4.0 s"), message);
	}
}
