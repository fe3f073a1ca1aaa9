package net.operando.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.operando.analysis.front.FrontPath;
import net.operando.analysis.front.FrontPoint;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.front.edit.EditHistory;
import net.operando.analysis.front.edit.EditedFronts;
import net.operando.base.InvalidInputException;
import net.operando.data.kymograph.Kymograph;

/** What an editor shows at the moment: the fronts, what is selected, where the cursor is, what is being drawn. Event thread. */
final class EditorState {

	private EditHistory history;
	private int selected;
	private int vertex = -1;
	private double point = Double.NaN;
	private double seconds;
	private double metres;
	private List<double[]> draft;
	private FrontPath preview;

	EditorState(final EditedFronts fronts) {
		this.history = EditHistory.from(fronts);
		final Kymograph k = fronts.kymograph();
		moveCursor(k.times().seconds(k.columns() / 2), k.rows() / 2 * k.positionStepMetres());
	}

	EditHistory history() {
		return history;
	}

	EditedFronts fronts() {
		return history.now();
	}

	/** Another history; what is no longer there is no longer selected, and what is new is. */
	void become(final EditHistory next) {
		final EditedFronts before = fronts();
		history = next;
		preview = null;
		vertex = -1;
		if (fronts().front(selected).isEmpty()) select(0);
		for (final FrontVelocity front : fronts().analysis().fronts())
			if (before.front(front.id()).isEmpty()) select(front.id());
		if (!points().contains(point)) point = Double.NaN;
	}

	int selected() {
		return selected;
	}

	/** Selects a front; 0 for none. */
	void select(final int id) {
		if (id != selected) {
			vertex = -1;
			point = Double.NaN;
			preview = null;
		}
		selected = id;
	}

	/** Selects the next front (1) or the one before (-1). */
	void cycle(final int by) {
		final List<FrontVelocity> all = fronts().analysis().fronts();
		if (all.isEmpty()) return;
		int at = by > 0 ? -1 : 0;
		for (int i = 0; i < all.size(); i++)
			if (all.get(i).id() == selected) at = i;
		select(all.get(Math.floorMod(at + by, all.size())).id());
	}

	int vertex() {
		return vertex;
	}

	void selectVertex(final int index) {
		vertex = index;
		point = Double.NaN;
	}

	/** Time of the point selected; NaN for none. */
	double point() {
		return point;
	}

	void selectPoint(final double time) {
		point = time;
		vertex = -1;
	}

	/** Selects the next point of the front (1) or the one before (-1), and puts the cursor on it. */
	void cyclePoint(final int by) {
		final List<Double> times = points();
		if (times.isEmpty()) return;
		final int at = times.indexOf(point);
		selectPoint(times.get(at < 0 ? by > 0 ? 0 : times.size() - 1 : Math.floorMod(at + by, times.size())));
		for (final FrontPoint p : fronts().front(selected).orElseThrow().points())
			if (p.timeSeconds() == point) moveCursor(point, p.positionMetres());
	}

	private List<Double> points() {
		final List<Double> times = new ArrayList<>();
		fronts().front(selected).ifPresent(f -> f.points().forEach(p -> times.add(p.timeSeconds())));
		return times;
	}

	double cursorSeconds() {
		return seconds;
	}

	double cursorMetres() {
		return metres;
	}

	/** Puts the cursor somewhere on the kymograph. */
	void moveCursor(final double time, final double position) {
		final Kymograph k = fronts().kymograph();
		seconds = Math.max(k.times().seconds(0), Math.min(k.times().seconds(k.columns() - 1), time));
		metres = Math.max(0, Math.min((k.rows() - 1) * k.positionStepMetres(), position));
	}

	/** Moves the cursor by columns and rows. */
	void stepCursor(final int columns, final int rows) {
		final Kymograph k = fronts().kymograph();
		final int column = Math.max(0, Math.min(k.columns() - 1, k.times().nearest(seconds) + columns));
		moveCursor(columns == 0 ? seconds : k.times().seconds(column), metres + rows * k.positionStepMetres());
	}

	boolean isDrawing() {
		return draft != null;
	}

	/** The vertices drawn so far, as time and position. */
	List<double[]> draft() {
		return draft == null ? List.of() : draft;
	}

	void beginDraft() {
		select(0);
		draft = new ArrayList<>();
	}

	void dropDraft() {
		draft = null;
	}

	void addVertex(final double time, final double position) {
		if (draft == null) beginDraft();
		draft.add(new double[] { time, position });
	}

	/**
	 * The path drawn, which then is no longer being drawn.
	 *
	 * @throws InvalidInputException if it cannot be one
	 */
	FrontPath finishDraft() {
		final List<double[]> drawn = draft();
		draft = null;
		return FrontPath.of(drawn.stream().mapToDouble(v -> v[0]).toArray(), drawn.stream().mapToDouble(v -> v[1]).toArray());
	}

	/** The path of the selected front, as it is being moved or as it is; empty if there is none. */
	Optional<FrontPath> path() {
		if (preview != null) return Optional.of(preview);
		final Optional<FrontVelocity> front = fronts().front(selected);
		return front.isPresent() && front.get().points().size() > 1 ? Optional.of(fronts().path(selected)) : Optional.empty();
	}

	/** The path that the selected front is being moved to, if it is. */
	Optional<FrontPath> preview() {
		return Optional.ofNullable(preview);
	}

	void preview(final FrontPath moved) {
		preview = moved;
	}

	/** Moves the selected front, or its selected vertex, by columns and rows. */
	void nudge(final int columns, final int rows) {
		final Kymograph k = fronts().kymograph();
		final double dt = columns * k.times().medianIntervalSeconds();
		final double dz = rows * k.positionStepMetres();
		path().ifPresent(p -> preview(vertex < 0 ? p.moved(dt, dz) : p.withVertex(vertex, p.seconds(vertex) + dt, p.metres(vertex) +
			dz)));
	}
}
