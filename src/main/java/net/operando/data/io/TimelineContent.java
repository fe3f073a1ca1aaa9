package net.operando.data.io;

import java.nio.file.Path;
import java.util.Arrays;

/** Reads the lithium content at every frame from the {@code timeline.csv} of Align Electrochemistry. */
public final class TimelineContent {

	private TimelineContent() {}

	/**
	 * @param file a CSV with the columns frame (counted from 1) and x
	 * @param frames number of frames of the movie
	 * @return x at each frame; NaN where the file has none
	 * @throws FormatException if it has other columns, names frames the movie lacks, or holds no x at all
	 */
	public static double[] read(final Path file, final int frames) {
		final double[] x = CsvTable.read(file, "give the timeline.csv of Align Electrochemistry", "frame", "x").byFrame("x",
			frames);
		if (Arrays.stream(x).allMatch(Double::isNaN)) throw new FormatException(file,
			"holds no x: give the active mass (massmg) and startx to Align Electrochemistry.");
		return x;
	}
}
