package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;

/**
 * {@link BroadFronts} on a rate that is largest at the face all the time, crest times 2 to the power of -(z / (v t))^2: its half
 * maximum is at v t whatever the crest, so the truth needs no code.
 */
class BroadFrontsTest {

	private static final double SPEED = 0.06;
	private static final double LAG = 1;
	private static final int COLUMNS = 180;

	@Test
	void aFrontThatDoesNotLeaveItsFaceIsReadOverALongerLag() {
		double chi = 0;
		final int runs = 5;
		for (int seed = 0; seed < runs; seed++) {
			final FrontAnalysis a = FrontTracer.trace(rates(new Random(300 + seed), 0.12), new FrontParameters(), Progress.NONE);
			assertEquals(1, a.fronts().size());
			final FrontVelocity f = a.fronts().get(0);
			assertEquals(FrontPolarity.DARK, f.polarity());
			assertEquals(FrontOrigin.START, f.origin());
			assertTrue(f.window().contains("does not leave its face"), f.window());
			final double error = f.velocity().standardError() * 1e6;
			assertTrue(error < 0.1 * SPEED, "standard error " + error);
			chi += Math.pow((f.velocity().value() * 1e6 - SPEED) / error, 2);
		}
		// five squares of normal errors add up to more than 20.5 once in a thousand draws
		assertTrue(chi < 20.5, "chi squared " + chi);
	}

	@Test
	void itsCrestHasNoSpeedAndItsOtherSideIsNoFront() {
		final Kymograph k = rates(new Random(5), 0.12);
		for (final FrontParameters p : new FrontParameters[] { new FrontParameters().withCriterion(FrontCriterion.EXTREMUM),
			new FrontParameters().withPolarity(FrontPolarity.BRIGHT) })
			for (final FrontVelocity f : FrontTracer.trace(k, p, Progress.NONE).fronts())
				assertFalse(f.velocity().isKnown(), f.window());
	}

	@Test
	void aProfileThatRunsIsLeftToTheJointFit() {
		final FrontAnalysis a = FrontTracer.trace(rates(new Random(7), Double.NaN), new FrontParameters(), Progress.NONE);
		assertTrue(a.fronts().stream().noneMatch(f -> f.window().contains("does not leave its face")));
		assertTrue(a.fronts().get(0).velocity().isKnown());
	}

	@Test
	void meansOfColumnsLeaveOutJumpsAndBridgeDust() {
		final Random random = new Random(9);
		final double[][] values = new double[12][60];
		for (final double[] column : values)
			for (int z = 0; z < column.length; z++)
				column[z] = 1 + 0.01 * random.nextGaussian();
		for (int z = 0; z < 60; z++)
			values[4][z] += z % 2 == 0 ? 1 : -1;
		// a shadow that moves to and fro: the sum over columns is nil, their change is not
		for (int c = 0; c < 12; c++)
			for (int z = 30; z < 36; z++)
				values[c][z] += c % 2 == 0 ? 0.5 : -0.5;
		final boolean[] uneven = MergedRates.uneven(values, 3);
		for (int c = 0; c < 12; c++)
			assertEquals(c == 4, uneven[c], "column " + c);
		final boolean[] dusty = MergedRates.dusty(values, uneven, 1);
		for (int z = 30; z < 36; z++)
			assertTrue(dusty[z], "position " + z);
		assertFalse(dusty[10]);
		assertFalse(dusty[50]);
	}

	/** Rates of a rod of 17.9 um, by frames that share noise. @param crest in %/s; NaN for a bell of .25 %/s that runs at the speed */
	private static Kymograph rates(final Random random, final double crest) {
		final int rows = (int) (17.9 / PrescribedFront.STEP_UM) + 1;
		final double[] seconds = new double[COLUMNS + 1];
		final double[][] frames = new double[seconds.length][rows];
		for (int i = 0; i < seconds.length; i++) {
			seconds[i] = 20 + LAG * i;
			for (int z = 0; z < rows; z++) {
				final double t = seconds[i] - LAG / 2;
				final double x = z * PrescribedFront.STEP_UM;
				// the brightening at the onset has all but died away
				final double rate = Double.isNaN(crest) ? -0.0025 * Math.exp(-Math.pow((x - SPEED * t) / 1.2, 2)) : -0.01 * crest * Math.pow(2,
					-Math.pow(x / (SPEED * t), 2)) + 0.002 * Math.exp(-t / 6);
				frames[i][z] = i == 0 ? 0 : frames[i - 1][z] + LAG * rate;
			}
		}
		return PrescribedFront.rates(frames, seconds, null, random, NOISE);
	}

	/** Of one frame: .13 % per second and position over the lag. */
	private static final double NOISE = 0.0013 * LAG / Math.sqrt(2);
}
