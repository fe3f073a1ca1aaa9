package net.operando.model.synthetic;

/**
 * A rod over time: the interface between electrochemistry and optics. A material point is named by its reference
 * position {@code z}, the distance in um from the rod's start in the unstretched rod. Times are seconds on the movie's
 * clock. Implementations are immutable and thread-safe.
 */
public interface RodState {

	/** Length of the unstretched rod in um; reference positions run from 0 to it. */
	double referenceLength_um();

	/** The rod at a movie time. */
	RodSnapshot at(double seconds);
}
