package net.operando.model.titration;

import java.util.Locale;

import org.apache.commons.math3.special.Erf;

import net.operando.base.InvalidInputException;

/** How the signal of a PFG-NMR experiment falls with its gradient: {@code signal = A Psi(b)}. Stateless. */
public enum PfgModel {

	/**
	 * Motion along channels of one direction per crystal, all directions in the powder: {@code Psi = (sqrt(pi)/2) erf(sqrt
	 * b)/sqrt b}, {@code b = (gamma delta g)^2 <z2> / 2}, {@code <z2> = factor D Delta} (the integral over the sphere of the
	 * paper's equation 1 in closed form).
	 */
	POWDER_1D("1D powder"),
	/** Free motion in all directions: {@code Psi = exp(-b)}, {@code b = (gamma delta g)^2 (Delta - delta/3) D}. */
	ISOTROPIC("Isotropic");

	private final String label;

	PfgModel(final String label) {
		this.label = label;
	}

	/** As shown in a dialog. */
	public String label() {
		return label;
	}

	/**
	 * The model of a label or name.
	 *
	 * @throws InvalidInputException if there is none
	 */
	public static PfgModel of(final String text) {
		for (final PfgModel m : values())
			if (m.label.equalsIgnoreCase(text) || m.name().equalsIgnoreCase(text)) return m;
		throw new InvalidInputException("'" + text + "' is no model of PFG-NMR: choose 1D powder or Isotropic.");
	}

	/** As written in files: "powder_1d". */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Psi(b), 1 at b = 0; to 1e-14. */
	public double attenuation(final double b) {
		if (this == ISOTROPIC) return Math.exp(-b);
		// series below: the quotient would lose its digits
		if (b < 1e-4) return 1 - b / 3 + b * b / 10 - b * b * b / 42;
		final double root = Math.sqrt(b);
		return 0.5 * Math.sqrt(Math.PI) * Erf.erf(root) / root;
	}

	/** b dPsi/db, the change of Psi with ln D. */
	double logSlope(final double b) {
		if (this == ISOTROPIC) return -b * Math.exp(-b);
		if (b < 1e-4) return -b / 3 + b * b / 5 - b * b * b / 14;
		return 0.5 * (Math.exp(-b) - attenuation(b));
	}
}
