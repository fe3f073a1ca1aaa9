package net.operando.data.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.io.FileInfo;
import ij.io.TiffDecoder;
import ij.plugin.FileInfoVirtualStack;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;
import net.operando.study.StudyPage;

/** Stacks beyond 4 GB: written by us and opened by ImageJ 1, and how long large files take to open. */
@Tag("study")
class LargeTiffStudy {

	private static final int WIDTH = 1920;
	private static final int HEIGHT = 1200;
	private static final int PIXELS = WIDTH * HEIGHT;
	/** The promise of the project for a 60 GB movie. */
	private static final double PROMISED_SECONDS = 2;

	@TempDir
	Path folder;

	@Test
	void largeStacksOpenAtOnceAndInImageJ() throws IOException {
		final StudyPage page = new StudyPage("large-tiff", "Large TIFF stacks", "LargeTiffStudy");
		page.line("1920 x 1200 pixels of 16 bit; heap %d MB.", Runtime.getRuntime().maxMemory() >> 20).line("").line(
			"| file | size (GB) | frames | opened in (s) |").line("|---|---|---|---|");
		written(page);
		sparse(page);
		manyDirectories(page);
		page.finish();
	}

	private static void row(final StudyPage page, final String name, final Path path, final int frames, final long start)
		throws IOException
	{
		final double seconds = (System.nanoTime() - start) * 1e-9;
		page.line("| %s | %.1f | %d | %.3f |", name, Files.size(path) * 1e-9, frames, seconds);
		assertTrue(seconds < PROMISED_SECONDS, name + " took " + seconds + " s to open");
	}

	/** Just above 4 GB, written frame by frame and compared in both readers. */
	private void written(final StudyPage page) throws IOException {
		final int frames = 950;
		final Path path = folder.resolve("written.tif");
		final short[] frame = new short[PIXELS];
		try (TiffStackWriter writer = TiffStackWriter.create(path, WIDTH, HEIGHT, PixelType.UINT16, frames, TiffStackInfo
			.defaults()))
		{
			for (int f = 0; f < frames; f++) {
				for (int i = 0; i < PIXELS; i += 1000)
					frame[i] = (short) (f + i);
				writer.write(frame, f * 0.5 + (f > 500 ? 60 : 0));
			}
			writer.finish();
		}
		assertTrue(Files.size(path) > 1L << 32, "the file must be beyond 4 GB");
		final long start = System.nanoTime();
		try (Movie movie = new TiffFormat().open(path, MovieOpenOptions.defaults(), Progress.NONE)) {
			row(page, "written by us, one directory, read from disk", path, movie.frameCount(), start);
			assertEquals(frames, movie.frameCount());
			assertEquals((frames - 1) * 0.5 + 60, movie.times().seconds(frames - 1));
			assertArrayEquals(frame, movie.frame16(frames - 1, null));
		}
		final FileInfo[] info = new TiffDecoder(folder.toString() + "/", "written.tif").getTiffInfo();
		final FileInfoVirtualStack stack = new FileInfoVirtualStack(info[0], false);
		assertEquals(frames, stack.getSize());
		assertArrayEquals(frame, (short[]) stack.getProcessor(frames).getPixels());
		Files.delete(path);
	}

	private void sparse(final StudyPage page) throws IOException {
		final int frames = 13_500;
		final TiffBuilder b = new TiffBuilder(WIDTH, HEIGHT, 1);
		b.big = true;
		b.description = "ImageJ=1.53c\nimages=" + frames + "\nslices=" + frames + "\nfinterval=0.5\n";
		final Path path = b.write(folder.resolve("sparse.tif"));
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.setLength(b.data.get(0) + 2L * frames * PIXELS);
		}
		final long start = System.nanoTime();
		try (Movie movie = new TiffFormat().open(path, MovieOpenOptions.defaults(), Progress.NONE)) {
			row(page, "BigTIFF, one directory, samples are holes", path, movie.frameCount(), start);
			assertEquals(0, movie.region(frames - 1, Region.of(WIDTH - 1, HEIGHT - 1, 1, 1), null)[0]);
		}
		Files.delete(path);
	}

	/** One directory before each frame, spread over the whole of 60 GB. */
	private void manyDirectories(final StudyPage page) throws IOException {
		final int frames = 13_500;
		final TiffBuilder b = new TiffBuilder(WIDTH, HEIGHT, 1);
		b.big = true;
		final byte[] first = b.build();
		final int head = b.directories.get(0).intValue();
		final int length = b.data.get(0).intValue() - head;
		final long step = length + 2L * PIXELS;
		final java.nio.ByteBuffer d = java.nio.ByteBuffer.wrap(first, head, length).slice().order(
			java.nio.ByteOrder.LITTLE_ENDIAN);
		final int tags = (int) d.getLong(0);
		final Path path = folder.resolve("chain.tif");
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.write(first, 0, head);
			for (int f = 0; f < frames; f++) {
				final long at = head + f * step;
				for (int t = 0; t < tags; t++)
					if (d.getShort(8 + 20 * t) == 273) d.putLong(8 + 20 * t + 12, at + length);
				d.putLong(8 + 20 * tags, f + 1 < frames ? at + step : 0);
				file.seek(at);
				file.write(first, head, length);
			}
			file.setLength(head + frames * step);
		}
		final long start = System.nanoTime();
		try (Movie movie = new TiffFormat().open(path, MovieOpenOptions.defaults().withFrameIntervalSeconds(1),
			Progress.NONE))
		{
			row(page, "BigTIFF, a directory before every frame, samples are holes", path, movie.frameCount(), start);
			assertEquals(frames, movie.frameCount());
		}
		Files.delete(path);
	}
}
