package net.operando.model.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;

/**
 * A property of the material against lithium content x, from a table: shape-preserving cubic interpolation (PCHIP:
 * Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300), constant beyond the ends. Immutable and thread-safe.
 */
public final class MaterialCurve {

	private final double[] x;
	private final double[] y;
	private final double[] slope;

	private MaterialCurve(final double[] x, final double[] y) {
		this.x = x;
		this.y = y;
		this.slope = slopes(x, y);
	}

	/** Open-circuit voltage in V; a placeholder table. */
	public static MaterialCurve voltage() {
		return resource("nwo-voltage.csv");
	}

	/** Elongation along the rod relative to x = 0, in percent; a placeholder table. */
	public static MaterialCurve elongationPercent() {
		return resource("nwo-elongation.csv");
	}

	/** Scattered intensity relative to x = 0; a placeholder table. */
	public static MaterialCurve intensityRatio() {
		return resource("nwo-intensity.csv");
	}

	/**
	 * @param x strictly increasing lithium contents, at least two
	 * @param y one value each
	 * @throws InvalidInputException if they are not that
	 */
	public static MaterialCurve of(final double[] x, final double[] y) {
		if (x.length < 2 || x.length != y.length) throw new InvalidInputException(
			"A material table needs at least two rows, each with x and a value.");
		for (int i = 1; i < x.length; i++)
			if (!(x[i] > x[i - 1])) throw new InvalidInputException("Row " + (i + 1) + " of the material table has x = " + x[i] +
				", not above the row before: sort the table by x.");
		return new MaterialCurve(x.clone(), y.clone());
	}

	private static MaterialCurve resource(final String name) {
		try (InputStream in = MaterialCurve.class.getResourceAsStream(name);
				BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))
		{
			final List<double[]> rows = new ArrayList<>();
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (line.startsWith("#") || line.startsWith("x,")) continue;
				final String[] cells = line.split(",");
				rows.add(new double[] { Double.parseDouble(cells[0]), Double.parseDouble(cells[1]) });
			}
			return of(rows.stream().mapToDouble(r -> r[0]).toArray(), rows.stream().mapToDouble(r -> r[1]).toArray());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The property at a lithium content. */
	public double at(final double content) {
		final int n = x.length;
		if (content <= x[0]) return y[0];
		if (content >= x[n - 1]) return y[n - 1];
		int k = 0;
		while (x[k + 1] < content)
			k++;
		final double h = x[k + 1] - x[k];
		final double s = (content - x[k]) / h;
		final double r = 1 - s;
		return r * r * (1 + 2 * s) * y[k] + s * s * (3 - 2 * s) * y[k + 1] + h * s * r * (r * slope[k] - s * slope[k + 1]);
	}

	private static double[] slopes(final double[] x, final double[] y) {
		final int n = x.length;
		final double[] h = new double[n - 1];
		final double[] d = new double[n - 1];
		for (int k = 0; k < n - 1; k++) {
			h[k] = x[k + 1] - x[k];
			d[k] = (y[k + 1] - y[k]) / h[k];
		}
		final double[] m = new double[n];
		if (n == 2) return new double[] { d[0], d[0] };
		for (int k = 1; k < n - 1; k++)
			if (d[k - 1] * d[k] > 0) {
				final double w1 = 2 * h[k] + h[k - 1];
				final double w2 = h[k] + 2 * h[k - 1];
				m[k] = (w1 + w2) / (w1 / d[k - 1] + w2 / d[k]);
			}
		m[0] = end(h[0], h[1], d[0], d[1]);
		m[n - 1] = end(h[n - 2], h[n - 3], d[n - 2], d[n - 3]);
		return m;
	}

	private static double end(final double h0, final double h1, final double d0, final double d1) {
		final double m = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
		if (m * d0 <= 0) return 0;
		return d0 * d1 < 0 && Math.abs(m) > 3 * Math.abs(d0) ? 3 * d0 : m;
	}
}
