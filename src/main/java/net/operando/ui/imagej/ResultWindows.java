package net.operando.ui.imagej;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import ij.text.TextWindow;
import net.operando.data.io.TidyTable;
import net.operando.figure.Figure;
import net.operando.figure.FigureWriter;

/** Shows results the way ImageJ people expect them. Does nothing where there is no display or no ImageJ to show them in. */
public final class ResultWindows {

	private ResultWindows() {}

	/** Whether windows can be shown. */
	public static boolean canShow() {
		return !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null;
	}

	/** Shows a table in a window of its own; a window of that title is replaced. */
	public static void show(final TidyTable table, final String title) {
		if (canShow()) table(table).show(title);
	}

	/** The table as ImageJ's own. */
	public static ResultsTable table(final TidyTable table) {
		final ResultsTable results = new ResultsTable();
		results.showRowNumbers(false);
		results.setPrecision(6);
		for (int row = 0; row < table.rowCount(); row++) {
			results.incrementCounter();
			for (final String column : table.columns()) {
				final Object cell = table.cell(row, column);
				if (cell instanceof Number) results.addValue(column, ((Number) cell).doubleValue());
				else results.addValue(column, table.text(row, column));
			}
		}
		return results;
	}

	/** Shows a text in a window of its own, from which it can be copied; nothing where no window can be shown. */
	public static void show(final String text, final String title) {
		if (canShow()) new TextWindow(title, text, 700, 500);
	}

	/**
	 * Shows a figure as a colour image.
	 *
	 * @return the image; null where it cannot be shown
	 */
	public static ImagePlus show(final Figure figure, final String title) {
		if (!canShow()) return null;
		final ImagePlus image = new ImagePlus(WindowManager.getUniqueName(title), new ColorProcessor(FigureWriter.image(figure)));
		image.show();
		return image;
	}
}
