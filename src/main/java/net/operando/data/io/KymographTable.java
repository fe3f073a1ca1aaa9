package net.operando.data.io;

import net.operando.data.kymograph.Kymograph;

/** {@code kymograph.csv}: one row per value. */
public final class KymographTable {

	private KymographTable() {}

	/** Columns time_s, position_um, value, standard_error; position is empty if the image is not calibrated. */
	public static TidyTable of(final Kymograph kymograph) {
		final double step = kymograph.isCalibrated() ? kymograph.positionStepMetres() * 1e6 : Double.NaN;
		final int rows = kymograph.rows();
		return TidyTable.ofRows(Math.multiplyExact(kymograph.columns(), rows), i -> new Object[] { round(kymograph.times().seconds(i / rows), 1e6),
			round(i % rows * step, 1e6), kymograph.value(i / rows, i % rows), kymograph.standardError(i / rows, i % rows) }, "time_s",
			"position_um", "value", "standard_error");
	}

	/** Microseconds and picometres are below anything measured; more digits only make the file longer. */
	private static double round(final double value, final double perUnit) {
		return Math.round(value * perUnit) / perUnit * (Double.isNaN(value) ? Double.NaN : 1);
	}
}
