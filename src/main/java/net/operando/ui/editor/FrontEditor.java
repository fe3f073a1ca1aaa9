package net.operando.ui.editor;

import java.awt.Dimension;
import java.awt.EventQueue;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.GenericDialog;
import ij.gui.YesNoCancelDialog;
import ij.io.DirectoryChooser;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;
import net.operando.analysis.front.FrontPath;
import net.operando.analysis.front.FrontTables;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.front.edit.EditHistory;
import net.operando.analysis.front.edit.EditedFronts;
import net.operando.analysis.front.edit.FrontEdit;
import net.operando.base.CancelledException;
import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.io.ResultFolder;
import net.operando.experiment.FrontsReport;
import net.operando.ui.imagej.FrontDrawing;
import net.operando.ui.imagej.FrontWindows;

/** What can be done in the window: edits go to {@link EditRunner}, what comes of them to the views. Event thread. */
public final class FrontEditor implements EditRunner.Listener {

	private static final int WIDTH = 760;
	private static final int HEIGHT = 440;
	private static final int STRIP = 96;

	private final EditorSource source;
	private final EditorState state;
	private final EditRunner runner;
	private final EditorWindow window;
	private MovieLink movie;
	private int running;
	private EditedFronts saved;
	private boolean following;
	private String output;

	private FrontEditor(final EditedFronts fronts, final EditorSource source) {
		this.source = source;
		this.output = source.output();
		this.state = new EditorState(fronts);
		this.runner = new EditRunner(state.history(), this);
		this.saved = fronts;
		final double zoom = Math.max(1, Prefs.getGuiScale());
		final Dimension size = new Dimension((int) (WIDTH * zoom), (int) ((HEIGHT + (source.voltage().isPresent() ? STRIP : 0)) *
			zoom));
		final KymographCanvas canvas = new KymographCanvas(new KymographPainter(fronts.kymograph(), source.voltage(), zoom), state,
			size);
		this.window = new EditorWindow(this, state, canvas, "Edit Fronts of " + source.image().getTitle(), zoom);
		MovieLink.movieOf(source.image()).ifPresent(this::link);
		say("Click a front to select it, drag it to move it, or press A to draw one; Help > Keys has the rest." + (movie == null ? ""
			: " The cursor moves '" + movie.movie().getTitle() + "'."));
	}

	/** Opens the window, soon. Any thread. */
	public static void open(final EditedFronts fronts, final EditorSource source) {
		fronts.kymograph().positionStepMetres();
		EventQueue.invokeLater(() -> {
			FrontWindows.show(FrontTables.fronts(List.of(fronts.analysis())), source.image());
			new FrontEditor(fronts, source);
		});
	}

	private void link(final ImagePlus image) {
		if (movie != null) movie.close();
		final double length = (state.fronts().kymograph().rows() - 1) * state.fronts().kymograph().positionStepMetres();
		movie = MovieLink.to(image, source.image(), length);
	}

	/** Asks which movie follows the cursor. */
	void chooseMovie() {
		final List<ImagePlus> movies = MovieLink.candidates(source.image());
		if (movies.isEmpty()) {
			IJ.error("Operando", "No movie is open: open the one the kymograph was cut from with Open Operando Movie.");
			return;
		}
		final String[] titles = movies.stream().map(ImagePlus::getTitle).toArray(String[]::new);
		final GenericDialog dialog = new GenericDialog("Link Movie", window);
		dialog.addChoice("Movie that follows the cursor", titles, titles[0]);
		dialog.showDialog();
		if (dialog.wasCanceled()) return;
		link(movies.get(dialog.getNextChoiceIndex()));
		moveCursor(state.cursorSeconds(), state.cursorMetres());
	}

	/** The cursor goes to a place, and the movie and the voltage with it. */
	void moveCursor(final double seconds, final double metres) {
		state.moveCursor(seconds, metres);
		follow();
		final double value = value();
		IJ.showStatus(String.format(Locale.ROOT, "%.4g s, %.4g um, %s", state.cursorSeconds(), state.cursorMetres() * 1e6, Double.isNaN(
			value) ? "no value" : String.format(Locale.ROOT, "%.4g %s", value, state.fronts().kymograph().quantity().unit())));
		window.showSelection();
	}

	/** The movie shows the last of the places the cursor came by, since reading a frame takes longer than a move. */
	private void follow() {
		if (movie == null || following) return;
		following = true;
		EventQueue.invokeLater(() -> {
			following = false;
			if (movie != null && movie.isOpen()) movie.follow(state.cursorSeconds(), state.cursorMetres());
		});
	}

	private double value() {
		final net.operando.data.kymograph.Kymograph k = state.fronts().kymograph();
		return k.value(k.times().nearest(state.cursorSeconds()), (int) Math.round(state.cursorMetres() / k.positionStepMetres()));
	}

	void selectionChanged() {
		window.showSelection();
	}

	void say(final String sentence) {
		window.say(sentence);
	}

