package net.operando.analysis.fragment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.CsvTable;
import net.operando.data.io.FormatException;

/** Reads where a rod is cut from the {@code cracks.csv} of Cracks, and the tips' paths from the {@code crack_tips.csv} beside it. */
public final class CutsCsv {

	private static final String HINT = "give the cracks.csv of Cracks, or leave cracks out to have them found";

	private CutsCsv() {}

	/**
	 * A rod counts as cut from the onset of the crack on.
	 *
	 * @param file with the columns crack_id, onset_frame (from 1) and position_um; onset_s is compared if it is there
	 * @param times of the movie
	 * @throws FormatException if it lacks a column, names no crack, or is of another movie
	 */
	public static List<Cut> read(final Path file, final TimeAxis times) {
		final CsvTable table = CsvTable.read(file, HINT, "crack_id", "onset_frame", "position_um");
		if (table.rowCount() == 0) throw new FormatException(file,
			"names no crack, so the rod is in one piece and there is nothing to compare.");
		final List<Cut> cuts = new ArrayList<>();
		final Set<Integer> ids = new HashSet<>();
		for (int i = 0; i < table.rowCount(); i++) {
			final int id = table.whole(i, "crack_id");
			final int frame = table.whole(i, "onset_frame");
			final double position = table.number(i, "position_um");
			if (!ids.add(id)) throw new FormatException(file, "names crack " + id + " twice: give every crack once.");
			if (Double.isNaN(position)) throw new FormatException(file, "has no position for crack " + id +
				": give position_um along the line.");
			if (frame < 1 || frame > times.size()) throw new FormatException(file, "has crack " + id + " in frame " + frame +
				", but the movie has " + times.size() + ": give the cracks of this movie.");
			checkTime(table, i, frame - 1, times);
			cuts.add(Cut.of(id, position * 1e-6, frame - 1));
		}
		return cuts;
	}

	/** The frame of an onset is the first after it, so the onset lies between the frame before and it, but for its own error. */
	private static void checkTime(final CsvTable table, final int row, final int frame, final TimeAxis times) {
		final double onset = table.number(row, "onset_s");
		if (Double.isNaN(onset) || times.size() < 2) return;
		final double error = 3 * times.medianIntervalSeconds();
		if (onset > times.seconds(frame) + error || frame > 0 && onset < times.seconds(frame - 1) - error)
			throw new FormatException(table.file(), String.format(Locale.ROOT,
				"has crack %s at %.3f s, but its frame %d is at %.3f s: give the cracks of this movie.", table.text(row,
					"crack_id"), onset, frame + 1, times.seconds(frame)));
	}

	/**
	 * The tips of cracks, from the file crack_tips.csv beside that of the cracks.
	 *
	 * @return nothing if there is no such file or it does not place the tips on the image (columns x_px and y_px)
	 */
	public static List<TipPoint> tipsBeside(final Path cracksFile, final int frames) {
		final Path file = cracksFile.toAbsolutePath().resolveSibling("crack_tips.csv");
		if (!Files.exists(file)) return List.of();
		final CsvTable table = CsvTable.read(file, "give the crack_tips.csv of Cracks, or remove it", "crack_id", "frame");
		final List<TipPoint> tips = new ArrayList<>();
		if (!table.has("x_px") || !table.has("y_px")) return tips;
		for (int i = 0; i < table.rowCount(); i++) {
			final int frame = table.whole(i, "frame");
			if (frame < 1 || frame > frames) throw new FormatException(file, "has a tip in frame " + frame +
				", but the movie has " + frames + ": give the cracks of this movie.");
			final double x = table.number(i, "x_px");
			final double y = table.number(i, "y_px");
			if (!Double.isNaN(x + y)) tips.add(TipPoint.of(table.whole(i, "crack_id"), frame - 1, x, y));
		}
		return tips;
	}
}
