package net.operando.model.phasefield;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;

/** A table of two columns: lines that start with # are remarks, the first other line names the columns. */
final class MaterialTable {

	final double[] x;
	final double[] y;

	private MaterialTable(final double[] x, final double[] y) {
		this.x = x;
		this.y = y;
	}

	static MaterialTable of(final double[] x, final double[] y) {
		return new MaterialTable(x, y);
	}

	/** A table that comes with the program. */
	static MaterialTable ofResource(final String name) {
		try (InputStream in = MaterialTable.class.getResourceAsStream(name)) {
			if (in == null) throw new IllegalStateException("resource " + name + " is missing");
			return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), name);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static MaterialTable read(final BufferedReader in, final String what) throws IOException {
		final List<double[]> rows = new ArrayList<>();
		boolean header = true;
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (line.isBlank() || line.startsWith("#")) continue;
			if (header) {
				header = false;
				continue;
			}
			final String[] cells = line.split(",");
			try {
				rows.add(new double[] { Double.parseDouble(cells[0].trim()), Double.parseDouble(cells[1].trim()) });
			}
			catch (final NumberFormatException | ArrayIndexOutOfBoundsException e) {
				throw new InvalidInputException("'" + line + "' in " + what + " is not two numbers with a comma between: correct that row.", e);
			}
		}
		return new MaterialTable(rows.stream().mapToDouble(r -> r[0]).toArray(), rows.stream().mapToDouble(r -> r[1])
			.toArray());
	}
}
