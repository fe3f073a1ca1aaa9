package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.study.StudyPage;

/**
 * Front velocities of the digital twin's movies at 1C, 5C and 20C, over 1000 movies each: five surfaces, 200 draws of camera
 * noise.
 */
@Tag("study")
class PresetFrontStudy {

	/** Scenes 1 to 3 were looked at while the tracing of them was worked on. */
	private static final long FIRST_SCENE = 4;
	private static final int SCENES = 5;

	@Test
	void velocitiesOfThePresetsMovies() throws IOException {
		final int movies = StudyPage.seeds(1000, 10);
		final StudyPage page = new StudyPage("preset-fronts", "Front velocities in the presets' movies", "PresetFrontStudy");
		page.line("The rod of the preset \"5C from 2.8 V hold\" at 1C, 5C and 20C from x = .08, both ends active, placeholder I(x), with the");
		page.line("preset's fringes (30 %), carbon, dust, side patch, onset brightening and lamp drift, registered (no drift); 8 ms");
		page.line("exposures at 2 Hz, means of 2 x 2 pixels and of two exposures (20C: single exposures). %d surfaces (scene seeds %d to", SCENES, FIRST_SCENE);
		page.line("%d), the camera's noise drawn anew per movie on the pixels. Then as the analysis of an experiment: cut of 10 px, lag by", FIRST_SCENE + SCENES - 1);
		page.line("signal to noise, fringes taken out by the intensity before the current, both signs looked for.");
		page.line("");
		page.line("Truth: half_max, column by column, within its half of the rod, on the noise-free movie of the same rod without fringes,");
		page.line("brightening and lamp drift; the same line through the same columns. It is undefined where fewer than five columns");
		page.line("have a half maximum. \"no speed\" counts ends of which no dark front with a speed was found (two per movie).");
		page.line("");
		page.line("%s", PresetTrial.HEAD);
		final double[] rates = { 1, 5, 20 };
		final PresetTrial[] trials = new PresetTrial[rates.length];
		for (int r = 0; r < rates.length; r++) {
			trials[r] = new PresetTrial(String.format("%.0fC", rates[r]));
			final PresetTrial kept = new PresetTrial(String.format("%.0fC, fringes left in", rates[r]));
			for (int s = 0; s < Math.min(SCENES, movies); s++) {
				final PresetRod rod = PresetRod.at(rates[r], FIRST_SCENE + s);
				for (int i = 0; i < movies / SCENES; i++) {
					trials[r].add(rod, 10_000 * (s + 1) + i, true);
					if (i % 5 == 0) kept.add(rod, 10_000 * (s + 1) + i, false);
				}
			}
			page.line("%s", trials[r].row());
			page.line("%s", kept.row());
		}
		page.line("");
		for (int r = 0; r < rates.length; r++)
			page.line("%.0fC: the criteria (|bias| within 1 %% or 3 s.e.m., coverage 91.5 to 98 %%) are %s.", rates[r], trials[r].speeds > 0 &&
				trials[r].meetsTheCriteria() ? "met" : "NOT met");
		remarks(page);
		page.finish();
		for (final PresetTrial t : new PresetTrial[] { trials[1], trials[2] })
			assertTrue(t.speeds > t.movies, t.row());
	}

	private static void remarks(final StudyPage page) {
		page.line("");
		page.line("## Why");
		page.line("");
		page.line("* 1C: there is no optical front. The brightness of the placeholder I(x) has zero slope at x = .08 and falls in proportion to");
		page.line("  x - .08 from there, and at 1C x rises by some .01 while lithium spreads to the centre. The noise-free rate so is");
		page.line("  largest at the face all the time (its crest stays within .5 um of it until 25 s) and falls off to the edge of what");
		page.line("  lithium has reached; half of that maximum creeps from 2 to 6 um between 3 and 15 s and slows from 500 to 190 nm/s. At a");
		page.line("  largest rate of .035 %/s, 1.3 to 1.8 of the noise over the chosen lag, it is rarely followed through five columns.");
		page.line("  The composition's half maximum moves evenly (511 nm/s); it is the optics that do not show it.");
		page.line("* 5C and 20C: the profile changes its shape as it runs: the crest falls (.55 to .18 %/s at 5C) onto a plateau behind it that");
		page.line("  does not (.09 %/s). The tracer's model lets a profile move, stretch and fade as a whole, which the required");
		page.line("  conditions of front-velocity.md are and these are not; positions are off by -.2 um early and +.2 um late at 5C.");
		page.line("  Fits with shapes that are free to change in time (two more splines per front) had the misfit fall by 70 to 230 for 32");
		page.line("  parameters on these movies (and by fewer than there were parameters on those of front-velocity.md), but with 5 to 11");
		page.line("  columns their speeds spread by 7 to 19 % and were no less biased: too little is known of the level between two fronts");
		page.line("  whose feet overlap from 18 s on (5C). So this cost of the model is stated here, not repaired, and the");
		page.line("  intervals do not hold it.");
		page.line("* Fringes: left in they move the half maximum by up to .4 um, always at the same places, so that each rod is wrong in its");
		page.line("  own way, and at 5C by chance against the bias of the model. Taken out, the movies give what movies of a rod without");
		page.line("  fringes do (5C, 120 speeds with development seeds: bias +3.9 %, spread 5.0 %, 57 % held), so what is left is the change of");
		page.line("  shape.");
	}
}
