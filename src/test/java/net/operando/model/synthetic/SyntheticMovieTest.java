package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import net.operando.base.InvalidInputException;
import net.operando.data.movie.PixelType;

import org.junit.jupiter.api.Test;

class SyntheticMovieTest {

	private static final Scene SMALL = Scene.defaults().withField(96, 64).withRod(RodGeometry.defaults().withSize(4, 1.6)
		.withAngleDegrees(25)).withTiming(Timing.defaults().withRate(2, 2, 20)).withCell(Cell.defaults().withSteps(-10,
			CellStep.of(0, 14, 0), CellStep.of(5, 30, 0)));

	@Test
	void aFrameDoesNotDependOnWhatWasAskedBefore() {
		final short[] late = SyntheticMovie.of("a", SMALL).frame16(7, null);
		final SyntheticMovie other = SyntheticMovie.of("b", SMALL);
		final short[][] all = IntStream.range(0, other.frameCount()).parallel().mapToObj(i -> other.frame16(i, null)).toArray(
			short[][]::new);
		assertArrayEquals(late, all[7]);
		assertTrue(!Arrays.equals(all[6], all[7]), "two frames have the same noise");
	}

	@Test
	void anotherSeedGivesAnotherSampleAndNoise() {
		final float[] one = SyntheticMovie.of("a", SMALL).frame(0, null);
		final float[] two = SyntheticMovie.of("a", SMALL.withSeed(2)).frame(0, null);
		assertTrue(!Arrays.equals(one, two));
	}

	/** Domain section 6: .28 % at 16 000 electrons per sensor pixel after means of 2 x 2 x 2. */
	@Test
	void noiseIsThatOfTheCamera() {
		final Scene bright = SMALL.withCarbon(CarbonBackground.defaults().withLevel(1, 0)).withContrast(OpticalContrast
			.defaults().withReferenceAmplitude(0)).withDust(Dust.defaults().withSpots(0)).withOnset(OnsetBrightening.defaults()
				.withRate(0, 5)).withIllumination(Illumination.defaults().withLampDrift(0, 60)).withTiming(Timing.defaults()
					.withRate(2, 2, 3));
		final float[] noisy = SyntheticMovie.of("a", bright).frame(0, null);
		final float[] clean = SyntheticMovie.of("a", bright.withSensor(bright.sensor().withoutNoise())).frame(0, null);
		double square = 0;
		int n = 0;
		for (int i = 0; i < noisy.length; i++)
			if (Math.abs(noisy[i] / clean[i] - 1) < 0.02) {
				// the level is 16 000 electrons only in the middle of the disc
				square += Math.pow(noisy[i] / clean[i] - 1, 2) * clean[i] / (16000 / 0.51);
				n++;
			}
		final double expected = Math.sqrt((16000 + 6.8 * 6.8) / 8) / 16000;
		assertEquals(0.0028, expected, 0.00001);
		// 6144 pixels: the standard deviation is known to 1 / sqrt(2 n) = .9 %, here four of them
		assertEquals(expected, Math.sqrt(square / n), 4 * expected / Math.sqrt(2 * n));
		// hot pixels: a share of 4e-5 of the 24 576 sensor pixels
		assertEquals(1, noisy.length - n, "pixels out of line");
	}

