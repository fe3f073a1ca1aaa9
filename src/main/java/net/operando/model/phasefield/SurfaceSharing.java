package net.operando.model.phasefield;

/** How the surfaces of a rod share its current. */
public enum SurfaceSharing {
	/** The same flux through each. */
	EQUAL_FLUX,
	/** The same potential at each, without kinetics. */
	EQUAL_POTENTIAL,
	/** A common electrode potential, each with Butler-Volmer kinetics of its own. */
	BUTLER_VOLMER
}
