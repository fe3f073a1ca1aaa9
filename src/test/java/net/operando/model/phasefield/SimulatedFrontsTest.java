package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTracer;
import net.operando.analysis.front.FrontVelocity;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;

/** Simulated kymographs go through the same tracer as measured ones. */
class SimulatedFrontsTest {

	private static List<FrontVelocity> trace(final Kymograph k, final FrontCriterion criterion) {
		return FrontTracer.trace(k, new FrontParameters().withCriterion(criterion), Progress.NONE).fronts();
	}

	@ParameterizedTest
	@CsvSource({ "1, 60, 1, 511, 648", "5, 30, 1, 934, 1186", "20, 12, 0.5, 1881, 2217" })
	void theTracerReadsTheTabulatedSpeeds(final double cRate, final double seconds, final double lag, final double halfMax,
		final double arrival)
	{
		final Kymograph rate = TargetsTest.run(cRate, 0.08, seconds).rate(lag);
		final List<FrontVelocity> fronts = trace(rate, FrontCriterion.HALF_MAX);
		assertEquals(2, fronts.size());
		for (final FrontVelocity f : fronts)
			assertEquals(halfMax, 1e9 * Math.abs(f.velocity().value()), 0.02 * halfMax); // what the table asks for
		final List<FrontVelocity> arrivals = trace(rate, FrontCriterion.ARRIVAL);
		assertFalse(arrivals.isEmpty());
		for (final FrontVelocity f : arrivals)
			assertEquals(arrival, 1e9 * Math.abs(f.velocity().value()), 0.02 * arrival);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void theTracerReadsTheSpeedOfTheTravellingWave(final int m) {
		final List<FrontVelocity> fronts = trace(ClosedForms.waveRates(m, 400), FrontCriterion.HALF_MAX);
		assertEquals(1, fronts.size());
		// positions to a fraction of a cell of 50 nm over a way of 14 um
		assertEquals(500, 1e9 * fronts.get(0).velocity().value(), 0.005 * 500);
	}

	@Test
	void evenFillingHasNoFrontToTheTracerEither() {
		final Kymograph rate = TargetsTest.run(5, 0.14, 10).rate(1);
		for (final FrontVelocity f : trace(rate, FrontCriterion.HALF_MAX))
			// what is left is the first second, before the rates are even
			assertTrue(f.lastSeconds() < 3, f.lastSeconds() + " s");
	}
}
