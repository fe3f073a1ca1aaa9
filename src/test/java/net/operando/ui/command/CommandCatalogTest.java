package net.operando.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import net.operando.base.InvalidInputException;

class CommandCatalogTest {

	private static final Context CONTEXT = CommandCatalog.newContext();
	private static final CommandCatalog CATALOG = new CommandCatalog(CONTEXT);

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	@Test
	void findsTheCommandsInMenuOrder() {
		assertEquals(List.of("Open Operando Movie...", "Align Electrochemistry...", "Bin Operando Movie...",
			"Normalise Illumination...", "Correct Drift...", "Find Rods...", "Differential Movie...", "Line-Cut Kymograph...",
			"Front Velocities...", "Edit Fronts...", "Rod Length...", "Cracks...", "Fragments...", "TrackMate Velocities...", "Compare Rates...",
			"Simulate Rod...", "Diffusion from GITT...", "Diffusion from PFG-NMR...", "Synthetic Experiment...",
			"Acquire Operando Movie...", "Analyse Experiment..."), CATALOG.commands().stream().map(CommandCatalog::label).limit(21)
				.collect(Collectors.toList()));
	}

	@Test
	void labelsAreFoundWithAndWithoutEllipsis() {
		assertTrue(CATALOG.byLabel("Line-Cut Kymograph").isPresent());
		assertTrue(CATALOG.byLabel("line-cut kymograph...").isPresent());
		assertFalse(CATALOG.byLabel("Line-Cut").isPresent());
	}

	/** Another path or label would show a command twice in Fiji. */
	@Test
	void plainImageJHasTheSameMenu() throws Exception {
		final List<String> lines = new ArrayList<>();
		final Pattern entry = Pattern.compile(
			"(.*), \"(.*)\", net\\.operando\\.ui\\.imagej\\.CommandPlugIn\\(\"(.*)\"\\)");
		try (BufferedReader in = new BufferedReader(new InputStreamReader(getClass().getResourceAsStream("/plugins.config"),
			StandardCharsets.UTF_8)))
		{
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				if (line.startsWith("#") || line.trim().isEmpty()) continue;
				final Matcher m = entry.matcher(line);
				assertTrue(m.matches(), line);
				lines.add(m.group(1) + ">" + m.group(2) + " " + m.group(3));
			}
		}
		assertEquals(Stream.concat(CATALOG.commands().stream(), CATALOG.samples().stream()).map(c -> c.getMenuPath().stream()
			.map(Object::toString).collect(Collectors.joining(">")) + " " + c.getDelegateClassName()).collect(Collectors
				.toList()), lines);
	}

	@Test
	void everyInputIsLabelledDescribedAndNotRemembered() {
		for (final CommandInfo info : CATALOG.commands()) {
			assertNotNull(info.getDescription(), info.getDelegateClassName());
			assertTrue(info.canRunHeadless(), info.getDelegateClassName());
			for (final ModuleItem<?> item : CommandCatalog.inputs(info)) {
				final String what = info.getDelegateClassName() + "." + item.getName();
				assertFalse(item.getLabel().isEmpty(), what);
				assertTrue(item.getDescription() != null && item.getDescription().endsWith("."), what);
				if (item.getType() != ImagePlus.class) assertFalse(item.isPersisted(), what +
					" would leak from one run into another");
				assertEquals(item.getName().toLowerCase(), item.getName(), what + ": the field name is the macro key");
			}
		}
	}

	/** ImageJ looks for "rate=" anywhere in a macro's options, so it would find it in "sample_rate=". */
	@Test
	void noKeyEndsAnotherKey() {
		for (final CommandInfo info : CATALOG.commands())
			for (final ModuleItem<?> one : CommandCatalog.inputs(info))
				for (final ModuleItem<?> other : CommandCatalog.inputs(info)) {
					if (one == other) continue;
					final String a = CommandCatalog.key(one);
					final String b = CommandCatalog.key(other);
					assertFalse(b.endsWith("_" + a) || b.matches(".*\\d" + Pattern.quote(a)), b + " ends in " + a);
				}
	}

	@Test
	void aValueIsCheckedBeforeItIsGiven() {
		final ModuleItem<?> length = CommandCatalog.inputs(CATALOG.byLabel("Simulate Rod").orElseThrow()).stream().filter(
			i -> CommandCatalog.key(i).equals("lengthum")).findFirst().orElseThrow();
		CommandCall.check(length, " 20.4 ");
		assertTrue(assertThrows(InvalidInputException.class, () -> CommandCall.check(length, "6000")).getMessage().contains(
			"from 0.05 to 5000"));
		assertThrows(InvalidInputException.class, () -> CommandCall.check(length, "20,4"));
	}
}