	/** Begins to draw a front. */
	void draw() {
		state.beginDraft();
		say("Drag along the front, or set vertices (click, or Space at the cursor) and end with a double click or Enter; Escape gives it up.");
		window.showSelection();
	}

	/** The path drawn becomes a front. */
	void finishDraft() {
		try {
			final FrontPath path = state.finishDraft();
			run((h, p) -> h.then(h.now().with(FrontEdit.add(h.now().next(), path), p)));
		}
		catch (final InvalidInputException e) {
			refuse(e.getMessage());
		}
	}

	/** The selected front is looked for where it was moved to. */
	void commitMove() {
		state.preview().ifPresent(path -> edit(FrontEdit.move(state.selected(), path)));
	}

	/** Looks for the selected front along its path again, with all its columns. */
	void refit() {
		if (state.selected() > 0) try {
			edit(FrontEdit.move(state.selected(), state.path().orElseGet(() -> state.fronts().path(state.selected()))));
		}
		catch (final InvalidInputException e) {
			refuse(e.getMessage());
		}
	}

	/** Deletes the selected handle or front, or leaves out the selected point. */
	void delete() {
		if (state.selected() == 0) return;
		if (!Double.isNaN(state.point())) edit(FrontEdit.deletePoints(state.selected(), state.point()));
		else if (state.vertex() >= 0 && state.path().isPresent() && state.path().get().size() > 2) edit(FrontEdit.move(state
			.selected(), state.path().get().without(state.vertex())));
		else edit(FrontEdit.delete(state.selected()));
	}

	private void edit(final FrontEdit edit) {
		run((h, p) -> h.then(h.now().with(edit, p)));
	}

	void undo() {
		run((h, p) -> h.undone());
	}

	void redo() {
		run((h, p) -> h.redone());
	}

	private void run(final BiFunction<EditHistory, Progress, EditHistory> change) {
		runner.run(change);
	}

	/** Gives up what is being done: a drawing, a move, a fit. */
	void escape() {
		state.dropDraft();
		state.preview(null);
		if (running > 0) runner.cancel();
		window.showSelection();
	}

	@Override
	public void working() {
		running++;
		say("Fitting... (Escape gives up)");
	}

	@Override
	public void changed(final EditHistory history) {
		running--;
		state.become(history);
		window.refresh();
		final FrontVelocity front = state.fronts().front(state.selected()).orElse(null);
		final String summary = FrontText.summary(state.fronts().analysis());
		if (front == null) say(summary);
		else if (front.isManual() && !front.velocity().isKnown()) say(EditedFronts.without(front));
		else say("Front " + front.id() + ": " + FrontText.velocity(front) + ". " + summary);
		if (source.image().getWindow() != null) FrontDrawing.draw(state.fronts().analysis(), state.fronts().kymograph(), source
			.image(), source.isTimeAlongY());
		FrontWindows.show(FrontTables.fronts(List.of(state.fronts().analysis())), source.image());
	}

	@Override
	public void refused(final String sentence) {
		running--;
		refuse(sentence);
	}

	private void refuse(final String sentence) {
		state.preview(null);
		window.showSelection();
		say(sentence.equals(new CancelledException().getMessage()) ? "Given up: nothing has changed." : sentence);
	}

	@Override
	public void failed(final Throwable failure) {
		refused("The fit failed, and nothing has changed: " + failure);
		IJ.log("Edit Fronts: " + failure);
	}

	/** Saves in the folder given or chosen before, else asks for one. */
	void save() {
		if (output.isEmpty()) saveAs();
		else save(Paths.get(output).toAbsolutePath());
	}

	/** Asks for a folder and saves there. */
	void saveAs() {
		final String chosen = new DirectoryChooser("Folder for the fronts").getDirectory();
		if (chosen == null) return;
		output = chosen;
		save();
	}

	private void save(final Path folder) {
		try (ResultFolder results = ResultFolder.open(folder, source.writer())) {
			FrontsReport.write(state.fronts(), source.files(), results);
			results.commit();
			saved = state.fronts();
			say("Saved in " + folder + ": tables, figure, and edits.json, from which they can be made again.");
			if (Recorder.record) Recorder.recordString(source.macro(folder));
		}
		catch (final OperandoException | UncheckedIOException e) {
			IJ.error("Operando", e.getMessage());
		}
	}

	void help() {
		new TextWindow("Keys of Edit Fronts", "Key\tWhat it does", CanvasKeys.HELP, 720, 420);
	}

	/** Closes the window; asks first whether to save edits that are not. */
	void close() {
		if (state.fronts() != saved) {
			final YesNoCancelDialog ask = new YesNoCancelDialog(window, "Edit Fronts", "Save the edits before the window is closed?");
			if (ask.cancelPressed()) return;
			if (ask.yesPressed()) save();
		}
		runner.close();
		if (movie != null) movie.close();
		window.remove();
	}
}
