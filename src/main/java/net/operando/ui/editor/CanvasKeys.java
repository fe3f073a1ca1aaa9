package net.operando.ui.editor;

import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;

import net.operando.base.InvalidInputException;

/** Everything the mouse does on the kymograph, by the keyboard. */
final class CanvasKeys extends KeyAdapter {

	/** What {@code Help > Keys} shows. */
	static final String HELP = "Arrow keys\tmove the cursor by a column or a position (with Shift by ten); the movie follows\n" +
		"Page Up, Page Down\tselect the front before, the next front\n" +
		", and .\tselect the point before, the next point of the front\n" +
		"V\tselect the next handle of the path\n" +
		"Alt + arrow keys\tmove the selected front or handle; Enter refits, Escape puts it back\n" +
		"Delete\tdelete the front, leave out the selected point, or remove the selected handle\n" +
		"A\tdraw a front: Space sets a vertex at the cursor, Enter ends it, Escape gives it up\n" +
		"R\trefit the selected front along its path\n" +
		"+, - and 0\tzoom in and out about the cursor, show all\n" +
		"Ctrl+Z, Ctrl+Shift+Z\tundo, redo (Command on a Mac)\n" +
		"Ctrl+S\tsave the tables, the figure and the edits\n" +
		"Ctrl+L\tlink a movie\n" +
		"Escape\tgive up the fit that is running\n" +
		"Mouse\tclick selects, drag moves a front, a handle or a point; wheel zooms, with Shift scrolls\n";
	private static final int FAR = 10;
	private static final double ZOOM = 1.5;

	private final FrontEditor editor;
	private final KymographCanvas canvas;
	private final EditorState state;

	CanvasKeys(final FrontEditor editor, final KymographCanvas canvas, final EditorState state) {
		this.editor = editor;
		this.canvas = canvas;
		this.state = state;
	}

	@Override
	public void keyPressed(final KeyEvent e) {
		// those with Control or Command are the menu's
		if (e.isControlDown() || e.isMetaDown()) return;
		final boolean used = arrow(e) || other(e);
		if (used) e.consume();
	}

	private boolean arrow(final KeyEvent e) {
		final int columns = e.getKeyCode() == KeyEvent.VK_RIGHT ? 1 : e.getKeyCode() == KeyEvent.VK_LEFT ? -1 : 0;
		final int rows = e.getKeyCode() == KeyEvent.VK_UP ? 1 : e.getKeyCode() == KeyEvent.VK_DOWN ? -1 : 0;
		if (columns == 0 && rows == 0) return false;
		final int by = e.isShiftDown() ? FAR : 1;
		if (e.isAltDown()) try {
			state.nudge(by * columns, by * rows);
			canvas.repaint();
		}
		catch (final InvalidInputException refused) {
			editor.say(refused.getMessage());
		}
		else {
			state.stepCursor(by * columns, by * rows);
			editor.moveCursor(state.cursorSeconds(), state.cursorMetres());
		}
		return true;
	}

	private boolean other(final KeyEvent e) {
		switch (e.getKeyCode()) {
			case KeyEvent.VK_PAGE_DOWN:
			case KeyEvent.VK_PAGE_UP:
				state.cycle(e.getKeyCode() == KeyEvent.VK_PAGE_DOWN ? 1 : -1);
				editor.selectionChanged();
				return true;
			case KeyEvent.VK_PERIOD:
			case KeyEvent.VK_COMMA:
				state.cyclePoint(e.getKeyCode() == KeyEvent.VK_PERIOD ? 1 : -1);
				editor.moveCursor(state.cursorSeconds(), state.cursorMetres());
				editor.selectionChanged();
				return true;
			case KeyEvent.VK_V:
				state.path().ifPresent(p -> state.selectVertex((state.vertex() + 1) % p.size()));
				editor.selectionChanged();
				return true;
			case KeyEvent.VK_DELETE:
			case KeyEvent.VK_BACK_SPACE:
				editor.delete();
				return true;
			case KeyEvent.VK_A:
				editor.draw();
				return true;
			case KeyEvent.VK_SPACE:
				if (state.isDrawing()) state.addVertex(state.cursorSeconds(), state.cursorMetres());
				canvas.repaint();
				return true;
			case KeyEvent.VK_ENTER:
				if (state.isDrawing()) editor.finishDraft();
				else editor.commitMove();
				return true;
			case KeyEvent.VK_ESCAPE:
				editor.escape();
				return true;
			case KeyEvent.VK_R:
				editor.refit();
				return true;
			default:
				return zoom(e.getKeyChar());
		}
	}

	private boolean zoom(final char key) {
		final EditorScale scale = canvas.scale();
		if (key == '0') canvas.show(scale.all());
		else if (key == '+' || key == '=' || key == '-') canvas.show(scale.zoomed(key == '-' ? 1 / ZOOM : ZOOM, scale.x(state
			.cursorSeconds()), scale.y(state.cursorMetres())));
		else return false;
		return true;
	}
}
