package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFingerprintTest {

	@Test
	void isTheFilesSha256(@TempDir final Path folder) throws Exception {
		Files.writeString(folder.resolve("b.txt"), "abc");
		Files.writeString(folder.resolve("a.txt"), "");
		final List<FileFingerprint> prints = FileFingerprint.of(folder);
		assertEquals("a.txt", prints.get(0).file());
		assertEquals(0, prints.get(0).bytes());
		// FIPS 180-2, appendix B.1
		assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", prints.get(1).hash());
		assertEquals("SHA-256", prints.get(1).algorithm());
	}

	@Test
	void samplesLargeFilesFromFirstToLastByte(@TempDir final Path folder) throws Exception {
		final Path file = folder.resolve("large.tdms");
		try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
			f.setLength(3L << 30);
			final FileFingerprint before = FileFingerprint.of(file).get(0);
			assertTrue(before.algorithm().contains("blocks"), before.algorithm());
			f.seek((3L << 30) - 1);
			f.write(1);
			final FileFingerprint after = FileFingerprint.of(file).get(0);
			assertNotEquals(before.hash(), after.hash(), "the last byte counts");
			f.seek(0);
			f.write(1);
			assertNotEquals(after.hash(), FileFingerprint.of(file).get(0).hash(), "the first byte counts");
		}
	}

	@Test
	void refusesAMissingFile(@TempDir final Path folder) {
		assertThrows(FormatException.class, () -> FileFingerprint.of(folder.resolve("none.tdms")));
	}
}
