package net.operando.model.synthetic;

/**
 * What a rod is like at each of its material points and times: the interface between electrochemistry and optics. A
 * material point is named by its reference position {@code z}, the distance in um from the rod's start in the unstretched
 * rod. Times are seconds on the movie's clock. Implementations are immutable and thread-safe.
 */
public interface RodState {

	/** Length of the unstretched rod in um; reference positions run from 0 to it. */
	double referenceLength_um();

	/** Lithium content at a material point, 0 to 1. */
	double x(double z_um, double seconds);

	/** Mean lithium content of the rod. */
	double meanX(double seconds);

	/** Distance in um of a material point from the rod's start in the stretched rod. */
	double position_um(double z_um, double seconds);

	/** Scattered intensity of the material point relative to the start of the movie, without the onset brightening. */
	double brightness(double z_um, double seconds);

	/** Length of the stretched rod in um. */
	default double length_um(final double seconds) {
		return position_um(referenceLength_um(), seconds);
	}
}
