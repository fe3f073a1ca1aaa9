package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;

/** The definitions on noise-free simulated rates, against the table in the domain's section 4 ({@link PlainTracing}). */
class PlainTracingTest {

	private static final ReferenceRod ROD = new ReferenceRod();

	private static double speed(final Kymograph k, final FrontCriterion criterion) {
		final FrontAnalysis a = FrontTracer.trace(k, new FrontParameters().withCriterion(criterion), Progress.NONE);
		assertEquals(2, a.fronts().size(), "fronts of " + criterion);
		final double one = a.fronts().get(0).velocity().value() * 1e9;
		// both halves are the same numbers mirrored; positions are floats of single precision
		assertEquals(-one, a.fronts().get(1).velocity().value() * 1e9, 1e-6 * one);
		assertEquals(FrontOrigin.START, a.fronts().get(0).origin());
		assertEquals(FrontOrigin.END, a.fronts().get(1).origin());
		assertEquals(FrontPolarity.BRIGHT, a.fronts().get(0).polarity());
		return one;
	}

	/** Values of the table; 2 % is what the solver's own issue allows. */
	@Test
	void givesTheSpeedsOfTheTable() {
		final double[][] table = { { 1, 40, 1, 511, 648 }, { 5, 30, 1, 934, 1186 }, { 20, 12, 0.5, 1881, 2217 } };
		for (final double[] row : table) {
			final Kymograph k = ROD.rates(row[0], 0.08, row[1], 300, row[2]);
			final double half = speed(k, FrontCriterion.HALF_MAX);
			final double arrival = speed(k, FrontCriterion.ARRIVAL);
			System.out.println(row[0] + "C half_max " + half + " arrival " + arrival + " extremum " + speed(k,
				FrontCriterion.EXTREMUM));
			assertEquals(row[3], half, 0.02 * row[3], row[0] + "C half_max");
			assertEquals(row[4], arrival, 0.02 * row[4], row[0] + "C arrival");
		}
	}

	/** u20 stamped at mid-interval: 20.96 s and 2.48 s; the tolerances are those of the solver's issue. */
	@Test
	void givesTheTimeToHomogeneity() {
		final FrontAnalysis a = FrontTracer.trace(ROD.rates(5, 0.08, 30, 300, 1), new FrontParameters(), Progress.NONE);
		assertEquals(20.96, a.homogeneousSeconds(), 0.5);
		assertTrue(a.homogeneousDefinition().contains("20 %"));
	}

	/** From x0 = .14 diffusion is fast everywhere: no front, and soon uniform. */
	@Test
	void reportsNoFrontWhereThereIsNone() {
		final FrontAnalysis a = FrontTracer.trace(ROD.rates(5, 0.14, 12, 300, 1), new FrontParameters(), Progress.NONE);
		assertTrue(a.fronts().isEmpty(), "fronts: " + a.fronts().size());
		assertEquals(2.48, a.homogeneousSeconds(), 0.2);
	}

	@Test
	void statesTheMeetingOfMirroredFrontsAtTheCentre() {
		final FrontAnalysis a = FrontTracer.trace(ROD.rates(5, 0.08, 30, 300, 1), new FrontParameters(), Progress.NONE);
		assertEquals(1, a.meetings().size());
		// the centre of the rows is half of 599 steps of 34 nm; mirrored lines cross there to rounding
		assertEquals(10.183e-6, a.meetings().get(0).positionMetres().value(), 1e-9);
	}
}
