package net.operando.data.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

import net.operando.data.io.FormatException;

/**
 * The potentiostat's readings that a recording program stored beside an HDF5 movie: dataset {@code potentiostat_value},
 * rows voltage (V), current (A), charge and time (s), one column per reading. The file states neither the unit of the
 * charge nor the clock of the time; both are given as they are. Immutable.
 */
public final class Hdf5Potentiostat {

	private static final String DATASET = "/potentiostat_value";
	private static final int ROWS = 4;
	private static final int MOST_READINGS = 1 << 23;

	private final double[][] rows;

	private Hdf5Potentiostat(final double[][] rows) {
		this.rows = rows;
	}

	/**
	 * Reads the readings of a file.
	 *
	 * @return empty if the file has none
	 * @throws FormatException if it is no HDF5 file, is damaged, or the dataset has another shape
	 */
	public static Optional<Hdf5Potentiostat> read(final Path file) {
		try (Hdf5File hdf5 = Hdf5File.open(file)) {
			if (!hdf5.datasets().contains(DATASET) && !hdf5.unreadable().containsKey(DATASET)) return Optional.empty();
			final Hdf5Dataset dataset = hdf5.dataset(DATASET);
			final int[] shape = dataset.dimensions();
			if (shape.length != 2 || shape[0] != ROWS && shape[1] != ROWS) throw new FormatException(file, "holds " + dataset
				.shape() + " numbers in " + DATASET + ", where voltage, current, charge and time are 4 rows.");
			final boolean inRows = shape[0] == ROWS;
			if (dataset.readable() < shape[0]) throw new FormatException(file, "is damaged or cut short at " + DATASET + ".");
			final int n = inRows ? shape[1] : shape[0];
			if (n > MOST_READINGS) throw new FormatException(file, "claims " + n + " readings in " + DATASET +
				", which cannot be meant.");
			final ByteBuffer values = dataset.values(ROWS * n);
			final double[][] rows = new double[ROWS][n];
			for (int i = 0; i < ROWS * n; i++)
				rows[inRows ? i / n : i % ROWS][inRows ? i % n : i / ROWS] = dataset.type().next(values);
			return Optional.of(new Hdf5Potentiostat(rows));
		}
		catch (final IOException e) {
			throw new FormatException(file, "cannot be read: " + e.getMessage() + ".", e);
		}
	}

	/** Number of readings. */
	public int size() {
		return rows[0].length;
	}

	/** Voltage in V; a copy. */
	public double[] voltage_V() {
		return rows[0].clone();
	}

	/** Current in A, its sign as recorded; a copy. */
	public double[] current_A() {
		return rows[1].clone();
	}

	/** Charge, in the unit of the recording program; a copy. */
	public double[] charge() {
		return rows[2].clone();
	}

	/** Time in s, on the recording program's clock; a copy. */
	public double[] time_s() {
		return rows[3].clone();
	}
}
