package net.operando.data.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads numbers per frame from a table with a column {@code frame}, counted from 1, as our own tables have it. */
public final class FrameCsv {

	private FrameCsv() {}

	/**
	 * @param frames number of frames of the movie
	 * @param origin the table that has them ("the length.csv of Rod Length"), for messages
	 * @param columns names of the numbers wanted
	 * @return a number per column and frame; NaN where the file has none
	 * @throws FormatException if a column is missing, a cell is no number, or the movie lacks a frame
	 */
	public static double[][] read(final Path file, final int frames, final String origin, final String... columns) {
		final List<String> lines;
		try {
			lines = Files.readAllLines(file, StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new FormatException(file, "cannot be read as text: give " + origin + ".", e);
		}
		final List<String> header = lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).trim().split(","));
		final int frameColumn = header.indexOf("frame");
		final int[] at = Arrays.stream(columns).mapToInt(header::indexOf).toArray();
		if (frameColumn < 0 || Arrays.stream(at).anyMatch(c -> c < 0)) throw new FormatException(file,
			"has no columns frame and " + String.join(", ", columns) + ": give " + origin + ".");
		final double[][] values = new double[columns.length][frames];
		for (final double[] column : values)
			Arrays.fill(column, Double.NaN);
		for (int i = 1; i < lines.size(); i++) {
			if (lines.get(i).trim().isEmpty()) continue;
			final String[] cells = lines.get(i).split(",", -1);
			try {
				final int frame = Integer.parseInt(cells[frameColumn].trim());
				if (frame < 1 || frame > frames) throw new FormatException(file, "names frame " + frame + " in line " + (i + 1) +
					", but the movie has " + frames + ": give " + origin + " for this movie.");
				for (int c = 0; c < at.length; c++)
					if (!cells[at[c]].trim().isEmpty()) values[c][frame - 1] = Double.parseDouble(cells[at[c]].trim());
			}
			catch (final NumberFormatException | ArrayIndexOutOfBoundsException e) {
				throw new FormatException(file, "has no frame and numbers in line " + (i + 1) + ": give " + origin + ".", e);
			}
		}
		return values;
	}
}
