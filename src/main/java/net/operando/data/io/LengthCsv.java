package net.operando.data.io;

import java.nio.file.Path;

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
		final double[] metres = CsvTable.read(file, "give the length.csv of Rod Length", "frame", "length_um").byFrame(
			"length_um", frames);
		for (int f = 0; f < frames; f++)
			metres[f] *= 1e-6;
		return metres;
	}
}
