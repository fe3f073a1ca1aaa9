package net.operando.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import net.operando.base.InvalidInputException;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;

/** Every command of the catalog: its recorded line replays, and the example macro that comes with it runs. */
class MacroTest {

	private static final Path PROJECT = Path.of(System.getProperty("project.basedir", "."));
	private static final Context CONTEXT = CommandCatalog.newContext();
	private static final CommandCatalog CATALOG = new CommandCatalog(CONTEXT);

	@TempDir
	static Path folder;

	@BeforeAll
	static void prepare() throws IOException {
		// with a display a refusal is a dialog that waits for its user; .ci/run runs this class once more without one
		assumeTrue(GraphicsEnvironment.isHeadless(), "macros are tested without a display: -Djava.awt.headless=true");
		SampleFolder.write(folder);
		MacroHost.install();
	}

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	/** In the order of the menu, but for Compare Rates, which takes what Analyse Experiment wrote. */
	static Stream<String> labels() {
		return CATALOG.commands().stream().map(CommandCatalog::label).sorted(Comparator.comparing("Compare Rates..."::equals));
	}

	private static String sample() {
		return folder + java.io.File.separator;
	}

	private static String sample(final String label) {
		return SampleFolder.of(folder, label);
	}

	private static CommandCall call(final CommandInfo info, final Map<String, String> given, final ImagePlus image) {
		final CommandCall call = new CommandCall(CONTEXT, info);
		for (final ModuleItem<?> item : CommandCatalog.inputs(info)) {
			final String text = given.get(CommandCatalog.key(item));
			if (item.getType() == ImagePlus.class) call.set(item, image);
			else if (text != null) call.setText(item, text);
		}
		return call;
	}

