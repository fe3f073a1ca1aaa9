package net.operando.analysis.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.operando.base.CancelledException;
import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.Json;
import net.operando.data.movie.DriftCorrectedMovie;
import net.operando.data.movie.FrameShift;
import net.operando.data.movie.FrameShifts;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.PixelMask;

class DriftTest {

	/** The study's scenes on one seed; limits are those of the issue. */
	@Test
	void findsDriftBesideAChangingRodAndAcrossJumpsAndTurns() {
		final DriftTrials trials = DriftTrials.run(1, 1);
		// 0.01 px: what is asked of the race; the noise allows 0.002
		assertTrue(trials.still.rms() < 0.01, "rms " + trials.still.rms());
		assertTrue(trials.lithiating.alongLargest < 0.02, "along the rod " + trials.lithiating.alongLargest);
		assertEquals(0, trials.jumping.lost);
		// a jump that is missed or a wrong peak is off by pixels; 0.05 px is the upper end of what carbon allows
		assertTrue(trials.jumping.largest < 0.05, "largest after jumps " + trials.jumping.largest);
		assertTrue(trials.turning.turnLargest < 0.01, "rotation " + trials.turning.turnLargest);
	}

	@Test
	void saysWhereTheShiftIsLargerThanExpected() {
		final DriftScene scene = new DriftScene(160, 128, 8, 4).jumping(5, 25, 0);
		final DriftResult result = Drift.estimate(scene.movie(), new DriftParameters(), Progress.NONE);
		assertEquals(25, result.shifts().shift(7).dxPixels(), 0.02);
		assertTrue(result.warnings().get(0).contains("more than maxshiftpx (20 px) in 3 frames (6, 7, 8)"), result.warnings()
			.toString());
	}

	@Test
	void aMovieThatStandsStillComesOutUnchanged() {
		final MemoryMovie one = new DriftScene(128, 96, 1, 3).movie();
		final short[] frame = one.frame16(0, null);
		final MemoryMovie movie = counts(128, 96, frame, frame, frame, frame);
		final FrameShifts shifts = Drift.estimate(movie, new DriftParameters(), Progress.NONE).shifts();
		for (int i = 0; i < 4; i++)
			// identical frames leave rounding of 32 bit sums only
			assertEquals(0, shifts.shift(i).dxPixels(), 1e-4);
		final FrameShifts none = FrameShifts.of(movie.times(), Collections.nCopies(4, FrameShift.of(0, 0, 0)));
		assertTrue(Arrays.equals(movie.frame(2, null), DriftCorrectedMovie.of(movie, none).frame(2, null)));
	}

	@Test
	void focusChangeIsFlagged() {
		final DriftScene scene = new DriftScene(160, 128, 12, 6);
		scene.blur[8] = 1.5;
		final FrameShifts shifts = Drift.estimate(scene.movie(), new DriftParameters(), Progress.NONE).shifts();
		for (int t = 0; t < 12; t++)
			assertEquals(t == 8, shifts.shift(t).focusChanged(), "frame " + t);
		assertTrue(shifts.shift(8).sharpness() < 0.8);
		assertTrue(shifts.shift(3).quality() > 0.95, "quality " + shifts.shift(3).quality());
		assertTrue(shifts.warnings().get(0).startsWith("The focus differs in 1 frame (9)"), shifts.warnings().toString());
	}

	@Test
	void hotPixelsThatStayWithTheCameraHoldNothing() {
		final DriftScene scene = new DriftScene(160, 128, 8, 8).wandering(0.5);
		final MemoryMovie movie = scene.movie();
		for (int t = 0; t < 8; t++)
			for (int k = 0; k < 20; k++)
				movie.frame16(t, null)[(7 + 6 * k) * 160 + (11 + 37 * k) % 150] = -1;
		final FrameShifts shifts = Drift.estimate(movie, new DriftParameters(), Progress.NONE).shifts();
		for (int t = 0; t < 8; t++)
			assertEquals(scene.dx[t], shifts.shift(t).dxPixels(), 0.01);
	}

	@Test
	void oneDarkFrameIsLostAndSaid() {
		final DriftScene scene = new DriftScene(128, 96, 7, 5).wandering(0.3);
		final MemoryMovie movie = scene.movie();
		Arrays.fill(movie.frame16(4, null), (short) 100);
		final DriftResult result = Drift.estimate(movie, new DriftParameters(), Progress.NONE);
		assertFalse(result.shifts().shift(4).isKnown());
		assertEquals(scene.dy[6], result.shifts().shift(6).dyPixels(), 0.01);
		assertTrue(result.warnings().get(0).startsWith("The background was not found again in 1 frame (5)"), result.warnings()
			.toString());
	}

	@Test
	void refusesWhatCannotBeRegistered() {
		final MemoryMovie movie = new DriftScene(128, 96, 3, 5).movie();
		final boolean[] all = new boolean[128 * 96];
		Arrays.fill(all, true);
		refused("leave no background", movie, PixelMask.of(128, 96, all));
		refused("has no structure", counts(128, 96, new short[128 * 96], new short[128 * 96]), null);
		final short[] flat = new short[128 * 96];
		Arrays.fill(flat, (short) 900);
		refused("has no structure", counts(128, 96, flat, flat), null);
		refused("has one frame", counts(128, 96, flat), null);
		assertTrue(assertThrows(InvalidInputException.class, () -> Drift.estimate(movie, new DriftParameters(), PixelMask.none(
			10, 10), Progress.NONE)).getMessage().contains("10 x 10"));
		assertThrows(InvalidInputException.class, () -> Drift.estimate(movie, new DriftParameters().withMaxShiftPixels(-1),
			Progress.NONE));
		final float[] nothing = new float[128 * 96];
		Arrays.fill(nothing, Float.NaN);
		assertThrows(InsufficientDataException.class, () -> Drift.estimate(MemoryMovie.ofValues("nan", 128, 96, new float[][] {
			nothing, nothing }, TimeAxis.of(0, 1), Calibration.unknown(), List.of()), new DriftParameters(), Progress.NONE));
	}

	@Test
	void parametersGoThroughJsonBothWays() {
		final DriftParameters parameters = new DriftParameters().withMaxShiftPixels(31).withRotation(true).withTilePixels(24)
			.withMostKeyFrames(5);
		final DriftParameters back = Json.read(Json.write(parameters), DriftParameters.class, "the drift parameters");
		assertEquals(31, back.maxShiftPixels());
		assertTrue(back.rotation());
		assertEquals(24, back.tilePixels());
		assertEquals(5, back.mostKeyFrames());
		assertThrows(InvalidInputException.class, () -> back.withTilePixels(3).check());
		assertThrows(InvalidInputException.class, () -> back.withMostKeyFrames(1).check());
	}

	@Test
	void stopsWhenCancelled() {
		final MemoryMovie movie = new DriftScene(128, 96, 12, 5).movie();
		assertThrows(CancelledException.class, () -> Drift.estimate(movie, new DriftParameters(), new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				// not looked at
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		}));
	}

	private static void refused(final String words, final MemoryMovie movie, final PixelMask mask) {
		final String message = assertThrows(InsufficientDataException.class, () -> Drift.estimate(movie, new DriftParameters(),
			mask, Progress.NONE)).getMessage();
		assertTrue(message.contains(words), message);
	}

	private static MemoryMovie counts(final int width, final int height, final short[]... frames) {
		final double[] times = new double[frames.length];
		for (int i = 0; i < times.length; i++)
			times[i] = i;
		return MemoryMovie.ofCounts("test", width, height, frames, TimeAxis.of(times), Calibration.ofMicrometres(0.0694));
	}
}
