package net.operando.experiment;

import java.io.IOException;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.study.StudyPage;

/** Fronts of the presets that crack, from movie to result, against the same movies without noise. */
@Tag("study")
class CrackFacesStudy {

	/** Surfaces 11 to 15 were looked at while the reading was worked on (20C: 11 and 12). */
	private static final long FIRST = 31;

	@Test
	void aRodThatCracksWhileItIsDelithiated() throws IOException {
		final int surfaces = StudyPage.seeds(12, 1);
		final StudyPage page = new StudyPage("crack-faces", "Fronts from the faces of a crack that appears", "CrackFacesStudy");
		page.line("The preset \"5C delithiation with crack\", at 2 frames per second and at its own .67, with");
		preface(page, surfaces, 60);
		final CrackTrial fast = trial(page, "5C delithiation with crack", 2, surfaces, 1, "P1 dark start", "P1.1 dark interior",
			"P1.2 bright interior");
		trial(page, "5C delithiation with crack", Double.NaN, surfaces, 1, "P1 dark start", "P1.1 dark interior", "P1.2 bright interior");
		thereIs(page, fast);
		page.finish();
	}

	@Test
	void aRodThatIsCrackedAlready() throws IOException {
		final int surfaces = StudyPage.seeds(6, 1);
		final StudyPage page = new StudyPage("crack-faces-20c", "Fronts from the faces of a crack that is there", "CrackFacesStudy");
		page.line("The preset \"20C cracked rod\", whose crack is there before the movie and given as `cracksMicrometres` of the rod, with");
		preface(page, surfaces, 20);
		final CrackTrial trial = trial(page, "20C cracked rod", Double.NaN, surfaces, 2, "P1.1 dark start", "P1.1 dark interior",
			"P1.2 dark interior");
		thereIs(page, trial);
		page.finish();
	}

	private static void preface(final StudyPage page, final int surfaces, final int samples) {
		page.line("fringes of 30 %, drift, jumps of the stage, lamp drift, dust and the camera's noise, analysed whole by the defaults of `Analyse");
		page.line("Experiment`. Surfaces (scene seeds) %d to %d. Rendered at the stored pixel, one exposure per frame, with the noise of %d sensor", FIRST,
			FIRST + surfaces - 1, samples);
		page.line("samples per stored one.");
		page.line("");
		page.line("Truth: the same movie without noise, lamp drift and the brightening at the onset, held still by the sample's true movement, cut,");
		page.line("differenced and (but for `fragment_fronts.csv`, \"with fringes\") freed of fringes likewise; in it `half_max` by plain crossing in");
		page.line("the same piece, over the same columns, the same stretch and with the same line weights, by a program that shares nothing with");
		page.line("the tracer. This rule was written down before the surfaces below were rendered. \"Composition\" is the same reading of the solver's x");
		page.line("along the rod as it lay at the start. A front is false if that reading finds none there or one that runs the other way.");
		page.line("");
	}

	private static void thereIs(final StudyPage page, final CrackTrial trial) {
		page.line("## What there is to see");
		page.line("");
		page.line("Without noise, column by column over .5 um, from when the faces share the current, for as long as the rate falls to half.");
		page.line("");
		page.line(CrackTrial.THERE_HEAD);
		for (final String line : trial.there)
			page.line("%s", line);
	}

	private static CrackTrial trial(final StudyPage page, final String preset, final double rate, final int surfaces,
		final int draws, final String... expected) throws IOException
	{
		final CrackTrial trial = new CrackTrial(preset, rate, expected);
		for (int i = 0; i < surfaces; i++)
			trial.run(FIRST + i, draws);
		page.line("## %s, %s frames per second", preset, String.format(Locale.ROOT, "%.2g", trial.framesPerSecond()));
		page.line("");
		page.line("%d movies; false fronts: %d; processor time %.0f s per movie of %.0f s (videos and report not included).", trial.runs,
			trial.falseFronts, trial.processorSeconds / trial.runs, trial.movieSeconds / trial.runs);
		page.line("");
		page.line(CrackTrial.HEAD);
		trial.table().forEach(line -> page.line("%s", line));
		page.line("");
		page.line("Each:");
		page.line("");
		page.line(CrackTrial.EACH_HEAD);
		trial.each.forEach(line -> page.line("%s", line));
		page.line("");
		return trial;
	}
}
