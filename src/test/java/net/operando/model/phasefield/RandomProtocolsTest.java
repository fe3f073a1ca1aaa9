package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** A few of the seeds of {@link RandomProtocolsStudy}. */
class RandomProtocolsTest {

	@Test
	void nothingFailsWithoutAClearError() {
		final RandomProtocols all = new RandomProtocols();
		for (int seed = 0; seed < 60; seed++)
			all.run(seed);
		assertEquals(List.of(), all.failures);
		assertTrue(all.completed > 20, all.completed + " completed");
		// a high order may overshoot an end of 0..1 by some tolerances (1e-6, of which 20 are allowed)
		assertTrue(all.worstBound <= 2e-5, "x outside by " + all.worstBound);
	}
}
