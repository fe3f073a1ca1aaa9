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
		final ExpansionTable straight = ExpansionTable.of(new double[] { 0, 0.5, 1 }, new double[] { 0, 3, 6 }, "straight");
		final Estimate content = straight.content(Estimate.normal(0.03, 1e-5, 1, ""), 0);
		// .06 per unit of x; of a straight table the mean elongation is that of the mean content
		assertEquals(1e-5 / 0.06, content.standardError(), 1e-12);
		assertFalse(content.covers(0.51));
	}

	/** Half of a rod has .04 more than the mean, half .04 less: what its length says must cover the mean. */
	@Test
	void unevenRodsAreCoveredWhereTheTableBends() {
		int bent = 0;
		for (double x = 0.2; x <= 0.8; x += 0.02) {
			final double strain = 0.5 * (TABLE.elongation(x - 0.04) + TABLE.elongation(x + 0.04));
			final Estimate content = TABLE.content(Estimate.normal(strain, 1e-6, 1, ""), 0);
			assertTrue(content.covers(x), x + " is not in " + content);
			// an error that has nothing to do with the strain's own, which carries to some 2e-5
			if (Math.abs(content.value() - x) > 1e-3) bent++;
			assertTrue(content.standardError() < 0.012, content.toString());
		}
		assertTrue(bent > 5, "the table is straight: nothing was shown");
		assertEquals(1e-6 / slope(0.5), TABLE.content(Estimate.normal(0, 1e-6, 1, ""), 0.5).standardError(), 1e-8,
			"nothing has happened to the rod yet");
	}

	private static double slope(final double x) {
		return (TABLE.elongation(x + 1e-4) - TABLE.elongation(x - 1e-4)) / 2e-4 / (1 + TABLE.elongation(x));
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
