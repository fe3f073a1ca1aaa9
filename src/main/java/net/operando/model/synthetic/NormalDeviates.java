package net.operando.model.synthetic;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/**
 * Normal deviates of mean 0 and standard deviation 1, exact but for rounding, by the ziggurat (Marsaglia and Tsang, J. Stat.
 * Softw. 5 (2000) 8): 256 layers of equal area cover half the bell; layer and place are drawn from separate bits (Doornik
 * 2005). Several times as fast as the polar method of {@link SeedStream#normal()}. Thread-safe; the stream is not.
 */
final class NormalDeviates {

	private static final int LAYERS = 256;
	/** Where the tail begins with 256 layers: the value for which the uppermost layer ends at the peak. */
	static final double TAIL = 3.6541528853610088;
	/** Right end of each layer; the first is that of the lowest layer if its tail were a rectangle, too. */
	private static final double[] END = ends();
	/** The bell's height at each end. */
	private static final double[] HEIGHT = heights();

	private NormalDeviates() {}

	private static double bell(final double x) {
		return FastMath.exp(-0.5 * x * x);
	}

	private static double[] ends() {
		final double area = TAIL * bell(TAIL) + FastMath.sqrt(FastMath.PI / 2) * Erf.erfc(TAIL / FastMath.sqrt(2));
		final double[] end = new double[LAYERS + 1];
		end[0] = area / bell(TAIL);
		end[1] = TAIL;
		for (int i = 2; i < LAYERS; i++)
			end[i] = FastMath.sqrt(-2 * FastMath.log(area / end[i - 1] + bell(end[i - 1])));
		return end;
	}

	private static double[] heights() {
		final double[] height = new double[LAYERS + 1];
		for (int i = 0; i <= LAYERS; i++)
			height[i] = bell(END[i]);
		return height;
	}

	/** By how much the uppermost layer misses the bell's peak; 0 if the tail begins where it should. */
	static double misfit() {
		return END[LAYERS - 1] * (1 - HEIGHT[LAYERS - 1]) / (END[0] * HEIGHT[1]) - 1;
	}

	/** The next deviate of a stream. */
	static double next(final SeedStream stream) {
		while (true) {
			final long bits = stream.bits();
			final int layer = (int) bits & LAYERS - 1;
			// the upper 54 bits as a number from -1 to 1
			final double x = (bits >> 10) * 0x1.0p-53 * END[layer];
			final double size = Math.abs(x);
			if (size < END[layer + 1]) return x;
			if (layer == 0) return Math.copySign(beyondTail(stream), x);
			if (HEIGHT[layer] + stream.uniform() * (HEIGHT[layer + 1] - HEIGHT[layer]) < bell(x)) return x;
		}
	}

	/** A deviate beyond the beginning of the tail, by rejection from an exponential (Marsaglia 1964). */
	private static double beyondTail(final SeedStream stream) {
		double beyond;
		double other;
		do {
			beyond = -FastMath.log(1 - stream.uniform()) / TAIL;
			other = -FastMath.log(1 - stream.uniform());
		}
		while (2 * other <= beyond * beyond);
		return TAIL + beyond;
	}
}
