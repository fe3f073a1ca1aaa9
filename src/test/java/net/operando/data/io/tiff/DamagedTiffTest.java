package net.operando.data.io.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The study of damaged files with few seeds. */
class DamagedTiffTest {

	@TempDir
	Path folder;

	/** The time limit only turns a hang into a failure. */
	@Test
	@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void fewMutationsOfEachFile() throws IOException {
		assertEquals(List.of(), DamagedTiffStudy.run(folder, 150, 10), DamagedTiffStudy.NEVER);
	}
}
