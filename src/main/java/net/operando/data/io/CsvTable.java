package net.operando.data.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A CSV with one header row, as {@link TidyTable} writes it: commas, decimal points, quotes where needed. Immutable. */
public final class CsvTable {

	private final Path file;
	private final List<String> columns;
	private final List<List<String>> rows = new ArrayList<>();

	private CsvTable(final Path file, final List<String> columns) {
		this.file = file;
		this.columns = columns;
	}

	/**
	 * @param hint what to give instead, as the end of a sentence ("give the cracks.csv of Cracks")
	 * @param needed columns without which the file is of no use
	 * @throws FormatException if it cannot be read, is empty, lacks such a column, or has a row of another length
	 */
	public static CsvTable read(final Path file, final String hint, final String... needed) {
		final List<String> lines;
		try {
			lines = Files.readAllLines(file, StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new FormatException(file, "cannot be read as text: " + hint + ".", e);
		}
		if (lines.isEmpty() || lines.get(0).trim().isEmpty()) throw new FormatException(file, "is empty: " + hint + ".");
		final CsvTable table = new CsvTable(file, cells(lines.get(0).replace("\uFEFF", "")));
		for (final String column : needed)
			if (!table.has(column)) throw new FormatException(file, "has no column " + column + ": " + hint + ".");
		for (int i = 1; i < lines.size(); i++) {
			if (lines.get(i).trim().isEmpty()) continue;
			final List<String> cells = cells(lines.get(i));
			if (cells.size() != table.columns.size()) throw new FormatException(file, "has " + cells.size() + " cells in line " +
				(i + 1) + " for " + table.columns.size() + " columns: " + hint + ".");
			table.rows.add(cells);
		}
		return table;
	}

	private static List<String> cells(final String line) {
		if (line.indexOf('"') < 0) {
			final String[] cells = line.split(",", -1);
			for (int i = 0; i < cells.length; i++)
				cells[i] = cells[i].trim();
			return Arrays.asList(cells);
		}
		final List<String> cells = new ArrayList<>();
		final StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			final char c = line.charAt(i);
			if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
				cell.append(c);
				i++;
			}
			else if (c == '"') quoted = !quoted;
			else if (c == ',' && !quoted) {
				cells.add(cell.toString().trim());
				cell.setLength(0);
			}
			else cell.append(c);
		}
		cells.add(cell.toString().trim());
		return cells;
	}

	public Path file() {
		return file;
	}

	public boolean has(final String column) {
		return columns.contains(column);
	}

	public int rowCount() {
		return rows.size();
	}

	/** A cell as it stands; empty if there is no such column. */
	public String text(final int row, final String column) {
		final int c = columns.indexOf(column);
		return c < 0 ? "" : rows.get(row).get(c);
	}

	/**
	 * A number; NaN if the cell is empty or there is no such column.
	 *
	 * @throws FormatException if it is something else
	 */
	public double number(final int row, final String column) {
		final String text = text(row, column);
		if (text.isEmpty()) return Double.NaN;
		try {
			return Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			throw new FormatException(file, "has '" + text + "' for " + column + " in row " + (row + 1) +
				" instead of a number: correct it.", e);
		}
	}

	/** @throws FormatException if it is no whole number */
	public int whole(final int row, final String column) {
		final double v = number(row, column);
		if (v != Math.rint(v) || Math.abs(v) > Integer.MAX_VALUE) throw new FormatException(file, "has '" + text(row, column) +
			"' for " + column + " in row " + (row + 1) + " instead of a whole number: correct it.");
		return (int) v;
	}

	/**
	 * A number for each frame of a movie, from a table with a column frame that counts from 1.
	 *
	 * @param frames of the movie
	 * @return NaN where the table has none
	 * @throws FormatException if it names frames the movie lacks
	 */
	public double[] byFrame(final String column, final int frames) {
		final double[] values = new double[frames];
		Arrays.fill(values, Double.NaN);
		for (int i = 0; i < rows.size(); i++) {
			final int frame = whole(i, "frame");
			if (frame < 1 || frame > frames) throw new FormatException(file, "names frame " + frame + ", but the movie has " +
				frames + ": give the file of this movie.");
			values[frame - 1] = number(i, column);
		}
		return values;
	}
}
