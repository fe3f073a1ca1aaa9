package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CsvTable, and LengthCsv and TimelineContent that read by it. */
class CsvTableTest {

	@TempDir
	Path folder;

	private Path file(final String text) throws Exception {
		return Files.writeString(folder.resolve("table.csv"), text);
	}

	@Test
	void numbersComeByFrameWhateverTheOrderOfRowsAndColumns() throws Exception {
		final Path file = file("\uFEFFlength_um,x,remark,frame\r\n10.5,,\"a, \"\"b\"\"\",3\r\n\r\n10,0.4,,1\r\n");
		assertArrayEquals(new double[] { 10e-6, Double.NaN, 10.5e-6 }, LengthCsv.readMetres(file, 3), 1e-18, "one rounding");
		assertArrayEquals(new double[] { 0.4, Double.NaN, Double.NaN }, TimelineContent.read(file, 3));
		assertEquals("a, \"b\"", CsvTable.read(file, "give another").text(0, "remark"));
	}

	@Test
	void whatIsNotOfThisMovieIsNamed() throws Exception {
		refused("names frame 4, but the movie has 3", "frame,length_um\n4,1\n");
		refused("names frame 0, but the movie has 3", "frame,length_um\n0,1\n");
		refused("has no column length_um: give the length.csv of Rod Length", "frame,length\n1,1\n");
		refused("has no column frame", "length_um\n1\n");
		refused("'long' for length_um in row 1", "frame,length_um\n1,long\n");
		refused("instead of a whole number", "frame,length_um\n1.5,1\n");
		refused("is empty", "");
		assertTrue(assertThrows(FormatException.class, () -> TimelineContent.read(file("frame,x\n1,\n"), 3)).getMessage().contains(
			"holds no x"));
	}

	private void refused(final String words, final String text) throws Exception {
		final Path file = file(text);
		final String message = assertThrows(FormatException.class, () -> LengthCsv.readMetres(file, 3)).getMessage();
		assertTrue(message.contains(words), message);
	}
}
