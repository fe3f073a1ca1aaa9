package net.operando.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ReferenceTest {

	private static final Path SOURCES = Path.of(System.getProperty("project.basedir", "."), "src/main/java/net/operando");

	private static final Pattern DOI = Pattern.compile("doi = \\{10\\.\\d{4}/[^{}\\s]+\\}");

	@Test
	void everyEntryIsWholeAndItsKeyItsOwn() {
		final List<Reference> all = Reference.all();
		assertEquals("Merryweather2022", all.get(0).key());
		assertEquals(all.size(), all.stream().map(Reference::key).distinct().count());
		for (final Reference r : all) {
			for (final String field : new String[] { "author = ", "title = ", "year = " })
				assertTrue(r.entry().contains(field), r.key() + " lacks " + field);
			// a book has none
			if (r.entry().startsWith("@article")) assertTrue(DOI.matcher(r.entry()).find(), r.key() + " lacks its DOI");
			assertFalse(r.entry().contains("keywords"), r.entry());
			assertEquals(r.entry().chars().filter(c -> c == '{').count(), r.entry().chars().filter(c -> c == '}').count(), r
				.key() + ": braces");
		}
	}

	/** A source named where a method is described must come with that method's citation. */
	@Test
	void everySourceNamedInAPackageIsInTheRegistry() throws IOException {
		final Pattern year = Pattern.compile("\\(((?:19|20)\\d\\d)\\)");
		final List<String> missing = new ArrayList<>();
		int packages = 0;
		for (final String floor : new String[] { "analysis", "model" })
			try (Stream<Path> files = Files.walk(SOURCES.resolve(floor))) {
				for (final Path file : files.filter(f -> f.endsWith("package-info.java")).toList()) {
					final String name = floor + "." + file.getParent().getFileName();
					packages++;
					final Matcher m = year.matcher(Files.readString(file));
					while (m.find())
						if (Reference.all().stream().noneMatch(r -> (r.packages().contains("all") || r.packages().contains(name)) && r
							.entry().contains("year = {" + m.group(1) + "}"))) missing.add(name + " " + m.group(1));
				}
			}
		assertTrue(packages > 4, "the packages were not found in " + SOURCES);
		assertEquals(List.of(), missing, "enter them in references.bib with the package as keyword");
	}

	@Test
	void methodsBringTheirSources() {
		assertTrue(Reference.bibtex(List.of()).contains("@article{Merryweather2022,"));
		assertTrue(Reference.bibtex(List.of()).startsWith("@software{Operando,"));
		assertFalse(Reference.bibtex(List.of("analysis.front")).contains("Weppner"));
		assertTrue(Reference.bibtex(List.of("model.titration")).contains("@article{Weppner1977,"));
	}

	@Test
	void theMethodsOfACommandAreReadFromItsClass() {
		assertEquals(Set.of("analysis.front"), CommandMethods.of(
			"net.operando.ui.command.measure.FrontVelocitiesCommand"));
		assertEquals(Set.of("model.titration"), CommandMethods.of("net.operando.ui.command.diffusion.PfgCommand"),
			"through experiment");
		assertTrue(CommandMethods.of("net.operando.ui.command.experiment.AnalyseExperimentCommand").containsAll(Set.of(
			"analysis.linecut", "analysis.front", "model.phasefield")));
		assertEquals(Set.of(), CommandMethods.of("net.operando.ui.command.movie.OpenMovieCommand"));
	}
}
