package net.operando.data.io.titration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import net.operando.data.io.FormatException;

/**
 * A text table with one row of column names: separated by tab, semicolon or comma, with decimal commas where the
 * separator is none; lines that start with # are remarks. A cell that is no number is NaN. Immutable.
 */
final class NumberTable {

	private static final long LARGEST = 1L << 30;

	private final List<String> names;
	private final List<double[]> rows;

	private NumberTable(final List<String> names, final List<double[]> rows) {
		this.names = names;
		this.rows = rows;
	}

	/**
	 * @throws FormatException if it is no text table
	 * @throws IOException if the file system fails
	 */
	static NumberTable read(final Path file) throws IOException {
		if (Files.size(file) > LARGEST) throw new FormatException(file,
			"is larger than a table of a titration can be (1 GB): give the exported text file.");
		final String[] lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\r\n|\r|\n");
		List<String> names = Collections.emptyList();
		char separator = ',';
		final List<double[]> rows = new ArrayList<>();
		for (final String raw : lines) {
			final String line = raw.startsWith("\u00ef\u00bb\u00bf") ? raw.substring(3) : raw;
			if (line.trim().isEmpty() || line.startsWith("#")) continue;
			if (names.isEmpty()) {
				separator = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
				names = cells(line, separator);
				for (int i = 0; i < names.size(); i++)
					names.set(i, names.get(i).toLowerCase(Locale.ROOT));
				continue;
			}
			final List<String> cells = cells(line, separator);
			final double[] row = new double[names.size()];
			for (int i = 0; i < row.length; i++)
				row[i] = i < cells.size() ? number(cells.get(i)) : Double.NaN;
			rows.add(row);
		}
		if (names.size() < 2) throw new FormatException(file,
			"is no table: its first line must name the columns, separated by commas, semicolons or tabs.");
		return new NumberTable(names, rows);
	}

	private static List<String> cells(final String line, final char separator) {
		final List<String> cells = new ArrayList<>();
		for (final String cell : line.split(String.valueOf(separator), -1)) {
			final String c = cell.trim();
			cells.add(c.length() > 1 && c.startsWith("\"") && c.endsWith("\"") ? c.substring(1, c.length() - 1).trim() : c);
		}
		return cells;
	}

	private static double number(final String text) {
		if (!text.matches("[-+]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][-+]?\\d{1,4})?")) return Double.NaN;
		return Double.parseDouble(text.replace(',', '.'));
	}

	/** Index of the first column with one of these names (lower case), or -1. */
	int column(final String... anyOf) {
		for (final String name : anyOf)
			if (names.indexOf(name) >= 0) return names.indexOf(name);
		return -1;
	}

	List<String> names() {
		return names;
	}

	int rowCount() {
		return rows.size();
	}

	double value(final int row, final int column) {
		return rows.get(row)[column];
	}
}
