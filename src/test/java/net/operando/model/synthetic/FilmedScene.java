package net.operando.model.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.operando.data.io.Json;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.DriftCorrectedMovie;
import net.operando.data.movie.FrameShift;
import net.operando.data.movie.FrameShifts;
import net.operando.data.movie.Movie;
import net.operando.study.FrameFile;

/**
 * A scene filmed for a study: rendered once, without the camera's noise, at the size of its stored pixels and with one exposure per
 * stored frame, which takes a tenth of the time; and what is true of it, which a movie from disk does not tell. Closing it deletes
 * its files.
 */
public final class FilmedScene implements AutoCloseable {

	private final Scene scene;
	private final int exposures;
	private final int bin;
	private final SyntheticMovie rendered;
	private final FrameFile clean;

	private FilmedScene(final Scene asked) {
		bin = asked.spatialBin();
		exposures = bin * bin * asked.timing().temporalBin();
		final Timing timing = asked.timing();
		// a stored frame is lost if one of its exposures is
		final Timing single = timing.withRate(1 / timing.frameSeconds(), 1, timing.seconds());
		scene = Json.read(asked.withTiming(single).withSensor(asked.sensor().withoutNoise()).toJson().replaceFirst(
			"\"spatialBin\":\\s*\\d+", "\"spatialBin\": 1"), Scene.class, "the scene");
		rendered = SyntheticMovie.of("filmed", scene);
		clean = FrameFile.of(rendered, (frame, samples) -> {});
	}

	/** Renders it. @param scene with the timing a user would ask for */
	public static FilmedScene of(final Scene scene) {
		return new FilmedScene(scene);
	}

	public Scene scene() {
		return scene;
	}

	/** What the camera sees, with a draw of its noise; to be closed. */
	public FrameFile noisy(final long seed) {
		return clean.withNoise(seed, exposures, bin);
	}

	/** The movie without noise, the lamp's drift and the brightening at the onset, and held still by the true movement of the sample. */
	public Movie truth() {
		final List<FrameShift> shifts = new ArrayList<>();
		final List<Timing.FrameTime> schedule = rendered.schedule();
		for (final Timing.FrameTime time : schedule) {
			final Drift.Pose pose = scene.drift().pose(scene.seed(), time.firstRaw(), time.rawSeconds(0));
			shifts.add(FrameShift.of(pose.x_um() / scene.pixel_um(), pose.y_um() / scene.pixel_um(), pose.rotationDegrees()));
		}
		return DriftCorrectedMovie.of(clean, FrameShifts.of(clean.times(), shifts));
	}

	/** By what the brightness of the rod is raised at a time by all that is homogeneous: the lamp's drift and the brightening at the onset. */
	public double homogeneous(final double seconds) {
		return scene.illumination().lamp(scene.seed(), seconds) * scene.onset().factor(scene.cell(), scene.rods().get(0).startX(scene
			.cell()), seconds);
	}

	/** The potentiostat's files. */
	public void writeEchem(final Path folder) throws IOException {
		EchemFolder.write(scene, folder);
	}

	/** Rates of the first rod's content, as the solver has it, at the times of other rates and along the line as it lies in the image. */
	public Kymograph composition(final Kymograph like) {
		final RodState rod = rendered.rod();
		final float[][] values = new float[like.columns()][like.rows()];
		final double half = 0.5 * like.lagSeconds();
		for (int c = 0; c < values.length; c++) {
			final double t = like.times().seconds(c);
			final RodSnapshot early = rod.at(t - half);
			final RodSnapshot late = rod.at(t + half);
			for (int z = 0; z < values[c].length; z++) {
				final double um = z * like.positionStepMetres() * 1e6;
				values[c][z] = (float) ((late.x(um) - early.x(um)) / (2 * half));
			}
		}
		return Kymograph.of(values, null, like.times(), like.positionStepMetres(), KymographQuantity.COMPOSITION_RATE, like
			.lagSeconds(), List.of());
	}

	/** How far the sample moves from one time to another, um. */
	public double moved(final double from, final double to) {
		final Drift.Pose a = scene.drift().pose(scene.seed(), 0, from);
		final Drift.Pose b = scene.drift().pose(scene.seed(), 0, to);
		return Math.hypot(b.x_um() - a.x_um(), b.y_um() - a.y_um());
	}

	@Override
	public void close() {
		clean.close();
		rendered.close();
	}
}
