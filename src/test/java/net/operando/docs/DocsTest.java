package net.operando.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import net.operando.ui.cli.CommandListingText;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;

/** Dialogs, pages, the listing and the links agree. */
class DocsTest {

	private static final Path PROJECT = Path.of(System.getProperty("project.basedir", "."));
	private static final String AGAIN = "run GeneratedDocs, see docs/developer.md";
	private static final Context CONTEXT = CommandCatalog.newContext();
	private static final CommandCatalog CATALOG = new CommandCatalog(CONTEXT);

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	@Test
	void everyCommandHasAPageMadeFromItsDialog() throws IOException {
		final Map<String, String> wanted = new TreeMap<>(CommandPages.of(CONTEXT));
		final Map<String, String> there = new TreeMap<>();
		try (Stream<Path> files = Files.list(PROJECT.resolve("docs/commands"))) {
			for (final Path file : files.toList())
				there.put(file.getFileName().toString(), Files.readString(file));
		}
		assertEquals(wanted.keySet(), there.keySet(), AGAIN);
		wanted.forEach((name, text) -> assertEquals(text, there.get(name), name + ": " + AGAIN));
	}

	@Test
	void everyMessageIsListed() throws IOException {
		final String page = Files.readString(PROJECT.resolve("docs/troubleshooting.md"));
		assertEquals(MessagePage.of(page, PROJECT.resolve("src/main/java/net/operando")), page, AGAIN);
		assertTrue(page.contains("draw a straight line"), "a message that is known to be there");
	}

	/** Words that are a key by their form: those with "=" behind them, and those that end in a unit. */
	private static final Pattern KEY = Pattern.compile(
		"\\b([a-z0-9]+)=(?!\\d,z)|\\b([a-z]+(?:(?<!\\bmaxim)um|px|(?<!milli|nano)seconds|mahg|volts|framerange|framerate))\\b");
	/** Other words of that form; what an edit of fronts names is in its file. */
	private static final Set<String> NO_KEYS = Set.of("front", "maximum", "minimum", "extremum", "lithium", "spectrum", "c", "z");

	/** A remedy that names a key which no command has would send its reader astray. */
	@Test
	void remediesNameKeysThatExist() throws IOException {
		final Set<String> keys = CATALOG.commands().stream().flatMap(c -> CommandCatalog.inputs(c).stream()).map(
			CommandCatalog::key).collect(Collectors.toCollection(TreeSet::new));
		final String page = Files.readString(PROJECT.resolve("docs/troubleshooting.md")).replace("\\_", "_");
		final Set<String> unknown = new TreeSet<>();
		int named = 0;
		final Matcher key = KEY.matcher(page);
		while (key.find()) {
			final String name = key.group(1) == null ? key.group(2) : key.group(1);
			named++;
			if (!keys.contains(name) && !NO_KEYS.contains(name)) unknown.add(name);
		}
		assertTrue(named > 50, "the messages were not found: " + named);
		assertEquals(Set.of(), unknown);
	}

	/** The command line's list says the same keys and defaults as the dialogs. */
	@Test
	void theListingAgreesWithTheDialogs() {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		CommandListingText.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
		final String list = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
		for (final CommandInfo info : CATALOG.commands()) {
			final String entry = list.substring(list.indexOf(CommandCatalog.label(info) + "\n")).split("\n\n")[0];
			final CommandCall call = new CommandCall(CONTEXT, info);
			for (final ModuleItem<?> item : CommandCatalog.inputs(info)) {
				final Matcher line = Pattern.compile("(?m)^    " + CommandCatalog.key(item) + " +(.*)$").matcher(entry);
				assertTrue(line.find(), CommandCatalog.label(info) + " lacks " + CommandCatalog.key(item));
				assertTrue(line.group(1).startsWith(item.getLabel() + ": " + item.getDescription()), line.group(1));
				if (item.getType() != ImagePlus.class && !CommandCatalog.text(call.defaultOf(item)).isEmpty()) assertTrue(line
					.group(1).endsWith("Default: " + CommandCatalog.text(call.defaultOf(item)) + "."), line.group(1));
			}
		}
	}

