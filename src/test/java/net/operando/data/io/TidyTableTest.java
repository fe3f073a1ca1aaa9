package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyTableTest {

	@Test
	void writesOneHeaderRowAndDecimalPointsInEveryLocale(@TempDir final Path folder) throws Exception {
		final Locale before = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			final TidyTable table = TidyTable.withColumns("frame", "time_s", "label", "x").row(1, 0.125, "a \"b\", c", null).row(
				2, 3.0, "plain", Double.NaN);
			final Path file = folder.resolve("table.csv");
			table.write(file);
			assertEquals("frame,time_s,label,x\n1,0.125,\"a \"\"b\"\", c\",\n2,3,plain,\n", Files.readString(file));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void refusesRowsOfAnotherLengthAndUnknownColumns() {
		final TidyTable table = TidyTable.withColumns("a", "b");
		assertThrows(IllegalArgumentException.class, () -> table.row(1));
		table.row(1, 2);
		assertEquals("2", table.text(0, "b"));
		assertThrows(IllegalArgumentException.class, () -> table.cell(0, "c"));
	}

	/** Kymographs of long movies have millions of rows: they must not be there all at once. */
	@Test
	void rowsThatAreMadeWhenAskedForAreWrittenLikeOthers(@TempDir final Path folder) throws Exception {
		final int[] most = { 0 };
		final TidyTable made = TidyTable.ofRows(3, i -> {
			most[0]++;
			return new Object[] { i, i / 2.0 };
		}, "frame", "x_um").with("frame_times", "nominal");
		assertEquals(3, made.rowCount());
		assertEquals(0, most[0], "nothing was asked for");
		made.write(folder.resolve("made.csv"));
		assertEquals(3, most[0], "each row once");
		assertEquals("frame,x_um,frame_times\n0,0,nominal\n1,0.5,nominal\n2,1,nominal\n", Files.readString(folder.resolve(
			"made.csv")));
		assertEquals(made.toCsv(), Files.readString(folder.resolve("made.csv")));
		assertEquals(1.0, made.cell(2, "x_um"));
		assertThrows(UnsupportedOperationException.class, () -> made.row(1, 2, 3));
		assertThrows(IndexOutOfBoundsException.class, () -> made.cell(3, "x_um"));
	}
}
