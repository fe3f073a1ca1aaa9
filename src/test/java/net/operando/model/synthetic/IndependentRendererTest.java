package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Paths;

import net.operando.base.Progress;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Noise-free frames against those of src/test/python/render_scene.py, which draws the same scenes another way. Its frames are
 * stored; to make them anew: {@code mvn test -Dtest=IndependentRendererTest -Doperando.writeScenes=FOLDER}, then for each
 * folder in it {@code python3 src/test/python/render_scene.py FOLDER/NAME NAME.npy FRAMES}, kept without the 128 bytes of header as
 * {@code src/test/resources/net/operando/model/synthetic/NAME.f32}.
 */
class IndependentRendererTest {

	/**
	 * Small scenes that hold every stage between them, and the frames compared, counted from 1: none in which the current is
	 * switched or lithium is cut, where x(t) bends between the frames it is stored at.
	 */
	enum Case {
		PRESCRIBED(2, 14, 24) {

			@Override
			Scene scene() {
				return Scene.defaults().withSeed(5).withField(128, 72).withRod(RodGeometry.defaults().withSize(6.2, 1.9)
					.withAngleDegrees(21).withCentre(0.041, -0.013)).withFronts(PrescribedFronts.defaults().withSpeeds(400, 250))
					.withTiming(Timing.defaults().withRate(2, 2, 26).withFaults(4, 0.02)).withCell(Cell.defaults().withSteps(-25,
						CellStep.of(0, 30, 0.4), CellStep.of(5, 14, 0.4), CellStep.of(0, 30, 0)));
			}
		},
		CRACKED(6, 12, 17) {

			@Override
			Scene scene() {
				final SceneRod rod = SceneRod.of(RodGeometry.defaults().withSize(5.4, 1.7).withAngleDegrees(-63).withCentre(0.2,
					-0.1), SceneRod.Drive.SIMULATED).withContent(0.6, 0.4).withActiveEnds(true, false).withCracks(Crack.at(6, 2.3)
						.withGap(30, 200)).withSidePatches(SidePatch.at(3.9, 0.5));
				final SceneRod other = SceneRod.of(RodGeometry.defaults().withSize(2.1, 0.9).withAngleDegrees(15).withCentre(-2.2,
					0.9), SceneRod.Drive.EVEN).withContent(0.3, 0).withReflectivity(0.9);
				return Scene.defaults().withSeed(9).withField(104, 104).withRods(rod, other).withDrift(Drift.typical())
					.withIllumination(Illumination.defaults().withRodElectrons(9000)).withTiming(Timing.defaults().withRate(10, 15,
						40)).withCell(Cell.defaults().withStartX(0.7).withSteps(-20, CellStep.of(0, 24, 0), CellStep.of(-20, 60,
							0)));
			}
		};

		final int[] frames;

		Case(final int... frames) {
			this.frames = frames;
		}

		abstract Scene scene();
	}

	@ParameterizedTest
	@EnumSource
	void framesAgree(final Case one) throws IOException {
		final String folder = System.getProperty("operando.writeScenes");
		if (folder != null) SyntheticExperiment.write(one.scene(), Paths.get(folder).resolve(one.name().toLowerCase()),
			Progress.NONE);
		final Scene scene = one.scene().withSensor(Sensor.defaults().withoutNoise());
		final SyntheticMovie movie = SyntheticMovie.of("a", scene);
		final int pixels = movie.width() * movie.height();
		final float[] reference = reference(one.name().toLowerCase() + ".f32");
		assertEquals(one.frames.length * pixels, reference.length);
		double worst = 0;
		double square = 0;
		for (int f = 0; f < one.frames.length; f++) {
			final float[] frame = movie.frame(one.frames[f] - 1, null);
			for (int i = 0; i < pixels; i++) {
				final double difference = frame[i] / reference[f * pixels + i] - 1;
				worst = Math.max(worst, Math.abs(difference));
				square += difference * difference / reference.length;
			}
		}
		// stored x(z) is linear over .1 um and a frame, carbon is interpolated where the sample drifts: some 1e-4 each
		assertTrue(worst < 1e-3, "worst pixel " + worst + ", rms " + Math.sqrt(square));
	}

	private static float[] reference(final String name) throws IOException {
		try (InputStream in = IndependentRendererTest.class.getResourceAsStream(name)) {
			final ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
			final float[] samples = new float[bytes.remaining() / Float.BYTES];
			bytes.asFloatBuffer().get(samples);
			return samples;
		}
	}
}
