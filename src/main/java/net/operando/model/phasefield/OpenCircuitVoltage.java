package net.operando.model.phasefield;

import net.operando.base.InvalidInputException;
import net.operando.base.numeric.Pchip;

/**
 * Open-circuit voltage E(x) against lithium in V. Immutable and thread-safe.
 */
public abstract class OpenCircuitVoltage {

	/** Faraday constant, C/mol (CODATA 2018). */
	public static final double FARADAY = 96485.33212;
	/** Molar gas constant, J/(mol K) (CODATA 2018). */
	public static final double GAS = 8.31446261815324;

	/** A logarithm needs x strictly inside 0..1; nearer the ends than this it is continued by its tangent. */
	private static final double EDGE = 1e-6;

	/** E at x in V. */
	public abstract double value(double x);

	/** dE/dx in V. */
	public abstract double slope(double x);

	/** Whether E falls strictly with x, so that one voltage means one x. */
	public abstract boolean isFalling();

	/**
	 * The x with this voltage; beyond 0..1 where the curve, continued by its tangent, has it there.
	 *
	 * @throws IllegalStateException if E does not fall strictly
	 */
	public abstract double content(double volts);

	/**
	 * A table interpolated by PCHIP and continued by straight lines.
	 *
	 * @throws InvalidInputException if x is not monotone, or the numbers cannot be x and volts
	 */
	public static OpenCircuitVoltage ofTable(final double[] x, final double[] volts) {
		final Pchip table = Pchip.of(x, volts, "the open-circuit voltage table");
		Diffusivity.requireContent(x, "the open-circuit voltage table");
		for (final double v : volts)
			if (!(v > -2 && v < 10)) throw new InvalidInputException("An open-circuit voltage of " + v +
				" cannot be meant: give it in V against lithium.");
		return new Table(table);
	}

	/**
	 * A lattice gas with nearest-neighbour interaction: {@code E = E0 - (R T / F) (ln(x / (1-x)) + w (1 - 2x))}.
	 *
	 * @param standardVolts E at x = 1/2
	 * @param interaction w, in units of R T; above 2 the mixture separates
	 * @param kelvin temperature
	 */
	public static OpenCircuitVoltage ofLatticeGas(final double standardVolts, final double interaction,
		final double kelvin)
	{
		return new LatticeGas(standardVolts, interaction, GAS * kelvin / FARADAY);
	}

	private static final class Table extends OpenCircuitVoltage {

		private final Pchip table;
		private final double firstSlope;
		private final double lastSlope;
		private final boolean falling;

		Table(final Pchip table) {
			this.table = table;
			firstSlope = Math.min(-0.1, table.derivative(table.from()));
			lastSlope = Math.min(-0.1, table.derivative(table.to()));
			falling = table.isStrictlyMonotone() && table.value(table.from()) > table.value(table.to());
		}

		@Override
		public double value(final double x) {
			if (x < table.from()) return table.value(x) + firstSlope * (x - table.from());
			if (x > table.to()) return table.value(x) + lastSlope * (x - table.to());
			return table.value(x);
		}

		@Override
		public double slope(final double x) {
			return x < table.from() ? firstSlope : x > table.to() ? lastSlope : table.derivative(x);
		}

		@Override
		public boolean isFalling() {
			return falling;
		}

		@Override
		public double content(final double volts) {
			if (!falling) throw new IllegalStateException("voltage does not fall with x");
			final double top = table.value(table.from());
			final double bottom = table.value(table.to());
			if (volts > top) return table.from() + (volts - top) / firstSlope;
			if (volts < bottom) return table.to() + (volts - bottom) / lastSlope;
			return table.inverse(volts);
		}
	}

	private static final class LatticeGas extends OpenCircuitVoltage {

		private final double standard;
		private final double interaction;
		private final double thermalVolts;

		LatticeGas(final double standard, final double interaction, final double thermalVolts) {
			this.standard = standard;
			this.interaction = interaction;
			this.thermalVolts = thermalVolts;
		}

		private double inside(final double x) {
			return standard - thermalVolts * (Math.log(x / (1 - x)) + interaction * (1 - 2 * x));
		}

		private double slopeInside(final double x) {
			return -thermalVolts * (1 / (x * (1 - x)) - 2 * interaction);
		}

		@Override
		public double value(final double x) {
			if (x < EDGE) return inside(EDGE) + slopeInside(EDGE) * (x - EDGE);
			if (x > 1 - EDGE) return inside(1 - EDGE) + slopeInside(1 - EDGE) * (x - 1 + EDGE);
			return inside(x);
		}

		@Override
		public double slope(final double x) {
			return slopeInside(Math.max(EDGE, Math.min(1 - EDGE, x)));
		}

		@Override
		public boolean isFalling() {
			return interaction < 2;
		}

		@Override
		public double content(final double volts) {
			if (!isFalling()) throw new IllegalStateException("voltage does not fall with x");
			if (volts > inside(EDGE)) return EDGE + (volts - inside(EDGE)) / slopeInside(EDGE);
			if (volts < inside(1 - EDGE)) return 1 - EDGE + (volts - inside(1 - EDGE)) / slopeInside(1 - EDGE);
			double low = EDGE;
			double high = 1 - EDGE;
			double x = 0.5;
			for (int i = 0; i < 200; i++) {
				final double f = inside(x) - volts;
				if (f > 0) low = x;
				else high = x;
				double next = x - f / slopeInside(x);
				if (!(next > low && next < high)) next = 0.5 * (low + high);
				if (Math.abs(next - x) <= 2 * Math.ulp(x)) return next;
				x = next;
			}
			return x;
		}
	}
}
