package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** True fronts of rods whose fronts are known in closed form. */
class FrontTruthTest {

	private static final double LENGTH = 20;

	/** Two Gaussian rates of fixed shape at constant speeds: ln I is a sum of error functions. */
	private static RodState gaussians(final double fromStart, final double fromEnd, final double sigma) {
		return new RodState() {

			@Override
			public double referenceLength_um() {
				return LENGTH;
			}

			@Override
			public RodSnapshot at(final double t) {
				final int n = 2001;
				final double[] x = new double[n];
				final double[] brightness = new double[n];
				final double[] position = new double[n];
				for (int i = 0; i < n; i++) {
					final double z = LENGTH * i / (n - 1);
					brightness[i] = Math.exp(-0.01 * (rate(z, fromStart, t, sigma) + rate(LENGTH - z, fromEnd, t, sigma)));
					position[i] = z;
				}
				return new RodSnapshot(LENGTH, x, brightness, position);
			}
		};
	}

	/** Integral over time of a Gaussian that runs at a speed; 0 for none. */
	private static double rate(final double z, final double speed, final double t, final double sigma) {
		return speed == 0 ? 0 : 0.5 / speed * org.apache.commons.math3.special.Erf.erfc((z - speed * t) / sigma / Math.sqrt(2)) * sigma * Math.sqrt(2 *
			Math.PI);
	}

	@Test
	void constantFrontsHaveTheirSpeedByEveryDefinition() {
		final FrontTruth truth = FrontTruth.of(gaussians(0.7, 0.5, 0.6), FrontSignal.brightness(), 0.5, 0, LENGTH, 0, 25, 0.1);
		final List<FrontTruth.Line> lines = truth.lines();
		assertEquals(6, lines.size());
		for (final FrontTruth.Line line : lines) {
			final double speed = "start".equals(line.origin()) ? 700 : 500;
			if ("arrival".equals(line.criterion())) {
				// half the mean rate is reached ahead of the extremum, here by two to three sigma: so much sooner
				final double way = "start".equals(line.origin()) ? truth.meeting_um() : LENGTH - truth.meeting_um();
				assertEquals(way / truth.meetingSeconds() * 1000, line.fit()[0], 1e-6);
				assertTrue(line.fit()[0] > speed * way / (way - 2 * 0.6) * 0.97 && line.fit()[0] < speed * way / (way - 3.3 * 0.6));
			}
			// brightness is linear between points 10 nm apart, times are .1 s: positions good to some nm over 8 um
			else assertEquals(speed, line.fit()[0], speed * 0.002, line.criterion());
			assertTrue(line.fit()[4] > 50);
		}
		// half maximum lies sqrt(2 ln 2) sigma ahead of the extremum
		final double[] extremum = lines.get(0).points().get(80);
		final double[] half = lines.get(1).points().stream().filter(p -> Math.abs(p[0] - extremum[0]) < 1e-9).findFirst().get();
		assertEquals(0.6 * Math.sqrt(2 * Math.log(2)), half[1] - extremum[1], 0.01);
		// they meet after 20 / 1.2 s at 11.67 um; first rates arrive a flank's width (1.2 um) earlier, at the same place within
		// what the two thresholds differ
		assertEquals(20 * 0.7 / 1.2, truth.meeting_um(), 0.25);
	}

	@Test
	void aFrontFromOneEndRunsToTheOther() {
		final FrontTruth truth = FrontTruth.of(gaussians(0.7, 0, 0.6), FrontSignal.brightness(), 0.5, 0, LENGTH, 0, 30, 0.5);
		assertEquals(700, truth.lines().get(1).fit()[0], 2);
		assertEquals(LENGTH, truth.meeting_um(), 0.1);
		assertTrue(Double.isNaN(truth.lines().get(4).fit()[0]), "a front from the passive end");
	}

	/** Domain section 7: -.36 to -.19 %/s and 2.7 to 5.9 um between 3 and 12 s. */
	@Test
	void prescribedFrontsHaveTheShapeOfTheDomain() {
		final PrescribedFronts fronts = PrescribedFronts.defaults().withSpeeds(760, 0);
		for (final double[] row : new double[][] { { 3, -0.0036, 2.7 }, { 12, -0.0019, 5.9 } }) {
			final double t = row[0];
			final double at = 0.76 * t;
			// the rise after the onset (.4 s) leaves 6e-4 at 3 s
			assertEquals(row[1], fronts.rate(at, 40, t, 100), 1e-5);
			double ahead = at;
			while (fronts.rate(ahead, 40, t, 100) < 0.5 * row[1])
				ahead += 1e-3;
			double behind = at;
			while (fronts.rate(behind, 40, t, 100) < 0.5 * row[1])
				behind -= 1e-3;
			assertEquals(row[2], ahead - behind, 0.005);
			assertTrue(ahead - at < 0.5 * (at - behind), "the tail is behind");
		}
		assertEquals(15, PrescribedFronts.defaults().meetingSeconds(20.4), 1e-12);
		assertEquals(11.4, PrescribedFronts.defaults().meetingPosition_um(20.4), 1e-12);
	}
}
