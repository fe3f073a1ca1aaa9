package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Button;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Menu;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
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
import ij.gui.GenericDialog;
import ij.gui.Line;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;
import net.operando.base.Progress;
import net.operando.data.io.KymographTiff;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.SyntheticExperiment;
import net.operando.ui.command.CommandCatalog;

/** The menu in a real ImageJ window: items, dialogs, recorded macros. Needs a display, and says so where there is none. */
@Tag("gui")
class MenuGuiTest {

	private static final long PATIENCE_MILLIS = 60_000;

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

	private static void await(final String what, final BooleanSupplier condition) throws InterruptedException {
		final long end = System.currentTimeMillis() + PATIENCE_MILLIS;
		while (!condition.getAsBoolean()) {
			assertTrue(System.currentTimeMillis() < end, "waited in vain for " + what);
			Thread.sleep(50);
		}
	}

	private static GenericDialog dialog() {
		for (final Window w : Window.getWindows())
			if (w instanceof GenericDialog && w.isShowing()) return (GenericDialog) w;
		return null;
	}

	private static List<Component> inside(final Container container) {
		final List<Component> all = new ArrayList<>();
		for (final Component c : container.getComponents()) {
			all.add(c);
			if (c instanceof Container) all.addAll(inside((Container) c));
		}
		return all;
	}

	private static void press(final GenericDialog dialog, final String label) throws Exception {
		for (final Component c : inside(dialog)) {
			if (!(c instanceof Button) || !((Button) c).getLabel().trim().equals(label)) continue;
			final Button button = (Button) c;
			EventQueue.invokeAndWait(() -> button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED,
				label)));
			return;
		}
		throw new AssertionError("no button " + label);
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

	@Test
	void openThroughItsDialogThenCutAlongTheSelection() throws Exception {
		final Recorder recorder = new Recorder(false);
		Recorder.record = true;
		try {
			IJ.doCommand("Open Operando Movie...");
			await("the dialog", () -> dialog() != null);
			final GenericDialog open = dialog();
			EventQueue.invokeAndWait(() -> ((TextField) open.getStringFields().get(0)).setText(sample.movie().toString()));
			press(open, "OK");
			await("the movie", () -> WindowManager.getCurrentImage() != null);
			final ImagePlus movie = WindowManager.getCurrentImage();
			// ImageJ writes the line when the command has ended; a second command before that would take its place
			await("the recorded line", () -> recorder.getText().contains("Open Operando Movie"));
			assertTrue(movie.getStack().isVirtual());
			assertEquals(45, movie.getNFrames());
			movie.setRoi(new Line(17.5, 33.3, 298.2, 120.8));
			IJ.doCommand("Line-Cut Kymograph...");
			await("the second dialog", () -> dialog() != null && dialog() != open);
			press(dialog(), "OK");
			await("the kymograph", () -> kymograph() != null);
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
		await("the table", () -> frame(title) instanceof TextWindow);
		final Menu menu = frame(title).getMenuBar().getMenu(frame(title).getMenuBar().getMenuCount() - 1);
		assertEquals("Operando", menu.getLabel());
		EventQueue.invokeAndWait(() -> menu.getItem(0).dispatchEvent(new ActionEvent(menu.getItem(0), ActionEvent.ACTION_PERFORMED,
			"")));
		await("the dialog", () -> dialog() != null);
		press(dialog(), "OK");
		await("the editor", () -> frame("Edit Fronts of " + cut.getTitle()) != null);
		final Frame editor = frame("Edit Fronts of " + cut.getTitle());
		EventQueue.invokeAndWait(() -> editor.dispatchEvent(new WindowEvent(editor, WindowEvent.WINDOW_CLOSING)));
		await("its closing", () -> !editor.isShowing());
		((TextWindow) frame(title)).close(false);
	}

	private static Frame frame(final String title) {
		for (final Frame frame : Frame.getFrames())
			if (frame.isShowing() && title.equals(frame.getTitle())) return frame;
		return null;
	}

	@Test
	void whatCannotBeMeantTurnsRedAndSwitchesOkOff() throws Exception {
		IJ.doCommand("Simulate Rod...");
		await("the dialog", () -> dialog() != null);
		final GenericDialog simulate = dialog();
		final TextField length = (TextField) simulate.getStringFields().get(1);
		final Button ok = simulate.getButtons()[0];
		for (final String wrong : new String[] { "20,4", "-3" }) {
			EventQueue.invokeAndWait(() -> length.setText(wrong));
			await("red for " + wrong, () -> Color.RED.equals(length.getForeground()) && !ok.isEnabled());
			EventQueue.invokeAndWait(() -> length.setText("20.4"));
			await("black again", () -> Color.BLACK.equals(length.getForeground()) && ok.isEnabled());
		}
		press(simulate, "Cancel");
		await("its closing", () -> !simulate.isShowing());
	}

	@Test
	void cancelOpensNothing() throws Exception {
		IJ.doCommand("Open Operando Movie...");
		await("the dialog", () -> dialog() != null);
		final GenericDialog open = dialog();
		press(open, "Cancel");
		await("its closing", () -> !open.isShowing());
		assertNull(WindowManager.getCurrentImage());
	}
}
