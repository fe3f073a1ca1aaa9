package net.operando.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.MenuItem;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import ij.process.FloatProcessor;
import ij.text.TextWindow;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTables;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.front.edit.EditedFronts;
import net.operando.analysis.front.edit.FrontEdits;
import net.operando.analysis.front.edit.TwoFronts;
import net.operando.base.Progress;
import net.operando.data.io.KymographTiff;
import net.operando.data.io.Provenance;
import net.operando.data.kymograph.Kymograph;
import net.operando.ui.imagej.DivergingDisplay;

/**
 * {@link FrontEditor}, {@link EditorWindow}, {@link KymographCanvas}, {@link CanvasMouse}, {@link CanvasKeys}, {@link EditRunner},
 * {@link EditorSource} and {@link MovieLink} as a user meets them: by the pointer, the keyboard and the menu, with a movie open.
 */
@Tag("gui")
class FrontEditorGuiTest {

	private static final long PATIENCE_MILLIS = 60_000;
	private static final Kymograph KYMOGRAPH = TwoFronts.kymograph(1);
	/** On the movie: 20 px to the right and 150 down. */
	private static final String LINE = "10,12,30,162";

	/** What Line-Cut Kymograph notes, as far as a link needs it. */
	private static final class Cut {

		@SuppressWarnings("unused")
		private final String line = LINE;
	}

	@TempDir
	Path folder;
	private ImageJ imageJ;
	private ImagePlus movie;
	private ImagePlus image;
	private EditorWindow window;
	private KymographCanvas canvas;

	@BeforeEach
	void open() throws Exception {
		if (GraphicsEnvironment.isHeadless()) {
			System.out.println("*** The tests of the front editor were LEFT OUT: there is no display. Run them under xvfb-run. ***");
			Assumptions.abort("no display");
		}
		if (IJ.getInstance() == null) imageJ = new ImageJ(ImageJ.EMBEDDED);
		final ImageStack frames = new ImageStack(40, 180);
		for (int i = 0; i < 27; i++)
			frames.addSlice(new FloatProcessor(40, 180));
		movie = new ImagePlus("movie", frames);
		movie.setDimensions(1, 1, 27);
		movie.getCalibration().frameInterval = 1;
		movie.getCalibration().setTimeUnit("sec");
		movie.show();
		movie.getWindow().setLocation(0, 0);
		image = KymographTiff.image(KYMOGRAPH, "rates", Provenance.of("Line-Cut Kymograph", new Cut(), List.of(), List.of()));
		DivergingDisplay.centre(image);
		image.show();
		image.getWindow().setLocation(0, 400);
		Files.writeString(folder.resolve("timeline.csv"), "frame,time_s,voltage_V\n" + "1,0,2.4\n2,5,2.0\n3,12,1.8\n4,26,1.6\n");
		final EditedFronts found = EditedFronts.found(KYMOGRAPH, new FrontParameters(), Progress.NONE);
		FrontEditor.open(found, new EditorSource(image, false, VoltageCurve.of(folder.resolve("timeline.csv"), List.of()), "Test",
			folder.resolve("saved").toString(), "criterion=half_max"));
		await("the window", () -> window() != null);
		window = window();
		canvas = inside(window, KymographCanvas.class, c -> true);
	}

	@AfterEach
	void close() throws Exception {
		if (window != null && window.isShowing()) EventQueue.invokeAndWait(window::remove);
		for (final ImagePlus open : new ImagePlus[] { movie, image })
			if (open != null) {
				open.changes = false;
				open.close();
			}
		final Frame table = WindowManager.getFrame("Fronts of rates");
		if (table instanceof TextWindow) ((TextWindow) table).close(false);
		if (imageJ != null) imageJ.dispose();
	}

	private static EditorWindow window() {
		for (final Frame frame : Frame.getFrames())
			if (frame instanceof EditorWindow && frame.isShowing()) return (EditorWindow) frame;
		return null;
	}

	private interface Choice<T> {

