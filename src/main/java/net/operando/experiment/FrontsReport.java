package net.operando.experiment;

import java.nio.file.Path;
import java.util.List;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTables;
import net.operando.analysis.front.edit.EditedFronts;
import net.operando.data.io.Provenance;
import net.operando.data.io.ResultFolder;
import net.operando.data.kymograph.Kymograph;
import net.operando.figure.Figure;
import net.operando.figure.FigureWriter;
import net.operando.figure.FrontOverlays;
import net.operando.figure.KymographFigure;
import net.operando.figure.KymographPanel;

/** Writes the fronts of one kymograph: tables, figure and provenance, and if they were edited the edits. */
public final class FrontsReport {

	private FrontsReport() {}

	/** The kymograph with its fronts. */
	public static Figure figure(final Kymograph kymograph, final FrontParameters parameters, final FrontAnalysis analysis) {
		return KymographFigure.of(List.of(KymographPanel.of(kymograph).titled(parameters.criterion().label()).withFronts(FrontOverlays
			.of(analysis))));
	}

	/**
	 * Writes {@code fronts.csv}, {@code front_points.csv}, {@code meeting.csv}, {@code fronts.svg}, {@code fronts.png} and
	 * {@code fronts.json}. The folder is not committed here.
	 */
	public static void write(final Kymograph kymograph, final FrontParameters parameters, final FrontAnalysis analysis,
		final Provenance provenance, final ResultFolder folder)
	{
		folder.markNominalTimes(kymograph.times().isNominal());
		folder.write("fronts.csv", FrontTables.fronts(List.of(analysis)));
		folder.write("front_points.csv", FrontTables.points(List.of(analysis)));
		folder.write("meeting.csv", FrontTables.meetings(List.of(analysis)));
		final Figure figure = figure(kymograph, parameters, analysis);
		FigureWriter.writeSvg(figure, folder.path("fronts.svg"));
		FigureWriter.writePng(figure, folder.path("fronts.png"));
		folder.writeText("fronts.json", provenance.toJson());
	}

	/**
	 * The same of edited fronts, with the edits as provenance, and {@code edits.json}, from which the same fronts can be had again.
	 *
	 * @param sources the file the kymograph was read from, if any
	 */
	public static void write(final EditedFronts fronts, final List<Path> sources, final ResultFolder folder) {
		write(fronts.kymograph(), fronts.parameters(), fronts.analysis(), Provenance.of("Edit Fronts", fronts.written(), sources, fronts
			.warnings()), folder);
		folder.writeText("edits.json", fronts.written().toJson());
	}
}
