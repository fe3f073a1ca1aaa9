package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.study.StudyPage;

/** {@link FrontRefit} along paths of an unsteady hand: bias, coverage, and false alarms in noise. */
@Tag("study")
class DrawnFrontStudy {

	@Test
	void paths() throws IOException {
		final int seeds = StudyPage.seeds(200, 10);
		final StudyPage page = new StudyPage("drawn-fronts", "Fronts drawn by hand: bias, coverage, false alarms", "DrawnFrontStudy");
		page.line("A dark front of known course at 600 nm/s (PrescribedFront in the tests, noise and brightening as in front-velocity.md), alone and");
		page.line("with one of 500 nm/s from the other end. A path is drawn on it from 2 to 15 s, off by .5 um and 10 % too steep or flat (standard");
		page.line("deviations), and the front is refitted along it. Truth: the same definition in the same columns, without noise and without");
		page.line("the other front. Seeds 800000 on; none was used in making it.");
		page.line("");
		page.line("%s", DrawnFrontTrial.HEAD);
		for (final double opposed : new double[] { 0, 0.5 }) {
			final DrawnFrontTrial t = new DrawnFrontTrial(opposed).run(800_000, seeds);
			page.line("%s", t.row());
			assertTrue(t.known >= 0.97 * t.runs, t.row());
			assertTrue(t.covered >= (StudyPage.isFull() ? 0.91 : 0.7) * t.known, t.row());
		}
		page.line("");
		final int joint = DrawnFrontTrial.alarms(810_000, seeds, FrontCriterion.HALF_MAX);
		final int columns = DrawnFrontTrial.alarms(810_000, seeds, FrontCriterion.ZERO_CROSSING);
		page.line("Of %d paths from anywhere to anywhere through noise alone, %d got a speed by half_max (joint fit) and %d by zero_crossing", seeds,
			joint, columns);
		page.line("(column by column).");
		page.finish();
		assertEquals(0, joint);
		assertEquals(0, columns);
	}
}
