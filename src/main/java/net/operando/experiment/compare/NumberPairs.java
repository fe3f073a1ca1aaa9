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
import java.util.Optional;

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
		if (file != null) {
			final NumberPairs pairs = read(file, "capacity_mAh_per_g", "elongation_percent");
			for (int i = 1; i < pairs.size(); i++)
				if (!(pairs.first(i) > pairs.first(i - 1))) throw new InvalidInputException(file.getFileName() +
					" has capacities that do not rise: sort its rows by capacity_mAh_per_g, each once.");
			return pairs;
		}
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

	/**
	 * An elongation counted from another capacity than 0, where length and charge are taken as 0.
	 *
	 * @param start in mAh/g
	 * @return nothing if the table does not reach there
	 */
	Optional<NumberPairs> countedFrom(final double start) {
		final NumberPairs counted = new NumberPairs();
		for (int i = 0; i < rows.size(); i++) {
			final double[] row = rows.get(i);
			if (row[0] < start) continue;
			if (counted.rows.isEmpty()) {
				if (row[0] > start && i == 0) return Optional.empty();
				counted.rows.add(new double[] { 0, 0 });
				if (row[0] == start) continue;
			}
			final double first = at(start);
			counted.rows.add(new double[] { row[0] - start, (row[1] - first) / (1 + first / 100) });
		}
		return Optional.of(counted).filter(c -> c.size() > 1);
	}

	/** Linear between rows; inside of the table only. */
	private double at(final double value) {
		int i = 1;
		while (i < rows.size() - 1 && rows.get(i)[0] < value)
			i++;
		final double[] a = rows.get(i - 1);
		final double[] b = rows.get(i);
		return a[1] + (b[1] - a[1]) * (value - a[0]) / (b[0] - a[0]);
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
