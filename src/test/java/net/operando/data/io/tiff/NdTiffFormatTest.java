package net.operando.data.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;

class NdTiffFormatTest {

	@TempDir
	Path folder;

	/** Channels by name, z, and a time that misses frame 2. */
	private NdTiffBuilder set() {
		final NdTiffBuilder b = new NdTiffBuilder(14, 12, 12);
		final int[] times = { 0, 1, 3 };
		for (final int t : times)
			for (int c = 0; c < 2; c++)
				for (int z = 0; z < 2; z++) {
					b.axes.add("{\"time\":" + t + ",\"channel\":\"" + (c == 0 ? "Cy5" : "DAPI") + "\",\"z\":" + z + "}");
					b.metadata.add(TiffBuilder.micro(t, c, z, 1000 * t + 10 * c + z, "2024-03-01 10:20:30.500 +0100"));
				}
		return b;
	}

	private static Movie open(final Path path, final String dataset) throws IOException {
		final NdTiffFormat format = new NdTiffFormat();
		assertTrue(format.recognises(path));
		return format.open(path, MovieOpenOptions.defaults().withDataset(dataset), Progress.NONE);
	}

	@Test
	void picksAlongItsAxes() throws IOException {
		final Path set = set().write(folder.resolve("set"));
		for (int c = 0; c < 2; c++)
			for (int z = 0; z < 2; z++)
				for (final String dataset : new String[] { "c=" + (c + 1) + ",z=" + (z + 1), "channel=" + (c == 0 ? "Cy5"
					: "DAPI") + ",z=" + (z + 1) })
					try (Movie movie = open(set, dataset)) {
						assertEquals(3, movie.frameCount());
						// 1e-12: rounding of ms to s
						assertArrayEquals(new double[] { 0.01 * c + 0.001 * z, 1 + 0.01 * c + 0.001 * z, 3 + 0.01 * c + 0.001 * z },
							movie.times().toArray(), 1e-12);
						assertEquals(TiffBuilder.sample(8 + 2 * c + z, 5, 4), movie.frame(2, null)[4 * 14 + 5]);
						assertEquals(Instant.parse("2024-03-01T09:20:30.500Z").minusMillis(10 * c + z), movie.times().origin()
							.orElseThrow());
						assertTrue(movie.warnings().stream().anyMatch(w -> w.contains("missing")), movie.warnings().toString());
					}
		assertThrows(InvalidInputException.class, () -> open(set, "channel=FITC"));
		assertThrows(InvalidInputException.class, () -> open(set, "row=1"));
		assertThrows(InvalidInputException.class, () -> open(set, "z=3"));
	}

	@Test
	void readsBigEndianAndTheFullResolutionFolder() throws IOException {
		final NdTiffBuilder b = set();
		b.tiff.order = ByteOrder.BIG_ENDIAN;
		b.write(folder.resolve("set").resolve("Full resolution"));
		try (Movie movie = open(folder.resolve("set"), "")) {
			assertEquals(TiffBuilder.sample(4, 5, 4), movie.frame(1, null)[4 * 14 + 5]);
		}
	}

	@Test
	void leavesOutWhatIsCutShort() throws IOException {
		final NdTiffBuilder b = set();
		final Path set = b.write(folder.resolve("set"));
		final Path stack = set.resolve(b.fileName);
		Files.write(stack, Arrays.copyOf(Files.readAllBytes(stack), b.tiff.data.get(8).intValue() + 11));
		try (Movie movie = open(set, "")) {
			assertEquals(2, movie.frameCount());
			assertTrue(movie.warnings().stream().anyMatch(w -> w.contains("1 of 3 images")), movie.warnings().toString());
		}
		final Path index = set.resolve("NDTiff.index");
		final byte[] all = Files.readAllBytes(index);
		Files.write(index, Arrays.copyOf(all, all.length / 12 * 5 + 20));
		try (Movie movie = open(set, "")) {
			assertEquals(2, movie.frameCount());
			assertTrue(movie.warnings().stream().anyMatch(w -> w.contains("index is cut short")), movie.warnings().toString());
		}
	}

	@Test
	void doesNotLeaveItsFolder() throws IOException {
		final NdTiffBuilder b = set();
		b.fileName = "set_NDTiffStack.tif";
		final Path set = b.write(folder.resolve("set"));
		Files.move(set.resolve(b.fileName), folder.resolve(b.fileName));
		final NdTiffBuilder out = set();
		final Path index = set.resolve("NDTiff.index");
		out.fileName = "../" + b.fileName;
		out.write(folder.resolve("set"));
		assertTrue(Files.exists(index));
		final FormatException e = assertThrows(FormatException.class, () -> open(set, ""));
		assertTrue(e.getMessage().contains("not beside it"), e.getMessage());
		assertFalse(new NdTiffFormat().recognises(folder));
	}
}
