package net.operando.data.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads a column of numbers, one per frame, from a CSV with a column frame that counts from 1. */
final class FrameColumn {

	private FrameColumn() {}

	/**
	 * @param column name of the column
	 * @param frames number of frames of the movie
	 * @param what the file should be, for messages ("length.csv of Rod Length")
	 * @return the number at each frame; NaN where the file has none
	 * @throws FormatException if it has other columns or names frames the movie lacks
	 */
	static double[] read(final Path file, final String column, final int frames, final String what) {
		final List<String> lines;
		try {
			lines = Files.readAllLines(file, StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new FormatException(file, "cannot be read as text: give the " + what + ".", e);
		}
		final List<String> header = lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).trim().split(","));
		final int frameColumn = header.indexOf("frame");
		final int valueColumn = header.indexOf(column);
		if (frameColumn < 0 || valueColumn < 0) throw new FormatException(file, "has no columns frame and " + column +
			": give the " + what + ".");
		final double[] values = new double[frames];
		Arrays.fill(values, Double.NaN);
		for (int i = 1; i < lines.size(); i++) {
			if (lines.get(i).trim().isEmpty()) continue;
			final String[] cells = lines.get(i).split(",", -1);
			try {
				final int frame = Integer.parseInt(cells[frameColumn].trim());
				if (frame < 1 || frame > frames) throw new FormatException(file, "names frame " + frame + " in line " + (i + 1) +
					", but the movie has " + frames + ": give the " + what + " of this movie.");
				if (!cells[valueColumn].trim().isEmpty()) values[frame - 1] = Double.parseDouble(cells[valueColumn].trim());
			}
			catch (final NumberFormatException | ArrayIndexOutOfBoundsException e) {
				throw new FormatException(file, "has no frame and " + column + " in line " + (i + 1) + ".", e);
			}
		}
		return values;
	}
}
