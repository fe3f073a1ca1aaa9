package net.operando.analysis.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;

class FragmentSpanTest {

	private static String pieces(final int frames, final Cut... cuts) {
		return FragmentSpan.of("P1", List.of(cuts), frames).stream().map(s -> s.id + "<" + s.parentId + "@" + s.firstFrame +
			"-" + s.lastFrame + "[" + s.startCut + "," + s.endCut + "]").collect(Collectors.joining(" "));
	}

	@Test
	void aWholeRodIsOnePiece() {
		assertEquals("P1<@0-9[-1,-1]", pieces(10));
	}

	@Test
	void laterCracksBreakWhatEarlierOnesLeft() {
		assertEquals("P1<@0-3[-1,-1] P1.1<P1@4-9[-1,0] P1.2<P1@4-6[0,-1] P1.2.1<P1.2@7-9[0,1] P1.2.2<P1.2@7-9[1,-1]", pieces(10,
			Cut.of(1, 5e-6, 4), Cut.of(2, 8e-6, 7)));
		// the order in which cracks are given does not matter but for their numbers
		assertEquals("P1<@0-3[-1,-1] P1.1<P1@4-6[-1,1] P1.1.1<P1.1@7-9[-1,0] P1.1.2<P1.1@7-9[0,1] P1.2<P1@4-9[1,-1]", pieces(10,
			Cut.of(1, 2e-6, 7), Cut.of(2, 8e-6, 4)));
	}

	@Test
	void cracksOfOneFrameBreakTheRodAtOnce() {
		assertEquals("P1.1<P1@0-9[-1,1] P1.2<P1@0-9[1,0] P1.3<P1@0-4[0,-1] P1.3.1<P1.3@5-9[0,2] P1.3.2<P1.3@5-9[2,-1]", pieces(10,
			Cut.of(7, 6e-6, 0), Cut.of(8, 3e-6, 0), Cut.of(9, 9e-6, 5)));
	}

	@Test
	void aSpanKnowsItsFrames() {
		final FragmentSpan first = FragmentSpan.of("R", List.of(Cut.of(1, 5e-6, 4)), 10).get(0);
		assertTrue(first.livesIn(0) && first.livesIn(3));
		assertFalse(first.livesIn(4));
		assertEquals("crack 1 at 5.000 um from frame 5", Cut.of(1, 5e-6, 4).toString());
		assertThrows(InvalidInputException.class, () -> Cut.of(1, Double.NaN, 4));
		assertThrows(InvalidInputException.class, () -> Cut.of(1, 5e-6, -1));
	}
}