	@Test
	void carbonHasItsLevelAndContrast() {
		final Scene carbon = Scene.defaults().withField(360, 360).withRod(RodGeometry.defaults().withCentre(100, 100)).withDust(
			Dust.defaults().withSpots(0)).withTiming(Timing.defaults().withRate(2, 2, 1));
		final double[] mean = new double[6];
		final double[] contrast = new double[6];
		for (int s = 0; s < 6; s++) {
			final Scene scene = carbon.withSeed(s).withSensor(Sensor.defaults().withoutNoise());
			final float[] frame = SyntheticMovie.of("a", scene).frame(0, null);
			double sum = 0;
			double square = 0;
			int n = 0;
			for (int r = 60; r < 300; r++)
				for (int c = 60; c < 300; c++, n++) {
					final double v = frame[r * 360 + c];
					sum += v;
					square += v * v;
				}
			mean[s] = sum / n / (16000 / 0.51);
			contrast[s] = Math.sqrt(square / n - sum * sum / n / n) / (sum / n);
		}
		// a clump's correlation covers 4 pi .75^2 = 7 um2, so six fields of 277 um2 hold 240: at their share of the contrast
		// (.15) the mean is known to 1 %, the contrast to 2 %; three times that, and 2 % less light outwards
		assertEquals(0.4 * 0.98, Arrays.stream(mean).average().getAsDouble(), 0.4 * 0.03);
		assertEquals(0.26, Arrays.stream(contrast).average().getAsDouble(), 0.26 * 0.06);
		for (final double c : contrast)
			assertTrue(c >= 0.2, "contrast " + c);
	}

	@Test
	void fringesAreThirtyPercent() {
		assertEquals(0.30, OpticalContrast.defaults().fringeContrast(), 0.005);
		final OpticalContrast c = OpticalContrast.defaults();
		assertEquals(1, 0.5 * (c.intensity(1, 1) + c.intensity(1, -1)), 1e-12);
		// bright rods: the particle's field grows, the window's does not, so fringes fade
		final double swing = (c.intensity(2, 1) - c.intensity(2, -1)) / (c.intensity(2, 1) + c.intensity(2, -1));
		assertTrue(swing < 0.22, "swing " + swing);
	}

	@Test
	void theSceneIsTheSameAfterJson() {
		final Scene scene = SMALL.withDrift(Drift.typical()).withSeed(77);
		final Scene back = Scene.fromJson(scene.toJson());
		assertEquals(scene.toJson(), back.toJson());
		assertArrayEquals(SyntheticMovie.of("a", scene).frame16(3, null), SyntheticMovie.of("a", back).frame16(3, null));
		assertThrows(InvalidInputException.class, () -> Scene.fromJson("{\"sed\": 3}"));
	}

	@Test
	void noiseFreeMoviesAreFloatingPoint() {
		assertEquals(PixelType.FLOAT32, SyntheticMovie.of("a", SMALL.withSensor(Sensor.defaults().withoutNoise()))
			.pixelType());
		assertEquals(PixelType.UINT16, SyntheticMovie.of("a", SMALL).pixelType());
	}

	/** A shift of whole pixels moves carbon and rod alike by just that. */
	@Test
	void driftMovesTheSampleAndNotTheDust() {
		final Scene still = SMALL.withSensor(Sensor.defaults().withoutNoise()).withDust(Dust.defaults().withSpots(0))
			.withTiming(Timing.defaults().withRate(2, 2, 4).withFaults(0, 0)).withIllumination(Illumination.defaults()
				.withLampDrift(0, 60));
		// frame 1 is at 1.254 s, in the mean of its two exposures
		final double perMinute = 3 * 0.0694 * 60 / 1.254;
		final SceneRenderer renderer = new SceneRenderer(still, still.rodStates(), Rows.IN_TURN);
		final Drift.Pose pose = Drift.none().withCreep(perMinute, 0).pose(1, 0, 1.254);
		assertEquals(3 * 0.0694, pose.x_um(), 1e-12);
		final double[] a = renderer.electrons(1, Drift.Pose.rest());
		final double[] b = renderer.electrons(1, pose);
		final int w = renderer.width();
		double worst = 0;
		for (int r = 10; r < renderer.height() - 10; r++)
			for (int c = 20; c < w - 20; c++)
				worst = Math.max(worst, Math.abs(b[r * w + c + 6] / a[r * w + c] - 1));
		// the light of the disc stays behind: over .2 um it changes by at most 12 % * 2 * 3 / 17.5^2 * .2
		assertTrue(worst < 1.2e-3, "worst " + worst);
	}
}
