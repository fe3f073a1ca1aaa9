package net.operando.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

import net.operando.data.io.Json;
import net.operando.data.io.Provenance;
import net.operando.data.io.ResultFolder;
import net.operando.figure.FigureWriter;
import net.operando.model.titration.PfgResult;

/** Writes everything PFG-NMR gives into a result folder: D per temperature, the Arrhenius line, figures. */
public final class PfgReport {

	private PfgReport() {}

	/**
	 * Writes the results. The folder is not committed here.
	 *
	 * @param extrapolateKelvin temperature D is extrapolated to, in K
	 */
	public static void write(final PfgResult result, final double extrapolateKelvin, final Provenance provenance,
		final ResultFolder folder)
	{
		final Map<String, Object> summary = new LinkedHashMap<>(result.summary(extrapolateKelvin));
		summary.put("provenance", provenance);
		final PfgFigures figures = new PfgFigures(result, extrapolateKelvin);
		folder.write("pfg.csv", result.toTable());
		folder.writeText("arrhenius.json", Json.write(summary));
		FigureWriter.writeSvg(figures.decays(), folder.path("decays.svg"));
		FigureWriter.writePng(figures.decays(), folder.path("decays.png"));
		FigureWriter.writeSvg(figures.arrhenius(), folder.path("arrhenius.svg"));
		FigureWriter.writePng(figures.arrhenius(), folder.path("arrhenius.png"));
	}
}
