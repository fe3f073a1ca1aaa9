package net.operando.ui.command.measure;

import java.util.List;
import java.util.stream.Collectors;

import net.operando.analysis.fragment.Cut;
import net.operando.analysis.fragment.FragmentParameters;
import net.operando.data.movie.LinePath;

/** What pieces were measured on and how, as it is written beside them: enough to measure them again. */
final class FragmentsRecord {

	private final String line;
	private final List<String> cuts;
	private final FragmentParameters fragments;

	private FragmentsRecord(final String line, final List<String> cuts, final FragmentParameters fragments) {
		this.line = line;
		this.cuts = cuts;
		this.fragments = fragments;
	}

	static FragmentsRecord of(final LinePath line, final List<Cut> cuts, final FragmentParameters parameters) {
		return new FragmentsRecord(line.toString(), cuts.stream().map(Cut::toString).collect(Collectors.toList()), parameters);
	}
}
