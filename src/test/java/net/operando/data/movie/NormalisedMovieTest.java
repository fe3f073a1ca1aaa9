package net.operando.data.movie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.operando.analysis.drift.DriftScene;
import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;

class NormalisedMovieTest {

	private static double[] light(final Movie movie) {
		return BackgroundGain.of(movie, BackgroundGain.background(movie), Progress.NONE);
	}

	@Test
	void theLampIsFoundBesideARodThatBrightensAndMoves() {
		for (final long seed : new long[] { 11, 12 }) {
			final DriftScene scene = new DriftScene(240, 180, 16, seed).wandering(0.15).lithiating();
			scene.lamp[9] *= 1.08;
			final double[] gains = light(scene.movie());
			final double[] sorted = scene.lamp.clone();
			Arrays.sort(sorted);
			for (int t = 0; t < 16; t++)
				// carbon that drifts over the border of the image: 2 px of 43 000, contrast .26, some .1 %
				assertEquals(scene.lamp[t] / sorted[8], gains[t], 0.002, "frame " + t);
		}
	}

	@Test
	void carbonThatStaysGivesTheLampToTheNoise() {
		final DriftScene scene = new DriftScene(160, 128, 8, 13).lithiating();
		for (int t = 0; t < 8; t++)
			scene.lamp[t] = 1 + 0.01 * t;
		final double[] gains = light(scene.movie());
		for (int t = 0; t < 8; t++)
			// noise of .45 % per pixel over some 10 000 pixels, and a median between two frames
			assertEquals(scene.lamp[t] / scene.lamp[4], gains[t], 3e-4, "frame " + t);
	}

	@Test
	void theFlatFieldAndTheLampAreDividedOut() {
		final float[] flat = new float[64 * 64];
		final short[][] frames = new short[3][64 * 64];
		for (int i = 0; i < flat.length; i++) {
			flat[i] = 2000 + 500 * (i % 64) / 64f;
			for (int t = 0; t < 3; t++)
				frames[t][i] = (short) Math.rint(flat[i] * (1 + 0.1 * t));
		}
		final MemoryMovie movie = MemoryMovie.ofCounts("even", 64, 64, frames, TimeAxis.of(0, 1, 2), Calibration.unknown());
		final FlatField field = FlatField.of(MemoryMovie.ofValues("flat", 64, 64, new float[][] { flat }, TimeAxis.of(0),
			Calibration.unknown(), List.of()), Progress.NONE);
		final Movie even = NormalisedMovie.of(movie, field, new double[] { 1, 1.1, 1.2 });
		final float[] part = even.region(2, Region.of(5, 6, 7, 3), null);
		final float[] whole = even.frame(2, null);
		for (int i = 0; i < whole.length; i++)
			// whole counts of 2000 and more, and the mean of the flat field, 2246
			assertEquals(2246.1, whole[i], 0.8);
		assertEquals(whole[7 * 64 + 6], part[7 + 1], 0f);
		assertEquals(movie.times(), even.times());
	}

	@Test
	void framesWithoutLightAreEmptyAndSaid() {
		final DriftScene scene = new DriftScene(96, 96, 4, 3);
		scene.lamp[2] = 0;
		final MemoryMovie movie = scene.movie();
		final NormalisedMovie even = NormalisedMovie.of(movie, null, BackgroundGain.of(movie, PixelMask.of(96, 96, Region.of(2, 2,
			40, 40)), Progress.NONE));
		assertTrue(Float.isNaN(even.frame(2, null)[500]));
		assertTrue(even.warnings().get(0).contains("1 frame (3)"), even.warnings().toString());
	}

	@Test
	void refusesWhatCannotBeMeant() {
		final MemoryMovie movie = new DriftScene(96, 96, 2, 3).movie();
		assertThrows(InvalidInputException.class, () -> BackgroundGain.of(movie, PixelMask.none(96, 96), Progress.NONE));
		assertThrows(InvalidInputException.class, () -> BackgroundGain.of(movie, PixelMask.none(9, 96), Progress.NONE));
		assertThrows(InvalidInputException.class, () -> NormalisedMovie.of(movie, null, new double[3]));
		final MemoryMovie dark = MemoryMovie.ofCounts("dark", 96, 96, new short[2][96 * 96], TimeAxis.of(0, 1), Calibration
			.unknown());
		assertThrows(InsufficientDataException.class, () -> BackgroundGain.background(dark));
		assertThrows(InvalidInputException.class, () -> FlatField.of(dark, Progress.NONE));
		final FlatField other = FlatField.of(new DriftScene(64, 96, 1, 3).movie(), Progress.NONE);
		assertThrows(InvalidInputException.class, () -> NormalisedMovie.of(movie, other, null));
	}
}
