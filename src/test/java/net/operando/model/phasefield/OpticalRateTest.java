package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTracer;
import net.operando.analysis.front.FrontVelocity;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

class OpticalRateTest {

	/** x rises by .01 per second from .30 everywhere, columns every .5 s but for the last. */
	private static Kymograph even() {
		final double[] times = { 10, 10.5, 11, 11.5, 12, 12.3 };
		final float[][] x = new float[times.length][3];
		for (int c = 0; c < times.length; c++)
			for (int r = 0; r < 3; r++)
				x[c][r] = (float) (0.30 + 0.01 * (times[c] - 10));
		return Kymograph.of(x, null, TimeAxis.of(times), 1e-6, KymographQuantity.COMPOSITION, 0, List.of("kept"));
	}

	@Test
	void isTheRelativeChangeOfTheIntensityStampedAtMidInterval() {
		final Material nwo = Material.nwo();
		final Kymograph rate = OpticalRate.of(even(), nwo, 1);
		assertEquals(KymographQuantity.INTENSITY_RATE, rate.quantity());
		assertEquals(4, rate.columns(), "columns at 11, 11.5, 12 and 12.3 s have one a second before");
		assertEquals(10.5, rate.times().seconds(0), 1e-12);
		assertEquals(11.8, rate.times().seconds(3), 1e-12);
		assertEquals(1, rate.lagSeconds());
		assertEquals(List.of("kept"), rate.warnings());
		// x is stored in 32 bit, .3 to 3e-8, and dI/dx / I is about 2
		assertEquals(nwo.intensityRatio(0.31) / nwo.intensityRatio(0.30) - 1, rate.value(0, 1), 2e-7);
		assertEquals(nwo.intensityRatio(0.323) / nwo.intensityRatio(0.313) - 1, rate.value(3, 2), 2e-7);
	}

	@Test
	void refusesWhatHasNoOpticalRate() {
		assertThrows(InvalidInputException.class, () -> OpticalRate.of(even(), Material.nwo(), 0));
		assertThrows(InvalidInputException.class, () -> OpticalRate.of(even(), Material.nwo(), 3));
		assertThrows(InvalidInputException.class, () -> OpticalRate.of(OpticalRate.of(even(), Material.nwo(), 1), Material
			.nwo(), 1));
	}

	@Test
	void anOpticalFrontIsNotThatOfTheComposition() {
		final SimulationRun run = TargetsTest.run(5, 0.08, 30);
		final List<FrontVelocity> optical = FrontTracer.trace(OpticalRate.of(run.composition(), Material.nwo(), 1),
			new FrontParameters().withCriterion(FrontCriterion.HALF_MAX), Progress.NONE).fronts();
		assertEquals(2, optical.size());
		// the domain states 702(13) nm/s for what moves at 934 nm/s in x; three times its error
		for (final FrontVelocity f : optical)
			assertEquals(702, 1e9 * Math.abs(f.velocity().value()), 3 * 13);
	}
}
