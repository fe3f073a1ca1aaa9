package net.operando.analysis.linecut;

/** Where along a line the positions are. */
public enum LineSampling {

	/**
	 * From the first end in steps of exactly one pixel; the last position is less than a pixel before the line's end,
	 * which itself is a position only if the length is a whole number of pixels.
	 */
	PIXEL_STEPS {

		@Override
		int positions(final double length) {
			return (int) Math.floor(length + ROUNDING) + 1;
		}

		@Override
		double step(final double length) {
			return 1;
		}
	},
	/** Evenly from end to end, both included, in the largest steps not above one pixel: as scikit-image's profile_line. */
	END_TO_END {

		@Override
		int positions(final double length) {
			return (int) Math.ceil(length + 1);
		}

		@Override
		double step(final double length) {
			return length / (positions(length) - 1);
		}
	};

	/** So that a line of 20 px, turned, does not lose its last position to rounding; in px. */
	private static final double ROUNDING = 1e-9;

	/** Number of positions on a line of a length in px. */
	abstract int positions(double length);

	/** Distance between positions in px. */
	abstract double step(double length);
}
