package net.operando.analysis.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link FragmentStudy} on a few seeds: one scene of each renderer for each kind. */
class FragmentDecisionTest {

	@ParameterizedTest
	@EnumSource(StudyScene.Kind.class)
	void piecesAndContactAreAsTheyAre(final StudyScene.Kind kind) {
		for (final long seed : new long[] { 200, 211 }) {
			final StudyOutcome o = StudyOutcome.of(seed, kind);
			assertTrue(o.lineageRight, seed + ": " + o.pieces());
			assertEquals(o.lost, o.called, seed + ": " + o.pieces());
			assertEquals(0, o.falselyCalled, seed + ": " + o.pieces());
			if (kind == StudyScene.Kind.LOST) assertTrue(o.lost > 0, "a scene without a lost piece shows nothing");
		}
	}

	/** Without x, responses are held against the piece that changes most; the call is the same. */
	@Test
	void withoutElectrochemistryTheCallIsTheSame() {
		final StudyScene scene = StudyScene.of(200, StudyScene.Kind.LOST);
		final FragmentAnalysis rod = Fragments.analyse(scene.movie, scene.line, scene.cuts, null, new FragmentParameters(),
			net.operando.base.Progress.NONE);
		final int last = scene.movie.frameCount() - 1;
		for (int s = 0; s < scene.lost.length; s++) {
			final Fragment leaf = rod.fragmentsIn(last).get(s);
			assertEquals(scene.lost[s], leaf.contact() == Contact.DISCONNECTED, leaf.id() + ": " + leaf.evidence());
			assertTrue(leaf.response().definition().contains("over that of"), leaf.response().definition());
		}
	}
}
