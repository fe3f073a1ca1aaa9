package net.operando.data.io;

import net.operando.data.movie.NormalisedMovie;

/** {@code gain.csv} of a normalised movie: the level of the light in every frame. */
public final class GainTable {

	private GainTable() {}

	/** Columns frame (from 1), time_s, gain; the gain is empty where it is not known. */
	public static TidyTable of(final NormalisedMovie movie) {
		final TidyTable table = TidyTable.withColumns("frame", "time_s", "gain");
		for (int i = 0; i < movie.frameCount(); i++)
			table.row(i + 1, movie.times().seconds(i), movie.gain(i));
		return table;
	}
}