	private static String content(final Path file) throws IOException {
		if (!file.toString().endsWith(".zip")) return text(Files.readAllBytes(file));
		final StringBuilder entries = new StringBuilder();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
				entries.append(entry.getName()).append(text(zip.readAllBytes()));
		}
		return entries.toString();
	}

	private static String text(final byte[] bytes) {
		// texts in images are UTF-16
		return new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "").replaceAll(
			"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z?", "TIME");
	}

	/** What came out: every file with its bytes, hidden notes and times of making left out. */
	private static Map<String, String> outcome(final Path output) throws IOException {
		final Map<String, String> files = new TreeMap<>();
		if (Files.isDirectory(output)) try (Stream<Path> all = Files.walk(output)) {
			for (final Path file : all.filter(f -> Files.isRegularFile(f) && !f.getFileName().toString().startsWith(
				".")).toList())
				files.put(output.relativize(file).toString(), content(file).replace(output.toString(), "OUTPUT"));
		}
		return files;
	}

	private static String difference(final String a, final String b) {
		int at = 0;
		while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at))
			at++;
		return "at " + at + ": '" + a.substring(Math.max(0, at - 60), Math.min(a.length(), at + 40)) + "' against '" + b
			.substring(Math.max(0, at - 60), Math.min(b.length(), at + 40)) + "'";
	}

	/** A command run with its inputs set one by one, then the macro that was recorded from the same inputs; none refuses. */
	@ParameterizedTest
	@MethodSource("labels")
	void recordedMacrosReproduceTheOutput(final String label) throws IOException {
		final CommandInfo info = CATALOG.byLabel(label).orElseThrow();
		final String sample = sample(label);
		final Path byHand = Path.of(sample, "by hand", CommandCatalog.slug(info));
		final Path byMacro = Path.of(sample, "results", CommandCatalog.slug(info));
		assertNull(call(info, SampleInputs.of(CONTEXT, info, sample, byHand.toString()), image(info)).run().failure(), label);
		MacroHost.run(MacroExamples.of(CONTEXT).get(CommandCatalog.slug(info) + ".ijm"), sample);
		final Map<String, String> first = outcome(byHand);
		final Map<String, String> second = outcome(byMacro);
		assertEquals(first.keySet(), second.keySet(), label);
		for (final String file : first.keySet())
			assertTrue(first.get(file).equals(second.get(file)), () -> file + " of " + label + " differs: " + difference(first.get(
				file), second.get(file)));
		if (!label.startsWith("Open Operando")) assertFalse(first.isEmpty(), label + " wrote nothing");
	}

	/** What the example macros of cracks find is what they are there for. */
	@Test
	void aRodThatBreaksTwiceIsFivePieces() throws IOException {
		final CommandInfo info = CATALOG.byLabel("Fragments").orElseThrow();
		final Path output = folder.resolve("pieces");
		assertNull(call(info, SampleInputs.of(CONTEXT, info, sample("Fragments"), output.toString()), image(info)).run().failure());
		assertEquals(6, Files.readAllLines(output.resolve("fragments.csv")).size(), "a header, the rod, and two halves twice");
	}

	/** The image a command works on: none, the sample's movie, or a kymograph of it. */
	private static ImagePlus image(final CommandInfo info) {
		if (!SampleInputs.needs(info, false) && !SampleInputs.needs(info, true)) return null;
		final String sample = sample(CommandCatalog.label(info));
		final ImagePlus movie = made("Open Operando Movie", "movie", sample, null);
		return SampleInputs.needs(info, true) ? made("Line-Cut Kymograph", "kymograph", sample, movie) : movie;
	}

	private static ImagePlus made(final String label, final String output, final String sample, final ImagePlus image) {
		final CommandInfo info = CATALOG.byLabel(label).orElseThrow();
		final CommandCall call = call(info, SampleInputs.of(CONTEXT, info, sample, ""), image);
		assertNull(call.run().failure());
		return (ImagePlus) call.output(output);
	}

	/** To make them anew, run MacroExamples with the folder macros/examples, see docs/developer.md. */
	@Test
	void everyCommandHasAnExampleThatIsUpToDate() throws IOException {
		final Map<String, String> there = new LinkedHashMap<>();
		try (Stream<Path> files = Files.list(PROJECT.resolve("macros/examples"))) {
			for (final Path file : files.sorted().toList())
				there.put(file.getFileName().toString(), Files.readString(file));
		}
		final Map<String, String> wanted = MacroExamples.of(CONTEXT);
		assertEquals(new TreeSet<>(wanted.keySet()), there.keySet(), "run MacroExamples");
		wanted.forEach((name, text) -> assertEquals(text, there.get(name), name + ": run MacroExamples"));
	}

	@Test
	void fromMovieToFigure() throws IOException {
		MacroHost.run(Files.readString(PROJECT.resolve("macros/From_Movie_to_Figure.ijm")), sample());
		for (final String file : new String[] { "kymograph.tif", "kymograph.svg", "fronts.csv", "fronts.svg", "timeline.csv",
			"citations.bib" })
			assertTrue(Files.size(folder.resolve("figure/" + file)) > 0, file);
	}

	@Test
	void aMacroStopsWhereACommandRefuses() {
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> MacroHost.run(
			"run(\"Open Operando Movie...\", \"file=[" + sample() + "gone.tif]\");\nFile.saveString(\"on\", \"" + sample() +
				"went-on.txt\");", ""));
		assertTrue(e.getMessage().contains("gone.tif"), e.getMessage());
		assertFalse(Files.exists(folder.resolve("went-on.txt")));
	}

	/** Icons are commands and hexadecimal digits; every command a tool runs must be in the menu. */
	@Test
	void theToolsetsToolsHaveIconsAndRunCommandsThatExist() throws IOException {
		final String toolset = Files.readString(PROJECT.resolve("macros/toolsets/Operando.ijm"));
		final Matcher tools = Pattern.compile("macro \"([^\"]*) Tool - ([^\"]*)\"").matcher(toolset);
		final List<String> icons = new ArrayList<>();
		while (tools.find()) {
			icons.add(tools.group(1));
			assertTrue(tools.group(2).matches(
				"(C[0-9a-f]{3}|L[0-9a-g]{4}|R[0-9a-g]{4}|F[0-9a-g]{4}|O[0-9a-g]{4}|T[0-9a-g]{4}.|D[0-9a-g]{2}|P([0-9a-g]{2})+0?)+"),
				tools.group(2));
		}
		assertTrue(icons.size() >= 3, icons.toString());
		assertTrue(icons.contains("Edit fronts of a kymograph"), icons.toString());
		final Matcher runs = Pattern.compile("run\\(\"([^\"]*\\.\\.\\.)\"(?:, \"([^;]*))?").matcher(toolset);
		int run = 0;
		while (runs.find()) {
			run++;
			final CommandInfo info = CATALOG.byLabel(runs.group(1)).orElseThrow(() -> new AssertionError(runs.group(1)));
			final List<String> keys = CommandCatalog.inputs(info).stream().map(CommandCatalog::key).toList();
			final Matcher options = Pattern.compile("(\\w+)=").matcher(runs.group(2) == null ? "" : runs.group(2));
			while (options.find())
				assertTrue(keys.contains(options.group(1)), runs.group());
		}
		assertTrue(run >= 3, "the tools run nothing");
		new ij.macro.Tokenizer().tokenize(toolset);
	}
}
