package net.operando.model.phasefield;

/**
 * How much lithium enters through a surface at a given rod voltage, for plain diffusion: surface and middle of the
 * outermost cell are joined by half a cell, {@code j = (K(x_surface) - K(x)) / halfWidth}. Immutable.
 */
abstract class SurfaceLaw {

	/** A flux over the greatest content, m/s (positive into the rod), and its derivatives. */
	static final class Flux {

		double value;
		double byContent;
		/** By x of the next cell inwards, which matters with gradient energy only. */
		double byNeighbour;
		double byVolts;
	}

	final OpenCircuitVoltage voltage;
	final Diffusivity diffusivity;

	private SurfaceLaw(final OpenCircuitVoltage voltage, final Diffusivity diffusivity) {
		this.voltage = voltage;
		this.diffusivity = diffusivity;
	}

	/** The surface is at the rod's voltage: E(x_surface) = V. */
	static SurfaceLaw equalPotential(final OpenCircuitVoltage voltage, final Diffusivity diffusivity) {
		return new EqualPotential(voltage, diffusivity);
	}

	/**
	 * The surface takes {@code j = 2 j0 sinh(F (E(x_surface) - V) / (2 R T))}.
	 *
	 * @param exchangeFlux j0 over the greatest content, m/s
	 */
	static SurfaceLaw butlerVolmer(final OpenCircuitVoltage voltage, final Diffusivity diffusivity,
		final double exchangeFlux, final double kelvin)
	{
		return new ButlerVolmer(voltage, diffusivity, exchangeFlux, OpenCircuitVoltage.FARADAY / (2 *
			OpenCircuitVoltage.GAS * kelvin));
	}

	/** Whether the law can be solved for x at a given voltage. */
	boolean isInvertible() {
		return voltage.isFalling() && diffusivity.isPositive();
	}

	/**
	 * @param volts voltage of the rod against lithium
	 * @param content x in the middle of the outermost cell
	 * @param integral K(content)
	 * @param d D(content)
	 * @param halfWidth from the middle of the cell to its face, in m
	 */
	abstract void at(double volts, double content, double integral, double d, double halfWidth, Flux to);

	/** The voltage that goes with a given flux through one surface. */
	abstract double volts(double flux, double content, double integral, double halfWidth);

	double surfaceContent(final double flux, final double content, final double integral, final double halfWidth) {
		return flux == 0 ? content : diffusivity.inverse(integral + flux * halfWidth, content);
	}

	private static final class EqualPotential extends SurfaceLaw {

		EqualPotential(final OpenCircuitVoltage voltage, final Diffusivity diffusivity) {
			super(voltage, diffusivity);
		}

		@Override
		void at(final double volts, final double content, final double integral, final double d, final double halfWidth,
			final Flux to)
		{
			final double surface = voltage.content(volts);
			to.value = (diffusivity.integral(surface) - integral) / halfWidth;
			to.byContent = -d / halfWidth;
			to.byVolts = diffusivity.value(surface) / voltage.slope(surface) / halfWidth;
		}

		@Override
		double volts(final double flux, final double content, final double integral, final double halfWidth) {
			return voltage.value(surfaceContent(flux, content, integral, halfWidth));
		}
	}

	private static final class ButlerVolmer extends SurfaceLaw {

		private static final double MOST_EXPONENT = 300;

		private final double exchange;
		private final double perVolt;

		ButlerVolmer(final OpenCircuitVoltage voltage, final Diffusivity diffusivity, final double exchange,
			final double perVolt)
		{
			super(voltage, diffusivity);
			this.exchange = exchange;
			this.perVolt = perVolt;
		}

		private double argument(final double surface, final double volts) {
			return Math.max(-MOST_EXPONENT, Math.min(MOST_EXPONENT, perVolt * (voltage.value(surface) - volts)));
		}

		@Override
		void at(final double volts, final double content, final double integral, final double d, final double halfWidth,
			final Flux to)
		{
			// what diffusion carries rises with x at the surface, what the reaction gives falls: one solution, bracketed
			double low = Math.min(content, voltage.content(volts));
			double high = Math.max(content, voltage.content(volts));
			double x = 0.5 * (low + high);
			for (int i = 0; i < 200 && high > low; i++) {
				final double u = argument(x, volts);
				final double f = (diffusivity.integral(x) - integral) / halfWidth - 2 * exchange * Math.sinh(u);
				if (f > 0) high = x;
				else low = x;
				final double slope = diffusivity.value(x) / halfWidth - 2 * exchange * Math.cosh(u) * perVolt * voltage.slope(x);
				double next = x - f / slope;
				if (!(next > low && next < high)) next = 0.5 * (low + high);
				final boolean done = Math.abs(next - x) <= 4 * Math.ulp(x);
				x = next;
				if (done) break;
			}
			final double u = argument(x, volts);
			final double byVolts = -2 * exchange * Math.cosh(u) * perVolt;
			final double bySurface = -byVolts * voltage.slope(x);
			final double carry = diffusivity.value(x) / halfWidth;
			to.value = (diffusivity.integral(x) - integral) / halfWidth;
			to.byContent = bySurface * (d / halfWidth) / (carry - bySurface);
			to.byVolts = carry * byVolts / (carry - bySurface);
		}

		@Override
		double volts(final double flux, final double content, final double integral, final double halfWidth) {
			final double s = flux / (2 * exchange);
			final double asinh = Math.signum(s) * Math.log(Math.abs(s) + Math.sqrt(s * s + 1));
			return voltage.value(surfaceContent(flux, content, integral, halfWidth)) - asinh / perVolt;
		}
	}
}
