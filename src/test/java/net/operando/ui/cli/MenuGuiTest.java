package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Menu;
import java.awt.event.ActionEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.Line;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;
import net.operando.base.Progress;
import net.operando.data.io.KymographTiff;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.SyntheticExperiment;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.dialog.DialogHand;

/** The menu in a real ImageJ window: items, dialogs, recorded macros. Needs a display, and says so where there is none. */
@Tag("gui")
class MenuGuiTest {

	@TempDir
	static Path folder;
	private static SyntheticExperiment sample;
	private static ImageJ imageJ;

	@BeforeAll
	static void open() throws Exception {
		if (GraphicsEnvironment.isHeadless()) {
			System.out.println("*** The tests of windows were LEFT OUT: there is no display. Run them under xvfb-run. ***");
			Assumptions.abort("no display");
		}
		sample = SampleExperiment.write(folder, Progress.NONE);
		imageJ = ImageJWithMenu.open();
	}

	@AfterAll
	static void quit() {
		if (imageJ != null) imageJ.dispose();
	}

	@AfterEach
	void closeImages() {
		final int[] ids = WindowManager.getIDList();
		if (ids == null) return;
		for (final int id : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			image.changes = false;
			image.close();
		}
	}

	@Test
	void everyCommandAndEverySampleIsInTheMenu() {
		final Context context = CommandCatalog.newContext();
		try {
			final CommandCatalog catalog = new CommandCatalog(context);
			for (final CommandInfo info : catalog.commands())
				assertNotNull(Menus.getCommands().get(CommandCatalog.label(info)), CommandCatalog.label(info));
			final Menu samples = submenu(submenu(Menus.getMenuBar().getMenu(0), "Open Samples"), "Operando");
			for (final CommandInfo info : catalog.samples())
				assertTrue(IntStream.range(0, samples.getItemCount()).anyMatch(i -> samples.getItem(i).getLabel().equals(
					CommandCatalog.label(info))), CommandCatalog.label(info));
		}
		finally {
			context.dispose();
		}
	}

	private static Menu submenu(final Menu menu, final String label) {
		for (int i = 0; i < menu.getItemCount(); i++)
			if (menu.getItem(i) instanceof Menu && menu.getItem(i).getLabel().equals(label)) return (Menu) menu.getItem(i);
		throw new AssertionError(menu.getLabel() + " has no " + label);
	}

	/** Where messages and pages send their reader must be there. */
	@Test
	void menusThatRemediesNameAreThere() throws Exception {
		final Path docs = Path.of(System.getProperty("project.basedir", "."), "docs");
		final String pages = Files.readString(docs.resolve("troubleshooting.md")) + Files.readString(docs.resolve("install.md")) +
			Files.readString(docs.resolve("scripting.md"));
		for (final String path : new String[] { "Edit > Options > Memory & Threads", "Image > Properties", "Image > Show Info",
			"Image > Type > 16-bit", "Help > Refresh Menus", "Plugins > Macros > Record", "Plugins > Shortcuts > Add Shortcut" })
		{
			assertTrue(pages.contains(path), path + " is named no more: take it off this list");
			final String[] labels = path.split(" > ");
			Menu menu = null;
			for (int i = 0; i < Menus.getMenuBar().getMenuCount(); i++)
				if (Menus.getMenuBar().getMenu(i).getLabel().equals(labels[0])) menu = Menus.getMenuBar().getMenu(i);
			if (labels.length == 3) menu = submenu(menu, labels[1]);
			final Menu last = menu;
			final String leaf = labels[labels.length - 1];
			assertTrue(IntStream.range(0, last.getItemCount()).anyMatch(i -> CommandCatalog.plain(last.getItem(i).getLabel()).equals(
				leaf)), path);
		}
	}

