package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The tracer on a few movies of the preset at 5C; the counts, and what is not met, are in {@link PresetFrontStudy}. */
class PresetFrontTest {

	@Test
	void bothFrontsAreFoundAtAboutTheirSpeed() {
		final PresetRod rod = PresetRod.at(5, 9);
		final PresetTrial t = new PresetTrial("5C");
		for (int i = 0; i < 6; i++)
			t.add(rod, 77_000 + i, true);
		assertEquals(6, t.movies);
		assertTrue(t.speeds >= 10, t.row());
		// 1 % that noise costs, and three standard errors of the mean of ten at a spread of 6 %
		assertTrue(Math.abs(t.bias()) < 0.067, t.row());
		assertEquals(12, t.expected, t.row());
		assertEquals(0, t.falseAlarms, t.row());
		// the lag that the signal to noise of these movies asks for is one frame
		assertEquals(1, rod.measured(77_100, true).choice.lagSeconds(), 0.01);
	}

	@Test
	void whatDoesNotLeaveItsFaceHasNoSpeed() {
		final PresetRod rod = PresetRod.at(1, 9);
		final PresetTrial t = new PresetTrial("1C");
		for (int i = 0; i < 4; i++)
			t.add(rod, 78_000 + i, true);
		assertEquals(4, t.movies);
		assertEquals(0, t.speeds + t.undefined + t.falseAlarms, t.row());
	}
}
