package net.operando.model.phasefield;

import java.util.Arrays;

import net.operando.data.io.TidyTable;

/** Voltage, mean x and current of a run at every step the solver took. Grows while a run is made, then fixed. */
public final class VoltageTrace {

	private double[] seconds = new double[256];
	private double[] volts = new double[256];
	private double[] meanX = new double[256];
	private double[] cRate = new double[256];
	private int size;

	VoltageTrace() {}

	void add(final double atSeconds, final double atVolts, final double atMeanX, final double atCRate) {
		if (size == seconds.length) {
			seconds = Arrays.copyOf(seconds, 2 * size);
			volts = Arrays.copyOf(volts, 2 * size);
			meanX = Arrays.copyOf(meanX, 2 * size);
			cRate = Arrays.copyOf(cRate, 2 * size);
		}
		seconds[size] = atSeconds;
		volts[size] = atVolts;
		meanX[size] = atMeanX;
		cRate[size++] = atCRate;
	}

	public int size() {
		return size;
	}

	/** Time in s; two points share a time where the current jumps. */
	public double seconds(final int i) {
		return seconds[i];
	}

	/** Voltage against lithium. */
	public double volts(final int i) {
		return volts[i];
	}

	/** Mean x of the whole rod, lost fragments included. */
	public double meanX(final int i) {
		return meanX[i];
	}

	/** Current into the particle as a C-rate. */
	public double cRate(final int i) {
		return cRate[i];
	}

	/** Columns time_s, voltage_V, x_mean, c_rate. */
	public TidyTable toTable() {
		final TidyTable table = TidyTable.withColumns("time_s", "voltage_V", "x_mean", "c_rate");
		for (int i = 0; i < size; i++)
			table.row(seconds[i], volts[i], meanX[i], cRate[i]);
		return table;
	}
}
