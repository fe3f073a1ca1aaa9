package net.operando.data.io.movies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.hdf5.Hdf5Bytes;
import net.operando.data.io.tdms.TdmsBytes;
import net.operando.data.movie.Movie;
import net.operando.data.movie.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A movie of 1920 x 1200 uint16 and 60 GB, as a sparse file: opened in under 2 s, read anywhere in a small heap. Run with
 * {@code mvn test -Doperando.tests=benchmark -Doperando.excludedTests=study -Doperando.heap=256m -Dtest=LargeMovieTest}.
 */
@Tag("benchmark")
class LargeMovieTest {

	private static final int W = 1920;
	private static final int H = 1200;
	private static final long FRAME_BYTES = 2L * W * H;
	private static final int FRAMES = (int) (60_000_000_000L / FRAME_BYTES) + 1;
	private static final int[] WRITTEN = { 0, FRAMES / 2, FRAMES - 1 };
	/** What the project promises for opening such a movie. */
	private static final double MOST_SECONDS = 2;

	@TempDir
	Path folder;

	private static byte[] frame(final int frame) {
		final byte[] bytes = new byte[(int) FRAME_BYTES];
		new Random(frame).nextBytes(bytes);
		return bytes;
	}

	@Test
	void tdmsWithASegmentPerFrame() throws IOException {
		final Path file = folder.resolve("large.tdms");
		try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
			final byte[] first = new TdmsBytes().segment(TdmsBytes.METADATA | TdmsBytes.NEW_LIST | TdmsBytes.RAW,
				new TdmsBytes.Metadata(ByteOrder.LITTLE_ENDIAN, 2).object("/'img'/'cam1'", 6, W * H, 3).property("Image size", W)
					.property("Image size 2", H).property("Effective frame rate", 2.0).object("/'img'/'time'", 10, 1, 0),
				new byte[0]).bytes();
			final byte[] next = new TdmsBytes().segment(TdmsBytes.METADATA | TdmsBytes.RAW, new TdmsBytes.Metadata(
				ByteOrder.LITTLE_ENDIAN, 2).objectAsBefore("/'img'/'cam1'", 1).property("Effective frame rate", 2.0)
					.objectAsBefore("/'img'/'time'", 0), new byte[0]).bytes();
			long at = 0;
			for (int f = 0, written = 0; f < FRAMES; f++) {
				final byte[] head = (f == 0 ? first : next).clone();
				ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putLong(12, head.length - 28 + FRAME_BYTES + 8);
				out.seek(at);
				out.write(head);
				at += head.length;
				if (f == WRITTEN[written]) {
					out.write(frame(f));
					written++;
				}
				at += FRAME_BYTES;
				out.seek(at);
				out.write(TdmsBytes.doubles(ByteOrder.LITTLE_ENDIAN, 0.5 * f));
				at += 8;
			}
			out.setLength(at);
		}
		read("TDMS", file);
	}

	@Test
	void tdmsInOneSegmentAsACrashLeavesIt() throws IOException {
		final Path file = folder.resolve("large.tdms");
		try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
			final byte[] head = new TdmsBytes().segment(TdmsBytes.METADATA | TdmsBytes.NEW_LIST | TdmsBytes.RAW,
				new TdmsBytes.Metadata(ByteOrder.LITTLE_ENDIAN, 1).object("/'img'/'cam1'", 6, W * H, 3).property("Image size", W)
					.property("Image size 2", H).property("Effective frame rate", 2.0), new byte[0], -1).bytes();
			write(out, head);
		}
		read("TDMS, unfinished", file);
	}

	@Test
	void hdf5Contiguous() throws IOException {
		final Path file = folder.resolve("large.h5");
		try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
			write(out, Hdf5Bytes.contiguousWithoutSamples(FRAMES, H, W, FRAMES * FRAME_BYTES).bytes());
		}
		read("HDF5, contiguous", file);
	}

	private static void write(final RandomAccessFile out, final byte[] head) throws IOException {
		out.write(head);
		for (final int f : WRITTEN) {
			out.seek(head.length + f * FRAME_BYTES);
			out.write(frame(f));
		}
		out.setLength(head.length + FRAMES * FRAME_BYTES);
	}

	private void read(final String what, final Path file) throws IOException {
		final long size = Files.size(file);
		try {
			final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
			final long cpu = threads.getCurrentThreadCpuTime();
			final long start = System.nanoTime();
			try (Movie movie = MovieFiles.open(file, MovieOpenOptions.defaults(), Progress.NONE)) {
				final double openSeconds = (System.nanoTime() - start) * 1e-9;
				final double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpu) * 1e-9;
				assertEquals(FRAMES, movie.frameCount());
				assertEquals(0.5 * (FRAMES - 1), movie.times().seconds(FRAMES - 1));
				short[] counts = null;
				float[] values = null;
				for (final int f : WRITTEN) {
					counts = movie.frame16(f, counts);
					values = movie.frame(f, values);
					final ByteBuffer expected = ByteBuffer.wrap(frame(f)).order(ByteOrder.LITTLE_ENDIAN);
					for (int i = 0; i < W * H; i++) {
						assertEquals(expected.getShort(2 * i), counts[i]);
						assertEquals(counts[i] & 0xffff, values[i]);
					}
				}
				final long regions = System.nanoTime();
				float[] part = null;
				for (int k = 0; k < 1000; k++)
					part = movie.region((int) ((long) k * (FRAMES - 1) / 999), Region.of(800, 500, 300, 120), part);
				final double regionSeconds = (System.nanoTime() - regions) * 1e-9;
				System.out.printf(Locale.ROOT,
					"%s: %.1f GB, %d frames, opened in %.3f s (%.3f s of processor time); 1000 regions of 300 x 120 in %.2f s; heap limit %d MB%n", what, size /
						1e9, FRAMES, openSeconds, cpuSeconds, regionSeconds, Runtime.getRuntime().maxMemory() >> 20);
				assertTrue(openSeconds < MOST_SECONDS, "opening took " + openSeconds + " s");
			}
		}
		finally {
			Files.delete(file);
		}
	}
}
