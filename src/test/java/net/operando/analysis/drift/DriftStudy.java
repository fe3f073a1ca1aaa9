package net.operando.analysis.drift;

import java.io.IOException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.study.StudyPage;

/** Writes docs/validation/drift.md. */
@Tag("study")
class DriftStudy {

	@Test
	void errorsOfDrift() throws IOException {
		final int seeds = StudyPage.seeds(60, 1);
		DriftTrials.run(5001, seeds).page("drift", "DriftStudy", seeds);
	}
}
