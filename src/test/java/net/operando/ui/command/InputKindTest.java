package net.operando.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.module.ModuleItem;

import net.operando.base.InvalidInputException;

class InputKindTest {

	private static final Context CONTEXT = CommandCatalog.newContext();

	@TempDir
	Path folder;

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	private static ModuleItem<?> input(final String label, final String key) {
		return CommandCatalog.inputs(new CommandCatalog(CONTEXT).byLabel(label).orElseThrow()).stream().filter(i -> CommandCatalog
			.key(i).equals(key)).findFirst().orElseThrow();
	}

	private static void refused(final String label, final String key, final String text, final String part) {
		final String said = assertThrows(InvalidInputException.class, () -> CommandCall.check(input(label, key), text))
			.getMessage();
		assertTrue(said.contains(part), said);
	}

	@Test
	void textsAreCheckedForWhatTheyMean() throws Exception {
		refused("Line-Cut Kymograph", "line", "1,2,3", "not a line");
		refused("Rod Length", "startx", "a tenth", "not a number");
		refused("Correct Drift", "mask", folder.resolve("gone.zip").toString(), "no file or folder");
		refused("Compare Rates", "folder", Files.writeString(folder.resolve("file"), "x").toString(), "is no folder");
		CommandCall.check(input("Line-Cut Kymograph", "line"), "1,2,3,4");
		CommandCall.check(input("Correct Drift", "mask"), "auto");
		CommandCall.check(input("Correct Drift", "output"), folder.resolve("new").toString());
		CommandCall.check(input("Simulate Rod", "material"), "NWO");
	}

	@Test
	void whatIsChosenInTheFileSystemIsKnown() {
		assertEquals(InputKind.PATH, InputKind.of(input("Open Operando Movie", "file")));
		assertEquals(InputKind.FOLDER, InputKind.of(input("Compare Rates", "folder")));
		assertEquals(InputKind.DESTINATION, InputKind.of(input("Acquire Operando Movie", "folder")));
		assertTrue(InputKind.of(input("Simulate Rod", "material")).isPath());
		assertFalse(InputKind.of(input("Simulate Rod", "crate")).isPath());
	}

	/** What belongs to one recording must not turn up in the next. */
	@Test
	void onlyNumbersSwitchesAndChoicesAreWorthRemembering() {
		final String[][] kept = { { "Bin Operando Movie", "spatialbin" }, { "Line-Cut Kymograph", "interpolation" }, {
			"Correct Drift", "rotation" } };
		final String[][] not = { { "Line-Cut Kymograph", "line" }, { "Open Operando Movie", "pixelsizeum" }, {
			"Align Electrochemistry", "massmg" }, { "Rod Length", "startx" }, { "Correct Drift", "shifts" }, { "Find Rods",
				"output" } };
		for (final String[] k : kept)
			assertTrue(InputKind.of(input(k[0], k[1])).isWorthRemembering(input(k[0], k[1])), k[1]);
		for (final String[] k : not)
			assertFalse(InputKind.of(input(k[0], k[1])).isWorthRemembering(input(k[0], k[1])), k[1]);
	}
}
