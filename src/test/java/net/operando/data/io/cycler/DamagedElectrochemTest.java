package net.operando.data.io.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.data.io.FormatException;

class DamagedElectrochemTest {

	@TempDir
	Path folder;

	@Test
	void damageIsRefusedOrReadInPart() throws IOException {
		for (final Map.Entry<String, String> e : DamagedElectrochem.originals().entrySet()) {
			final DamagedElectrochem d = new DamagedElectrochem(folder);
			// 150 files of 3 kB take well under a second; half a minute is a hang
			Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> d.run(e.getKey(), e.getValue(), 150, 11));
			assertEquals(150, d.refused + d.warned + d.clean, e.getKey());
			assertTrue(d.refused > 0 && d.warned > 0, e.getKey() + " " + d.refused + " " + d.warned);
		}
	}

	@Test
	void aTextWithoutLineEndsIsRefused() throws IOException {
		final byte[] b = new byte[3 << 20];
		java.util.Arrays.fill(b, (byte) '7');
		final byte[] head = "EXPLAIN\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
		System.arraycopy(head, 0, b, 0, head.length);
		final Path f = java.nio.file.Files.write(folder.resolve("long.DTA"), b);
		assertTrue(Assertions.assertThrows(FormatException.class, () -> GamryDtaReader.read(f)).getMessage().contains(
			"is no text file"));
	}
}