		boolean fits(T component);
	}

	private static <T extends Component> T inside(final Container container, final Class<T> type, final Choice<T> choice) {
		for (final Component c : container.getComponents()) {
			if (type.isInstance(c) && choice.fits(type.cast(c))) return type.cast(c);
			final T deeper = c instanceof Container ? inside((Container) c, type, choice) : null;
			if (deeper != null) return deeper;
		}
		return null;
	}

	private static <T> T ask(final Callable<T> question) throws Exception {
		final FutureTask<T> task = new FutureTask<>(question);
		EventQueue.invokeAndWait(task);
		return task.get();
	}

	private void await(final String what, final BooleanSupplier condition) throws Exception {
		final long end = System.currentTimeMillis() + PATIENCE_MILLIS;
		while (!ask(condition::getAsBoolean)) {
			assertTrue(System.currentTimeMillis() < end, () -> "waited in vain for " + what);
			Thread.sleep(30);
		}
	}

	/** Straight to the canvas: where a window is on a screen without a window manager, nobody knows for certain. */
	private void mouse(final int id, final double seconds, final double micrometres, final int clicks) throws Exception {
		EventQueue.invokeAndWait(() -> canvas.dispatchEvent(new MouseEvent(canvas, id, System.currentTimeMillis(),
			id == MouseEvent.MOUSE_MOVED ? 0 : InputEvent.BUTTON1_DOWN_MASK, (int) Math.round(canvas.scale().x(seconds)), (int) Math
				.round(canvas.scale().y(micrometres * 1e-6)), clicks, false, id == MouseEvent.MOUSE_MOVED ? MouseEvent.NOBUTTON
					: MouseEvent.BUTTON1)));
	}

	private void move(final double seconds, final double micrometres) throws Exception {
		mouse(MouseEvent.MOUSE_MOVED, seconds, micrometres, 0);
	}

	private void click(final double seconds, final double micrometres) throws Exception {
		drag(seconds, micrometres, seconds, micrometres);
	}

	private void drag(final double t0, final double z0, final double t1, final double z1) throws Exception {
		move(t0, z0);
		mouse(MouseEvent.MOUSE_PRESSED, t0, z0, 1);
		for (int i = 1; i <= 5 && (t1 != t0 || z1 != z0); i++)
			mouse(MouseEvent.MOUSE_DRAGGED, t0 + (t1 - t0) * i / 5, z0 + (z1 - z0) * i / 5, 0);
		mouse(MouseEvent.MOUSE_RELEASED, t1, z1, 1);
	}

	/** To the canvas as well, since without a window manager there is no keyboard focus to be had. */
	private void key(final int code, final int modifiers) throws Exception {
		EventQueue.invokeAndWait(() -> canvas.dispatchEvent(new KeyEvent(canvas, KeyEvent.KEY_PRESSED, System.currentTimeMillis(),
			modifiers, code, code == KeyEvent.VK_PERIOD ? '.' : KeyEvent.CHAR_UNDEFINED)));
	}