	@Test
	void openThroughItsDialogThenCutAlongTheSelection() throws Exception {
		final Recorder recorder = new Recorder(false);
		Recorder.record = true;
		try {
			IJ.doCommand("Open Operando Movie...");
			final DialogHand open = DialogHand.on("Open Operando Movie");
			open.give("file", sample.movie().toString());
			open.press("OK");
			DialogHand.await("the movie", () -> WindowManager.getCurrentImage() != null);
			final ImagePlus movie = WindowManager.getCurrentImage();
			// ImageJ writes the line when the command has ended; a second command before that would take its place
			DialogHand.await("the recorded line", () -> recorder.getText().contains("Open Operando Movie"));
			assertTrue(movie.getStack().isVirtual());
			assertEquals(45, movie.getNFrames());
			movie.setRoi(new Line(17.5, 33.3, 298.2, 120.8));
			IJ.doCommand("Line-Cut Kymograph...");
			DialogHand.on("Line-Cut Kymograph").press("OK");
			DialogHand.await("the kymograph", () -> kymograph() != null);
			assertEquals(295, kymograph().getHeight(), "one row per pixel of a line 294.0 px long");
			final String text = recorder.getText();
			assertTrue(text.contains("run(\"Open Operando Movie...\", \"file="), text);
			assertTrue(text.contains("dataset=auto"), text);
		}
		finally {
			Recorder.record = false;
			recorder.close();
		}
	}

	private static ImagePlus kymograph() {
		final int[] ids = WindowManager.getIDList();
		if (ids == null) return null;
		for (final int id : ids)
			if (KymographTiff.isKymograph(WindowManager.getImage(id))) return WindowManager.getImage(id);
		return null;
	}

	@Test
	void aRecordedMacroReplays() {
		final String macro = "run(\"Open Operando Movie...\", \"file=[" + sample.movie() + "] framerange=1-20\");\n" +
			"run(\"Line-Cut Kymograph...\", \"line=17.5,33.3,298.2,120.8 widthpx=10 lagseconds=1 output=[" + folder.resolve(
				"macro") + "]\");\n" +
			"run(\"Front Velocities...\", \"criterion=half_max polarity=Dark output=[" + folder.resolve("macro") + "]\");\n";
		assertNull(IJ.runMacro(macro), "the macro was aborted");
		assertTrue(folder.resolve("macro/kymograph.tif").toFile().length() > 0);
		assertTrue(folder.resolve("macro/fronts.csv").toFile().length() > 0);
	}

	/** From the table of Front Velocities to its dialog, its window, and the figure that knows its kymograph. */
	@Test
	void frontsAreEditedFromTheirTable() throws Exception {
		IJ.runMacro("run(\"Open Operando Movie...\", \"file=[" + sample.movie() + "]\");\n" +
			"run(\"Line-Cut Kymograph...\", \"line=17.5,33.3,298.2,120.8 widthpx=10 lagseconds=1\");\n");
		final ImagePlus cut = kymograph();
		IJ.selectWindow(cut.getID());
		assertNull(IJ.runMacro("run(\"Front Velocities...\", \"maxfronts=4\");"));
		final String title = "Fronts of " + cut.getTitle();
		DialogHand.await("the table", () -> frame(title) instanceof TextWindow);
		final Menu menu = frame(title).getMenuBar().getMenu(frame(title).getMenuBar().getMenuCount() - 1);
		assertEquals("Operando", menu.getLabel());
		EventQueue.invokeAndWait(() -> menu.getItem(0).dispatchEvent(new ActionEvent(menu.getItem(0), ActionEvent.ACTION_PERFORMED,
			"")));
		DialogHand.on("Edit Fronts").press("OK");
		DialogHand.await("the editor", () -> frame("Edit Fronts of " + cut.getTitle()) != null);
		final Frame editor = frame("Edit Fronts of " + cut.getTitle());
		EventQueue.invokeAndWait(() -> editor.dispatchEvent(new WindowEvent(editor, WindowEvent.WINDOW_CLOSING)));
		DialogHand.await("its closing", () -> !editor.isShowing());
		((TextWindow) frame(title)).close(false);
	}

	private static Frame frame(final String title) {
		for (final Frame frame : Frame.getFrames())
			if (frame.isShowing() && title.equals(frame.getTitle())) return frame;
		return null;
	}

	@Test
	void cancelOpensNothing() throws Exception {
		IJ.doCommand("Open Operando Movie...");
		final DialogHand open = DialogHand.on("Open Operando Movie");
		open.press("Cancel");
		open.awaitClosing();
		assertNull(WindowManager.getCurrentImage());
	}
}
