package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.StoragePolicy;
import net.operando.acquire.recording.Recovery;
import net.operando.acquire.simulated.SimulatedFaults;
import net.operando.acquire.simulated.SimulatedMicroscope;
import net.operando.base.Progress;
import net.operando.data.io.acquired.FrameEntry;
import net.operando.data.io.acquired.FrameJournal;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Parts of recordings in tifffile, a reader by others ({@code src/test/python/read_tiff_frames.py}): every frame of the journal with
 * the bytes its checksum says, whole and cut off. Needs {@code /usr/bin/python3} with tifffile.
 */
@Tag("conformance")
class TifffileConformanceTest {

	private static final int FRAMES = 12;

	@TempDir
	Path folder;

	/** What tifffile prints of a file, line by line. */
	private List<String> tifffile(final Path file) throws Exception {
		final Path output = folder.resolve("python.txt");
		final Path errors = folder.resolve("python-errors.txt");
		final Path script = Paths.get(System.getProperty("project.basedir"), "src", "test", "python", "read_tiff_frames.py");
		final int status = new ProcessBuilder("/usr/bin/python3", script.toString(), file.toString()).redirectOutput(output
			.toFile()).redirectError(errors.toFile()).start().waitFor();
		assertEquals(0, status, Files.readString(errors));
		return Files.readAllLines(output, StandardCharsets.UTF_8);
	}

	private AcquisitionPlan plan(final int mean, final boolean bigTiff) {
		return AcquisitionPlan.defaults().withExposureMs(7).withSpatialBin(mean == 1 ? 1 : 2).withPhases(Phase.of("record", 10,
			mean, 0.1 * mean * FRAMES)).withStorage(StoragePolicy.defaults().withReserveGigabytes(0).withBigTiff(bigTiff));
	}

	private Path record(final String name, final AcquisitionPlan plan, final AcquisitionListener listener) throws IOException {
		final Path to = folder.resolve(name);
		try (SimulatedMicroscope microscope = SimulatedMicroscope.virtual(SmallScene.scene(), folder.resolve("echem-" + name),
			SimulatedFaults.none()))
		{
			Acquisition.of(microscope, plan, to, listener).run(Progress.NONE);
		}
		return to;
	}

	/** Every frame of the journal is there as it was written; returns the last line. */
	private String sameAsJournal(final Path recording, final String part, final String type) throws Exception {
		final List<FrameEntry> journal = FrameJournal.read(recording.resolve("journal.csv"));
		assertFalse(journal.isEmpty());
		final List<String> pages = tifffile(recording.resolve(part));
		assertEquals(journal.size(), pages.size() - 1, pages::toString);
		for (int f = 0; f < journal.size(); f++) {
			final String[] words = pages.get(f).split(" ");
			assertEquals(type, words[1]);
			assertEquals(Long.toHexString(journal.get(f).crc32), words[4], "frame " + f);
			assertTrue(Double.parseDouble(words[5]) > 0, "not dark: " + pages.get(f));
		}
		return pages.get(journal.size());
	}

	@Test
	void meansAreSingleFloats() throws Exception {
		final Path recording = record("means", plan(5, false), AcquisitionListener.NONE);
		assertEquals("ome " + FRAMES, sameAsJournal(recording, "movie_0001.ome.tif", "float32"));
	}

	@Test
	void rawFramesAreCounts() throws Exception {
		final Path recording = record("raw", plan(1, false), AcquisitionListener.NONE);
		assertEquals("ome " + FRAMES, sameAsJournal(recording, "movie_0001.ome.tif", "uint16"));
	}

	@Test
	void bigTiffToo() throws Exception {
		final Path recording = record("big", plan(5, true), AcquisitionListener.NONE);
		assertEquals("ome " + FRAMES, sameAsJournal(recording, "movie_0001.ome.tif", "float32"));
	}

	/** The folder as it lies on the disk in the middle of a recording, which is what a kill leaves. */
	@Test
	void aCutOffPartOpensAsItIsAndRecovered() throws Exception {
		for (final boolean big : new boolean[] { false, true }) {
			final Path cut = folder.resolve("cut-" + big);
			record("whole-" + big, plan(5, big), new AcquisitionListener() {

				private int frames;

				@Override
				public void frame(final LiveFrame frame) {
					if (++frames == 7) copy(folder.resolve("whole-" + big), cut);
				}
			});
			assertEquals(7, FrameJournal.read(cut.resolve("journal.csv")).size());
			final Path part = cut.resolve("movie_0001.ome.tif");
			sameAsJournal(cut, part.getFileName().toString(), "float32");
			// the same with half of the next frame behind it
			try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
				channel.write(java.nio.ByteBuffer.allocate(1000));
			}
			sameAsJournal(cut, part.getFileName().toString(), "float32");
			Recovery.recover(cut);
			assertEquals("ome 7", sameAsJournal(cut, part.getFileName().toString(), "float32"));
		}
	}

	private static void copy(final Path from, final Path to) {
		try (Stream<Path> files = Files.walk(from)) {
			for (final Path file : files.collect(Collectors.toList())) {
				final Path target = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) Files.createDirectories(target);
				else Files.copy(file, target);
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
