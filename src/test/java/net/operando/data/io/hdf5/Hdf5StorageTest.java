package net.operando.data.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.data.io.FormatException;
import net.operando.data.io.SampleType;

/** What stands between jhdf and a damaged file. */
class Hdf5StorageTest {

	@TempDir
	Path folder;

	private Hdf5Storage storage() throws IOException {
		final Path file = Files.write(folder.resolve("movie.h5"), Hdf5Bytes.movie(2, 3, 4, 0, false).bytes());
		final FileChannel channel = FileChannel.open(file);
		return new Hdf5Storage(channel, Superblock.readSuperblock(channel, 0));
	}

	@Test
	void refusesWhatIsNotInTheFileBeforeAllocatingIt() throws IOException {
		final Hdf5Storage storage = storage();
		for (final long[] range : new long[][] { { 0, Integer.MAX_VALUE }, { storage.size() - 3, 4 }, { -1, 4 }, { 0, -1 },
			{ Long.MAX_VALUE, 4 }, { 8, 1L << 40 } })
			assertThrows(HdfException.class, () -> storage.map(range[0], range[1]));
		assertEquals(8, storage.map(0, 8).remaining());
		storage.close();
	}

	@Test
	void refusesToGoInCircles() throws IOException {
		final Hdf5Storage storage = storage();
		final HdfException e = assertThrows(HdfException.class, () -> {
			for (int i = 0; i < 1000; i++)
				storage.readBufferFromAddress(96, 4);
		});
		assertTrue(e.getMessage().contains("itself"), e.getMessage());
		storage.close();
	}

	@Test
	void knowsWhatIsStructureAndWhatIsClaimed() throws IOException {
		final Hdf5Storage storage = storage();
		storage.readBufferFromAddress(96, 16);
		storage.readBufferFromAddress(112, 8);
		storage.record(false);
		storage.readBufferFromAddress(400, 8);
		assertTrue(storage.isStructure(119, 130));
		assertTrue(storage.isStructure(0, 97));
		assertFalse(storage.isStructure(120, 1000));
		assertFalse(storage.isStructure(0, 96));
		storage.claim(1000, 1100);
		assertTrue(storage.isClaimed(1099, 1200));
		assertFalse(storage.isClaimed(1100, 1200));
		storage.close();
	}

	@Test
	void undoesShuffling() {
		// elements 0x0201, 0x0403, 0x0605 with a byte left over
		assertArrayEquals(new byte[] { 1, 2, 3, 4, 5, 6, 9 }, Hdf5Filters.unshuffle(new byte[] { 1, 3, 5, 2, 4, 6, 9 }, 2));
		assertArrayEquals(new byte[] { 1, 2 }, Hdf5Filters.unshuffle(new byte[] { 1, 2 }, 1));
	}

	@Test
	void listsDatasetsOfAFile() throws IOException {
		final Path file = Files.write(folder.resolve("listed.h5"), Hdf5Bytes.movie(2, 3, 4, 1, true).bytes());
		try (Hdf5File hdf5 = Hdf5File.open(file)) {
			assertEquals(List.of("/camera_timing", "/movie"), hdf5.datasets());
			assertEquals(3, hdf5.rank("/movie"));
			assertEquals(-1, hdf5.rank("/none"));
			assertFalse(hdf5.isCutShort());
			assertEquals(SampleType.UINT16, hdf5.dataset("movie").type());
			assertEquals("2 x 3 x 4", hdf5.dataset("/movie").shape());
			assertFalse(hdf5.dataset("/movie").slowness().isPresent());
			assertThrows(FormatException.class, () -> hdf5.dataset("none"));
		}
	}
}
