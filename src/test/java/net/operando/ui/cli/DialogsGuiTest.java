package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.swing.JFrame;
import javax.swing.KeyStroke;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.dialog.DialogHand;

/** Every command from the menu of plain ImageJ through its dialog to its results. Needs a display, and says so where there is none. */
@Tag("gui")
class DialogsGuiTest {

	/** Those whose result a user wants to see before it is made. */
	private static final Set<String> PREVIEWED = Set.of("Bin Operando Movie", "Normalise Illumination", "Correct Drift",
		"Find Rods", "Differential Movie", "Line-Cut Kymograph", "Rod Length", "Cracks", "Fragments");

	@TempDir
	static Path folder;
	private static ClickThrough hands;

	@BeforeAll
	static void open() throws Exception {
		if (GraphicsEnvironment.isHeadless()) {
			System.out.println("*** The tests of dialogs were LEFT OUT: there is no display. Run them under xvfb-run. ***");
			Assumptions.abort("no display");
		}
		hands = new ClickThrough(folder);
	}

	@AfterAll
	static void quit() throws Exception {
		if (hands != null) hands.close();
	}

	private static List<CommandInfo> commands() {
		return hands.catalog().commands().stream().sorted(Comparator.comparing(c -> ClickThrough.title(c).equals(
			"Compare Rates"))).collect(Collectors.toList());
	}

	private static CommandInfo command(final String label) {
		return hands.catalog().byLabel(label).orElseThrow();
	}

	/** Fits a small laptop, writes its files, and leaves a line in the recorder. */
	@Test
	void everyCommandRunsThroughItsDialog() throws Exception {
		final Recorder recorder = new Recorder(false);
		Recorder.record = true;
		try {
			final Dimension laptop = new Dimension(1366, 768);
			for (final CommandInfo info : commands()) {
				final Path output = hands.run(info, dialog -> assertTrue(dialog.getWidth() <= laptop.width && dialog
					.getHeight() <= laptop.height, ((java.awt.Dialog) dialog).getTitle() + " is " + dialog.getSize()), image -> {
					});
				if (!ClickThrough.title(info).startsWith("Open")) assertTrue(ClickThrough.written(output), info.getTitle());
				final String line = "run(\"" + CommandCatalog.label(info) + "\", \"";
				DialogHand.await("the recorded line of " + info.getTitle(), () -> recorder.getText().contains(line));
				hands.tidy();
			}
		}
		finally {
			Recorder.record = false;
			recorder.close();
		}
	}

	@Test
	void cancelLeavesNothingBehind() throws Exception {
		for (final CommandInfo info : commands()) {
			final ImagePlus image = hands.image(info);
			final Overlay before = image == null ? null : image.getOverlay();
			final Set<Integer> open = ClickThrough.ids();
			final Path output = folder.resolve("cancelled");
			ClickThrough.choose(info);
			final DialogHand hand = DialogHand.on(ClickThrough.title(info));
			hand.give("output", output.toString());
			hand.press("Cancel");
			hand.awaitClosing();
			ClickThrough.finish(info);
			assertEquals(open, ClickThrough.ids(), info.getTitle());
			assertFalse(output.toFile().exists(), info.getTitle());
			if (image != null) assertSame(before, image.getOverlay(), info.getTitle());
		}
	}

	@Test
	void aPreviewShowsTheCurrentFrameAndCancelTakesItAway() throws Exception {
		for (final CommandInfo info : commands()) {
			final ImagePlus image = hands.image(info);
			final Overlay own = new Overlay(new Roi(1, 1, 5, 5));
			if (image != null) EventQueue.invokeAndWait(() -> {
				image.setSlice(20);
				image.setOverlay(own);
			});
			final float first = image == null ? 0 : image.getProcessor().getf(10, 10);
			ClickThrough.choose(info);
			final DialogHand hand = DialogHand.on(ClickThrough.title(info));
			assertEquals(PREVIEWED.contains(ClickThrough.title(info)), hand.has("Preview"), info.getTitle());
			if (hand.has("Preview")) {
				hands.fill(hand, info, net.operando.macro.SampleFolder.of(folder, CommandCatalog.label(info)), "");
				hand.press("Preview");
				DialogHand.await("the preview of " + info.getTitle(), () -> image.getOverlay() != own);
				assertTrue(image.getOverlay().size() > 1, info.getTitle());
			}
			hand.press("Cancel");
			hand.awaitClosing();
			ClickThrough.finish(info);
			if (image == null) continue;
			assertSame(own, image.getOverlay(), info.getTitle());
			assertEquals(first, image.getProcessor().getf(10, 10), info.getTitle());
			hands.tidy();
		}
	}

