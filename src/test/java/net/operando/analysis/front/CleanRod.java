package net.operando.analysis.front;

import java.util.List;

import net.operando.analysis.linecut.LineCut;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.BinningParameters;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;
import net.operando.data.movie.MovieView;
import net.operando.model.synthetic.Drift;
import net.operando.model.synthetic.Scene;
import net.operando.study.NoisyMovie;

/**
 * The first rod of a scene without drift and without the camera's noise: its rates are what those measured are compared
 * with. What is homogeneous along the rod, the brightening at the onset and the lamp's drift, is known by rendering the same
 * without it.
 */
public final class CleanRod {

	private final NoisyMovie seen;
	private final NoisyMovie steady;
	private final LinePath line;
	private final double begin;
	private final double onset;
	private final double end;

	private CleanRod(final NoisyMovie seen, final NoisyMovie steady, final LinePath line, final double begin, final double onset,
		final double end)
	{
		this.seen = seen;
		this.steady = steady;
		this.line = line;
		this.begin = begin;
		this.onset = onset;
		this.end = end;
	}

	/**
	 * @param scene without drift
	 * @param begin of the rates, in s
	 * @param onset of the current, in s, until which intensities tell the fringes
	 * @param end of the rates, in s
	 */
	public static CleanRod of(final Scene scene, final double begin, final double onset, final double end) {
		final double half = 0.5 * scene.rod().length_um();
		final double[] from = scene.axisPixel(-half, Drift.Pose.rest());
		final double[] to = scene.axisPixel(half, Drift.Pose.rest());
		return new CleanRod(NoisyMovie.of(scene), NoisyMovie.of(scene.withOnset(scene.onset().withRate(0, 6)).withIllumination(scene
			.illumination().withLampDrift(0, 70))), LinePath.straight(from[0], from[1], to[0], to[1]), begin, onset, end);
	}

	NoisyMovie seen() {
		return seen;
	}

	LinePath line() {
		return line;
	}

	/** Rates freed of fringes as the measured ones are, less what is homogeneous: the change at the centre that brightening and lamp alone make. */
	public Kymograph rate(final int frames, final double lagSeconds) {
		final Kymograph all = withoutFringes(seen, frames, lagSeconds);
		final Kymograph still = withoutFringes(steady, frames, lagSeconds);
		final float[][] values = new float[all.columns()][all.rows()];
		for (int c = 0; c < values.length; c++)
			for (int z = 0; z < values[c].length; z++)
				values[c][z] = all.value(c, z) - (all.value(c, values[c].length / 2) - still.value(c, values[c].length / 2));
		return Kymograph.of(values, null, all.times(), all.positionStepMetres(), all.quantity(), all.lagSeconds(), List.of());
	}

	private Kymograph withoutFringes(final NoisyMovie movie, final int frames, final double lagSeconds) {
		final int first = movie.times().firstAtOrAfter(begin);
		return Fringes.without(rate(movie, frames, lagSeconds), Fringes.gain(LineCut.kymograph(MovieView.of(movie).withFrames(first, movie
			.times().firstAtOrAfter(onset)), line, new LineCutParameters().withLagSeconds(0), Progress.NONE)));
	}

	/** Of any movie of this rod, as the analysis of an experiment takes them. */
	Kymograph rate(final Movie movie, final int frames, final double lagSeconds) {
		Movie part = MovieView.of(movie).withFrames(movie.times().firstAtOrAfter(begin), movie.times().firstAtOrAfter(end));
		if (frames > 1) part = BinnedMovie.of(part, new BinningParameters().withSpatialBin(1).withTemporalBin(frames));
		return LineCut.kymograph(part, line, new LineCutParameters().withLagSeconds(lagSeconds), Progress.NONE);
	}
}
