package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.study.StudyPage;

/** Random materials under random protocols; writes docs/validation/random-protocols.md. */
@Tag("study")
class RandomProtocolsStudy {

	@Test
	void nothingFailsWithoutAClearError() throws IOException {
		final StudyPage page = new StudyPage("random-protocols", "Random materials under random protocols", "RandomProtocolsStudy");
		final RandomProtocols all = new RandomProtocols();
		final int seeds = StudyPage.seeds(1000, 60);
		for (int seed = 0; seed < seeds; seed++)
			all.run(seed);
		page.line("%d seeds: D from a table, from D_self and the voltage curve, or of a lattice gas; 1 to 10 currents, rests and holds with random limits; up to two cracks and a loss of contact; all three ways to share the current; 270 to 330 K; one in eight with gradient energy.", seeds);
		page.line("").line("| outcome | number |").line("|---|---|");
		page.line("| completed | %d |", all.completed);
		page.line("| ended by a clear error | %d |", all.clearErrors);
		page.line("| anything else | %d |", all.failures.size());
		page.line("").line("Greatest mass error %.1e (bound 1e-12). x left 0..1 by at most %.1e (tolerance 1e-6, 20 of which are allowed). %d steps of the solver.",
			all.worstMass, Math.max(0, all.worstBound), all.steps);
		page.line("").line("The errors, numbers replaced by #:").line("");
		all.errors.forEach((message, n) -> page.line("- " + n + " x " + message));
		page.finish();
		assertEquals(List.of(), all.failures);
		assertTrue(all.worstBound <= 2e-5);
	}
}
