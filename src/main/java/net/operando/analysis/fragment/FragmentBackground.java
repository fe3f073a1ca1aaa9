package net.operando.analysis.fragment;

/** What is taken off an intensity before it is compared with another. */
public enum FragmentBackground {

	/**
	 * The light that is there without a sample (black level, stray light): the lowest level of the image where part of it is
	 * not lit, nothing where all of it is. Ratios are then those of the light the pieces send back.
	 */
	DARK,
	/** The median of what surrounds the rod, as if that lay over it too. Ratios come out larger. */
	SURROUNDINGS,
	/** Nothing. */
	NONE
}
