package net.operando.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;

class RateGroupsTest {

	private static double[] names(final double... rates) {
		return RateGroups.of(rates, 0.1).nominal();
	}

	@Test
	void measuredRatesGoByTheirNominalOnes() {
		assertArrayEquals(new double[] { 1, 5, 20 }, names(4.97, 20.6, 0.981, 5.02, 1.004, 20.1, -4.9));
		assertArrayEquals(new double[] { 0.125, 1.0 / 3, 0.5 }, names(0.1262, 0.331, 0.497), 1e-15);
		assertArrayEquals(new double[] { 1.5 }, names(1.54));
		assertArrayEquals(new double[] { 10, 12 }, names(10.3, 12.1));
		assertEquals(0, names().length);
	}

	@Test
	void everyRateIsInTheGroupOfItsName() {
		final RateGroups groups = RateGroups.of(new double[] { 4.97, 5.3, 1 }, 0.1);
		assertEquals(groups.nominal(4.97), groups.nominal(5.3));
		assertEquals(groups.nominal(5), groups.nominal(-5.2), "another rate near the name, whatever its sign");
		assertTrue(Double.isNaN(groups.nominal(7)));
	}

	/** The rule promises it: medians of two groups are more than a tolerance apart, names within 0.4 of it. */
	@Test
	void twoGroupsNeverHaveTheSameName() {
		final Random random = new Random(5);
		for (int trial = 0; trial < 2000; trial++) {
			final double[] rates = random.doubles(1 + random.nextInt(30), 0.05, 0.05 + 30 * random.nextDouble()).toArray();
			final double tolerance = 0.001 + 0.49 * random.nextDouble();
			final double[] names = RateGroups.of(rates, tolerance).nominal();
			assertEquals(names.length, Arrays.stream(names).distinct().count(), () -> Arrays.toString(rates) + " " + tolerance);
			for (int i = 1; i < names.length; i++)
				assertTrue(names[i] > names[i - 1], () -> Arrays.toString(rates));
		}
	}

	@Test
	void whatIsNoRateIsRefused() {
		assertThrows(InvalidInputException.class, () -> names(0));
		assertThrows(InvalidInputException.class, () -> names(Double.NaN));
		assertThrows(InvalidInputException.class, () -> RateGroups.of(new double[] { 1 }, 0));
		assertThrows(InvalidInputException.class, () -> RateGroups.of(new double[] { 1 }, 0.5));
	}
}
