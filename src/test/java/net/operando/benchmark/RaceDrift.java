package net.operando.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Locale;

import net.operando.analysis.drift.Drift;
import net.operando.analysis.drift.DriftParameters;
import net.operando.base.Progress;
import net.operando.data.movie.FrameShift;
import net.operando.data.movie.FrameShifts;
import net.operando.data.movie.Movie;

/**
 * The drift race: 1000 x 512 x 512 counts, the shift of every frame against the first, whose truth is known. Arguments: the
 * peers' work folder, then "memory" (the default) or "file", then the number of repetitions. The checksum is the root mean square error in px.
 */
public final class RaceDrift {

	private RaceDrift() {}

	public static void main(final String[] args) throws IOException {
		final Path folder = Paths.get(args[0]);
		final List<String> truth = Files.readAllLines(folder.resolve("drift_truth.csv"));
		final int repetitions = args.length > 2 ? Integer.parseInt(args[2]) : 5;
		try (RawMovie raw = new RawMovie(folder.resolve("drift_1000x512x512.u16"), 512, 0.1)) {
			final boolean fromFile = args.length > 1 && args[1].equals("file");
			final Movie movie = fromFile ? raw : raw.load();
			Race.run(fromFile ? "p3_operando_from_file" : "p3_operando", 3, repetitions, () -> error(Drift.estimate(movie,
				new DriftParameters(), Progress.NONE).shifts(), truth));
		}
	}

	/** Root mean square over frames and both components, as the peers' script takes it. */
	private static double error(final FrameShifts shifts, final List<String> truth) {
		double sum = 0;
		double worst = 0;
		for (int i = 0; i < shifts.size(); i++) {
			final String[] cells = truth.get(i + 1).split(",");
			final FrameShift s = shifts.shift(i);
			final double ey = s.dyPixels() - Double.parseDouble(cells[0]);
			final double ex = s.dxPixels() - Double.parseDouble(cells[1]);
			sum += 0.5 * (ex * ex + ey * ey);
			worst = Math.max(worst, Math.max(Math.abs(ex), Math.abs(ey)));
		}
		System.err.println(String.format(Locale.ROOT, "rms %.5f px, largest %.5f px", Math.sqrt(sum / shifts.size()), worst));
		return Math.sqrt(sum / shifts.size());
	}
}
