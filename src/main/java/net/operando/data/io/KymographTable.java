package net.operando.data.io;

import net.operando.data.kymograph.Kymograph;

/** {@code kymograph.csv}: one row per value. */
public final class KymographTable {

	private KymographTable() {}

	/** Columns time_s, position_um, value, standard_error; position is empty if the image is not calibrated. */
	public static TidyTable of(final Kymograph kymograph) {
		final TidyTable table = TidyTable.withColumns("time_s", "position_um", "value", "standard_error");
		final double step = kymograph.isCalibrated() ? kymograph.positionStepMetres() * 1e6 : Double.NaN;
		for (int c = 0; c < kymograph.columns(); c++)
			for (int r = 0; r < kymograph.rows(); r++)
				table.row(round(kymograph.times().seconds(c), 1e6), round(r * step, 1e6), kymograph.value(c, r), kymograph
					.standardError(c, r));
		return table;
	}

	/** Microseconds and picometres are below anything measured; more digits only make the file longer. */
	private static double round(final double value, final double perUnit) {
		return Math.round(value * perUnit) / perUnit * (Double.isNaN(value) ? Double.NaN : 1);
	}
}
