package net.operando.figure.report;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.quantity.Estimate;
import net.operando.figure.Markup;
import net.operando.figure.PlusMinus;
import net.operando.figure.draw.DisplayUnit;

/** A table of a report: text, numbers, estimates. Built row by row; not thread-safe while rows are added. */
public final class ReportTable {

	private final String caption;
	private final List<String> columns;
	private final List<List<String>> rows = new ArrayList<>();
	private final boolean[] numeric;

	private ReportTable(final String caption, final List<String> columns) {
		this.caption = caption;
		this.columns = columns;
		this.numeric = new boolean[columns.size()];
	}

	/** An empty table. */
	public static ReportTable withColumns(final String caption, final String... columns) {
		return new ReportTable(caption, List.of(columns));
	}

	/** An empty table for {@link #estimate}: quantity, value, 95 % interval, n, definition. */
	public static ReportTable ofEstimates(final String caption) {
		final ReportTable table = withColumns(caption, "Quantity", "Value ± s.e.", "95 % interval", "n", "Definition");
		table.numeric[1] = true;
		table.numeric[2] = true;
		table.numeric[3] = true;
		return table;
	}

	/**
	 * Adds a row of text and numbers; numbers are shown to four digits, an Estimate as value ± standard error, null and
	 * NaN as a dash.
	 *
	 * @return this table
	 */
	public ReportTable row(final Object... cells) {
		if (cells.length != columns.size()) throw new IllegalArgumentException(cells.length + " cells for " + columns);
		final List<String> row = new ArrayList<>();
		for (int c = 0; c < cells.length; c++) {
			numeric[c] |= cells[c] instanceof Number || cells[c] instanceof Estimate;
			row.add(text(cells[c]));
		}
		rows.add(row);
		return this;
	}

	/**
	 * Adds a row of an estimates' table.
	 *
	 * @param quantity what was estimated
	 * @param estimate the estimate, in the unit given
	 * @param unit its unit, plain ("nm/s"); may be empty
	 * @return this table
	 */
	public ReportTable estimate(final String quantity, final Estimate estimate, final String unit) {
		final String typeset = DisplayUnit.typeset(unit);
		final String interval = PlusMinus.interval(estimate);
		return row(quantity, PlusMinus.text(estimate, unit), interval.isEmpty() || typeset.isEmpty() ? interval : interval +
			" " + typeset, String.valueOf(estimate.n()), estimate.definition().replace("half_max", "half-max").replace('_', ' '));
	}

	private static String text(final Object cell) {
		if (cell == null || cell instanceof Double && ((Double) cell).isNaN()) return "–";
		if (cell instanceof Estimate) return PlusMinus.text((Estimate) cell);
		if (cell instanceof Integer || cell instanceof Long) return cell.toString().replace('-', '−');
		if (cell instanceof Number) return PlusMinus.digits(((Number) cell).doubleValue(), 4);
		return cell.toString();
	}

	String html() {
		final StringBuilder s = new StringBuilder("<div class=\"scroll\"><table>\n");
		if (!caption.isEmpty()) s.append("<caption>").append(Markup.escape(caption)).append("</caption>\n");
		s.append("<thead><tr>");
		for (int c = 0; c < columns.size(); c++)
			s.append("<th scope=\"col\"").append(numeric[c] ? " class=\"number\">" : ">").append(Markup.escape(columns.get(c)))
				.append("</th>");
		s.append("</tr></thead>\n<tbody>\n");
		for (final List<String> row : rows) {
			s.append("<tr>");
			for (int c = 0; c < row.size(); c++) {
				final String cell = Markup.escape(row.get(c));
				if (c == 0) s.append("<th scope=\"row\">").append(cell).append("</th>");
				else s.append(numeric[c] ? "<td class=\"number\">" : "<td>").append(cell).append("</td>");
			}
			s.append("</tr>\n");
		}
		return s.append("</tbody></table></div>\n").toString();
	}
}
