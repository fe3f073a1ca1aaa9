package net.operando.model.titration;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.InsufficientDataException;
import net.operando.data.io.TidyTable;
import net.operando.model.phasefield.Material;

/**
 * Voltages without current against x: relaxed ones, or those extrapolated to the moment of an interruption, which still
 * hold the overpotential of diffusion. In order of time. Immutable.
 */
public final class OcvCurve {

	private final List<double[]> rows;

	private OcvCurve(final List<double[]> rows) {
		this.rows = rows;
	}

	/** @param rows x, V, its standard error, number of the pulse before */
	static OcvCurve of(final List<double[]> rows) {
		return new OcvCurve(new ArrayList<>(rows));
	}

	public int size() {
		return rows.size();
	}

	public double x(final int i) {
		return rows.get(i)[0];
	}

	/** Voltage in V. */
	public double volts(final int i) {
		return rows.get(i)[1];
	}

	/** Its standard error in V from the scatter of the samples. */
	public double voltsError(final int i) {
		return rows.get(i)[2];
	}

	/** Number of the pulse before; 0 at the start. */
	public int pulse(final int i) {
		return (int) rows.get(i)[3];
	}

	/** ocv.csv: x,voltage_V,voltage_se_V,pulse. */
	public TidyTable toTable() {
		final TidyTable table = TidyTable.withColumns("x", "voltage_V", "voltage_se_V", "pulse");
		for (int i = 0; i < size(); i++)
			table.row(x(i), volts(i), voltsError(i), pulse(i));
		return table;
	}

	/**
	 * The material with this voltage curve, points nearer than 1e-6 in x averaged.
	 *
	 * @throws InsufficientDataException if there are fewer than two points within x = 0..1
	 */
	public Material into(final Material material) {
		final List<double[]> sorted = new ArrayList<>();
		for (final double[] row : rows)
			if (row[0] >= -1e-9 && row[0] <= 1 + 1e-9) sorted.add(new double[] { Math.max(0, Math.min(1, row[0])), row[1], 1 });
		final double[][] table = DiffusionCurve.merged(sorted);
		if (table[0].length < 2) throw new InsufficientDataException(
			"The titration gives fewer than two voltages between x = 0 and 1: check the capacity and the start x.");
		return material.withVoltageTable(table[0], table[1]);
	}
}
