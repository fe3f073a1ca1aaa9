package net.operando.ui.command.measure;

import net.operando.analysis.crack.CrackParameters;
import net.operando.data.movie.LinePath;

/** Where cracks were looked for and how, as it is written beside them. */
final class CrackRecord {

	private final String line;
	private final CrackParameters cracks;

	private CrackRecord(final String line, final CrackParameters cracks) {
		this.line = line;
		this.cracks = cracks;
	}

	static CrackRecord of(final LinePath line, final CrackParameters parameters) {
		return new CrackRecord(line.toString(), parameters);
	}
}