	private void press(final String label) throws Exception {
		final Button button = inside(window, Button.class, b -> b.getLabel().equals(label));
		assertNotNull(button, label);
		EventQueue.invokeAndWait(() -> button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label)));
	}

	private void choose(final int menu, final String label) throws Exception {
		EventQueue.invokeAndWait(() -> {
			for (int i = 0; i < window.getMenuBar().getMenu(menu).getItemCount(); i++) {
				final MenuItem item = window.getMenuBar().getMenu(menu).getItem(i);
				if (item.getLabel().equals(label)) item.dispatchEvent(new ActionEvent(item, ActionEvent.ACTION_PERFORMED, label));
			}
		});
	}

	private EditedFronts fronts() throws Exception {
		return ask(() -> window.state().fronts());
	}

	private int rising() throws Exception {
		return fronts().analysis().fronts().stream().filter(f -> f.velocity().value() > 0).findFirst().orElseThrow().id();
	}

	private void awaitEdits(final int count) throws Exception {
		await(count + " edits", () -> window.state().fronts().edits().size() == count);
	}

	private Roi mark() {
		final Overlay overlay = movie.getOverlay();
		if (overlay == null) return null;
		for (final Roi roi : overlay.toArray())
			if (MovieLink.MARK.equals(roi.getName())) return roi;
		return null;
	}

	private int red(final double seconds, final int belowPlot) throws Exception {
		return ask(() -> {
			final BufferedImage painted = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
			canvas.paint(painted.createGraphics());
			final int x = (int) canvas.scale().x(seconds);
			int least = 255;
			for (int i = x - 1; i <= x + 1; i++)
				least = Math.min(least, painted.getRGB(i, (int) canvas.scale().plot().getMaxY() + belowPlot) >> 16 & 0xff);
			return least;
		});
	}

	@Test
	void theCursorMovesTheMovieAndALineOnTheVoltage() throws Exception {
		final java.awt.TextArea status = inside(window, java.awt.TextArea.class, a -> a.getRows() == 2);
		await("the link", () -> status.getText().contains("moves 'movie'"));
		move(7.2, 5);
		await("the frame of 7.2 s", () -> movie.getCurrentSlice() == 8);
		// a quarter of the line of 19.9 um
		final double share = 5 / 19.9;
		assertEquals(10 + 20 * share, mark().getFloatPolygon().getBounds().getCenterX(), 1.5);
		assertEquals(12 + 150 * share, mark().getFloatPolygon().getBounds().getCenterY(), 2);
		// at the top of the strip, where the voltage is not
		assertTrue(red(7.2, 20) < 200);
		assertTrue(red(15.2, 20) > 230);
		move(15.2, 10);
		await("the frame of 15.2 s", () -> movie.getCurrentSlice() == 16);
		assertTrue(red(15.2, 20) < 200);
		assertEquals(1, movie.getOverlay().size(), "one mark, which moves");
		key(KeyEvent.VK_LEFT, 0);
		await("the frame before", () -> movie.getCurrentSlice() == 15 || movie.getCurrentSlice() == 16);
		key(KeyEvent.VK_LEFT, InputEvent.SHIFT_DOWN_MASK);
		await("ten columns before", () -> movie.getCurrentSlice() <= 6);
		choose(0, "Close");
		await("its closing", () -> !window.isShowing());
		assertEquals(null, mark(), "the mark is taken away");
	}

	@Test
	void frontsAreDraggedDeletedAddedAndUndone() throws Exception {
		final int id = rising();
		click(8.5, 0.5 * 8.5);
		assertEquals(id, ask(() -> window.state().selected()));
		drag(9.3, 0.5 * 9.3, 9.3, 0.5 * 9.3 + 0.4);
		awaitEdits(1);
		final FrontVelocity moved = fronts().front(id).orElseThrow();
		assertEquals(FrontVelocity.MANUAL, moved.flag());
		assertTrue(moved.velocity().times(1e6).covers(TwoFronts.FIRST), moved.velocity().toString());
		press("Delete");
		awaitEdits(2);
		assertTrue(fronts().front(id).isEmpty());
		press("Add front");
		drag(4, 1.7, 16, 7.8);
		awaitEdits(3);
		final FrontVelocity added = fronts().front(3).orElseThrow();
		assertTrue(added.isManual() && added.velocity().times(1e6).covers(TwoFronts.FIRST), added.flag() + " " + added.velocity());
		assertEquals(3, ask(() -> window.state().selected()), "what is new is selected");
		press("Undo");
		awaitEdits(2);
		press("Undo");
		awaitEdits(1);
		choose(1, "Undo");
		awaitEdits(0);
		assertFalse(fronts().front(id).orElseThrow().isManual());
		choose(1, "Redo");
		press("Redo");
		press("Redo");
		awaitEdits(3);
		await("the table", () -> WindowManager.getFrame("Fronts of rates") instanceof TextWindow);
		final String table = ((TextWindow) WindowManager.getFrame("Fronts of rates")).getTextPanel().getText();
		assertTrue(table.contains("manual"), table);
		assertEquals(2, ask(() -> inside(window, java.awt.List.class, l -> true).getItemCount()));
		assertNotNull(image.getOverlay(), "the kymograph's own image shows them too");
	}

	@Test
	void everythingCanBeDoneByKeyboard() throws Exception {
		key(KeyEvent.VK_PAGE_DOWN, 0);
		final int id = ask(() -> window.state().selected());
		final int columns = fronts().front(id).orElseThrow().velocity().n();
		for (int i = 0; i < 4; i++)
			key(KeyEvent.VK_PERIOD, 0);
		final double left = ask(() -> window.state().point());
		key(KeyEvent.VK_DELETE, 0);
		awaitEdits(1);
		assertEquals(left, fronts().leftOut(id)[0]);
		assertTrue(fronts().front(id).orElseThrow().velocity().n() < columns);
		key(KeyEvent.VK_V, 0);
		key(KeyEvent.VK_UP, InputEvent.ALT_DOWN_MASK);
		key(KeyEvent.VK_ENTER, 0);
		awaitEdits(2);
		key(KeyEvent.VK_DELETE, 0);
		awaitEdits(3);
		assertTrue(fronts().front(id).isEmpty());
		key(KeyEvent.VK_A, 0);
		EventQueue.invokeAndWait(() -> window.state().moveCursor(2, 11e-6));
		key(KeyEvent.VK_SPACE, 0);
		for (int i = 0; i < 6; i++)
			key(KeyEvent.VK_RIGHT, 0);
		key(KeyEvent.VK_UP, InputEvent.SHIFT_DOWN_MASK);
		key(KeyEvent.VK_SPACE, 0);
		key(KeyEvent.VK_ENTER, 0);
		awaitEdits(4);
		final FrontVelocity noise = fronts().front(3).orElseThrow();
		assertFalse(noise.velocity().isKnown(), "there is nothing there: " + noise.velocity());
		final java.awt.TextArea status = inside(window, java.awt.TextArea.class, a -> a.getRows() == 2);
		await("the sentence", () -> status.getText().startsWith("Front 3, drawn by hand, has no velocity:"));
		key(KeyEvent.VK_A, 0);
		key(KeyEvent.VK_SPACE, 0);
		key(KeyEvent.VK_ENTER, 0);
		await("why one vertex is none", () -> status.getText().contains("two or more"));
	}

	@Test
	void whatIsSavedIsRecordedAndCanBeMadeAgain() throws Exception {
		final Recorder recorder = new Recorder(false);
		Recorder.record = true;
		try {
			click(8.5, 0.5 * 8.5);
			drag(9.3, 0.5 * 9.3, 9.3, 0.5 * 9.3 - 0.3);
			awaitEdits(1);
			choose(0, "Save");
			await("the files", () -> Files.exists(folder.resolve("saved/edits.json")));
			await("the line", () -> recorder.getText().contains("edits=["));
			assertTrue(recorder.getText().contains("run(\"Edit Fronts...\", \"criterion=half_max edits=[" + folder.resolve("saved") +
				"/edits.json] output=[" + folder.resolve("saved") + "]\");"), recorder.getText());
		}
		finally {
			Recorder.record = false;
			recorder.close();
		}
		final EditedFronts again = EditedFronts.found(KYMOGRAPH, new FrontParameters(), Progress.NONE).replayed(FrontEdits.read(folder
			.resolve("saved/edits.json")), Progress.NONE);
		assertEquals(Files.readString(folder.resolve("saved/fronts.csv")), FrontTables.fronts(List.of(again.analysis())).toCsv());
		for (final String name : new String[] { "front_points.csv", "meeting.csv", "fronts.json", "fronts.svg", "fronts.png" })
			assertTrue(Files.size(folder.resolve("saved").resolve(name)) > 0, name);
		choose(0, "Close");
		await("its closing without a question", () -> !window.isShowing());
	}
}
