package net.operando.data.io.cycler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.study.StudyPage;

/** Seeded damage to every electrochemistry reader: none may hang, invent samples or fail with anything but a sentence. */
@Tag("study")
class DamagedElectrochemStudy {

	@TempDir
	Path folder;

	@Test
	void everyReader() throws IOException {
		final int count = StudyPage.seeds(2500, 20);
		final StudyPage page = new StudyPage("damaged-electrochemistry", "Damaged electrochemistry files",
			"DamagedElectrochemStudy");
		page.line("%d damaged copies of each file: a fifth each cut short, one byte changed, up to 12 bytes removed, up to " +
			"12 repeated, up to 400 overwritten. `clean`: read without a warning, the damage being where it says nothing " +
			"(or a digit, which no reader can know).", count);
		page.line("");
		page.line("| file | refused with a sentence | read with a warning | clean |");
		page.line("|---|---|---|---|");
		for (final Map.Entry<String, String> e : DamagedElectrochem.originals().entrySet()) {
			final DamagedElectrochem d = new DamagedElectrochem(folder);
			d.run(e.getKey(), e.getValue(), count, 1);
			page.line("| %s | %d | %d | %d |", e.getKey(), d.refused, d.warned, d.clean);
		}
		page.finish();
	}
}
