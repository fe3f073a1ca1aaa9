package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;

/**
 * {@link FaceFronts} in a piece of 7.4 um whose far end is a crack's face: its rate is a crest that falls with time, times 2 to
 * the power of -(way / path)^2, so its half maximum is on the path whatever the crest.
 */
class FaceFrontsTest {

	private static final double PIECE = 7.4;
	private static final double LEVEL = 1.2;
	private static final double LAG = 1;
	/** When the crack shares the current, s. */
	private static final double SHARED = 40;
	private static final double SPEED = 0.125;
	/** Of one frame, a rate then has .07 %/s. */
	private static final double NOISE = 0.0007 * LAG / Math.sqrt(2);

	@Test
	void aFrontFromAFaceIsReadThoughTheOtherEndBrightens() {
		double chi = 0;
		final int runs = 5;
		for (int seed = 0; seed < runs; seed++) {
			final List<FrontVelocity> known = known(trace(SPEED, PIECE, 0.4, seed));
			assertEquals(1, known.size());
			final FrontVelocity f = known.get(0);
			assertEquals(FrontPolarity.DARK, f.polarity());
			assertEquals(FrontOrigin.INTERIOR, f.origin());
			assertTrue(f.window().startsWith("P1.1: ") && f.window().contains("shares the current anew"), f.window());
			assertEquals(FrontVelocity.OK, f.flag());
			final double error = f.velocity().standardError() * 1e6;
			assertTrue(error < 0.15 * SPEED, "standard error " + error);
			// what is bright at the other end adds to the tail, by less than a tenth of the half maximum until 40 s: 5 % of the speed
			chi += Math.pow((f.velocity().value() * 1e6 + SPEED) / Math.hypot(error, 0.05 * SPEED), 2);
		}
		// five squares of normal errors add up to more than 20.5 once in a thousand draws
		assertTrue(chi < 20.5, "chi squared " + chi);
	}

	@Test
	void aChangeThatDiesAwayBesideAFaceIsNoFront() {
		// seen for as long, but it comes no farther than a quarter of the piece
		final FrontAnalysis a = trace(SPEED, 0.25 * PIECE, 0, 1);
		assertEquals(List.of(), known(a));
		final FrontVelocity f = a.fronts().get(0);
		assertEquals(FrontVelocity.TOO_FEW, f.flag());
		assertTrue(f.window().contains("ends before half of the way"), f.window());
	}

	@Test
	void withoutAChangeThereIsNothing() {
		assertEquals(List.of(), known(trace(0, PIECE, 0, 2)));
	}

	@Test
	void itsCrestHasNoSpeed() {
		final FrontAnalysis a = PieceFronts.trace(rates(SPEED, PIECE, 0, new Random(3)), 0, PIECE * 1e-6, "P1.1", new FrontParameters()
			.withCriterion(FrontCriterion.EXTREMUM), Progress.NONE);
		assertFalse(a.fronts().isEmpty());
		assertEquals(List.of(), known(a));
	}

	@Test
	void aProfileThatLeavesItsFaceIsLeftToTheJointFit() {
		final Kymograph k = PieceFronts.part(rates(Double.NaN, PIECE, 0, new Random(4)), 0, (PIECE - 0.8) * 1e-6);
		final List<FrontVelocity> known = known(PieceFronts.traceCut(k, new FrontParameters().between(SHARED, 100), Progress.NONE));
		assertEquals(1, known.size());
		assertFalse(known.get(0).window().contains("shares the current anew"), known.get(0).window());
		final double error = known.get(0).velocity().standardError() * 1e6;
		// a bell that moves is the joint fit's own case
		assertEquals(-SPEED, known.get(0).velocity().value() * 1e6, 4 * error + 0.02 * SPEED);
	}

	private static List<FrontVelocity> known(final FrontAnalysis a) {
		return a.fronts().stream().filter(f -> f.velocity().isKnown()).collect(java.util.stream.Collectors.toList());
	}

	private static FrontAnalysis trace(final double speed, final double farthest, final double bright, final int seed) {
		return PieceFronts.trace(rates(speed, farthest, bright, new Random(50 + seed)), 0, PIECE * 1e-6, "P1.1", new FrontParameters()
			.between(SHARED - 8, 100), Progress.NONE);
	}

	/**
	 * Of a rod of 17.9 um, by frames that share noise. @param speed of the half maximum; NaN for a bell of .5 %/s that runs so
	 *
	 * @param farthest way it comes, at which it stays; @param bright crest of what brightens at the rod's start, %/s
	 */
	private static Kymograph rates(final double speed, final double farthest, final double bright, final Random random) {
		final int rows = (int) (17.9 / PrescribedFront.STEP_UM) + 1;
		final double[] seconds = new double[121];
		final double[][] frames = new double[seconds.length][rows];
		for (int i = 0; i < seconds.length; i++) {
			seconds[i] = LAG * i;
			final double since = seconds[i] - LAG / 2 - SHARED;
			for (int z = 0; z < rows; z++) {
				final double place = z * PrescribedFront.STEP_UM;
				// the crest is level over what is left out beside the crack and half of what is averaged
				final double way = Math.max(0, PIECE - LEVEL - place);
				double rate = 0;
				if (since > 0 && place < PIECE) rate = Double.isNaN(speed) ? -0.5 * Math.exp(-Math.pow((way - SPEED * since) / 1.0, 2)) : speed == 0 ? 0
					: -1.2 / (1 + since / 8) * Math.pow(2, -Math.pow(way / Math.min(farthest, 0.3 + speed * since), 2)) + bright / (1 + since / 2) * Math.exp(
						-place);
				frames[i][z] = i == 0 ? 0 : frames[i - 1][z] + 0.01 * LAG * rate;
			}
		}
		return PrescribedFront.rates(frames, seconds, null, random, NOISE);
	}
}
