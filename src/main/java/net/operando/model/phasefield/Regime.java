package net.operando.model.phasefield;

/**
 * What to expect from a rod before it is simulated, from two numbers at its start content: the Biot-like ratio of
 * current to diffusion {@code B = r l^2 / D} and the sharpening number {@code S = B |dlnD/dx|}, with r the rate of
 * change of the mean x and l from an active face to the symmetry plane or the closed end.
 * <p>
 * Source: A. J. Merryweather et al., Nature Materials 21 (2022) 1306, discussion of figure 3: a front needs both a D that
 * rises in the direction of change and a current faster than diffusion.
 */
public final class Regime {

	/** What is expected. */
	public enum Kind {
		/** S of 10 or more, D rising in the direction of change. */
		SHARP_FRONT,
		/** S of 1 to 10, D rising in the direction of change. */
		BROAD_FRONT,
		/** No front, but the surface runs ahead of the middle: B of 0.1 or more. */
		GRADIENT,
		/** Everything changes nearly evenly. */
		UNIFORM
	}

	private final double b;
	private final double s;
	private final boolean rising;

	private Regime(final double b, final double s, final boolean rising) {
		this.b = b;
		this.s = s;
		this.rising = rising;
	}

	/**
	 * @param diffusivity D(x)
	 * @param startX x at the start
	 * @param ratePerSecond rate of change of the mean x, positive for lithiation
	 * @param lengthMetres l
	 */
	public static Regime of(final Diffusivity diffusivity, final double startX, final double ratePerSecond,
		final double lengthMetres)
	{
		final double b = Math.abs(ratePerSecond) * lengthMetres * lengthMetres / diffusivity.value(startX);
		final double slope = diffusivity.logSlope(startX);
		return new Regime(b, b * Math.abs(slope), slope * ratePerSecond > 0);
	}

	/** The regime at the start of a rod's first current. */
	public static Regime of(final Material material, final Rod rod, final double cRate, final SimulationOptions options) {
		return of(material.chemicalDiffusivity(options.temperatureKelvin()), rod.startX(), cRate * options.currentShare() /
			3600, rod.halfLengthMetres());
	}

	/** B. */
	public double b() {
		return b;
	}

	/** S. */
	public double s() {
		return s;
	}

	/** Whether D rises in the direction in which x changes. */
	public boolean risesWithChange() {
		return rising;
	}

	public Kind kind() {
		if (rising && s >= 10) return Kind.SHARP_FRONT;
		if (rising && s >= 1) return Kind.BROAD_FRONT;
		return b >= 0.1 ? Kind.GRADIENT : Kind.UNIFORM;
	}
}
