package net.operando.analysis.front.edit;

import java.util.List;
import java.util.Random;

import net.operando.analysis.front.FrontPath;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/** A kymograph with two dark fronts that run towards each other at +0.50 and -0.40 um/s on a line of 20 um; they meet at 22.2 s. */
public final class TwoFronts {

	public static final double FIRST = 0.5;
	public static final double SECOND = -0.4;

	private TwoFronts() {}

	/** 1 s per column, 0.1 um per position, fronts of 2 %/s over a noise of 0.2 % per frame. */
	public static Kymograph kymograph(final long seed) {
		final Random random = new Random(seed);
		final double[] seconds = new double[26];
		final float[][] values = new float[26][200];
		final double[] before = new double[200];
		for (int z = 0; z < 200; z++)
			before[z] = random.nextGaussian();
		for (int c = 0; c < seconds.length; c++) {
			seconds[c] = c + 0.5;
			for (int z = 0; z < 200; z++) {
				// neighbouring rates share a frame, and its noise
				final double frame = random.nextGaussian();
				values[c][z] = (float) (0.002 * (frame - before[z]) - 0.02 * bump(0.1 * z - FIRST * seconds[c]) - 0.02 * bump(19.9 +
					SECOND * seconds[c] - 0.1 * z));
				before[z] = frame;
			}
		}
		return Kymograph.of(values, null, TimeAxis.of(seconds), 1e-7, KymographQuantity.INTENSITY_RATE, 1, List.of());
	}

	/** A Gaussian of 1 um whose leading half maximum is at 0. */
	private static double bump(final double ahead) {
		final double x = ahead + Math.sqrt(2 * Math.log(2));
		return Math.exp(-0.5 * x * x);
	}

	/** A path drawn on the first front, 0.3 um off. */
	public static FrontPath nearFirst() {
		return FrontPath.of(new double[] { 4, 16 }, new double[] { 1.7e-6, 7.7e-6 });
	}
}