	/** Units by the ending of a key, as labels have to show them. */
	private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("um", "(um)"), Map.entry("px", "(px)"), Map.entry(
		"seconds", "(s)"), Map.entry("mahg", "(mAh/g)"), Map.entry("massmg", "(mg)"), Map.entry("volts", "(V)"), Map.entry(
			"temperaturek", "(K)"), Map.entry("deltams", "(ms)"), Map.entry("nm", "(nm)"), Map.entry("framerate", "(1/s)"));

	@Test
	void everyNumberHasItsUnitAndItsRange() {
		final List<String> lacking = new ArrayList<>();
		for (final CommandInfo info : CATALOG.commands())
			for (final ModuleItem<?> item : CommandCatalog.inputs(info)) {
				final String what = CommandCatalog.label(info) + " " + CommandCatalog.key(item) + " '" + item.getLabel() + "'";
				UNITS.forEach((end, unit) -> {
					if (CommandCatalog.key(item).endsWith(end) && (item.getLabel() == null || !item.getLabel().endsWith(unit) && !item
						.getLabel().endsWith(unit.replace("(s)", "at (s)")))) lacking.add(what + " lacks " + unit);
				});
				final boolean number = item.getType() == double.class || item.getType() == int.class;
				if (number && item.getMinimumValue() == null && !item.getDescription().matches(
					"(?s).*\\b(above|below|between|from|any|or more|at least|same one|searches)\\b.*")) lacking.add(what +
						" has neither a least value nor words that say its range");
			}
		assertEquals(List.of(), lacking);
	}

	private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

	private static String anchor(final String heading) {
		return heading.trim().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
	}

	@Test
	void everyLinkLeadsSomewhere() throws IOException {
		final List<String> broken = new ArrayList<>();
		int links = 0;
		final List<Path> pages = new ArrayList<>(List.of(PROJECT.resolve("README.md"), PROJECT.resolve(
			"test-images/README.md")));
		try (Stream<Path> files = Files.walk(PROJECT.resolve("docs"))) {
			files.filter(f -> f.toString().endsWith(".md")).forEach(pages::add);
		}
		for (final Path page : pages) {
			final Matcher link = LINK.matcher(Files.readString(page));
			while (link.find()) {
				final String to = link.group(1);
				if (to.matches("[a-z]+:.*")) continue;
				links++;
				final String[] parts = to.split("#", 2);
				final Path target = parts[0].isEmpty() ? page : page.getParent().resolve(parts[0]).normalize();
				if (!Files.exists(target)) broken.add(PROJECT.relativize(page) + " -> " + to);
				else if (parts.length == 2) {
					final Set<String> anchors = Files.readAllLines(target).stream().filter(l -> l.startsWith("#")).map(l -> anchor(l
						.replaceFirst("^#+", ""))).collect(Collectors.toCollection(TreeSet::new));
					if (!anchors.contains(parts[1])) broken.add(PROJECT.relativize(page) + " -> " + to + " (no such heading)");
				}
			}
		}
		assertTrue(links > 20, "the pages were not found");
		assertEquals(List.of(), broken);
	}

	/** The contract of keys and defaults stands beside the project; what it says of a command there is must hold. */
	@Test
	@Tag("conformance")
	void keysAndDefaultsAreThoseOfTheContract() throws IOException {
		final String data = System.getProperty("conformance.data");
		assertTrue(data != null && !data.isEmpty(), "give -Dconformance.data=FOLDER");
		final List<String> wrong = new ArrayList<>();
		int checked = 0;
		for (final String row : Files.readAllLines(Path.of(data).resolveSibling("commands.md"))) {
			final String[] cells = row.split("\\|");
			if (cells.length < 4 || CATALOG.byLabel(cells[1].trim()).isEmpty() || cells[2].toLowerCase(Locale.ROOT).contains("as simulate rod")) continue;
			final CommandInfo info = CATALOG.byLabel(cells[1].trim()).get();
			final Map<String, ModuleItem<?>> items = CommandCatalog.inputs(info).stream().collect(Collectors.toMap(
				CommandCatalog::key, i -> i));
			final CommandCall call = new CommandCall(CONTEXT, info);
			for (final String part : cells[2].split(";")) {
				final Matcher key = Pattern.compile("^\\s*([a-z][a-z0-9]*)(?:\\s+\\(([^()]*)\\))?").matcher(part);
				if (!key.find() || key.group(1).equals("direction")) continue;
				checked++;
				final ModuleItem<?> item = items.get(key.group(1));
				if (item == null) wrong.add(CommandCatalog.label(info) + " lacks " + key.group(1));
				else if (key.group(2) != null && key.group(2).matches("-?[\\d.]+") && Double.parseDouble(key.group(2)) != number(call
					.defaultOf(item))) wrong.add(CommandCatalog.label(info) + " " + key.group(1) + " should be " + key.group(2));
			}
		}
		assertTrue(checked > 40, "the contract was not found: " + checked);
		assertEquals(List.of(), wrong);
	}

	private static double number(final Object value) {
		return value instanceof Number ? ((Number) value).doubleValue() : Double.NaN;
	}
}