	@Test
	void whatCannotBeMeantIsSaidAndSwitchesOkOff() throws Exception {
		final CommandInfo simulate = command("Simulate Rod");
		ClickThrough.choose(simulate);
		final DialogHand hand = DialogHand.on("Simulate Rod");
		final String[][] wrong = { { "lengthum", "20,4", "not a number" }, { "lengthum", "-3", "from 0.05" }, { "uppervolts", "two",
			"not a number" }, { "protocol", "/gone.json", "no file" }, { "seconds", "-1", "seconds" } };
		for (final String[] w : wrong) {
			final String before = ((javax.swing.JTextField) hand.editor(w[0])).getText();
			hand.give(w[0], w[1]);
			assertTrue(hand.message().contains(w[2]), w[0] + ": " + hand.message());
			assertFalse(hand.button("OK").isEnabled(), w[0]);
			hand.give(w[0], before);
			assertEquals("", hand.message());
			assertTrue(hand.button("OK").isEnabled(), w[0]);
		}
		hand.press("Cancel");
		hand.awaitClosing();
	}

	@Test
	void whatIsMissingIsSaidBeforeOkCanBePressed() throws Exception {
		ClickThrough.choose(command("Open Operando Movie"));
		final DialogHand hand = DialogHand.on("Open Operando Movie");
		assertEquals("Movie file is empty: fill it in.", hand.message());
		assertFalse(hand.button("OK").isEnabled());
		hand.press("Cancel");
		hand.awaitClosing();
		assertNull(hands.image(command("Open Operando Movie")));
	}

	@Test
	void numbersAreKeptOnlyIfAskedForAndDefaultsBringsTheUsualOnesBack() throws Exception {
		final CommandInfo bin = command("Bin Operando Movie");
		for (final boolean keep : new boolean[] { true, false }) {
			hands.image(bin);
			ClickThrough.choose(bin);
			DialogHand hand = DialogHand.on("Bin Operando Movie");
			if (hand.button("Remember").isSelected() != keep) hand.press("Remember");
			hand.give("spatialbin", "3");
			hand.press("OK");
			hand.awaitClosing();
			ClickThrough.finish(bin);
			hands.tidy();
			hands.image(bin);
			ClickThrough.choose(bin);
			hand = DialogHand.on("Bin Operando Movie");
			final javax.swing.JTextField field = (javax.swing.JTextField) hand.editor("spatialbin");
			assertEquals(keep ? "3" : "2", field.getText());
			assertEquals(keep, hand.message().startsWith("From last time: Spatial bin (px)"), hand.message());
			hand.press("Defaults");
			assertEquals("2", field.getText());
			hand.press("Cancel");
			hand.awaitClosing();
			ClickThrough.finish(bin);
		}
	}

	@Test
	void everyInputAndButtonHasAKey() throws Exception {
		for (final CommandInfo info : commands()) {
			hands.image(info);
			ClickThrough.choose(info);
			final DialogHand hand = DialogHand.on(ClickThrough.title(info));
			assertSame(hand.button("OK"), hand.dialog().getRootPane().getDefaultButton(), "Enter is OK");
			assertEquals('H', hand.button("Help").getMnemonic());
			final java.awt.event.ActionListener escape = hand.dialog().getRootPane().getActionForKeyStroke(KeyStroke.getKeyStroke(
				KeyEvent.VK_ESCAPE, 0));
			EventQueue.invokeAndWait(() -> escape.actionPerformed(null));
			hand.awaitClosing();
			ClickThrough.finish(info);
		}
	}

	@Test
	void helpShowsTheCommandsPageWithoutANetworkAndOutlivesTheDialog() throws Exception {
		ClickThrough.choose(command("Simulate Rod"));
		final DialogHand hand = DialogHand.on("Simulate Rod");
		hand.press("Help");
		DialogHand.await("the help", () -> help() != null);
		hand.press("Cancel");
		hand.awaitClosing();
		final JFrame help = help();
		assertTrue(help.isShowing());
		assertTrue(help.getHeight() <= Toolkit.getDefaultToolkit().getScreenSize().height);
		EventQueue.invokeAndWait(help::dispose);
	}

	private static JFrame help() {
		for (final Window w : Window.getWindows())
			if (w instanceof JFrame && w.isShowing() && "Simulate Rod - Operando".equals(((JFrame) w).getTitle())) return (JFrame) w;
		return null;
	}
}
