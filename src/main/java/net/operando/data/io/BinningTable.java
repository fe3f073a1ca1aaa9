package net.operando.data.io;

import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.FrameGroups;

/** {@code frames.csv} of a binned movie: which recorded frames went into which. */
public final class BinningTable {

	private BinningTable() {}

	/** Columns frame, time_s, first_frame, n_frames, gap; frames are counted from 1. */
	public static TidyTable of(final BinnedMovie movie) {
		final TidyTable table = TidyTable.withColumns("frame", "time_s", "first_frame", "n_frames", "gap");
		final FrameGroups groups = movie.groups();
		for (int g = 0; g < groups.count(); g++)
			table.row(g + 1, groups.seconds(g), groups.firstFrame(g) + 1, groups.frameCount(g), groups.isAfterGap(g));
		return table;
	}
}
