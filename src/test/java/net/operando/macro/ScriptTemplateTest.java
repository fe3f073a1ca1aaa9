package net.operando.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

import net.operando.ui.command.CommandCatalog;

/** The Groovy templates of Fiji's script editor, run by the Groovy that Fiji has; their parameters are set as Fiji would. */
class ScriptTemplateTest {

	private static final Path TEMPLATES = Path.of(System.getProperty("project.basedir", "."),
		"src/main/resources/script_templates/Operando");
	private static final Pattern PARAMETER = Pattern.compile("(?m)^#@ (\\w+).* (\\w+)$");
	private static final Context CONTEXT = CommandCatalog.newContext();

	@TempDir
	static Path folder;

	@BeforeAll
	static void sample() throws IOException {
		SampleFolder.write(Files.createDirectories(folder.resolve("sample")));
		Files.writeString(folder.resolve("sample/broken.tif"), "no TIFF");
	}

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	private static void run(final String name, final Map<String, Object> values) throws Exception {
		final String script = Files.readString(TEMPLATES.resolve(name));
		final ScriptEngine groovy = new ScriptEngineManager().getEngineByName("groovy");
		final Matcher parameter = PARAMETER.matcher(script);
		final TreeSet<String> declared = new TreeSet<>();
		while (parameter.find()) {
			final String key = parameter.group(2);
			declared.add(key);
			final Object value = parameter.group(1).equals("CommandService") ? CONTEXT.service(CommandService.class) : values.get(
				key);
			assertTrue(value != null, name + " asks for " + key);
			groovy.put(key, value);
		}
		assertEquals(new TreeSet<>(values.keySet()), without(declared, "commands"), name);
		groovy.eval(script.replaceAll("(?m)^#@.*$", ""));
	}

	private static TreeSet<String> without(final TreeSet<String> names, final String name) {
		final TreeSet<String> rest = new TreeSet<>(names);
		rest.remove(name);
		return rest;
	}

	private static Map<String, Object> values(final Object... pairs) {
		final Map<String, Object> values = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2)
			values.put((String) pairs[i], pairs[i + 1]);
		return values;
	}

	private static File file(final String name) {
		return folder.resolve(name).toFile();
	}

	@Test
	void oneMovie() throws Exception {
		run("Kymograph_and_Fronts.groovy", values("movie", file("sample/movie.tif"), "line", SampleFolder.LINE, "lagseconds", 1.0,
			"output", file("single")));
		assertTrue(Files.size(folder.resolve("single/kymograph.tif")) > 0);
		assertEquals(3, Files.readAllLines(folder.resolve("single/fronts.csv")).size(), "a header and the sample's two fronts");
	}

	@Test
	void aFolderWithAMovieThatFails() throws Exception {
		run("Batch_over_a_Folder.groovy", values("folder", file("sample"), "endings", ".tif,.tdms", "line", SampleFolder.LINE,
			"output", file("batch")));
		final List<String> rows = Files.readAllLines(folder.resolve("batch/failures.csv"));
		assertEquals(3, rows.size(), rows.toString());
		assertTrue(rows.get(1).startsWith("\"broken.tif\",false,\"") && rows.get(1).contains("TIFF"), rows.get(1));
		assertEquals("\"movie.tif\",true,", rows.get(2));
		assertTrue(Files.exists(folder.resolve("batch/movie/fronts.csv")));
	}

	@Test
	void aSweep() throws Exception {
		run("Parameter_Sweep.groovy", values("movie", file("sample/movie.tif"), "line", SampleFolder.LINE, "lags", "1,2",
			"widths", "6,10", "output", file("sweep")));
		final List<String> rows = Files.readAllLines(folder.resolve("sweep/sweep.csv"));
		assertTrue(rows.get(0).startsWith("lag_s,width_px,front_id"), rows.get(0));
		assertTrue(rows.size() > 4, "each of the four pairs has a front: " + rows);
	}

	/** Templates that use other parts of Fiji cannot be run here. */
	@Test
	void everyTemplateThatNeedsOperandoAloneIsTested() throws IOException {
		final TreeSet<String> alone = new TreeSet<>();
		try (Stream<Path> files = Files.list(TEMPLATES)) {
			for (final Path file : files.toList())
				if (!Files.readString(file).contains("import fiji.")) alone.add(file.getFileName().toString());
		}
		assertEquals(new TreeSet<>(List.of("Batch_over_a_Folder.groovy", "Kymograph_and_Fronts.groovy",
			"Parameter_Sweep.groovy")), alone);
	}
}
