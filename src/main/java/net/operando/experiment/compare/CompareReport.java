package net.operando.experiment.compare;

import net.operando.data.io.Provenance;
import net.operando.data.io.ResultFolder;
import net.operando.figure.Figure;
import net.operando.figure.FigureWriter;

/** Writes a comparison into a result folder: tables and figures. */
public final class CompareReport {

	private CompareReport() {}

	/** Writes the results. The folder is not committed here. */
	public static void write(final RateComparison comparison, final Provenance provenance, final ResultFolder folder) {
		folder.markNominalTimes(comparison.isNominal());
		folder.write("rates.csv", CompareTables.rates(comparison));
		folder.write("rate_points.csv", CompareTables.points(comparison));
		folder.write("left_out.csv", CompareTables.leftOut(comparison));
		figure(CompareFigures.rates(comparison), "rates", folder);
		if (!comparison.elongations().isEmpty()) {
			folder.write("elongation.csv", CompareTables.elongations(comparison));
			figure(CompareFigures.elongations(comparison), "elongation", folder);
		}
		folder.writeText("rates.json", provenance.toJson());
	}

	private static void figure(final Figure figure, final String name, final ResultFolder folder) {
		FigureWriter.writeSvg(figure, folder.path(name + ".svg"));
		FigureWriter.writePng(figure, folder.path(name + ".png"));
	}
}
