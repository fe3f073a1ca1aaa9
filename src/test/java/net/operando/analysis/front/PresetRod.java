package net.operando.analysis.front;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import net.operando.analysis.linecut.LagChoice;
import net.operando.analysis.linecut.LineCut;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;
import net.operando.data.movie.MovieView;
import net.operando.model.synthetic.Cell;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.Drift;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.ScenePreset;
import net.operando.model.synthetic.Timing;
import net.operando.study.NoisyMovie;

/**
 * The rod of the preset "5C from 2.8 V hold" at a C-rate, with one surface (fringes), carbon and dust: rendered once without
 * the camera's noise, of which any number of draws is then added to the pixels. Registered, so without drift. The
 * same is rendered without what is homogeneous along the rod, the brightening at the onset and the lamp's drift, for the
 * truth.
 */
final class PresetRod {

	/** Seconds before the current. */
	static final double ONSET = 10;
	/** As the analysis of an experiment does. */
	private static final double BEFORE = 5;

	final double cRate;
	final long sceneSeed;
	private final double end;
	private final CleanRod clean;
	private final NoisyMovie seen;
	private final Map<Integer, Kymograph> truths = new HashMap<>();
	private final LinePath line;

	/**
	 * @param cRate of the cell
	 * @param sceneSeed of everything but the camera's noise
	 * @param seconds under current
	 * @param framesAveraged raw frames (2 per second) per stored one
	 */
	PresetRod(final double cRate, final long sceneSeed, final double seconds, final int framesAveraged) {
		this.cRate = cRate;
		this.sceneSeed = sceneSeed;
		final Scene scene = scene(cRate, sceneSeed, seconds, framesAveraged);
		end = scene.cell().stepEndSeconds(1);
		clean = CleanRod.of(scene, ONSET - BEFORE, ONSET, end);
		seen = clean.seen();
		line = clean.line();
	}

	/** At 1C, 5C or 20C for as long as its fronts take, at 1 Hz (20C: 2 Hz). */
	static PresetRod at(final double cRate, final long sceneSeed) {
		return cRate > 10 ? new PresetRod(cRate, sceneSeed, 15, 1) : new PresetRod(cRate, sceneSeed, cRate > 2 ? 30 : 40, 2);
	}

	/** The preset cropped to its rod and without drift and faults of the timing. */
	static Scene scene(final double cRate, final long seed, final double seconds, final int framesAveraged) {
		final Scene preset = ScenePreset.HOLD_5C.scene(seed);
		return preset.withRods(preset.rods().get(0)).withField(316, 168).withDrift(Drift.none()).withTiming(Timing.defaults()
			.withRate(2, framesAveraged, ONSET + seconds)).withCell(Cell.defaults().withStartX(0.08).withSteps(0, CellStep.of(0,
				ONSET, 0), CellStep.of(cRate, seconds + 1, 0)));
	}

	/**
	 * What the camera sees with one draw of its noise, as the analysis of an experiment takes it: lag and all.
	 *
	 * @param removed whether fringes are taken out of the rates
	 */
	Measured measured(final long noiseSeed, final boolean removed) {
		final Movie movie = seen.withNoise(new Random(noiseSeed), line);
		final int first = movie.times().firstAtOrAfter(ONSET - BEFORE);
		final int last = movie.times().firstAtOrAfter(end);
		final Kymograph intensity = LineCut.kymograph(MovieView.of(movie).withFrames(first, last), line, new LineCutParameters()
			.withLagSeconds(0), Progress.NONE);
		final LagChoice choice = LagChoice.of(intensity);
		final Kymograph rate = clean.rate(movie, choice.frames(), choice.lagSeconds());
		final double[] gain = Fringes.gain(intensity.columnRange(0, movie.times().firstAtOrAfter(ONSET) - first));
		return new Measured(choice, removed ? Fringes.without(rate, gain) : rate);
	}

	/**
	 * The rates of the same movie without the camera's noise, taken as the measured ones are and with their fringes taken out
	 * likewise, less what is homogeneous: the change at the centre that brightening and lamp drift alone make.
	 */
	Kymograph truth(final LagChoice choice) {
		return truths.computeIfAbsent(choice.frames(), f -> clean.rate(f, choice.lagSeconds()));
	}

	/** How many dark fronts there are by the definitions taken literally, without noise. */
	int fronts(final LagChoice choice) {
		int n = 0;
		for (final FrontVelocity v : trace(truth(choice), new FrontParameters().withMethod(FrontMethod.PLAIN).withPolarity(
			FrontPolarity.DARK)).fronts())
			if (v.velocity().isKnown()) n++;
		return n;
	}

	FrontAnalysis trace(final Kymograph rate, final FrontParameters parameters) {
		return FrontTracer.trace(rate, parameters.between(ONSET, end), Progress.NONE);
	}

	/** Rates and how their lag was chosen. */
	static final class Measured {

		final LagChoice choice;
		final Kymograph rate;

		Measured(final LagChoice choice, final Kymograph rate) {
			this.choice = choice;
			this.rate = rate;
		}
	}
}
