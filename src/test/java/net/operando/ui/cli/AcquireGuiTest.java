package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Label;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Line;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.Scene;

/** A recording on the computer's clock with its windows, through a macro as users write it. Needs a display. */
@Tag("gui")
class AcquireGuiTest {

	private static final long PATIENCE_MILLIS = 60_000;

	@TempDir
	static Path folder;
	private static ImageJ imageJ;

	@BeforeAll
	static void open() throws Exception {
		if (GraphicsEnvironment.isHeadless()) {
			System.out.println("*** The tests of live windows were LEFT OUT: there is no display. Run them under xvfb-run. ***");
			Assumptions.abort("no display");
		}
		imageJ = ImageJWithMenu.open();
		final Scene scene = Scene.defaults().withField(240, 140).withPixel_um(0.05).withRod(RodGeometry.defaults().withSize(8, 2));
		// the current flows at once, so that there is something to see
		Files.writeString(folder.resolve("scene.json"), scene.withCell(scene.cell().withSteps(-10, CellStep.of(5, 60, 0.4)))
			.toJson());
		Files.writeString(folder.resolve("plan.json"),
			"{ \"exposureMs\": 7, \"phases\": [ { \"framesPerSecond\": 10, \"temporalMean\": 2, \"durationSeconds\": 300 } ], \"storage\": { \"reserveGigabytes\": 0 } }");
	}

	@AfterAll
	static void quit() {
		if (imageJ != null) imageJ.dispose();
	}

	/** What a failure left open would be taken for the next test's. */
	@AfterEach
	void closeWhatIsLeft() throws Exception {
		EventQueue.invokeAndWait(() -> {
			for (Frame left = panel(); left != null; left = panel())
				left.dispose();
			for (final String title : new String[] { "Operando live", "Operando change per second", "Operando kymograph" })
				if (image(title) != null) image(title).close();
		});
	}

	private static void await(final String what, final BooleanSupplier condition) throws InterruptedException {
		final long end = System.currentTimeMillis() + PATIENCE_MILLIS;
		while (!condition.getAsBoolean()) {
			assertTrue(System.currentTimeMillis() < end, "waited in vain for " + what);
			Thread.sleep(20);
		}
	}

	private static Frame panel() {
		for (final Frame frame : Frame.getFrames())
			if ("Operando recording".equals(frame.getTitle()) && frame.isShowing()) return frame;
		return null;
	}

	private static Component inside(final Container container, final String text) {
		for (final Component c : container.getComponents()) {
			if (c instanceof Button && ((Button) c).getLabel().equals(text) || text.isEmpty() && c instanceof Label) return c;
			final Component deeper = c instanceof Container ? inside((Container) c, text) : null;
			if (deeper != null) return deeper;
		}
		return null;
	}

