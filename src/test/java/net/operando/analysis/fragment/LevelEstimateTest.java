package net.operando.analysis.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.data.movie.LinePath;

/** {@link LevelEstimate} and {@link PiecePixels} on images made here. */
class LevelEstimateTest {

	private static final int W = 120;
	private static final int H = 40;

	/** The value at a place along the rod in px. */
	private interface Light {

		double at(double along, double across);
	}

	private static float[] image(final Light light) {
		final float[] image = new float[W * H];
		for (int i = 0; i < image.length; i++)
			image[i] = (float) light.at(i % W - 10, i / W - 20);
		return image;
	}

	private static PiecePixels pixels(final float[] image, final double start, final double end) {
		final RodStrip strip = RodStrip.of(LinePath.straight(10, 20, 110, 20), W, H, 18);
		final RodOutline outline = RodOutline.of(image, strip, 24, 10);
		return PiecePixels.of(image, strip, outline, start, end, 3, 0);
	}

	@Test
	void aFaceThatMovesByAFractionOfAPixelChangesTheMeanByAsMuch() {
		final float[] slope = image((s, u) -> 1000 + s);
		final double a = pixels(slope, 20, 60).mean();
		final double b = pixels(slope, 20.25, 60.25).mean();
		assertEquals(1040, a, 1e-3);
		assertEquals(0.25, b - a, 1e-3);
	}

	/** Little more than a turn of a fringe, with both extremes: the mean is off by the fringe, the level is not. */
	@Test
	void theLevelIsFreeOfFringes() {
		final float[] fringes = image((s, u) -> 1000 * (1 + 0.3 * Math.cos(0.2 * s - 0.5 + 0.001 * u * u)));
		final PiecePixels p = pixels(fringes, 0, 42);
		final LevelEstimate level = LevelEstimate.of(p, 10, 200, 1);
		assertTrue(Math.abs(p.mean() - 1000) > 15, "the mean is off: " + p.mean());
		// the quantiles lie 1.2 % of the swing of 300 inside the extremes, more where an extreme is met once; twice that is allowed
		assertEquals(1000, level.level(), 8);
		assertEquals(300, level.swingOverRoot() * Math.sqrt(level.level()), 12);
	}

	/** A piece that lacks an extreme says so: it is off by the difference of the swings, and its interval is that wide. */
	@Test
	void phasesThatAreLackingWidenTheInterval() {
		final float[] image = image((s, u) -> (s < 50 ? 1 : 1.5) * 1000 * (1 + 0.3 / Math.sqrt(s < 50 ? 1 : 1.5) * Math.cos(s < 50 ? 0.2 * s
			: 0.02 * (s - 50))));
		final LevelEstimate whole = LevelEstimate.of(pixels(image, 0, 50), 10, 200, 1);
		final LevelEstimate part = LevelEstimate.of(pixels(image, 50, 100), 10, 200, 2);
		final double swing = Math.max(whole.swingOverRoot(), part.swingOverRoot());
		final net.operando.base.quantity.Estimate ratio = part.over(whole, swing, "ratio");
		assertTrue(ratio.value() > 1.6, "off: " + ratio);
		assertTrue(ratio.covers(1.5), ratio.toString());
		assertTrue(ratio.standardError() / ratio.value() > 0.06, ratio.toString());
	}

	/** Speckle wider than a pixel: intervals that took pixels for independent would hold the truth in a fifth of cases. */
	@Test
	void theIntervalCountsTheCorrelationOfSpeckle() {
		int covered = 0;
		final int runs = 120;
		for (int run = 0; run < runs; run++) {
			final Random random = new Random(run);
			final double[][] w = new double[40][3];
			for (final double[] v : w) {
				final double k = 2 * Math.PI / (5 + 8 * random.nextDouble());
				final double a = 2 * Math.PI * random.nextDouble();
				v[0] = k * Math.cos(a);
				v[1] = k * Math.sin(a);
				v[2] = 2 * Math.PI * random.nextDouble();
			}
			final float[] image = image((s, u) -> {
				double sum = 0;
				for (final double[] v : w)
					sum += Math.cos(v[0] * s + v[1] * u + v[2]);
				return (s < 50 ? 1000 : 1400) * (1 + 0.06 * sum * Math.sqrt(2.0 / w.length));
			});
			final LevelEstimate a = LevelEstimate.of(pixels(image, 0, 50), 10, 150, run);
			final LevelEstimate b = LevelEstimate.of(pixels(image, 50, 100), 10, 150, run + 1000);
			if (b.over(a, Math.max(a.swingOverRoot(), b.swingOverRoot()), "ratio").covers(1.4)) covered++;
		}
		// 95 % of 120 is 114; it may be cautious, as light that is not even is counted, but not bold: 3 standard deviations of 2.4 below
		assertTrue(covered >= 107, covered + " of " + runs);
	}

	@Test
	void lightIsFollowedAndTheUnlitPartIsTheDarkLevel() {
		final RodStrip strip = RodStrip.of(LinePath.straight(10, 20, 110, 20), W, H, 18);
		final Light scene = (s, u) -> s < 0 ? 100 : Math.abs(u) < 6 ? 1500 : 600 + 10 * Math.sin(s + 2 * u);
		final float[] reference = image(scene);
		final RodOutline outline = RodOutline.of(reference, strip, 12, 5);
		assertEquals(100, Surroundings.dark(reference, outline), 1e-3);
		final float[] brighter = image((s, u) -> Math.abs(u) < 6 ? 3000 : 1.07 * scene.at(s, u));
		// the median of equal ratios, in 32 bit
		assertEquals(1.07, Surroundings.gain(brighter, reference, strip, outline, 5), 1e-5);
		assertEquals(0, Surroundings.dark(image((s, u) -> 600), outline), "all is lit");
	}
}
