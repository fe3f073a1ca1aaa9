package net.operando.analysis.crack;

import java.util.List;

import net.operando.data.movie.LinePath;

/** The cracks of a rod. Immutable. */
public final class CrackAnalysis {

	private final LinePath line;
	private final List<Crack> cracks;
	private final List<String> warnings;

	CrackAnalysis(final LinePath line, final List<Crack> cracks, final List<String> warnings) {
		this.line = line;
		this.cracks = List.copyOf(cracks);
		this.warnings = List.copyOf(warnings);
	}

	/** The rod's axis, in px. */
	public LinePath line() {
		return line;
	}

	/** In the order of their onset; empty if there is none. */
	public List<Crack> cracks() {
		return cracks;
	}

	/** Sentences a user must see with the result. */
	public List<String> warnings() {
		return warnings;
	}
}
