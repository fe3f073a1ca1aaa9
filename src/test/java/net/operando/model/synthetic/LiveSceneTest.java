package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class LiveSceneTest {

	private static final Scene SCENE = Scene.defaults().withSeed(8).withField(160, 100).withRod(RodGeometry.defaults()
		.withSize(4, 1.6)).withDrift(Drift.typical());

	@Test
	void anExposureDependsOnItsOwnTimeAndPlaceOnly() {
		final LiveScene scene = LiveScene.of(SCENE);
		final short[] buffer = new short[scene.width() * scene.height()];
		final short[] first = scene.expose(3, 8, 1, 0.2, 0, 0, null).clone();
		assertSame(buffer, scene.expose(4, 8, 1, -3, 1, 300, buffer));
		assertFalse(Arrays.equals(first, buffer));
		assertArrayEquals(first, scene.expose(3, 8, 1, 0.2, 0, 0, buffer));
		assertArrayEquals(first, LiveScene.of(SCENE).expose(3, 8, 1, 0.2, 0, 0, null));
	}

	/** Against the light that the scene's own renderer gives: the camera's noise, of variance e + 6.8^2, in whole counts. */
	@Test
	void noiseIsThatOfTheCamera() {
		final LiveScene live = LiveScene.of(SCENE);
		final int number = 30_000;
		final Scene scene = live.scene();
		final double[] electrons = new SceneRenderer(scene, scene.rodStates(), Rows.IN_TURN).electrons(3, scene.drift().pose(
			scene.seed(), number, 3));
		final short[] counts = live.expose(3, 4, 1, 0, 0, 0, null);
		double sum = 0;
		double square = 0;
		int n = 0;
		int hot = 0;
		for (int i = 0; i < counts.length; i++) {
			final double e = 0.5 * electrons[i];
			final double q = ((counts[i] & 0xffff) * 0.51 - e) / Math.sqrt(e + 6.8 * 6.8 + 0.51 * 0.51 / 12);
			if (q > 7) hot++;
			else {
				sum += q;
				square += q * q;
				n++;
			}
		}
		// four standard errors
		assertEquals(0, sum / n, 4 / Math.sqrt(n));
		assertEquals(1, square / n, 4 * Math.sqrt(2.0 / n));
		// a share of 4e-5 of 64 000, some of which may be one pixel
		assertTrue(hot >= 1 && hot <= 3, "hot pixels " + hot);
	}

	@Test
	void withoutLightThereIsReadNoiseOnly() {
		final short[] counts = LiveScene.of(SCENE).expose(3, 8, 0, 0, 0, 0, null);
		double square = 0;
		for (final short c : counts)
			square += (c < 3000 ? c * c : 0) / (double) counts.length;
		// the half below 0 is cut off: half of (6.8 / .51)^2, rounding aside; four standard errors of a square's mean are 4 %
		assertEquals(0.5 * Math.pow(6.8 / 0.51, 2), square, 0.04 * 90);
	}
}
