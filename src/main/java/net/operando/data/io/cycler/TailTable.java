package net.operando.data.io.cycler;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of a Gamry .DTA file or a table with named columns, taken one at a time as they come. Not thread-safe. */
final class TailTable {

	private static final Pattern CURVE = Pattern.compile("(OCV)?CURVE\\d*");
	private static final List<String> TIME = Arrays.asList("time_s", "time (s)", "time/s", "t");
	private static final List<String> VOLTAGE = Arrays.asList("voltage_v", "voltage (v)", "ewe/v", "vf", "vm");
	private static final List<String> CURRENT = Arrays.asList("current_a", "current (a)", "i/a", "im");

	private final String file;
	private int tables;
	private boolean inTable;
	private boolean unitsNext;
	private String separator = "\t";
	private int t = -1;
	private int v = -1;
	private int i = -1;
	private final double[] factors = { 1, 1, 1 };

	TailTable(final String file) {
		this.file = file;
	}

	/** The sample of a line; null if it holds none. */
	CyclerTail.Sample line(final String line) {
		final String[] tabs = line.split("\t", -1);
		if (!line.startsWith("\t") && tabs.length > 1 && "TABLE".equals(tabs[1].trim())) {
			inTable = CURVE.matcher(tabs[0].trim()).matches();
			t = -1;
			if (inTable) tables++;
			return null;
		}
		if (!inTable) {
			if (!line.startsWith("\t") && isCsvHeader(line)) inTable = true;
			return null;
		}
		if ("\t".equals(separator) && tables > 0 && !line.startsWith("\t") && !line.isEmpty()) {
			inTable = false;
			return null;
		}
		final String[] cells = line.split(Pattern.quote(separator), -1);
		if (t < 0) {
			find(cells);
			inTable = t >= 0 && v >= 0;
			unitsNext = true;
			return null;
		}
		if (unitsNext && tables > 0) {
			unitsNext = false;
			if (Double.isNaN(number(cells, t))) {
				factors[0] = UnitText.seconds(cell(cells, t));
				factors[1] = UnitText.volts(cell(cells, v));
				factors[2] = i < 0 ? 1 : UnitText.amperes(cell(cells, i));
				return null;
			}
		}
		final double seconds = number(cells, t) * factors[0];
		final double volts = number(cells, v) * factors[1];
		final double amperes = i < 0 ? 0 : number(cells, i) * factors[2];
		if (Double.isNaN(seconds + volts + amperes)) return null;
		return new CyclerTail.Sample(tables > 1 ? file + "#" + tables : file, seconds, volts, amperes);
	}

	private boolean isCsvHeader(final String line) {
		for (final String candidate : new String[] { ",", ";", "\t" }) {
			separator = candidate;
			find(line.split(Pattern.quote(candidate), -1));
			if (t >= 0 && v >= 0 && i >= 0) return true;
		}
		separator = "\t";
		t = v = i = -1;
		return false;
	}

	private void find(final String[] names) {
		t = v = i = -1;
		for (int c = 0; c < names.length; c++) {
			final String name = names[c].trim().toLowerCase(java.util.Locale.ROOT);
			if (t < 0 && TIME.contains(name)) t = c;
			else if (v < 0 && VOLTAGE.contains(name)) v = c;
			else if (i < 0 && CURRENT.contains(name)) i = c;
		}
	}

	private static String cell(final String[] cells, final int c) {
		return c < cells.length ? cells[c].trim() : "";
	}

	private static double number(final String[] cells, final int c) {
		return DecimalText.parse(cell(cells, c));
	}
}
