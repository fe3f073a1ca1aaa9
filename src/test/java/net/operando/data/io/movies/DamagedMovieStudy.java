package net.operando.data.io.movies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import net.operando.data.io.movies.DamagedMovie.Outcome;
import net.operando.study.StudyPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of damaged movie files of every kind, and what came of them. */
@Tag("study")
public class DamagedMovieStudy {

	@TempDir
	Path folder;

	@Test
	void damagedFiles() throws IOException {
		final StudyPage page = new StudyPage("damaged-movies", "Damaged movie files", "DamagedMovieStudy");
		page.line("Each file of some 10 KB was damaged in one place (a bit, a byte, or 2, 4 or 8 bytes set to extremes) among");
		page.line("the bytes that are not samples, or cut short (one in eight), from a seed; then opened, and every frame and");
		page.line("time compared with the whole file's. None hung, none ended in anything but a typed error.");
		page.line("");
		page.line("- refused: one clear sentence; unharmed: all as in the whole file; partial: the first frames, with a warning;");
		page.line("- restated: a byte that states shape, type, rate, a name or packed samples changed, and the movie is what it says;");
		page.line("- undetected: another movie though only structure changed.");
		page.line("");
		page.line("| file | damages | refused | unharmed | partial | restated | undetected | most memory allocated, MB |");
		page.line("|---|---|---|---|---|---|---|---|");
		int undetected = 0;
		int total = 0;
		for (final DamagedMovie movie : DamagedMovies.all()) {
			final int count = StudyPage.seeds(2500, 50);
			final DamagedMovie.Tally tally = movie.damage(folder, count, 2026);
			final int samples = movie.changeSamples(folder, count, 2027);
			assertTrue(samples >= 0);
			page.line("| %s | %d | %d | %d | %d | %d | %d | %.1f |", movie.name(), count, tally.of(Outcome.REFUSED), tally.of(
				Outcome.UNHARMED), tally.of(Outcome.PARTIAL), tally.of(Outcome.RESTATED), tally.of(Outcome.UNDETECTED),
				tally.mostAllocated / 1048576.0);
			if (!tally.undetected.isEmpty()) System.out.println(movie.name() + " undetected: " + tally.undetected);
			undetected += tally.of(Outcome.UNDETECTED);
			total += count;
		}
		page.line("");
		page.line("As many single bytes of unpacked samples and times were changed in each: none altered more than one sample.");
		page.finish();
		assertTrue(undetected <= total / 200, undetected + " of " + total + " damages went undetected");
	}
}
