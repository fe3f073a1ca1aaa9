package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalDeviatesTest {

	private static final int N = 2_000_000;

	/** With another beginning of the tail the uppermost layer would not end at the peak: the constant has 17 digits. */
	@Test
	void theLayersFillTheBell() {
		// 254 steps from layer to layer amplify the last digit some thousand times
		assertEquals(0, NormalDeviates.misfit(), 1e-9);
	}

	@Test
	void deviatesAreNormal() {
		final NormalDistribution normal = new NormalDistribution();
		final double[] edges = { -4, -3.6541528853610088, -3, -2.5, -2, -1.5, -1, -0.6, -0.3, -0.1, 0, 0.1, 0.3, 0.6, 1, 1.5, 2,
			2.5, 3, 3.6541528853610088, 4 };
		final int[] below = new int[edges.length];
		final double[] sum = new double[4];
		final SeedStream stream = SeedStream.of(4, "normal");
		for (int i = 0; i < N; i++) {
			final double v = NormalDeviates.next(stream);
			for (int e = 0; e < edges.length; e++)
				if (v < edges[e]) below[e]++;
			double power = v;
			for (int p = 0; p < sum.length; p++, power *= v)
				sum[p] += power;
		}
		// four and a half standard errors: 25 statements, each wrong once in 150 000 seeds
		final double s = 4.5 / Math.sqrt(N);
		assertEquals(0, sum[0] / N, s);
		assertEquals(1, sum[1] / N, s * Math.sqrt(2));
		assertEquals(0, sum[2] / N, s * Math.sqrt(15));
		assertEquals(3, sum[3] / N, s * Math.sqrt(96));
		for (int e = 0; e < edges.length; e++) {
			final double p = normal.cumulativeProbability(edges[e]);
			assertEquals(p, below[e] / (double) N, s * Math.sqrt(p * (1 - p)), "below " + edges[e]);
		}
	}

	@Test
	void oneFollowsFromTheStreamOnly() {
		final double first = NormalDeviates.next(SeedStream.of(5, "a", 7));
		assertEquals(first, NormalDeviates.next(SeedStream.of(5, "a", 7)));
		final SeedStream stream = SeedStream.of(5, "a", 7);
		double product = 0;
		double before = NormalDeviates.next(stream);
		for (int i = 0; i < N / 10; i++) {
			final double next = NormalDeviates.next(stream);
			product += before * next;
			before = next;
		}
		// neighbours are independent: four and a half standard errors
		assertTrue(Math.abs(product / (N / 10)) < 4.5 / Math.sqrt(N / 10.0), "covariance " + product / (N / 10));
	}
}
