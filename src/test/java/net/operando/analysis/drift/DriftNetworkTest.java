package net.operando.analysis.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class DriftNetworkTest {

	private static final int FRAMES = 30;
	private static final int[] KEYS = { 0, 10, 20, 29 };

	private final double[] x = new double[FRAMES];
	private final double[] y = new double[FRAMES];
	private final double[] turn = new double[FRAMES];
	private final Random random = new Random(5);

	DriftNetworkTest() {
		for (int i = 1; i < FRAMES; i++) {
			x[i] = x[i - 1] + random.nextGaussian();
			y[i] = y[i - 1] + random.nextGaussian();
			turn[i] = 0.003 * random.nextGaussian();
		}
	}

	/** What leads from the key frame to the frame, off by an error. */
	private Match match(final int frame, final int key, final double error) {
		final double t = turn[frame] - turn[key];
		return new Match(x[frame] - Math.cos(t) * x[key] + Math.sin(t) * y[key] + error, y[frame] - Math.sin(t) * x[key] - Math.cos(
			t) * y[key] - error, t, 1e-6, 1e-10, 1, 1, 1, 50, true);
	}

	private DriftNetwork network(final double noise, final double mistake) {
		final DriftNetwork network = new DriftNetwork(FRAMES, KEYS);
		for (int a = 0; a < KEYS.length; a++)
			for (int b = a + 1; b < KEYS.length; b++)
				network.add(KEYS[b], KEYS[a], match(KEYS[b], KEYS[a], a == 0 && b == 2 ? mistake : noise * random.nextGaussian()));
		for (int i = 1; i < FRAMES - 1; i++) {
			if (i == 10 || i == 20) continue;
			for (final int key : new int[] { i / 10 * 10, i < 20 ? i / 10 * 10 + 10 : 29, 0 })
				if (key != 0 || i < 10 || i > 10) network.add(i, key, match(i, key, i == 15 && key == 20 ? -mistake : noise * random
					.nextGaussian()));
		}
		network.solve();
		return network;
	}

	@Test
	void consistentPairsGiveThePositionsTurnsIncluded() {
		final DriftNetwork network = network(0, 0);
		for (int i = 0; i < FRAMES; i++) {
			// rounding, and ten rounds of the terms that couple x and y through turns of .003
			assertEquals(x[i], network.x(i), 1e-8);
			assertEquals(y[i], network.y(i), 1e-8);
			assertEquals(turn[i], network.turn(i), 1e-10);
		}
	}

	@Test
	void oneMistakenPairSpoilsNothing() {
		final DriftNetwork network = network(0.001, 3);
		for (int i = 0; i < FRAMES; i++)
			// pairs good to .001 px; four times that
			assertEquals(x[i], network.x(i), 0.004, "frame " + i);
		final double[] errors = network.standardErrors();
		assertEquals(0, errors[0]);
		assertTrue(errors[7] > 0.0005 && errors[7] < 0.003, "stated " + errors[7]);
	}

	@Test
	void aFrameInNoPairIsNotKnown() {
		final DriftNetwork network = new DriftNetwork(3, new int[] { 0, 2 });
		network.add(2, 0, match(2, 0, 0));
		network.add(1, 0, Match.none());
		network.solve();
		assertTrue(Double.isNaN(network.x(1)));
		// keys are held by a part in 1e9, so that pairs of no weight leave them determined
		assertEquals(x[2], network.x(2), 1e-7);
	}
}
