package net.operando.data.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * A table with one header row and one row per observation, as data frames read it: comma separated, decimal points
 * whatever the locale, an empty cell for what is not known. Not thread-safe while rows are added.
 */
public final class TidyTable {

	private final List<String> columns;
	private final List<Object[]> rows;

	private TidyTable(final List<Object[]> rows, final String... columns) {
		this.columns = List.of(columns);
		this.rows = rows;
	}

	/** An empty table with these columns; names carry their unit ("time_s"). */
	public static TidyTable withColumns(final String... columns) {
		return new TidyTable(new ArrayList<>(), columns);
	}

	/**
	 * A table too long to be kept: each row is made when it is asked for, and none can be added.
	 *
	 * @param count number of rows
	 * @param row the cells of a row, one per column
	 */
	public static TidyTable ofRows(final int count, final IntFunction<Object[]> row, final String... columns) {
		return new TidyTable(new AbstractList<Object[]>() {

			@Override
			public Object[] get(final int index) {
				return row.apply(Objects.checkIndex(index, count));
			}

			@Override
			public int size() {
				return count;
			}
		}, columns);
	}

	/**
	 * Adds a row.
	 *
	 * @param cells one per column: numbers, text, booleans, or null; NaN is written as an empty cell
	 * @return this table
	 */
	public TidyTable row(final Object... cells) {
		if (cells.length != columns.size()) throw new IllegalArgumentException(cells.length + " cells for " + columns
			.size() + " columns " + columns);
		rows.add(cells.clone());
		return this;
	}

	/** The table with one more column, the last, that holds the same in every row; no row can be added to it. */
	public TidyTable with(final String column, final Object value) {
		final List<String> more = new ArrayList<>(columns);
		more.add(column);
		return ofRows(rows.size(), i -> {
			final Object[] cells = Arrays.copyOf(rows.get(i), columns.size() + 1);
			cells[columns.size()] = value;
			return cells;
		}, more.toArray(new String[0]));
	}

	public List<String> columns() {
		return columns;
	}

	public int rowCount() {
		return rows.size();
	}

	/** A cell as it was given. */
	public Object cell(final int row, final String column) {
		final int c = columns.indexOf(column);
		if (c < 0) throw new IllegalArgumentException("no column " + column + " in " + columns);
		return rows.get(row)[c];
	}

	/** The cell as it is written to CSV. */
	public String text(final int row, final String column) {
		return format(cell(row, column));
	}

	/** The whole table as CSV text with "\n" line ends. */
	public String toCsv() {
		final StringBuilder text = new StringBuilder();
		try {
			appendTo(text);
		}
		catch (final IOException e) {
			throw new IllegalStateException("text cannot be appended in memory", e);
		}
		return text.toString();
	}

	private void appendTo(final Appendable out) throws IOException {
		out.append(String.join(",", columns)).append('\n');
		for (final Object[] row : rows) {
			for (int c = 0; c < row.length; c++)
				out.append(c == 0 ? "" : ",").append(quoted(format(row[c])));
			out.append('\n');
		}
	}

	/**
	 * Writes the table as UTF-8 CSV, row by row.
	 *
	 * @throws UncheckedIOException if the file system fails; use {@link ResultFolder} so that nothing half-written stays
	 */
	public void write(final Path file) {
		try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			appendTo(out);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String format(final Object cell) {
		if (cell == null) return "";
		if (cell instanceof Double || cell instanceof Float) {
			final double v = ((Number) cell).doubleValue();
			if (Double.isNaN(v)) return "";
			if (v == Math.rint(v) && Math.abs(v) < 1e15) return Long.toString((long) v);
			return cell.toString();
		}
		return cell.toString();
	}

	private static String quoted(final String cell) {
		if (cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0) return cell;
		return '"' + cell.replace("\"", "\"\"") + '"';
	}

	@Override
	public String toString() {
		return columns + " x " + rows.size() + (rows.isEmpty() ? "" : ", first " + Arrays.toString(rows.get(0)));
	}
}
