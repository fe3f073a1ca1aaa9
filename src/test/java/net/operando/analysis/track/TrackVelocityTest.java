package net.operando.analysis.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;
import net.operando.data.track.TrackGraphBuilder;

class TrackVelocityTest {

	@Test
	void aSpotThatMovesStraightHasItsSpeedAndDirection() {
		final TrackGraphBuilder b = new TrackGraphBuilder("um", "sec");
		int before = -1;
		for (int f = 0; f < 10; f++) {
			// irregular times: the line goes by them, not by frames
			final double t = 2 * f + 0.3 * (f % 2);
			final int spot = b.spot("tip", f, 5 + 0.3 * t, 7 - 0.4 * t, t, 0.1, Map.of());
			if (before >= 0) b.link(before, spot);
			before = spot;
		}
		final TrackVelocity v = TrackVelocity.of(b.build()).get(0);
		// a 3-4-5 triangle: 0.5 um/s; only rounding is left
		assertEquals(0.5e-6, v.speed().value(), 1e-15);
		assertEquals(-Math.toDegrees(Math.atan2(4, 3)), v.angleDegrees(), 1e-9);
		assertEquals(0.5e-6, v.meanStepSpeed(), 1e-15);
		assertEquals(TrackVelocity.OK, v.flag());
		assertEquals("tip", v.branch().id());
	}

	@Test
	void theIntervalHoldsTheSpeed() {
		int covered = 0;
		final int runs = 400;
		for (int run = 0; run < runs; run++) {
			final Random random = new Random(run);
			final TrackGraphBuilder b = new TrackGraphBuilder("\u00b5m", "s");
			int before = -1;
			for (int f = 0; f < 40; f++) {
				final int spot = b.spot("tip", f, 0.187 * f + 0.02 * random.nextGaussian(), 0.02 * random.nextGaussian(), f, 0.1, Map
					.of());
				if (before >= 0) b.link(before, spot);
				before = spot;
			}
			if (TrackVelocity.of(b.build()).get(0).speed().covers(187e-9)) covered++;
		}
		// 95 % of 400 is 380 with a standard deviation of 4.4; normal instead of t costs half a percent
		assertTrue(covered > 380 - 2 - 4 * 4.4 && covered < 380 + 4 * 4.4, covered + " of " + runs);
	}

	@Test
	void twoSpotsAreTooFewAndPixelsHaveNoVelocity() {
		final TrackGraphBuilder b = new TrackGraphBuilder("um", "min");
		b.link(b.spot("a", 0, 0, 0, 0, 1, Map.of()), b.spot("a", 1, 6, 0, 1, 1, Map.of()));
		final TrackVelocity v = TrackVelocity.of(b.build()).get(0);
		assertEquals(TrackVelocity.TOO_FEW, v.flag());
		assertEquals(6e-6 / 60, v.meanStepSpeed(), 1e-18);
		assertTrue(TrackVelocity.table(List.of(v)).toCsv().endsWith(",too_few\n"));
		final String message = assertThrows(InvalidInputException.class, () -> TrackVelocity.of(new TrackGraphBuilder("pixel",
			"sec").build())).getMessage();
		assertTrue(message.contains("'pixel', which is no length"), message);
		assertTrue(assertThrows(InvalidInputException.class, () -> TrackVelocity.of(new TrackGraphBuilder("um", "frame")
			.build())).getMessage().contains("'frame', which is no time"));
	}
}
