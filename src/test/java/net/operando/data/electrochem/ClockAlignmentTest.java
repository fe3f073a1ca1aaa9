package net.operando.data.electrochem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;

class ClockAlignmentTest {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static CyclerRecording recording(final LocalDateTime origin, final LocalDateTime other) {
		return new Recordings(1).rest(600, 2).build().withOrigin(origin, other, 1, null);
	}

	private static TimeAxis movie(final String start) {
		return TimeAxis.of(0, 1, 2).startingAt(Instant.parse(start));
	}

	@Test
	void timestampsCutToSecondsShiftTheMeanByAHalf() {
		final ClockAlignment a = TimestampAlignment.of(movie("2026-01-20T09:01:30.250Z"), recording(LocalDateTime.of(2026, 1,
			20, 10, 0, 0), null), BERLIN);
		// 90.25 s after what the file says, and what it says is half a second early on average
		assertEquals(89.75, a.offset().value(), 1e-9);
		assertEquals(1 / Math.sqrt(12), a.offset().standardError(), 1e-12);
		assertEquals(ClockAlignment.Method.TIMESTAMPS, a.method());
		assertTrue(Double.isNaN(a.drift().value()));
		assertEquals(91.75, a.electrochemSeconds(2), 1e-9);
		assertEquals(2, a.movieSeconds(91.75), 1e-9);
	}

	@Test
	void theTimeZoneOfTheFileGoesFirst() {
		final CyclerRecording utc = recording(LocalDateTime.of(2026, 1, 20, 9, 0), null).withOrigin(LocalDateTime.of(2026, 1,
			20, 9, 0), null, 0.001, ZoneOffset.UTC);
		assertEquals(10 - 5e-4, TimestampAlignment.of(movie("2026-01-20T09:00:10Z"), utc, BERLIN).offset().value(), 1e-9);
	}

	@Test
	void anOpenDateIsSettledByTheMovie() {
		final CyclerRecording open = recording(LocalDateTime.of(2026, 11, 3, 10, 0), LocalDateTime.of(2026, 3, 11, 10, 0));
		final ClockAlignment a = TimestampAlignment.of(movie("2026-03-11T09:00:30Z"), open, BERLIN);
		assertEquals(29.5, a.offset().value(), 1e-9);
		assertTrue(a.evidence().get(0).contains("2026-03-11"), a.evidence().toString());
		assertThrows(AmbiguousDateException.class, () -> TimestampAlignment.of(movie("2026-06-11T09:00:30Z"), open, BERLIN));
	}

	@Test
	void theHourOfTheClockChangeIsWarnedOf() {
		final ClockAlignment a = TimestampAlignment.of(movie("2026-10-25T00:30:30Z"), recording(LocalDateTime.of(2026, 10, 25,
			2, 30), null), BERLIN);
		assertTrue(a.warnings().get(0).contains("clocks change"), a.warnings().toString());
	}

	@Test
	void whatCannotBeComparedIsRefused() {
		final CyclerRecording r = recording(LocalDateTime.of(2026, 1, 20, 10, 0), null);
		assertTrue(assertThrows(InvalidInputException.class, () -> TimestampAlignment.of(TimeAxis.of(0, 1), r, BERLIN))
			.getMessage().contains("starttime"));
		assertTrue(assertThrows(InvalidInputException.class, () -> TimestampAlignment.of(movie("2026-01-20T09:00:00Z"),
			new Recordings(1).rest(5, 2).build(), BERLIN)).getMessage().contains("no DATE and TIME"));
		assertTrue(assertThrows(InvalidInputException.class, () -> TimestampAlignment.of(movie("2026-01-21T09:00:00Z"), r,
			BERLIN)).getMessage().contains("do not overlap"));
		assertThrows(InvalidInputException.class, () -> ClockAlignment.given(Double.NaN));
	}

	@Test
	void errorsOfOffsetAndDriftCombine() {
		final ClockAlignment a = ClockAlignment.of(ClockAlignment.Method.INTENSITY_STEPS, 10, 0.1, 8, ClockAlignment.sentences(
			"x"), ClockAlignment.sentences()).withDrift(50, 200, -0.8 * 0.1 * 200);
		assertEquals(10 + 1000 + 0.05, a.electrochemSeconds(1000), 1e-9);
		assertEquals(1000, a.movieSeconds(a.electrochemSeconds(1000)), 1e-9);
		assertEquals(0.1, a.standardErrorAt(0), 1e-12);
		// 0.1^2 - 2 * 0.8 * 0.1 * 0.2 + 0.2^2
		assertEquals(Math.sqrt(0.018), a.standardErrorAt(1000), 1e-12);
	}
}
