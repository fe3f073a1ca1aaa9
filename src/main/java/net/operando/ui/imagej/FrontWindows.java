package net.operando.ui.imagej;

import java.awt.Frame;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.text.TextWindow;
import net.operando.data.io.TidyTable;
import net.operando.figure.Figure;

/** The figure and the table of the fronts of a kymograph, from both of which Edit Fronts opens. */
public final class FrontWindows {

	private static final String COMMAND = "Edit Fronts...";

	private FrontWindows() {}

	/** Shows both, and lets them know their kymograph. */
	public static void show(final Figure figure, final TidyTable fronts, final ImagePlus kymograph) {
		final ImagePlus shown = ResultWindows.show(figure, title(kymograph));
		if (shown != null) KymographImages.remember(shown, kymograph);
		show(fronts, kymograph);
	}

	/** Shows the table, or puts it in the place of the one shown before. */
	public static void show(final TidyTable fronts, final ImagePlus kymograph) {
		ResultWindows.show(fronts, title(kymograph));
		if (!ResultWindows.canShow()) return;
		final Frame window = WindowManager.getFrame(title(kymograph));
		if (window instanceof TextWindow && window.getMenuBar() != null) addMenu(window.getMenuBar(), kymograph);
	}

	private static String title(final ImagePlus kymograph) {
		return "Fronts of " + kymograph.getTitle();
	}

	private static void addMenu(final MenuBar bar, final ImagePlus kymograph) {
		for (int i = 0; i < bar.getMenuCount(); i++)
			if (bar.getMenu(i).getLabel().equals("Operando")) return;
		final Menu menu = new Menu("Operando");
		final MenuItem edit = new MenuItem(COMMAND);
		edit.addActionListener(e -> {
			if (kymograph.getWindow() == null) {
				IJ.error("Operando", "The kymograph of this table was closed: open it again, then run Edit Fronts.");
				return;
			}
			IJ.selectWindow(kymograph.getID());
			IJ.doCommand(COMMAND);
		});
		menu.add(edit);
		bar.add(menu);
	}
}
