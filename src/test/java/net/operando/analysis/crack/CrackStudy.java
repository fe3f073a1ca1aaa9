package net.operando.analysis.crack;

import java.io.IOException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.study.StudyPage;

/** Cracks found, missed and invented, onsets and tip speeds, over movies of CrackScene and of the synthetic experiments. */
@Tag("study")
class CrackStudy {

	private static final long HELD_OUT = 60_000;

	@Test
	void onsetsAndSpeeds() throws IOException {
		final int seeds = StudyPage.seeds(100, 3);
		final StudyPage page = new StudyPage("cracks", "Cracks: onset and tip speed", "CrackStudy");
		page.line("Seeds not used while developing. Movies of `CrackScene`, a renderer of its own: rods of 9-11.5 um within 9 degrees of either axis of the image, " +
			"slits 80-200 nm wide and 60-95 % dark whose opening grows with the square root of the distance from the tip, up to 12 " +
			"degrees inclined, from either edge, as near as 1.5 um to an end; a gap that opens afterwards; means of 5, 10 or 15 " +
			"frames at 10 Hz (2 to 0.67 Hz), one in a hundred lost; a point spread with a halo. In every movie: fringes of 30 % on " +
			"a tilted, bowed and wavy surface, one to three focus steps of 50 nm and 4 nm of jitter, one to three jumps of the " +
			"lamp by up to 5 %, dust, a speck that lands, a trend of up to 25 %, in half of them a step of brightness that " +
			"runs along the rod, 0.03 px of residual drift; the line is drawn up to 0.6 degrees askew.");
		page.line("");
		page.line("Onset: frames between the stated and the true first frame after the tip leaves its edge. Speed: relative error; " +
			"`stated` is the root mean square of the standard errors given, `covered` the share of 95 % intervals that hold " +
			"the truth (95 % of 100 is met within 90.6-99.4 %, two standard errors of a proportion). `late` is how far the tip has " +
			"run when the onset is stated: these tips open over 40-100 nm, and what is seen begins where they are open; the " +
			"onset's standard error has a term for that (19 nm over the speed).");
		page.line("");
		page.line("| movies | n | found | false alarms | onset within 2 frames | largest | onset covered | late, nm | bias, % | +- | " +
			"scatter, % | stated, % | covered | worst, % | position rms, um | seeds amiss |");
		page.line("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
		final CrackTrials with = row(page, "50-400 nm/s", kind(50, 400, 1), seeds, HELD_OUT);
		final CrackScene.Kind none = kind(50, 400, 1);
		none.crack = false;
		final CrackTrials without = row(page, "no crack", none, seeds, HELD_OUT + 1000);
		final int fewer = StudyPage.seeds(6, 1);
		row(page, "50-100 nm/s", kind(50, 100, 1), fewer, HELD_OUT + 2000);
		row(page, "200-400 nm/s", kind(200, 400, 1), fewer, HELD_OUT + 3000);
		row(page, "three times the noise", kind(50, 400, 3), fewer, HELD_OUT + 4000);
		write(page, "synthetic experiments, 50-400 nm/s", new CrackTrials(CrackTwin::of, StudyPage.seeds(4, 1), HELD_OUT + 5000));
		final CrackScene.Kind stops = kind(50, 400, 1);
		stops.reach = 0.6;
		final CrackTrials half = new CrackTrials(seed -> CrackTrials.Case.of(stops, seed), StudyPage.seeds(20, 1), HELD_OUT + 6000);
		page.line("");
		page.line("Lines that come and stay but do not cross as a crack does are no cracks; a warning names them. Of %d movies whose crack " +
			"stops after 60 %% of the width, %d have such a warning within 0.5 um of it and %d a crack. Of the movies above, %d of %d " +
			"with a crack and %d of %d without have one all the same: fringes that a focus step shifts, and dust.", half.movies, half.warnedThere,
			half.found, with.warned, with.movies, without.warned, without.movies);
		page.finish();
	}

	private static CrackScene.Kind kind(final double slowest, final double fastest, final double noise) {
		final CrackScene.Kind kind = new CrackScene.Kind();
		kind.slowest = slowest;
		kind.fastest = fastest;
		kind.noiseFactor = noise;
		return kind;
	}

	private static CrackTrials row(final StudyPage page, final String name, final CrackScene.Kind kind, final int seeds,
		final long first)
	{
		final CrackTrials trials = new CrackTrials(seed -> CrackTrials.Case.of(kind, seed), seeds, first);
		write(page, name, trials);
		return trials;
	}

	private static void write(final StudyPage page, final String name, final CrackTrials t) {
		if (t.cracks == 0) page.line("| %s | %d | | %d | | | | | | | | | | | | %s |", name, t.movies, t.falseAlarms, t.wrong);
		else page.line(
			"| %s | %d | %d | %d | %d | %d | %.0f %% | %.0f | %+.2f | %.2f | %.2f | %.2f | %.0f %% | %.2f | %.3f | %s |", name,
			t.movies, t.found, t.falseAlarms, t.onsetWithinTwo, t.largestOnsetError, 100 * t.onsetCoverage(), t
				.lateNanometres(), 100 * t.bias(), 100 * t.scatter() / Math.sqrt(t.found), 100 * t.scatter(), 100 * t.stated(), 100 *
					t.coverage(), 100 * t.worstError, t.placeRms_um(), t.wrong);
	}
}
