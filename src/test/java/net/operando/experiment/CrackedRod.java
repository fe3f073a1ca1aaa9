package net.operando.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.operando.analysis.front.Fringes;
import net.operando.analysis.linecut.LineCut;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.BinningParameters;
import net.operando.data.movie.Movie;
import net.operando.data.movie.MovieView;
import net.operando.model.synthetic.ExperimentFormat;
import net.operando.model.synthetic.FilmedScene;
import net.operando.model.synthetic.Scene;
import net.operando.study.FrameFile;

/** A preset with a crack, filmed and analysed whole, and the rates it has without noise along the same pixels. */
final class CrackedRod implements AutoCloseable {

	final FilmedScene filmed;
	final ExperimentParameters parameters;
	/** Processor time of the analysis, s. */
	double seconds;
	private Kymograph truth;
	private double[] gain;

	private CrackedRod(final FilmedScene filmed) {
		this.filmed = filmed;
		parameters = ExperimentParameters.of(filmed.scene()).withVideos(false);
	}

	/** @param framesPerSecond NaN for the preset's */
	static CrackedRod of(final String preset, final long seed, final double framesPerSecond) {
		final Scene scene = new SyntheticSettings().withPreset(preset, seed).withCamera(Double.NaN, framesPerSecond,
			ExperimentFormat.TIFF).scene();
		return new CrackedRod(FilmedScene.of(scene));
	}

	/** With one draw of the camera's noise; its movie is closed with the result. */
	ExperimentResult analysed(final long noiseSeed) throws IOException {
		final Path echem = Files.createTempDirectory("echem");
		final FrameFile movie = filmed.noisy(noiseSeed);
		boolean done = false;
		try {
			filmed.writeEchem(echem);
			final long before = processorNanos();
			final ExperimentResult result = ExperimentAnalysis.analyse(movie, echem, parameters, Progress.NONE);
			seconds = 1e-9 * (processorNanos() - before);
			done = true;
			return result;
		}
		finally {
			if (!done) movie.close();
			try (Stream<Path> files = Files.walk(echem)) {
				for (final Path file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList()))
					Files.delete(file);
			}
		}
	}

	private static long processorNanos() {
		return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean())
			.getProcessCpuTime();
	}

	/**
	 * The rates of a step without noise, drift and what is homogeneous, cut, differenced and freed of fringes as the measured ones
	 * are, but held still by the sample's true movement.
	 *
	 * @param freed of fringes
	 */
	Kymograph truth(final StepResult step, final boolean freed) {
		final double lag = step.rate().lagSeconds();
		if (truth == null || Math.abs(truth.lagSeconds() - lag) > 0.01 * lag) cut(step, lag);
		return freed ? Fringes.without(truth, gain) : truth;
	}

	private void cut(final StepResult step, final double lag) {
		final Movie still = filmed.truth();
		final int first = still.times().firstAtOrAfter(step.startSeconds() - parameters.secondsBeforeStep());
		final int before = still.times().firstAtOrAfter(step.startSeconds());
		final int last = still.times().firstAtOrAfter(step.endSeconds());
		final int frames = (int) Math.max(1, Math.round(lag / still.times().medianIntervalSeconds()));
		Movie part = MovieView.of(still).withFrames(first, last);
		if (frames > 1) part = BinnedMovie.of(part, new BinningParameters().withSpatialBin(1).withTemporalBin(frames));
		final LineCutParameters cut = parameters.lineCut();
		final Kymograph rate = LineCut.kymograph(part, parameters.rods().get(0).path(), cut.withLagSeconds(lag), Progress.NONE);
		gain = Fringes.gain(LineCut.kymograph(MovieView.of(still).withFrames(first, before), parameters.rods().get(0).path(), cut,
			Progress.NONE));
		final float[][] values = new float[rate.columns()][rate.rows()];
		for (int c = 0; c < values.length; c++) {
			final double t = rate.times().seconds(c);
			final double h = (filmed.homogeneous(t + 0.5 * lag) / filmed.homogeneous(t - 0.5 * lag) - 1) / lag;
			for (int z = 0; z < values[c].length; z++)
				values[c][z] = (float) (rate.value(c, z) - h);
		}
		truth = Kymograph.of(values, null, rate.times(), rate.positionStepMetres(), rate.quantity(), lag, List.of());
	}

	/** Columns of rates in which the sample moves by more than .015 um, ten times what it creeps. */
	boolean[] jumps(final Kymograph rate) {
		final boolean[] jumps = new boolean[rate.columns()];
		final double half = 0.5 * rate.lagSeconds();
		for (int c = 0; c < jumps.length; c++)
			jumps[c] = filmed.moved(rate.times().seconds(c) - half, rate.times().seconds(c) + half) > 0.015;
		return jumps;
	}

	@Override
	public void close() {
		filmed.close();
	}
}
