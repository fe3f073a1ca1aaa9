package net.operando.analysis.rod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Estimate;

/** ExpansionTable: inversion, error propagation, flat and outer regions, files. */
class ExpansionTableTest {

	private static final ExpansionTable TABLE = ExpansionTable.placeholder();

	@Test
	void invertsItself() {
		for (double x = 0.1; x <= 0.9; x += 0.1) {
			final double strain = (1 + TABLE.elongation(x)) / (1 + TABLE.elongation(0.08)) - 1;
			final Estimate content = TABLE.content(Estimate.normal(strain, 1e-4, 1, ""), 0.08);
			// the inverse is exact to rounding
			assertEquals(x, content.value(), 1e-9);
			assertTrue(content.covers(x));
		}
	}

	@Test
	void carriesErrorsByTheSlope() {
		final double strain = TABLE.elongation(0.5);
		final Estimate content = TABLE.content(Estimate.normal(strain, 1e-5, 1, ""), 0);
		final double slope = (TABLE.elongation(0.5001) - TABLE.elongation(0.4999)) / 2e-4;
		// a difference over 2e-4 knows the slope to 1e-6
		assertEquals(1e-5 / slope, content.standardError(), 1e-9);
		assertFalse(content.covers(0.51));
	}

	@Test
	void flatAndOutsideAreKnown() {
		// the placeholder rises by .05 % up to x = .08 and after .9
		assertTrue(TABLE.isFlatAt(0.03));
		assertTrue(TABLE.isFlatAt(0.97));
		assertFalse(TABLE.isFlatAt(0.5));
		assertTrue(TABLE.isOutside(0.09, 0.08));
		assertTrue(TABLE.isOutside(-0.01, 0.08));
		assertFalse(TABLE.isOutside(0.03, 0.08));
		assertFalse(TABLE.content(Estimate.none(0, ""), 0.08).isKnown());
		assertFalse(TABLE.content(Estimate.normal(0.01, 1e-4, 1, ""), Double.NaN).isKnown());
	}

	@Test
	void readsTablesAndSaysWhatIsWrong(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("c.csv");
		Files.writeString(file, "# mine\nx,elongation_percent\n0,0\n0.5,2\n1,6\n");
		assertEquals(0.02, ExpansionTable.read(file).elongation(0.5), 1e-15);
		Files.writeString(file, "x,elongation_percent\n0,0\n0.5,2\n1,1\n");
		assertThrows(InvalidInputException.class, () -> ExpansionTable.read(file));
		Files.writeString(file, "a,b\n0,0\n1,1\n");
		assertTrue(assertThrows(InvalidInputException.class, () -> ExpansionTable.read(file)).getMessage().contains(
			"elongation_percent"));
		Files.writeString(file, "x,elongation_percent\n0,zero\n");
		assertThrows(InvalidInputException.class, () -> ExpansionTable.read(file));
		assertThrows(InvalidInputException.class, () -> ExpansionTable.read(folder.resolve("none.csv")));
	}
}
