package net.operando.experiment;

import net.operando.data.io.Provenance;
import net.operando.data.io.ResultFolder;
import net.operando.figure.FigureWriter;

/** Writes everything a titration gives into a result folder: tables, the material for Simulate Rod, figures. */
public final class TitrationReport {

	private TitrationReport() {}

	/** Writes the results. The folder is not committed here. */
	public static void write(final TitrationEvaluation evaluation, final Provenance provenance,
		final ResultFolder folder)
	{
		final TitrationFigures figures = new TitrationFigures(evaluation);
		folder.write("diffusion.csv", evaluation.curve().toTable());
		folder.write("ocv.csv", evaluation.titration().openCircuitVoltage().toTable());
		evaluation.material().ifPresent(material -> folder.writeText("material.json", material.toJson()));
		FigureWriter.writeSvg(figures.diffusion(), folder.path("diffusion.svg"));
		FigureWriter.writePng(figures.diffusion(), folder.path("diffusion.png"));
		FigureWriter.writeSvg(figures.pulses(), folder.path("pulses.svg"));
		FigureWriter.writePng(figures.pulses(), folder.path("pulses.png"));
		folder.writeText("diffusion.json", provenance.toJson());
	}
}
