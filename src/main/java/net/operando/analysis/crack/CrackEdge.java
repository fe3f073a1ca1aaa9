package net.operando.analysis.crack;

/** A long edge of a rod, looking from the first end of its line to the last, the image seen with y downwards. */
public enum CrackEdge {

	LEFT, RIGHT;

	/** As tables write it. */
	public String key() {
		return this == LEFT ? "left" : "right";
	}
}
