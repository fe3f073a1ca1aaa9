package net.operando.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import net.operando.data.io.Json;
import net.operando.data.movie.LinePath;

/** {@link CrackFacesStudy} on one movie, and {@link RodLine} with cracks that are there before it. */
class CrackFacesTest {

	@Test
	void frontsFromBothFacesOfACrackAndFromTheEnd() throws IOException {
		final CrackTrial trial = new CrackTrial("20C cracked rod", Double.NaN, "P1.1 dark start", "P1.1 dark interior", "P1.2 dark interior");
		trial.run(11, 1);
		assertEquals(0, trial.falseFronts);
		for (final String name : new String[] { "P1.1 dark start", "P1.1 dark interior", "P1.2 dark interior" }) {
			assertEquals(1, trial.given(name), name);
			// beyond three standard errors lies one in 370; nine more in the table of the study are within
			assertEquals(1, trial.near(name), name + " " + trial.each);
		}
		assertTrue(trial.processorSeconds > 0);
		assertEquals(trial.each.size(), trial.each.stream().filter(line -> line.startsWith("| 11 |")).count());
	}

	@Test
	void aRodKeepsTheCracksItHadBeforeTheMovie() {
		final RodLine rod = new RodLine("P1", LinePath.straight(0, 0, 300, 0)).withCracks(10.8, 4).withStartX(0.64);
		final RodLine read = Json.read(Json.write(rod), RodLine.class, "a rod");
		assertArrayEquals(new double[] { 4e-6, 10.8e-6 }, read.cracksMetres(), 1e-15);
		assertEquals(0.64, read.startX());
		assertEquals(0, new RodLine("P2", rod.path()).cracksMetres().length);
	}
}
