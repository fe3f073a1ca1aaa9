package net.operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.analysis.front.FrontVelocity;
import net.operando.base.Progress;
import net.operando.data.io.Json;
import net.operando.data.io.ResultFolder;

/**
 * The main job, from file to report, on a movie of 60 GB: 1920 x 1200 uint16, 13 021 frames at 2 Hz, of which the band
 * with the rod is written and the rest is a hole in the file. Run with {@code mvn test -Doperando.tests=benchmark
 * -Doperando.excludedTests=study -Doperando.heap=1g -Dtest=LargeExperimentTest}; needs 5 GB of disk.
 */
@Tag("benchmark")
class LargeExperimentTest {

	private static final int W = 1920;
	private static final int H = 1200;
	private static final long FRAME_BYTES = 2L * W * H;
	private static final int FRAMES = (int) (60_000_000_000L / FRAME_BYTES) + 1;
	private static final double INTERVAL = 0.5;
	private static final int BAND_TOP = 570;
	private static final int BAND_ROWS = 60;
	private static final int ROD_LEFT = 800;
	private static final int ROD_PIXELS = 294;
	private static final double PIXEL_UM = 0.0694;
	/** Two lithiations of 100 s, in which a front crosses the rod at 150 nm/s. */
	private static final double[] STARTS = { 1000, 4000 };
	private static final double STEP_SECONDS = 100;
	private static final double NM_PER_S = 150;

	@TempDir
	Path folder;

	@Test
	void fromFileToReportInAHeapOfOneGigabyte() throws IOException {
		final Path movie = folder.resolve("large.tdms");
		writeMovie(movie);
		final Path echem = folder.resolve("cell.csv");
		writeCell(echem);
		final ExperimentParameters parameters = Json.read("{\"rods\": [{\"id\": \"P1\", \"line\": \"" + ROD_LEFT + "," +
			(BAND_TOP + BAND_ROWS / 2) + "," + (ROD_LEFT + ROD_PIXELS) + "," + (BAND_TOP + BAND_ROWS / 2) +
			"\"}], \"pixelSizeMicrometres\": " + PIXEL_UM + ", \"alignmentMethod\": \"Offset\", \"massMilligrams\": 1, " +
			"\"startX\": 0.08, \"polarity\": \"Dark\", \"maxFronts\": 1}", ExperimentParameters.class, "the test");
		final long start = System.nanoTime();
		try (ResultFolder results = ResultFolder.open(folder.resolve("results"));
				ExperimentResult result = ExperimentAnalysis.run(movie, echem, parameters, Progress.NONE))
		{
			ExperimentReport.write(result, parameters, List.of(movie, echem), results, Progress.NONE);
			results.commit();
			final List<StepResult> steps = result.rods().get(0).steps();
			assertEquals(2, steps.size());
			for (final StepResult step : steps) {
				final FrontVelocity front = step.fronts().get(0).fronts().get(0);
				System.out.println("step at " + step.startSeconds() + " s: " + front.velocity().times(1e9));
				assertTrue(front.velocity().times(1e9).covers(NM_PER_S), front.velocity().toString());
			}
		}
		System.out.printf(Locale.ROOT, "%.1f GB, %d frames, from file to report in %.1f s, heap limit %d MB%n", Files.size(
			movie) / 1e9, FRAMES, (System.nanoTime() - start) * 1e-9, Runtime.getRuntime().maxMemory() >> 20);
		assertTrue(Files.size(folder.resolve("results/report.html")) > 0);
	}

	private static void writeMovie(final Path file) throws IOException {
		final byte[] metadata = metadata();
		final ByteBuffer lead = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
		lead.put("TDSm".getBytes(StandardCharsets.US_ASCII)).putInt(0x0e).putInt(4713).putLong(metadata.length + FRAMES *
			FRAME_BYTES).putLong(metadata.length);
		final Random random = new Random(60);
		final float[] speckle = new float[BAND_ROWS * W];
		for (int i = 0; i < speckle.length; i++)
			speckle[i] = (float) (20000 * (1 + 0.1 * random.nextGaussian()));
		try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
			out.write(lead.array());
			out.write(metadata);
			final ByteBuffer band = ByteBuffer.allocate(2 * BAND_ROWS * W).order(ByteOrder.LITTLE_ENDIAN);
			final double[] factor = new double[W];
			for (int f = 0; f < FRAMES; f++) {
				for (int x = 0; x < W; x++)
					factor[x] = darkening(x, INTERVAL * f);
				band.clear();
				for (int i = 0; i < speckle.length; i++)
					// 0.28 % of noise per pixel, by a cheap generator: the sum of four uniform numbers
					band.putShort((short) Math.round(speckle[i] * factor[i % W] * (1 + 0.0028 * 1.7320508 * (random.nextFloat() +
						random.nextFloat() + random.nextFloat() + random.nextFloat() - 2))));
				out.seek(28 + metadata.length + f * FRAME_BYTES + 2L * W * BAND_TOP);
				out.write(band.array());
			}
			out.setLength(28 + metadata.length + FRAMES * FRAME_BYTES);
		}
	}

	/** 2 % darker behind a front with an edge of 0.7 um; the rod is fresh again 500 s after each step. */
	private static double darkening(final int x, final double seconds) {
		double factor = 1;
		for (final double start : STARTS) {
			final double since = Math.min(seconds - start, STEP_SECONDS);
			if (since <= 0) continue;
			final double recovered = Math.min(1, Math.max(0, (seconds - start - STEP_SECONDS) / 500));
			final double front = NM_PER_S * 1e-3 * since;
			factor *= 1 - 0.02 * (1 - recovered) / (1 + Math.exp(((x - ROD_LEFT) * PIXEL_UM - front) / 0.7));
		}
		return factor;
	}

	private static byte[] metadata() throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final DataOutputStream out = new DataOutputStream(bytes);
		little(out, 1);
		text(out, "/'img'/'cam1'");
		little(out, 20);
		little(out, 6);
		little(out, 1);
		out.writeLong(Long.reverseBytes((long) FRAMES * W * H));
		little(out, 3);
		text(out, "Image size");
		little(out, 3);
		little(out, W);
		text(out, "Image size 2");
		little(out, 3);
		little(out, H);
		text(out, "Effective frame rate");
		little(out, 10);
		out.writeLong(Long.reverseBytes(Double.doubleToLongBits(1 / INTERVAL)));
		return bytes.toByteArray();
	}

	private static void little(final DataOutputStream out, final int value) throws IOException {
		out.writeInt(Integer.reverseBytes(value));
	}

	private static void text(final DataOutputStream out, final String text) throws IOException {
		little(out, text.length());
		out.write(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static void writeCell(final Path file) throws IOException {
		final StringBuilder csv = new StringBuilder("time_s,voltage_V,current_A\n");
		double voltage = 2.5;
		for (int t = 0; t < FRAMES * INTERVAL; t++) {
			double current = 0;
			for (final double start : STARTS)
				if (t >= start && t < start + STEP_SECONDS) current = -0.89e-3;
			voltage += current < 0 ? -0.002 : 0;
			csv.append(String.format(Locale.ROOT, "%d,%.5f,%.6g%n", t, voltage - (current < 0 ? 0.05 : 0), current));
		}
		Files.writeString(file, csv);
	}
}
