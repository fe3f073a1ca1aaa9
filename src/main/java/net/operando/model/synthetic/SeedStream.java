package net.operando.model.synthetic;

import org.apache.commons.math3.util.FastMath;

/**
 * Random numbers that belong to one stage (and, where given, one frame) of one seed, so that no stage changes the numbers
 * of another and frames can be computed in any order. SplitMix64 (Steele, Lea and Flood, OOPSLA 2014); normal deviates by
 * Marsaglia's polar method. Not thread-safe: one stream per use.
 */
final class SeedStream {

	private static final long GOLDEN = 0x9e3779b97f4a7c15L;

	private long state;
	private double spare = Double.NaN;

	private SeedStream(final long state) {
		this.state = state;
	}

	/** The stream of a stage. */
	static SeedStream of(final long seed, final String stage) {
		return of(seed, stage, 0);
	}

	/** The stream of a stage at one index, for example a frame. */
	static SeedStream of(final long seed, final String stage, final long index) {
		return new SeedStream(mix(mix(seed + GOLDEN * stage.hashCode()) + GOLDEN * index));
	}

	/** The 64 bits that belong to a lattice point: a hash, not a sequence. */
	static long hash(final long seed, final long i, final long j) {
		return mix(mix(mix(seed) + GOLDEN * i) + GOLDEN * j);
	}

	/** Uniform in [0, 1) from the upper 53 bits. */
	static double uniform(final long bits) {
		return (bits >>> 11) * 0x1.0p-53;
	}

	static long mix(final long value) {
		long z = value;
		z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
		z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
		return z ^ z >>> 31;
	}

	long bits() {
		state += GOLDEN;
		return mix(state);
	}

	/** Uniform in [0, 1). */
	double uniform() {
		return uniform(bits());
	}

	/** Uniform between two bounds. */
	double between(final double low, final double high) {
		return low + (high - low) * uniform();
	}

	/** Normal with mean 0 and standard deviation 1. */
	double normal() {
		if (!Double.isNaN(spare)) {
			final double value = spare;
			spare = Double.NaN;
			return value;
		}
		double u;
		double v;
		double s;
		do {
			u = 2 * uniform() - 1;
			v = 2 * uniform() - 1;
			s = u * u + v * v;
		}
		while (s >= 1 || s == 0);
		final double f = Math.sqrt(-2 * FastMath.log(s) / s);
		spare = v * f;
		return u * f;
	}
}
