package net.operando.ui.editor;

import java.awt.MenuItem;
import java.awt.Point;
import java.awt.PopupMenu;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Line2D;
import java.util.Optional;

import net.operando.analysis.front.FrontPath;
import net.operando.analysis.front.FrontPoint;
import net.operando.analysis.front.FrontVelocity;
import net.operando.base.InvalidInputException;

/**
 * What the mouse does on the kymograph: it moves the cursor; a click selects a front, a point or a handle; dragging moves what
 * was clicked (a point only once it is selected, since points lie all along a front); in drawing, a click sets a vertex, a drag a whole line, a double click ends it; the wheel zooms.
 */
final class CanvasMouse extends MouseAdapter {

	/** How near a click must be, and how far a drag goes before it is one. */
	private static final double NEAR = 7;
	private static final double DRAGGED = 4;
	private static final double ZOOM = 1.25;

	private final FrontEditor editor;
	private final KymographCanvas canvas;
	private final EditorState state;
	private Point pressed;
	private FrontPath grabbed;
	private boolean dragging;
	private double clicked;
	private PopupMenu shown;

	CanvasMouse(final FrontEditor editor, final KymographCanvas canvas, final EditorState state) {
		this.editor = editor;
		this.canvas = canvas;
		this.state = state;
	}

	private double seconds(final MouseEvent e) {
		return canvas.scale().seconds(e.getX());
	}

	private double metres(final MouseEvent e) {
		return canvas.scale().metres(e.getY());
	}

	@Override
	public void mouseMoved(final MouseEvent e) {
		editor.moveCursor(seconds(e), metres(e));
	}

	@Override
	public void mousePressed(final MouseEvent e) {
		canvas.requestFocus();
		pressed = e.getPoint();
		dragging = false;
		grabbed = null;
		clicked = Double.NaN;
		editor.moveCursor(seconds(e), metres(e));
		if (state.isDrawing()) return;
		grab(e);
		editor.selectionChanged();
		if (e.isPopupTrigger()) popup(e);
	}

	/** A handle of the selected front before its points, and these before other fronts. */
	private void grab(final MouseEvent e) {
		final Optional<FrontPath> path = state.path();
		if (path.isPresent()) for (int i = 0; i < path.get().size(); i++)
			if (near(e, path.get().seconds(i), path.get().metres(i))) {
				state.selectVertex(i);
				grabbed = path.get();
				return;
			}
		final Optional<FrontVelocity> selected = state.fronts().front(state.selected());
		if (selected.isPresent() && path.isPresent()) for (final FrontPoint p : selected.get().points())
			if (near(e, p.timeSeconds(), p.positionMetres())) {
				clicked = p.timeSeconds();
				if (clicked != state.point()) state.selectPoint(Double.NaN);
				grabbed = path.get();
				return;
			}
		for (final FrontVelocity front : state.fronts().analysis().fronts()) {
			if (front.points().size() < 2) continue;
			final FrontPath line = state.fronts().path(front.id());
			boolean hit = distance(e, line) < NEAR;
			for (final FrontPoint p : front.points())
				hit |= near(e, p.timeSeconds(), p.positionMetres());
			if (!hit) continue;
			state.select(front.id());
			state.selectVertex(-1);
			grabbed = line;
			return;
		}
		state.select(0);
	}

	private boolean near(final MouseEvent e, final double time, final double position) {
		return e.getPoint().distance(canvas.scale().x(time), canvas.scale().y(position)) < NEAR;
	}

	private double distance(final MouseEvent e, final FrontPath path) {
		double least = Double.POSITIVE_INFINITY;
		final EditorScale s = canvas.scale();
		for (int i = 1; i < path.size(); i++)
			least = Math.min(least, Line2D.ptSegDist(s.x(path.seconds(i - 1)), s.y(path.metres(i - 1)), s.x(path.seconds(i)), s.y(path
				.metres(i)), e.getX(), e.getY()));
		return least;
	}

	@Override
	public void mouseDragged(final MouseEvent e) {
		if (pressed == null) return;
		dragging |= e.getPoint().distance(pressed) > DRAGGED;
		editor.moveCursor(seconds(e), metres(e));
		if (!dragging) return;
		if (state.isDrawing()) {
			// a drag draws a straight line from where it began
			if (state.draft().isEmpty()) state.addVertex(canvas.scale().seconds(pressed.x), canvas.scale().metres(pressed.y));
			canvas.repaint();
			return;
		}
		if (grabbed == null) return;
		try {
			state.preview(moved(e));
		}
		catch (final InvalidInputException refused) {
			editor.say(refused.getMessage());
		}
		canvas.repaint();
	}

	private FrontPath moved(final MouseEvent e) {
		if (state.vertex() >= 0) return grabbed.withVertex(state.vertex(), seconds(e), metres(e));
		// the fit goes through the same column, so a point is moved in position alone
		if (!Double.isNaN(state.point())) return grabbed.through(state.point(), metres(e));
		return grabbed.moved(seconds(e) - canvas.scale().seconds(pressed.x), metres(e) - canvas.scale().metres(pressed.y));
	}

	@Override
	public void mouseReleased(final MouseEvent e) {
		if (e.isPopupTrigger()) {
			popup(e);
			return;
		}
		if (pressed == null) return;
		if (state.isDrawing()) drawn(e);
		else if (dragging && grabbed != null) editor.commitMove();
		else if (!Double.isNaN(clicked)) {
			state.selectPoint(clicked);
			editor.selectionChanged();
		}
		pressed = null;
	}

	private void drawn(final MouseEvent e) {
		if (dragging || e.getClickCount() == 1) state.addVertex(seconds(e), metres(e));
		if (dragging && state.draft().size() == 2 || !dragging && e.getClickCount() > 1) editor.finishDraft();
		else canvas.repaint();
	}

	@Override
	public void mouseWheelMoved(final MouseWheelEvent e) {
		final double turns = e.getPreciseWheelRotation();
		canvas.show(e.isShiftDown() ? canvas.scale().scrolled(0.1 * turns) : canvas.scale().zoomed(Math.pow(ZOOM, -turns), e.getX(), e
			.getY()));
	}

	private void popup(final MouseEvent e) {
		final PopupMenu menu = new PopupMenu();
		item(menu, Double.isNaN(state.point()) ? "Delete front" : "Leave out point", state.selected() > 0, editor::delete);
		item(menu, "Refit", state.selected() > 0, editor::refit);
		item(menu, "Add front", true, editor::draw);
		if (shown != null) canvas.remove(shown);
		shown = menu;
		canvas.add(menu);
		ij.gui.GUI.scalePopupMenu(menu);
		menu.show(canvas, e.getX(), e.getY());
	}

	private static void item(final PopupMenu menu, final String label, final boolean enabled, final Runnable action) {
		final MenuItem item = new MenuItem(label);
		item.setEnabled(enabled);
		item.addActionListener(a -> action.run());
		menu.add(item);
	}
}
