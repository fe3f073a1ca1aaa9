package net.operando.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.function.DoubleSupplier;

import net.operando.analysis.linecut.LineCut;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.analysis.linecut.LineSampling;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;

/**
 * The second race: 5000 x 256 x 256 counts, cut along a slanted line of 300 px, mean over 20 px, linear. Arguments: the
 * peers' work folder, then "memory" (the default), "file", or "print" to write three profiles as CSV, like the peers'
 * reference. The checksum is the sum of all values. Standard errors, which the peers lack, are part of our result.
 */
public final class RaceKymograph {

	private RaceKymograph() {}

	public static void main(final String[] args) throws IOException {
		final Path file = Paths.get(args[0], "kymo_5000x256x256.u16");
		final String mode = args.length > 1 ? args[1] : "memory";
		try (RawMovie raw = new RawMovie(file, 256, 0.1)) {
			if (mode.equals("file")) Race.run("p2_operando_from_file", 1, 7, checked(raw));
			else if (mode.equals("print")) print(cut(raw));
			else Race.run("p2_operando", checked(raw.load()));
		}
	}

	private static DoubleSupplier checked(final Movie movie) {
		final double[] checksum = { Double.NaN };
		return () -> {
			final Kymograph kymograph = cut(movie);
			if (Double.isNaN(checksum[0])) checksum[0] = sum(kymograph);
			return checksum[0];
		};
	}

	private static Kymograph cut(final Movie movie) {
		final LineCutParameters parameters = new LineCutParameters().withWidthPixels(20).withLagSeconds(0).withSampling(
			LineSampling.END_TO_END);
		return LineCut.kymograph(movie, LinePath.straight(20.3, 15.7, 232.4, 227.8), parameters, Progress.NONE);
	}

	private static double sum(final Kymograph kymograph) {
		double sum = 0;
		for (int i = 0; i < kymograph.columns(); i++)
			for (final float value : kymograph.column(i))
				sum += value;
		return sum;
	}

	private static void print(final Kymograph kymograph) {
		for (final int column : new int[] { 0, 2500, 4999 }) {
			final StringBuilder line = new StringBuilder();
			for (final float value : kymograph.column(column))
				line.append(line.length() == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.6f", value));
			System.out.println(line);
		}
	}
}
