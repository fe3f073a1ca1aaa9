package net.operando.data.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import net.operando.base.InvalidInputException;

/** Reads a rod's length in every frame from the {@code length.csv} of Rod Length. */
public final class LengthCsv {

	private LengthCsv() {}

	/**
	 * @param file a CSV with the columns frame (counted from 1) and length_um; null if the user gave none
	 * @param frames number of frames of the movie
	 * @return the length in m at each frame; NaN where the file has none
	 * @throws InvalidInputException if it is missing, has other columns, or names frames the movie lacks
	 */
	public static double[] readMetres(final Path file, final int frames) {
		if (file == null) throw new InvalidInputException(
			"A co-moving kymograph needs the rod's length: give lengths=length.csv as Rod Length writes it.");
		final List<String> lines;
		try {
			lines = Files.readAllLines(file, StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new FormatException(file, "cannot be read as text: give the length.csv of Rod Length.", e);
		}
		final List<String> header = lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).trim().split(","));
		final int frameColumn = header.indexOf("frame");
		final int lengthColumn = header.indexOf("length_um");
		if (frameColumn < 0 || lengthColumn < 0) throw new FormatException(file,
			"has no columns frame and length_um: give the length.csv of Rod Length.");
		final double[] metres = new double[frames];
		Arrays.fill(metres, Double.NaN);
		for (int i = 1; i < lines.size(); i++) {
			if (lines.get(i).trim().isEmpty()) continue;
			final String[] cells = lines.get(i).split(",", -1);
			try {
				final int frame = Integer.parseInt(cells[frameColumn].trim());
				if (frame < 1 || frame > frames) throw new FormatException(file, "names frame " + frame + " in line " + (i + 1) +
					", but the movie has " + frames + ": give the lengths of this movie.");
				if (!cells[lengthColumn].trim().isEmpty()) metres[frame - 1] = Double.parseDouble(cells[lengthColumn].trim()) *
					1e-6;
			}
			catch (final NumberFormatException | ArrayIndexOutOfBoundsException e) {
				throw new FormatException(file, "has no frame and length in line " + (i + 1) + ".", e);
			}
		}
		return metres;
	}
}
