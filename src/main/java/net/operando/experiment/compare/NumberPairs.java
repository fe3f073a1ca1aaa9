package net.operando.experiment.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.InvalidInputException;

/**
 * Two named columns of numbers of a CSV; lines that start with # are remarks, other columns are not looked at. Immutable.
 */
public final class NumberPairs {

	private static final String XRD = "nwo-elongation-xrd.csv";

	private final List<double[]> rows = new ArrayList<>();

	private NumberPairs() {}

	/**
	 * Simulated front velocities.
	 *
	 * @throws InvalidInputException if it has no columns c_rate and velocity_nm_per_s, no rows, or one that cannot be meant
	 */
	public static NumberPairs simulated(final Path file) {
		final NumberPairs pairs = read(file, "c_rate", "velocity_nm_per_s");
		for (final double[] row : pairs.rows)
			if (row[0] == 0 || !(row[1] >= 0)) throw new InvalidInputException(file.getFileName() + " has a velocity of " + row[1] +
				" nm/s at a C-rate of " + row[0] + ": give speeds of 0 or more, and rates above 0 for lithiation or below for delithiation.");
		return pairs;
	}

	/**
	 * Elongation against specific capacity as X-ray diffraction finds it.
	 *
	 * @param file null takes the placeholder that comes with the program
	 * @throws InvalidInputException if it has no columns capacity_mAh_per_g and elongation_percent or no rows
	 */
	public static NumberPairs elongation(final Path file) {
		if (file != null) return read(file, "capacity_mAh_per_g", "elongation_percent");
		try (InputStream in = NumberPairs.class.getResourceAsStream(XRD)) {
			if (in == null) throw new IllegalStateException("resource " + XRD + " is missing");
			return parse(List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")), XRD, "capacity_mAh_per_g",
				"elongation_percent");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static NumberPairs read(final Path file, final String first, final String second) {
		try {
			return parse(Files.readAllLines(file, StandardCharsets.UTF_8), String.valueOf(file.getFileName()), first, second);
		}
		catch (final IOException e) {
			throw new InvalidInputException(file.getFileName() + " cannot be read as text: give a CSV with the columns " + first +
				" and " + second + ".", e);
		}
	}

	private static NumberPairs parse(final List<String> lines, final String name, final String first,
		final String second)
	{
		final NumberPairs pairs = new NumberPairs();
		final int[] at = { -1, -1 };
		for (int i = 0; i < lines.size(); i++) {
			final String line = lines.get(i).replace("\uFEFF", "").trim();
			if (line.isEmpty() || line.startsWith("#")) continue;
			final List<String> cells = Arrays.asList(line.split("\\s*,\\s*", -1));
			if (at[0] < 0) {
				at[0] = cells.indexOf(first);
				at[1] = cells.indexOf(second);
				if (at[0] < 0 || at[1] < 0) throw new InvalidInputException(name + " has no columns " + first + " and " + second +
					": name them so in the first line.");
			}
			else pairs.rows.add(numbers(cells, at, name, i + 1));
		}
		if (pairs.rows.isEmpty()) throw new InvalidInputException(name + " holds no row of " + first + " and " + second +
			": fill the table.");
		return pairs;
	}

	private static double[] numbers(final List<String> cells, final int[] at, final String name, final int line) {
		try {
			final double[] row = { Double.parseDouble(cells.get(at[0])), Double.parseDouble(cells.get(at[1])) };
			if (!Double.isInfinite(row[0] + row[1]) && !Double.isNaN(row[0] + row[1])) return row;
		}
		catch (final NumberFormatException | IndexOutOfBoundsException e) {
			throw new InvalidInputException(name + " has no two numbers in line " + line + ": correct or remove it.", e);
		}
		throw new InvalidInputException(name + " has no two finite numbers in line " + line + ": correct or remove it.");
	}

	public int size() {
		return rows.size();
	}

	/** Number of the first column. */
	public double first(final int row) {
		return rows.get(row)[0];
	}

	/** Number of the second column. */
	public double second(final int row) {
		return rows.get(row)[1];
	}
}
