package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ImageProcessor;
import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.study.StudyPage;

/**
 * Growing microtubules in real kymographs, against the lines people drew. Of a drawn segment only its time span and the
 * extent of positions it covers, widened by {@link #MARGIN} pixels to either side, are used: what a rectangle drawn by
 * a user would say. Writes docs/validation/microtubules.md when run with the study profile's property.
 */
@Tag("conformance")
class MicrotubuleTest {

	private static final double PIXEL_UM = 0.160;
	private static final int MARGIN = 8;
	private static final int FEWEST_FRAMES = 10;

	/** A drawn piece: t0, x0, t1, x1 in frames and pixels. */
	private static final class Piece {

		final String name;
		final int x0;
		final int t0;
		final int x1;
		final int t1;

		Piece(final String name, final int[] a, final int[] b) {
			this.name = name;
			this.x0 = a[0];
			this.t0 = a[1];
			this.x1 = b[0];
			this.t1 = b[1];
		}
	}

	/** The two channels: the labelled lattice, whose end is an edge, and the bright comet that sits on a growing end. */
	private enum Channel {
		LATTICE(1, FrontCriterion.HALF_MAX), COMET(2, FrontCriterion.EXTREMUM);

		final int slice;
		final FrontCriterion criterion;

		Channel(final int slice, final FrontCriterion criterion) {
			this.slice = slice;
			this.criterion = criterion;
		}
	}

	@Test
	void nineOfTenGrowthSegmentsAgreeWithTheDrawnLine() throws IOException {
		final StudyPage page = new StudyPage("microtubules", "Growing microtubules against lines drawn by people",
			"MicrotubuleTest -Pconformance -Dconformance.data=FOLDER");
		page.line("Real kymographs (mwakok/Microtubule-Dynamic-Instability, Apache-2.0), 160 nm and 1 s per pixel. A drawn segment is a");
		page.line("piece of a polyline along which the position grows, of %d frames or more. Of it the tracer is told the time span and", FEWEST_FRAMES);
		page.line("the least and greatest position, widened by %d px (%.2f um) to either side: a rectangle as a user would draw it. Of", MARGIN, MARGIN * PIXEL_UM);
		page.line("the (at most two) bright fronts found in the rectangle the first that moves away from the seed is taken. Agreement:");
		page.line("|v - v_drawn| <= 2 sqrt(se^2 + s_drawn^2), s_drawn = 2.1 px / duration (clicks of 1.5 px).");
		final Path folder = Paths.get(System.getProperty("conformance.data"), "kymograph");
		final List<String> shortfalls = new ArrayList<>();
		for (final Channel channel : Channel.values()) {
			final int[] count = channel(page, folder, channel);
			assertTrue(count[1] > 50, "growth segments of ten frames or more: " + count[1]);
			if (count[0] < 0.9 * count[1]) shortfalls.add(channel + ": " + count[0] + " of " + count[1]);
		}
		page.finish();
		assertTrue(shortfalls.isEmpty(), shortfalls.toString());
	}

	private static int[] channel(final StudyPage page, final Path folder, final Channel channel) throws IOException {
		final List<Path> images;
		try (Stream<Path> s = Files.list(folder)) {
			images = s.filter(p -> p.toString().endsWith(".tif")).sorted().collect(Collectors.toList());
		}
		assertTrue(images.size() == 3, "the data README lists three kymographs");
		final List<String> rows = new ArrayList<>();
		int good = 0;
		for (final Path image : images) {
			final ImagePlus plus = new Opener().openImage(image.toString());
			final ImageProcessor pixels = plus.getStack().getProcessor(channel.slice);
			for (final Piece piece : pieces(folder, image)) {
				final FrontVelocity f = trace(pixels, piece, channel.criterion);
				final double drawn = (piece.x1 - piece.x0) * PIXEL_UM * 1000 / (piece.t1 - piece.t0);
				final double clicks = 2.1 * PIXEL_UM * 1000 / (piece.t1 - piece.t0);
				final double v = f == null ? Double.NaN : f.velocity().value() * 1e9;
				final double se = f == null ? Double.NaN : f.velocity().standardError() * 1e9;
				final boolean agrees = Math.abs(v - drawn) <= 2 * Math.sqrt(se * se + clicks * clicks);
				if (agrees) good++;
				rows.add(String.format(Locale.ROOT, "| %s | %d-%d | %.1f | %.1f | %.1f | %.1f | %d | %s |", piece.name, piece.t0,
					piece.t1, drawn, clicks, v, se, f == null ? 0 : f.velocity().n(), agrees ? "yes" : "no"));
			}
		}
		page.line("");
		page.line("## %s, %s: %d of %d agree", channel.name().toLowerCase(Locale.ROOT), channel.criterion.key(), good, rows.size());
		page.line("");
		page.line("| event | frames | drawn nm/s | s_drawn | traced nm/s | s.e. | columns | agrees |");
		page.line("|---|---|---|---|---|---|---|---|");
		for (final String row : rows)
			page.line("%s", row);
		return new int[] { good, rows.size() };
	}

	private static List<Piece> pieces(final Path folder, final Path image) throws IOException {
		final String stem = image.getFileName().toString().replace(".tif", "");
		final List<Path> events;
		try (Stream<Path> s = Files.list(folder)) {
			events = s.filter(p -> p.getFileName().toString().startsWith(stem + "_Event")).sorted().collect(Collectors.toList());
		}
		final List<Piece> pieces = new ArrayList<>();
		for (final Path event : events) {
			final List<int[]> points = new ArrayList<>();
			for (final String line : Files.readAllLines(event))
				if (!line.isBlank()) points.add(Stream.of(line.trim().split("\\s+")).mapToInt(Integer::parseInt).toArray());
			for (int i = 1; i < points.size(); i++) {
				final int[] a = points.get(i - 1);
				final int[] b = points.get(i);
				if (b[0] > a[0] && b[1] - a[1] >= FEWEST_FRAMES) pieces.add(new Piece(event.getFileName().toString().replaceAll(
					".*MT_|.txt", ""), a, b));
			}
		}
		return pieces;
	}

	/** The clearest bright front moving away from the seed in the rectangle around a piece. */
	private static FrontVelocity trace(final ImageProcessor image, final Piece piece,
		final FrontCriterion criterion)
	{
		final int low = Math.max(0, piece.x0 - MARGIN);
		final int high = Math.min(image.getWidth() - 1, piece.x1 + MARGIN);
		final int frames = Math.min(image.getHeight() - 1, piece.t1) - piece.t0 + 1;
		final float[][] values = new float[frames][high - low + 1];
		for (int t = 0; t < frames; t++)
			for (int x = low; x <= high; x++)
				values[t][x - low] = image.getf(x, piece.t0 + t);
		final double[] seconds = new double[frames];
		for (int t = 0; t < frames; t++)
			seconds[t] = piece.t0 + t;
		final Kymograph k = Kymograph.of(values, null, TimeAxis.of(seconds), PIXEL_UM * 1e-6, KymographQuantity.INTENSITY, 0,
			List.of());
		final FrontAnalysis a = FrontTracer.trace(k, new FrontParameters().withPolarity(FrontPolarity.BRIGHT).withCriterion(
			criterion), Progress.NONE);
		for (final FrontVelocity f : a.fronts())
			if (f.velocity().value() > 0) return f;
		return a.fronts().isEmpty() ? null : a.fronts().get(0);
	}
}
