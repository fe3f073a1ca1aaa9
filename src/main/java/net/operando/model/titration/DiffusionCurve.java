package net.operando.model.titration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.numeric.Pchip;
import net.operando.data.io.TidyTable;
import net.operando.model.phasefield.Material;

/**
 * Diffusion coefficients against x, in order of time, and the curve through those that hold: log10 D by PCHIP in x, as the
 * solver interpolates. Immutable.
 */
public final class DiffusionCurve {

	private final List<DiffusionPoint> points;

	private DiffusionCurve(final List<DiffusionPoint> points) {
		this.points = Collections.unmodifiableList(points);
	}

	static DiffusionCurve of(final List<DiffusionPoint> points) {
		return new DiffusionCurve(new ArrayList<>(points));
	}

	/** All points, those with a flag and those without a D included. */
	public List<DiffusionPoint> points() {
		return points;
	}

	/**
	 * The curve scaled so that it has a known D at an x, for instance that of PFG-NMR: a titration knows D only as well as
	 * the length of its particles, but its shape well.
	 *
	 * @param x where D is known; within the points that hold
	 * @param squareMetresPerSecond that D
	 * @throws InvalidInputException if x lies outside the points or D cannot be meant
	 */
	public DiffusionCurve scaledTo(final double x, final double squareMetresPerSecond) {
		if (!(squareMetresPerSecond > 1e-30 && squareMetresPerSecond < 1e-4)) throw new InvalidInputException(
			"A diffusion coefficient of " + squareMetresPerSecond + " m2/s cannot be meant: give it in m2/s, for example 1.8e-12.");
		final double[][] table = table();
		final double low = table[0][0];
		final double high = table[0][table[0].length - 1];
		if (!(x >= low && x <= high)) throw new InvalidInputException(String.format(Locale.ROOT,
			"The curve cannot be scaled at x = %s: its points run from x = %.4g to %.4g, so give scalex within them.", x, low,
			high));
		final double factor = squareMetresPerSecond / value(x);
		final List<DiffusionPoint> scaled = new ArrayList<>();
		for (final DiffusionPoint p : points)
			scaled.add(p.times(factor));
		return new DiffusionCurve(scaled);
	}

	/**
	 * The curve with some flags accepted: real electrodes are often "bent", their D then depending on the window by as much
	 * as they bend, and are wanted all the same.
	 *
	 * @param flags as in {@link DiffusionPoint#flag()}
	 */
	public DiffusionCurve accepting(final String... flags) {
		final List<DiffusionPoint> accepted = new ArrayList<>();
		for (final DiffusionPoint p : points)
			accepted.add(p.accepting(List.of(flags)));
		return new DiffusionCurve(accepted);
	}

	/** D in m2/s on the curve; the end value beyond its points. */
	public double value(final double x) {
		final double[][] t = table();
		return Math.pow(10, t[0].length == 1 ? t[1][0] : Pchip.of(t[0], t[1], "the diffusion curve").value(x));
	}

	/**
	 * The points that hold as the solver takes them: x, strictly increasing, within 0..1, and log10 of D in m2/s. Points
	 * nearer than 1e-6 in x are averaged by their errors.
	 *
	 * @throws InsufficientDataException if no point holds
	 */
	public double[][] table() {
		final List<double[]> rows = new ArrayList<>();
		for (final DiffusionPoint p : points) {
			if (!p.isValid() || !(p.x() >= 0 && p.x() <= 1)) continue;
			final double relative = p.diffusion().standardError() / p.diffusion().value();
			// without noise no error is known to weigh by
			rows.add(new double[] { p.x(), Math.log10(p.diffusion().value()), relative > 1e-6 ? 1 / (relative * relative)
				: 1e12 });
		}
		if (rows.isEmpty()) throw new InsufficientDataException(
			"No diffusion coefficient holds between x = 0 and 1: every pulse is flagged, so change the method or the window, or check the capacity and the start x.");
		return merged(rows);
	}

	/** Rows of x, y, weight as columns x and y, sorted, near ones averaged. */
	static double[][] merged(final List<double[]> rows) {
		final List<double[]> sorted = new ArrayList<>(rows);
		sorted.sort((a, b) -> Double.compare(a[0], b[0]));
		final List<double[]> out = new ArrayList<>();
		for (final double[] row : sorted) {
			final double[] last = out.isEmpty() ? null : out.get(out.size() - 1);
			if (last == null || row[0] - last[0] > 1e-6) {
				out.add(row.clone());
				continue;
			}
			final double w = last[2] + row[2];
			last[1] += (row[1] - last[1]) * row[2] / w;
			last[2] = w;
		}
		return new double[][] { out.stream().mapToDouble(r -> r[0]).toArray(), out.stream().mapToDouble(r -> r[1])
			.toArray() };
	}

	/**
	 * The material with this D_chem(x) at its reference temperature, ready for the simulation.
	 *
	 * @throws InsufficientDataException if fewer than two points hold
	 */
	public Material into(final Material material) {
		final double[][] t = table();
		if (t[0].length < 2) throw new InsufficientDataException(
			"Only one diffusion coefficient holds, and a simulation needs D against x: give a titration of more pulses.");
		return material.withDiffusionTable(t[0], t[1]);
	}

	/** diffusion.csv: x,d_m2_per_s,d_se,method,pulse, and flag (empty where D holds). */
	public TidyTable toTable() {
		final TidyTable table = TidyTable.withColumns("x", "d_m2_per_s", "d_se", "method", "pulse", "flag");
		for (final DiffusionPoint p : points)
			table.row(p.x(), p.diffusion().value(), p.diffusion().standardError(), p.method().key(), p.pulse(), p.flag());
		return table;
	}
}
