package net.operando.ui.command.measure;

import net.operando.analysis.linecut.LineCutParameters;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.LinePath;

/** What a kymograph was cut from and how, as it is written beside it: enough to cut it again. */
final class CutRecord {

	private final String line;
	private final double positionStepMicrometres;
	private final boolean timesNominal;
	private final LineCutParameters lineCut;

	private CutRecord(final String line, final double positionStepMicrometres, final boolean timesNominal,
		final LineCutParameters lineCut)
	{
		this.line = line;
		this.positionStepMicrometres = positionStepMicrometres;
		this.timesNominal = timesNominal;
		this.lineCut = lineCut;
	}

	static CutRecord of(final LinePath line, final LineCutParameters parameters, final Kymograph cut) {
		return new CutRecord(line.toString(), cut.isCalibrated() ? cut.positionStepMetres() * 1e6 : Double.NaN, cut.times()
			.isNominal(), parameters);
	}
}
