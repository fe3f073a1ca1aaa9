package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.operando.base.quantity.TimeAxis;

class FrameClockTest {

	private static final Path FILE = Paths.get("m.tif");
	private static final MovieOpenOptions DEFAULTS = MovieOpenOptions.defaults();
	private static final MovieOpenOptions GIVEN = DEFAULTS.withFrameIntervalSeconds(3);

	private final List<String> warnings = new ArrayList<>();

	private TimeAxis axis(final FrameClock clock, final MovieOpenOptions options) {
		return clock.axis(FILE, new int[] { 0, 1, 4 }, options, warnings::add);
	}

	@Test
	void measuredTimesCountBeforeAnythingElse() {
		final FrameClock clock = new FrameClock();
		clock.seconds(new double[] { 1, 2, 9 });
		clock.interval(1);
		clock.origin(Instant.EPOCH);
		assertArrayEquals(new double[] { 1, 2, 9 }, axis(clock, GIVEN).toArray());
		assertEquals(1, warnings.size());
		assertEquals(Instant.EPOCH, axis(clock, DEFAULTS).origin().orElseThrow());
	}

	@Test
	void aGivenIntervalReplacesNominalTimesAndMissingFramesLeaveGaps() {
		final FrameClock clock = new FrameClock();
		clock.interval(0.5);
		assertArrayEquals(new double[] { 0, 0.5, 2 }, axis(clock, DEFAULTS).toArray());
		assertArrayEquals(new double[] { 0, 3, 12 }, axis(clock, GIVEN).toArray());
		clock.seconds(new double[] { 0, 0.5, 1 });
		clock.markNominal();
		assertTrue(axis(clock, DEFAULTS).isNominal());
		assertArrayEquals(new double[] { 0, 3, 12 }, axis(clock, GIVEN).toArray());
	}

	@Test
	void timesThatGoBackNeedARemedy() {
		final FrameClock clock = new FrameClock();
		clock.seconds(new double[] { 0, 2, 1 });
		clock.interval(1);
		final FormatException e = assertThrows(FormatException.class, () -> axis(clock, DEFAULTS));
		assertTrue(e.getMessage().contains("frame 3") && e.getMessage().contains("key times"), e.getMessage());
		assertEquals(12, axis(clock, GIVEN).seconds(2));
		assertEquals(4, axis(clock, DEFAULTS.withTimes(Paths.get("t.csv"))).seconds(2));
	}

	@Test
	void noTimeAtAllIsRefused() {
		assertTrue(assertThrows(FormatException.class, () -> axis(new FrameClock(), DEFAULTS)).getMessage().contains(
			"frameintervalseconds"));
		final FrameClock still = new FrameClock();
		still.interval(0);
		assertThrows(FormatException.class, () -> axis(still, DEFAULTS));
	}
}
