package net.operando.analysis.rod;

import java.util.List;

/** The rods of a movie. Immutable. */
public final class FoundRods {

	private final List<Rod> rods;
	private final List<String> warnings;

	FoundRods(final List<Rod> rods, final List<String> warnings) {
		this.rods = List.copyOf(rods);
		this.warnings = List.copyOf(warnings);
	}

	/** The longest first; those seen only later at the end. */
	public List<Rod> rods() {
		return rods;
	}

	public List<String> warnings() {
		return warnings;
	}
}
