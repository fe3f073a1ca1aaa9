package net.operando.benchmark;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import net.operando.analysis.differential.Differential;
import net.operando.analysis.differential.DifferentialMovie;
import net.operando.analysis.differential.DifferentialParameters;
import net.operando.analysis.linecut.Interpolation;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.analysis.linecut.LineSampler;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.BinningParameters;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The hot loops of binning, differentials and line-cuts, one frame at a time on one thread. Run by
 * {@code org.openjdk.jmh.Main CutBenchmark} on the test class path; never by the test suite.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CutBenchmark {

	private static final int EDGE = 512;
	private static final int FRAMES = 40;

	@Param({ "LINEAR", "CUBIC" })
	public Interpolation interpolation;

	private MemoryMovie recorded;
	private DifferentialMovie rates;
	private LineSampler sampler;
	private float[] reused;
	private int next;

	@Setup
	public void prepare() {
		final Random random = new Random(1);
		final short[][] counts = new short[FRAMES][EDGE * EDGE];
		final float[][] values = new float[FRAMES][EDGE * EDGE];
		for (int f = 0; f < FRAMES; f++)
			for (int i = 0; i < EDGE * EDGE; i++) {
				counts[f][i] = (short) (8000 + random.nextInt(20000));
				values[f][i] = counts[f][i] & 0xffff;
			}
		final TimeAxis times = TimeAxis.nominal(FRAMES, 0.1);
		recorded = MemoryMovie.ofCounts("counts", EDGE, EDGE, counts, times, Calibration.unknown());
		rates = Differential.movie(MemoryMovie.ofValues("values", EDGE, EDGE, values, times, Calibration.unknown(), java.util.List
			.of()), new DifferentialParameters());
		sampler = LineSampler.of(recorded, LinePath.straight(40.3, 31.7, 464.8, 455.6), new LineCutParameters()
			.withWidthPixels(20).withInterpolation(interpolation));
		reused = new float[EDGE * EDGE];
	}

	private int next(final int frames) {
		next = (next + 1) % frames;
		return next;
	}

	/** 2 x 2 pixels and 5 frames of 512 x 512; a new view each time, so that nothing is kept. */
	@Benchmark
	public float[] binnedFrame() {
		return BinnedMovie.of(recorded, new BinningParameters().withTemporalBin(5)).frame(next(FRAMES / 5), null);
	}

	@Benchmark
	public float[] differentialFrame() {
		return rates.frame(next(rates.frameCount()), reused);
	}

	/** 600 positions, 20 px wide. */
	@Benchmark
	public Object lineSamples() {
		return sampler.samples(next(FRAMES));
	}
}
