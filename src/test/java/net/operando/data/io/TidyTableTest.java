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
}
