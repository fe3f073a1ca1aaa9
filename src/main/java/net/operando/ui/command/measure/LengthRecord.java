package net.operando.ui.command.measure;

import net.operando.analysis.rod.ExpansionTable;
import net.operando.analysis.rod.LengthSeries;
import net.operando.analysis.rod.RodLengthParameters;

/** What a length was measured on and how, as it is written beside it. */
final class LengthRecord {

	private final String axis;
	private final double widthPixels;
	private final double fringeStandardErrorMicrometres;
	private final String expansion;
	private final RodLengthParameters rodLength;

	private LengthRecord(final String axis, final double widthPixels, final double fringeStandardErrorMicrometres,
		final String expansion, final RodLengthParameters rodLength)
	{
		this.axis = axis;
		this.widthPixels = widthPixels;
		this.fringeStandardErrorMicrometres = fringeStandardErrorMicrometres;
		this.expansion = expansion;
		this.rodLength = rodLength;
	}

	static LengthRecord of(final RodLengthParameters parameters, final LengthSeries series, final ExpansionTable table) {
		return new LengthRecord(series.axis().line().toString(), series.axis().widthPixels(), 1e6 * series.fringeErrorMetres(),
			table.source(), parameters);
	}
}
