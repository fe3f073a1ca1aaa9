package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.data.io.TidyTable;

/**
 * Elongation and intensity of a rod against its lithium content: the table that replaces the placeholders. Frames are averaged
 * in steps of x; where a step is shorter than the one before, by noise, neighbours are pooled until the elongation rises
 * (isotonic regression), so that the result can be used as an {@link ExpansionTable}. Immutable.
 */
public final class RodCalibration {

	/** Where the content comes from. */
	public enum Source {
		/** Charge passed, on the movie's clock. */
		COULOMETRIC,
		/** The elongation itself, by an expansion table: intensity against x is then all that is new. */
		ELONGATION
	}

	private static final double STEP = 0.01;

	private final List<double[]> rows;
	private final Source source;

	private RodCalibration(final List<double[]> rows, final Source source) {
		this.rows = rows;
		this.source = source;
	}

	/**
	 * @param series measured lengths; flagged frames without length are left out
	 * @param x coulometric content at each frame; null takes that from the elongation
	 * @param table for the elongation at the reference's content, which the strain is added to; null for none
	 */
	public static RodCalibration of(final LengthSeries series, final double[] x, final ExpansionTable table) {
		if (x != null && x.length != series.frameCount()) throw new InvalidInputException("There are " + x.length +
			" values of x for " + series.frameCount() + " frames: give the timeline of this movie.");
		final List<double[]> points = new ArrayList<>();
		for (int t = 0; t < series.frameCount(); t++) {
			final double content = x != null ? x[t] : series.content(t).value();
			if (Double.isNaN(content) || !series.strain(t).isKnown()) continue;
			points.add(new double[] { content, series.strain(t).value(), series.intensityRatio(t), 1 });
		}
		points.sort((a, b) -> Double.compare(a[0], b[0]));
		final double start = x == null ? series.startX() : atReference(x);
		final double elongated = table == null || Double.isNaN(start) ? 0 : table.elongation(Math.max(0, Math.min(1, start)));
		final List<double[]> rows = new ArrayList<>();
		for (final double[] row : rising(binned(points)))
			rows.add(new double[] { row[0], row[1], (1 + elongated) * (1 + row[1]) - 1, row[2], row[3] });
		return new RodCalibration(rows, x != null ? Source.COULOMETRIC : Source.ELONGATION);
	}

	private static double atReference(final double[] x) {
		return Arrays.stream(x).filter(v -> !Double.isNaN(v)).findFirst().orElse(Double.NaN);
	}

	private static List<double[]> binned(final List<double[]> points) {
		final List<double[]> bins = new ArrayList<>();
		long cell = Long.MIN_VALUE;
		for (final double[] p : points) {
			final long c = (long) Math.floor(p[0] / STEP);
			if (c != cell) bins.add(new double[4]);
			cell = c;
			pool(bins.get(bins.size() - 1), p);
		}
		return bins;
	}

	/** Mean of two rows, weighted by their numbers. */
	private static void pool(final double[] into, final double[] with) {
		final double n = into[3] + with[3];
		for (int i = 0; i < 3; i++)
			into[i] = (into[i] * into[3] + with[i] * with[3]) / n;
		into[3] = n;
	}

	private static List<double[]> rising(final List<double[]> bins) {
		final List<double[]> out = new ArrayList<>();
		for (final double[] bin : bins) {
			out.add(bin);
			while (out.size() > 1 && out.get(out.size() - 1)[1] <= out.get(out.size() - 2)[1]) {
				final double[] last = out.remove(out.size() - 1);
				pool(out.get(out.size() - 1), last);
			}
		}
		return out;
	}

	public int size() {
		return rows.size();
	}

	/** Where the content comes from. */
	public Source source() {
		return source;
	}

	/** {@code calibration.csv}; its columns x and elongation_percent are those of an expansion table. */
	public TidyTable table() {
		final TidyTable table = TidyTable.withColumns("x", "elongation_percent", "strain", "intensity_ratio", "n", "x_source");
		for (final double[] r : rows)
			table.row(Math.rint(r[0] * 1e5) / 1e5, Math.rint(r[2] * 1e7) / 1e5, Math.rint(r[1] * 1e7) / 1e7, Math.rint(r[3] *
				1e6) / 1e6, (int) r[4], source.name().toLowerCase(Locale.ROOT));
		return table;
	}
}
