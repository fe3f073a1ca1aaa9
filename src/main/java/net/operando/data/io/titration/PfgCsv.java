package net.operando.data.io.titration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.operando.base.InvalidInputException;
import net.operando.data.io.FormatException;

/**
 * Reads decays of PFG-NMR from a table, in one of two forms: a row per point with the columns temperature_K,
 * gradient_T_per_m (or gradient_G_per_cm), signal and optionally signal_se; or a row per gradient with a column of
 * signals per temperature, named by it ("375 K", "375_K", "375"). Separated by comma, semicolon or tab. Stateless.
 */
public final class PfgCsv {

	private static final double GAUSS_PER_CM = 1e-2;

	private PfgCsv() {}

	/**
	 * Reads a file.
	 *
	 * @return one decay per temperature, from cold to warm
	 * @throws FormatException if it has no such columns, or no points
	 * @throws InvalidInputException if a number cannot be meant
	 * @throws IOException if the file system fails
	 */
	public static List<PfgDecay> read(final Path file) throws IOException {
		final NumberTable table = NumberTable.read(file);
		int g = table.column("gradient_t_per_m", "gradient (t/m)", "g_t_per_m", "g (t/m)");
		double unit = 1;
		if (g < 0) {
			g = table.column("gradient_g_per_cm", "gradient (g/cm)", "g_g_per_cm", "g (g/cm)");
			unit = GAUSS_PER_CM;
		}
		if (g < 0) throw new FormatException(file,
			"has no column gradient_T_per_m or gradient_G_per_cm: name the column of the gradients so.");
		final int t = table.column("temperature_k", "temperature (k)", "t_k");
		final Map<Double, List<double[]>> byTemperature = t >= 0 ? tidy(file, table, t, g, unit) : wide(file, table, g,
			unit);
		final List<PfgDecay> decays = new ArrayList<>();
		for (final Map.Entry<Double, List<double[]>> e : byTemperature.entrySet()) {
			final List<double[]> rows = e.getValue();
			final boolean errors = rows.stream().allMatch(r -> r[2] > 0);
			decays.add(PfgDecay.of(e.getKey(), column(rows, 0), column(rows, 1), errors ? column(rows, 2) : null));
		}
		if (decays.isEmpty()) throw new FormatException(file, "holds no point of gradient and signal: fill the table.");
		return decays;
	}

	private static double[] column(final List<double[]> rows, final int c) {
		return rows.stream().mapToDouble(r -> r[c]).toArray();
	}

	private static Map<Double, List<double[]>> tidy(final Path file, final NumberTable table, final int t, final int g,
		final double unit)
	{
		final int s = table.column("signal", "intensity", "attenuation");
		final int e = table.column("signal_se", "signal_error");
		if (s < 0) throw new FormatException(file, "has no column signal: name the column of the signals so.");
		final Map<Double, List<double[]>> decays = new TreeMap<>();
		for (int r = 0; r < table.rowCount(); r++) {
			final double kelvin = table.value(r, t);
			if (!Double.isFinite(kelvin + table.value(r, g) + table.value(r, s))) throw new FormatException(file, "has a row (" + (r + 1) +
				" after the names) without temperature, gradient and signal: complete or remove it.");
			decays.computeIfAbsent(kelvin, k -> new ArrayList<>()).add(new double[] { table.value(r, g) * unit, table.value(r,
				s), e < 0 ? Double.NaN : table.value(r, e) });
		}
		return decays;
	}

	private static Map<Double, List<double[]>> wide(final Path file, final NumberTable table, final int g,
		final double unit)
	{
		final Map<Double, List<double[]>> decays = new TreeMap<>();
		for (int c = 0; c < table.names().size(); c++) {
			final String name = table.names().get(c).replace('_', ' ').trim();
			if (c == g || !name.matches("\\d+(\\.\\d+)?( ?k)?")) continue;
			final List<double[]> rows = new ArrayList<>();
			for (int r = 0; r < table.rowCount(); r++)
				if (Double.isFinite(table.value(r, g) + table.value(r, c))) rows.add(new double[] { table.value(r, g) * unit, table
					.value(r, c), Double.NaN });
			if (!rows.isEmpty()) decays.put(Double.valueOf(name.replace("k", "").trim()), rows);
		}
		if (decays.isEmpty()) throw new FormatException(file,
			"has neither a column temperature_K nor columns named by their temperature in kelvin: name one of them so.");
		return decays;
	}
}
