package net.operando.analysis.rod;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.numeric.Pchip;
import net.operando.base.quantity.Estimate;

/**
 * How much longer a rod is at a lithium content than when empty, and what content a strain therefore means, if it is the same
 * all along the rod. Between its rows a table is interpolated by monotone cubic Hermite pieces. Immutable.
 */
public final class ExpansionTable {

	/** Below this change of strain per unit of x the content is not told by the length. */
	public static final double FLAT = 0.03;
	/** The content's definition in results. */
	public static final String DEFINITION = "from elongation, assumes uniform x";

	/**
	 * Standard deviation of x along a rod that is (de)lithiated slowly: .03 to .05 in the simulated one of 17.9 um from one end at
	 * 1.54C. By the bend of the table over it the mean elongation is not that of the mean x.
	 */
	private static final double UNEVENNESS = 0.04;
	private static final double NORMAL_95 = 1.959964;

	private final Pchip strain;
	private final String source;

	private ExpansionTable(final Pchip strain, final String source) {
		this.strain = strain;
		this.source = source;
	}

	/**
	 * @param x contents, rising, from 0 to 1; @param percent elongation in percent at each, rising strictly
	 * @throws InvalidInputException if the table is not of that kind
	 */
	public static ExpansionTable of(final double[] x, final double[] percent, final String source) {
		final double[] s = new double[percent.length];
		for (int i = 0; i < s.length; i++)
			s[i] = 0.01 * percent[i];
		final Pchip table = Pchip.of(x, s, "the expansion table " + source);
		if (!table.isStrictlyMonotone() || s[s.length - 1] < s[0] || x[0] < 0 || x[x.length - 1] > 1) throw new InvalidInputException(
			"The expansion table " + source + " must rise from row to row, with x between 0 and 1: correct it.");
		return new ExpansionTable(table, source);
	}

	/** The placeholder that comes with the program (see its header): assumed, to be replaced by a measured one. */
	public static ExpansionTable placeholder() {
		try (InputStream in = ExpansionTable.class.getResourceAsStream("/net/operando/model/phasefield/nwo-elongation.csv")) {
			if (in == null) throw new IllegalStateException("the elongation table is missing from the program");
			return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), "nwo-elongation (placeholder)");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * @param file a CSV with two columns, x and elongation in percent, one header row, remarks after #; or the calibration.csv
	 *          of Rod Length, whose strain is relative to its first frames
	 * @throws InvalidInputException if it is none
	 */
	public static ExpansionTable read(final Path file) {
		try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			return read(in, String.valueOf(file.getFileName()));
		}
		catch (final IOException e) {
			throw new InvalidInputException("The expansion table " + file +
				" cannot be read as text: give a CSV with the columns x and elongation_percent.", e);
		}
	}

	private static ExpansionTable read(final BufferedReader in, final String source) throws IOException {
		final List<double[]> rows = new ArrayList<>();
		int columnX = -1;
		int columnY = -1;
		double unit = 1;
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (line.isBlank() || line.startsWith("#")) continue;
			final String[] cells = line.trim().split("\\s*,\\s*", -1);
			if (columnX < 0) {
				final List<String> names = List.of(cells);
				columnX = names.indexOf("x");
				columnY = names.indexOf("elongation_percent");
				if (columnY < 0 && (columnY = names.indexOf("strain")) >= 0) unit = 100;
				if (columnX < 0 || columnY < 0) throw new InvalidInputException("The expansion table " + source +
					" has no columns x and elongation_percent (or strain) in its first line: name them.");
				continue;
			}
			try {
				rows.add(new double[] { Double.parseDouble(cells[columnX]), unit * Double.parseDouble(cells[columnY]) });
			}
			catch (final NumberFormatException | ArrayIndexOutOfBoundsException e) {
				throw new InvalidInputException("The line '" + line + "' of the expansion table " + source +
					" is not made of numbers: correct it.", e);
			}
		}
		return of(rows.stream().mapToDouble(r -> r[0]).toArray(), rows.stream().mapToDouble(r -> r[1]).toArray(), source);
	}

	/** Where the table is from. */
	public String source() {
		return source;
	}

	/** Elongation at x relative to the empty rod. */
	public double elongation(final double x) {
		return strain.value(x);
	}

	/** Whether the table can tell contents around x from the length. */
	public boolean isFlatAt(final double x) {
		return strain.derivative(x) < FLAT;
	}

	/** Whether a strain since a content lies beyond the table's ends. */
	public boolean isOutside(final double strainSinceStart, final double startX) {
		final double total = total(strainSinceStart, startX);
		return total < strain.value(strain.from()) || total > strain.value(strain.to());
	}

	private double total(final double strainSinceStart, final double startX) {
		return (1 + elongation(startX)) * (1 + strainSinceStart) - 1;
	}

	/**
	 * The content at which a rod that had {@code startX} is longer by a strain. Its error is the strain's, carried through the
	 * table, and what is left open by x not being the same all along the rod; where the table is flat or the strain outside of it,
	 * the interval says nothing and the result must be flagged. A strain without error, of the reference, keeps {@code startX}.
	 */
	public Estimate content(final Estimate strainSinceStart, final double startX) {
		if (!strainSinceStart.isKnown() || Double.isNaN(startX)) return Estimate.none(strainSinceStart.n(), DEFINITION);
		final double stretched = 1 + elongation(startX);
		final double x = strain.inverse(total(strainSinceStart.value(), startX));
		final double slope = strain.derivative(x);
		final double uneven = unevenness(x) * Math.min(1, Math.abs(x - startX) / UNEVENNESS);
		final double error = slope > 0 ? Math.min(1, Math.hypot(strainSinceStart.standardError() * stretched / slope, uneven)) : 1;
		final double low = strain.inverse(total(strainSinceStart.low(), startX));
		final double high = strain.inverse(total(strainSinceStart.high(), startX));
		return Estimate.of(x, error, Math.max(strain.from(), x - Math.hypot(x - low, NORMAL_95 * uneven)), Math.min(strain.to(), x +
			Math.hypot(high - x, NORMAL_95 * uneven)), strainSinceStart.n(), DEFINITION);
	}

	/** By how much x is off if half of the rod has more by {@link #UNEVENNESS} and half less. */
	private double unevenness(final double x) {
		final double low = strain.value(Math.max(strain.from(), x - UNEVENNESS));
		final double high = strain.value(Math.min(strain.to(), x + UNEVENNESS));
		return Math.abs(strain.inverse(0.5 * (low + high)) - x);
	}
}