	private static void press(final String label) throws Exception {
		final Button button = (Button) inside(panel(), label);
		await(label, button::isEnabled);
		EventQueue.invokeAndWait(() -> button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label)));
	}

	private static int frame() {
		return Integer.parseInt(status().replaceAll(".*frame (\\d+),.*", "$1"));
	}

	private static String status() {
		return ((Label) inside(panel(), "")).getText();
	}

	private static ImagePlus image(final String title) {
		return WindowManager.getImage(title);
	}

	/** The macro in its thread, as from the menu. */
	private static Thread record(final Path to) {
		final String macro = "run(\"Acquire Operando Movie...\", \"plan=[" + folder.resolve("plan.json") +
			"] microscope=Simulated config=[" + folder.resolve("scene.json") + "] realtime folder=[" + to + "]\");";
		final Thread thread = new Thread(() -> IJ.runMacro(macro), "macro");
		thread.start();
		return thread;
	}

	private static int columns(final ImagePlus kymograph) {
		int known = 0;
		while (known < kymograph.getWidth() && !Float.isNaN(kymograph.getProcessor().getf(known, 0)))
			known++;
		return known;
	}

	private static void screenshot() throws Exception {
		final Path to = Paths.get(System.getProperty("project.basedir", "."), "target", "live-windows.png");
		ImageIO.write(new Robot().createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())), "png", to
			.toFile());
	}

	@Test
	void theWindowsFollowAndTheButtonsAct() throws Exception {
		final Path to = folder.resolve("r");
		final Thread macro = record(to);
		await("the live image", () -> panel() != null && image("Operando live") != null);
		final ImagePlus live = image("Operando live");
		assertEquals(240, live.getWidth());
		assertEquals(140, live.getHeight());
		assertNull(image("Operando kymograph"), "no line is selected yet");
		live.setRoi(new Line(20, 70, 220, 70));
		await("the kymograph", () -> image("Operando kymograph") != null);
		final ImagePlus kymograph = image("Operando kymograph");
		assertEquals(201, kymograph.getHeight(), "a row per pixel of a line 200 px long");
		await("its growth", () -> columns(kymograph) >= 10);
		await("the change", () -> image("Operando change per second") != null);
		screenshot();
		press("Pause");
		await("the pause", () -> status().startsWith("PAUSED"));
		final int paused = frame();
		Thread.sleep(600);
		final int settled = frame();
		assertTrue(settled <= paused + 1, "only the mean that was begun may still be written: paused at " + paused + ", then " + settled);
		Thread.sleep(600);
		assertEquals(settled, frame(), status());
		press("Resume");
		await("the end of the pause", () -> status().startsWith("RUNNING"));
		final int before = columns(kymograph);
		// a window that is closed does not end the recording, and does not come back
		image("Operando change per second").close();
		await("more columns", () -> columns(kymograph) >= before + 5);
		assertNull(image("Operando change per second"));
		press("Stop");
		macro.join(PATIENCE_MILLIS);
		assertFalse(macro.isAlive());
		final Frame panel = panel();
		await("its last word", () -> status().startsWith("FINISHED"));
		// the text comes first, then the buttons
		await("nothing left to stop", () -> !inside(panel, "Stop").isEnabled());
		assertNotNull(image("Operando live"), "the images stay");
		final String report = Files.readString(to.resolve("report.json"));
		assertTrue(report.contains("stopped by the user"), report);
		try (Movie movie = MovieFiles.open(to, MovieOpenOptions.defaults(), Progress.NONE)) {
			assertTrue(movie.frameCount() >= columns(kymograph), movie.frameCount() + " frames");
			// thinned while it ran, the last frames need not be those shown; the kymograph's columns are all frames'
			final float[] last = movie.frame(movie.frameCount() - 1, null);
			final int column = columns(kymograph) - 1;
			for (int i = 0; i <= 200; i++)
				assertEquals(last[70 * 240 + 20 + i], kymograph.getProcessor().getf(column, i), "row " + i);
		}
		EventQueue.invokeAndWait(() -> panel.dispatchEvent(new WindowEvent(panel, WindowEvent.WINDOW_CLOSING)));
		await("its closing", () -> panel() == null);
	}

	@Test
	void closingEveryWindowDoesNotEndTheRecording() throws Exception {
		final Path to = folder.resolve("closed");
		Files.writeString(folder.resolve("short.json"), Files.readString(folder.resolve("plan.json")).replace("300", "4"));
		final Thread macro = new Thread(() -> IJ.runMacro("run(\"Acquire Operando Movie...\", \"plan=[" + folder.resolve(
			"short.json") + "] microscope=Simulated config=[" + folder.resolve("scene.json") + "] realtime folder=[" + to + "]\");"),
			"macro");
		macro.start();
		await("the live image", () -> panel() != null && image("Operando live") != null);
		final Frame panel = panel();
		EventQueue.invokeAndWait(() -> panel.dispatchEvent(new WindowEvent(panel, WindowEvent.WINDOW_CLOSING)));
		image("Operando live").close();
		macro.join(PATIENCE_MILLIS);
		assertFalse(macro.isAlive());
		assertNull(panel());
		final String report = Files.readString(to.resolve("report.json"));
		assertTrue(report.contains("plan completed"), report);
	}
}
