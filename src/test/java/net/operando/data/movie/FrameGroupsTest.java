package net.operando.data.movie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;

import net.operando.base.quantity.TimeAxis;

import org.junit.jupiter.api.Test;

/** {@link FrameGroups}: consecutive frames, mean times, and no group across a pause. */
class FrameGroupsTest {

	@Test
	void groupsFollowOneAnotherAndTheLastMayBeIncomplete() {
		final FrameGroups groups = FrameGroups.of(TimeAxis.nominal(7, 0.5), 3, 1.5);
		assertEquals(3, groups.count());
		assertEquals(6, groups.firstFrame(2));
		assertEquals(1, groups.frameCount(2));
		assertFalse(groups.isIncomplete(1));
		assertTrue(groups.isIncomplete(2));
		assertEquals(1, groups.incompleteCount());
		assertEquals(0, groups.gapCount());
		// 0, 0.5, 1 -> 0.5: sums of halves are exact
		assertEquals(0.5, groups.seconds(0));
	}

	@Test
	void nothingIsMergedAcrossAPause() {
		final FrameGroups groups = FrameGroups.of(TimeAxis.of(0, 1, 2, 12, 13, 14, 15), 2, 1.5);
		assertEquals(4, groups.count());
		assertEquals(1, groups.frameCount(1), "frame 2 stands alone before the pause");
		assertTrue(groups.isIncomplete(1));
		assertFalse(groups.isAfterGap(1));
		assertTrue(groups.isAfterGap(2));
		assertEquals(3, groups.firstFrame(2));
		assertEquals(12.5, groups.seconds(2));
		assertEquals(1, groups.gapCount());
	}

	@Test
	void aPauseAtTheBorderOfTwoGroupsIsKnownToo() {
		final FrameGroups groups = FrameGroups.of(TimeAxis.of(0, 1, 11, 12, 13, 14), 2, 1.5);
		assertEquals(3, groups.count());
		assertEquals(0, groups.incompleteCount());
		assertTrue(groups.isAfterGap(1));
	}

	@Test
	void jitterIsNoPauseAndTheFactorDecides() {
		final TimeAxis jittered = TimeAxis.of(0, 1.2, 2.1, 3.4, 4.4, 5.3);
		assertEquals(3, FrameGroups.of(jittered, 2, 1.5).count());
		assertEquals(4, FrameGroups.of(jittered, 2, 1.25).count(), "an interval of 1.3 is a pause for a factor of 1.25");
	}

	@Test
	void meanTimesOfALateClockKeepTheirDigits() {
		final double late = 1.6e9;
		final FrameGroups groups = FrameGroups.of(TimeAxis.of(late, late + 0.25, late + 0.5, late + 0.75), 4, 1.5);
		// quarters are exact at this size, whose last digit is 2.4e-7 s
		assertEquals(late + 0.375, groups.seconds(0));
	}

	@Test
	void axisKeepsOriginAndStanding() {
		final Instant origin = Instant.parse("2026-11-22T10:00:00Z");
		final TimeAxis recorded = TimeAxis.nominal(4, 1).startingAt(origin);
		final TimeAxis axis = FrameGroups.of(recorded, 2, 1.5).axis(recorded);
		assertTrue(axis.isNominal());
		assertEquals(origin, axis.origin().get());
		assertEquals(2.5, axis.seconds(1));
	}
}
