package net.operando.ui.dialog;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;

import org.scijava.module.ModuleItem;

/** Inputs under headings, in one column, or in two where one would be long. */
final class InputGroups {

	/** SciJava's own way to say it, which not all its versions know. */
	private static final String GROUP = "group:";
	private static final String OTHERS = "How";
	private static final String OUTPUT = "Output";
	/** More rows than this are laid out in two columns. */
	private static final int ROWS_OF_A_COLUMN = 23;

	private InputGroups() {}

	/** The heading of an input. */
	static String of(final ModuleItem<?> item) {
		if (item.getName().equals("output")) return OUTPUT;
		final String style = item.getWidgetStyle();
		return style != null && style.startsWith(GROUP) ? style.substring(GROUP.length()) : OTHERS;
	}

	/** @param first what stands before all inputs under its heading; may be empty */
	static JPanel panel(final List<InputField> fields, final Map<String, JComponent> first, final Font font) {
		final Map<String, List<InputField>> groups = new LinkedHashMap<>();
		for (final String heading : first.keySet())
			groups.put(heading, new ArrayList<>());
		for (final InputField field : fields)
			if (!of(field.item()).equals(OUTPUT)) groups.computeIfAbsent(of(field.item()), g -> new ArrayList<>()).add(field);
		// where the results go is asked last
		for (final InputField field : fields)
			if (of(field.item()).equals(OUTPUT)) groups.computeIfAbsent(OUTPUT, g -> new ArrayList<>()).add(field);
		final int rows = fields.size() + 2 * groups.size();
		final boolean wide = rows > ROWS_OF_A_COLUMN;
		if (wide) fields.forEach(InputField::narrow);
		final JPanel all = new JPanel(new GridBagLayout());
		JPanel column = new JPanel(new GridBagLayout());
		final List<JPanel> columns = new ArrayList<>(List.of(column));
		int done = 0;
		int row = 0;
		for (final Map.Entry<String, List<InputField>> group : groups.entrySet()) {
			final int size = group.getValue().size() + 2;
			if (wide && columns.size() == 1 && done + size / 2 > rows / 2) {
				column = new JPanel(new GridBagLayout());
				columns.add(column);
				row = 0;
			}
			row = add(column, row, group.getKey(), first.get(group.getKey()), group.getValue(), font);
			done += size;
		}
		final int gap = font.getSize();
		for (int i = 0; i < columns.size(); i++)
			all.add(columns.get(i), new GridBagConstraints(i, 0, 1, 1, 1, 1, GridBagConstraints.FIRST_LINE_START,
				GridBagConstraints.HORIZONTAL, new Insets(0, i == 0 ? 0 : 2 * gap, 0, 0), 0, 0));
		return all;
	}

	private static int add(final JPanel column, final int from, final String heading, final JComponent first,
		final List<InputField> fields, final Font font)
	{
		final int gap = Math.max(2, font.getSize() / 5);
		int row = from;
		final JPanel title = new JPanel(new BorderLayout(2 * gap, 0));
		final JLabel name = new JLabel(heading);
		name.setFont(font.deriveFont(Font.BOLD));
		title.add(name, BorderLayout.LINE_START);
		final JPanel line = new JPanel(new GridBagLayout());
		line.add(new JSeparator(), new GridBagConstraints(0, 0, 1, 1, 1, 0, GridBagConstraints.CENTER,
			GridBagConstraints.HORIZONTAL, new Insets(0, 0, 0, 0), 0, 0));
		title.add(line, BorderLayout.CENTER);
		place(column, title, 0, row++, 3, 1, GridBagConstraints.LINE_START, new Insets(row == 1 ? 0 : 4 * gap, 0, gap, 0));
		if (first != null) place(column, first, 0, row++, 3, 1, GridBagConstraints.LINE_START, new Insets(0, 4 * gap, gap, 0));
		for (final InputField field : fields) {
			final Insets insets = new Insets(gap / 2, 2 * gap, gap / 2, 0);
			if (!field.labelsItself()) place(column, field.label(), 0, row, 1, 0, GridBagConstraints.LINE_END, new Insets(gap / 2,
				4 * gap, gap / 2, 0));
			place(column, field.editor(), 1, row, field.browse() == null ? 2 : 1, field.isLong() ? 1 : 0,
				GridBagConstraints.LINE_START, insets);
			if (field.browse() != null) place(column, field.browse(), 2, row, 1, 0, GridBagConstraints.LINE_END, insets);
			row++;
		}
		return row;
	}

	private static void place(final JPanel panel, final Component c, final int x, final int y, final int width,
		final double weight, final int anchor, final Insets insets)
	{
		panel.add(c, new GridBagConstraints(x, y, width, 1, weight, 0, anchor, weight > 0 ? GridBagConstraints.HORIZONTAL
			: GridBagConstraints.NONE, insets, 0, 0));
	}
}
