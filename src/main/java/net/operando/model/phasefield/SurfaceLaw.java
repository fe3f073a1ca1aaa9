package net.operando.model.phasefield;

/**
 * How much lithium enters through a surface at a given rod voltage: the flux and its derivatives. Implementations keep
 * no state, except for the result of the last call.
 */
interface SurfaceLaw {

	/** Flux over the greatest content, m/s (positive into the rod), and its derivatives. */
	final class Flux {

		double value;
		double byContent;
		double byVolts;
		/** x at the very surface. */
		double surfaceContent;
	}

	/**
	 * @param volts voltage of the rod against lithium
	 * @param content x in the middle of the outermost cell
	 * @param integral K(content)
	 * @param diffusivity D(content)
	 * @param halfWidth from the middle of the cell to its face, in m
	 */
	void at(double volts, double content, double integral, double diffusivity, double halfWidth, Flux to);

	/** The voltage that goes with a given flux through one surface. */
	double volts(double flux, double content, double integral, double halfWidth);
}
