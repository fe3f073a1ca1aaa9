package net.operando.ui.editor;

import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Frame;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.MenuShortcut;
import java.awt.Panel;
import java.awt.TextArea;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;

import ij.WindowManager;
import net.operando.analysis.front.FrontVelocity;

/** The window of an editor: the kymograph, the list of fronts with what is known of them, buttons, menus. Event thread. */
final class EditorWindow extends Frame {

	private static final long serialVersionUID = 1L;
	private static final int SIDE_COLUMNS = 34;

	private final transient FrontEditor editor;
	private final transient EditorState state;
	private final KymographCanvas canvas;
	private final java.awt.List fronts = new java.awt.List(6);
	private final TextArea details = new TextArea("", 12, SIDE_COLUMNS, TextArea.SCROLLBARS_VERTICAL_ONLY);
	private final TextArea status = new TextArea("", 2, 60, TextArea.SCROLLBARS_NONE);
	private final Button add = new Button("Add front");
	private final Button delete = new Button("Delete");
	private final Button refit = new Button("Refit");
	private final Button undo = new Button("Undo");
	private final Button redo = new Button("Redo");
	private final MenuItem undoItem = new MenuItem("Undo", new MenuShortcut(KeyEvent.VK_Z));
	private final MenuItem redoItem = new MenuItem("Redo", new MenuShortcut(KeyEvent.VK_Z, true));

	EditorWindow(final FrontEditor editor, final EditorState state, final KymographCanvas canvas, final String title,
		final double zoom)
	{
		super(title);
		this.editor = editor;
		this.state = state;
		this.canvas = canvas;
		setFont(new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(12 * zoom)));
		setMenuBar(menus());
		final Panel side = new Panel(new BorderLayout(4, 4));
		side.add(fronts, BorderLayout.NORTH);
		side.add(details, BorderLayout.CENTER);
		setLayout(new BorderLayout(4, 4));
		add(buttons(), BorderLayout.NORTH);
		add(canvas, BorderLayout.CENTER);
		add(side, BorderLayout.EAST);
		add(status, BorderLayout.SOUTH);
		details.setEditable(false);
		status.setEditable(false);
		status.setFocusable(false);
		final CanvasMouse mouse = new CanvasMouse(editor, canvas, state);
		canvas.addMouseListener(mouse);
		canvas.addMouseMotionListener(mouse);
		canvas.addMouseWheelListener(mouse);
		final CanvasKeys keys = new CanvasKeys(editor, canvas, state);
		canvas.addKeyListener(keys);
		fronts.addItemListener(e -> {
			if (fronts.getSelectedIndex() < 0) return;
			state.select(listed().get(fronts.getSelectedIndex()).id());
			editor.selectionChanged();
		});
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				editor.close();
			}
		});
		refresh();
		pack();
		WindowManager.addWindow(this);
		ij.gui.GUI.center(this);
		setVisible(true);
		canvas.requestFocus();
	}

	private Panel buttons() {
		final Panel row = new Panel(new FlowLayout(FlowLayout.LEFT, 4, 2));
		final Runnable[] actions = { editor::draw, editor::delete, editor::refit, editor::undo, editor::redo, editor::save };
		final Button[] all = { add, delete, refit, undo, redo, new Button("Save...") };
		for (int i = 0; i < all.length; i++) {
			final Runnable action = actions[i];
			all[i].addActionListener(e -> {
				action.run();
				// so that keys go on acting on the kymograph
				canvas.requestFocus();
			});
			row.add(all[i]);
		}
		return row;
	}

	private MenuBar menus() {
		final MenuBar bar = new MenuBar();
		final Menu file = new Menu("File");
		item(file, new MenuItem("Save", new MenuShortcut(KeyEvent.VK_S)), editor::save);
		item(file, new MenuItem("Save As...", new MenuShortcut(KeyEvent.VK_S, true)), editor::saveAs);
		item(file, new MenuItem("Close", new MenuShortcut(KeyEvent.VK_W)), editor::close);
		final Menu edit = new Menu("Edit");
		item(edit, undoItem, editor::undo);
		item(edit, redoItem, editor::redo);
		item(edit, new MenuItem("Add Front", new MenuShortcut(KeyEvent.VK_N)), editor::draw);
		item(edit, new MenuItem("Delete", new MenuShortcut(KeyEvent.VK_D)), editor::delete);
		item(edit, new MenuItem("Refit", new MenuShortcut(KeyEvent.VK_R)), editor::refit);
		final Menu view = new Menu("View");
		item(view, new MenuItem("Show All", new MenuShortcut(KeyEvent.VK_0)), () -> canvas.show(canvas.scale().all()));
		item(view, new MenuItem("Link Movie...", new MenuShortcut(KeyEvent.VK_L)), editor::chooseMovie);
		final Menu help = new Menu("Help");
		item(help, new MenuItem("Keys", new MenuShortcut(KeyEvent.VK_H)), editor::help);
		bar.add(file);
		bar.add(edit);
		bar.add(view);
		bar.setHelpMenu(help);
		return bar;
	}

	private static void item(final Menu menu, final MenuItem item, final Runnable action) {
		item.addActionListener(e -> action.run());
		menu.add(item);
	}

	private List<FrontVelocity> listed() {
		return state.fronts().analysis().fronts();
	}

	/** Shows the fronts as they are now. */
	void refresh() {
		fronts.removeAll();
		for (final FrontVelocity front : listed())
			fronts.add(FrontText.line(front));
		showSelection();
	}

	/** Shows what is selected, and what can be done with it. */
	void showSelection() {
		final List<FrontVelocity> all = listed();
		String text = all.isEmpty() ? "No front was found: add one by hand." : "Select a front in the list or on the kymograph.";
		for (int i = 0; i < all.size(); i++) {
			final boolean selected = all.get(i).id() == state.selected();
			if (selected && fronts.getSelectedIndex() != i) fronts.select(i);
			else if (!selected && fronts.isIndexSelected(i)) fronts.deselect(i);
			if (selected) text = FrontText.details(state.fronts(), all.get(i));
		}
		if (!text.equals(details.getText())) details.setText(text);
		final boolean any = state.selected() > 0;
		delete.setEnabled(any);
		delete.setLabel(Double.isNaN(state.point()) ? "Delete" : "Leave out");
		refit.setEnabled(any);
		undo.setEnabled(state.history().canUndo());
		redo.setEnabled(state.history().canRedo());
		undoItem.setEnabled(state.history().canUndo());
		redoItem.setEnabled(state.history().canRedo());
		add.setLabel(state.isDrawing() ? "Drawing..." : "Add front");
		canvas.repaint();
	}

	EditorState state() {
		return state;
	}

	/** A sentence below the kymograph. */
	void say(final String sentence) {
		if (!sentence.equals(status.getText())) status.setText(sentence);
	}

	/** Takes the window off the screen. */
	void remove() {
		WindowManager.removeWindow(this);
		dispose();
	}
}
