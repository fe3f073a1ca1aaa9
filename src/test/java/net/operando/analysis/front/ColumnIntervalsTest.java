package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.base.numeric.Cholesky;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

class ColumnIntervalsTest {

	private static double[][] covariance(final double lag, final double... times) {
		final int[] all = new int[times.length];
		for (int i = 0; i < all.length; i++)
			all[i] = i;
		return ColumnIntervals.of(Kymograph.of(new float[times.length][5], null, TimeAxis.of(times), 1e-7,
			KymographQuantity.INTENSITY_RATE, lag, List.of())).covariance(all);
	}

	@Test
	void neighboursShareAFrameWithOppositeSigns() {
		final double[][] k = covariance(1, 0.5, 1.5, 2.5);
		assertEquals(-0.5, k[0][1]);
		assertEquals(0, k[0][2]);
		assertEquals(1, k[1][1]);
	}

	/** Over a lag of eight frames a column shares a frame with the one eight later only. */
	@Test
	void overlappingColumnsShareOneFrameEach() {
		final double[] times = new double[40];
		for (int i = 0; i < times.length; i++)
			times[i] = 2 + 0.5 * i;
		final double[][] k = covariance(4, times);
		for (int i = 0; i < times.length; i++)
			for (int j = 0; j < i; j++)
				assertEquals(i - j == 8 ? -0.5 : 0, k[i][j], i + " and " + j);
	}

	@Test
	void canBeFactoredWhateverTheTimes() {
		for (int seed = 0; seed < 200; seed++) {
			final Random random = new Random(seed);
			final double[] times = new double[30];
			for (int i = 1; i < times.length; i++)
				times[i] = times[i - 1] + 0.05 + random.nextDouble() * random.nextDouble() * 3;
			final double[][] k = covariance(0.2 + 2 * random.nextDouble(), times);
			for (int i = 0; i < k.length; i++)
				for (int j = 0; j < k.length; j++)
					if (i != j) k[i][j] *= 1 - FitData.NUGGET;
			assertNotNull(Cholesky.of(k), "seed " + seed);
		}
	}
}
