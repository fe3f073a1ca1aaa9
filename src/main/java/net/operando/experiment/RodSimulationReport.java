package net.operando.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import net.operando.analysis.front.FrontTables;
import net.operando.data.io.Json;
import net.operando.data.io.KymographTiff;
import net.operando.data.io.Provenance;
import net.operando.data.io.ResultFolder;
import net.operando.data.kymograph.Kymograph;
import net.operando.figure.Figure;
import net.operando.figure.FigureWriter;
import net.operando.model.phasefield.RodPiece;
import net.operando.model.phasefield.StepReport;

/** Writes everything a simulated rod gives into a result folder: kymographs, tables, figures and run.json. */
public final class RodSimulationReport {

	private RodSimulationReport() {}

	/**
	 * Writes the results. The folder is not committed here.
	 *
	 * @param withRegimeMap whether the map of the regime is drawn too
	 * @throws IOException if a file system fails
	 */
	public static void write(final RodSimulationResult result, final Provenance provenance, final boolean withRegimeMap,
		final ResultFolder folder) throws IOException
	{
		final RodSimulationFigures figures = new RodSimulationFigures(result);
		KymographTiff.write(result.composition(), folder.path("composition.tif"), provenance);
		KymographTiff.write(result.rate(), folder.path("rate.tif"), provenance);
		folder.write("voltage.csv", result.run().voltage().toTable());
		folder.write("fronts.csv", FrontTables.fronts(result.fronts()));
		folder.write("front_points.csv", FrontTables.points(result.fronts()));
		final List<RodPiece> pieces = result.run().pieces();
		if (pieces.size() > 1) {
			folder.write("pieces.csv", RodPiece.table(pieces));
			for (final RodPiece piece : pieces) {
				final Optional<Kymograph> rate = result.rate(piece);
				if (rate.isPresent()) KymographTiff.write(rate.get(), folder.path("rate_" + piece.id() + ".tif"), provenance);
			}
		}
		folder.writeText("run.json", Json.write(summary(result, provenance)));
		write("simulation", figures.simulation(), folder);
		write("profiles", figures.profiles(), folder);
		if (withRegimeMap) write("regime", figures.regime(), folder);
	}

	private static void write(final String name, final Figure figure, final ResultFolder folder) {
		FigureWriter.writeSvg(figure, folder.path(name + ".svg"));
		FigureWriter.writePng(figure, folder.path(name + ".png"));
	}

	private static Map<String, Object> summary(final RodSimulationResult result, final Provenance provenance) {
		final Map<String, Object> summary = new LinkedHashMap<>(result.run().summary(result.settings().lagSeconds()));
		final List<Map<String, Object>> steps = new ArrayList<>();
		for (final StepReport step : result.run().steps()) {
			final Map<String, Object> s = new LinkedHashMap<>();
			s.put("kind", step.step().kind().name().toLowerCase(Locale.ROOT));
			s.put("c_rate", step.step().cRate());
			s.put("start_s", step.startSeconds());
			s.put("end_s", step.endSeconds());
			s.put("ended_by", step.end().name().toLowerCase(Locale.ROOT));
			steps.add(s);
		}
		summary.put("protocol_steps", steps);
		final List<Map<String, Object>> windows = new ArrayList<>();
		for (final FrontWindow window : result.frontWindows()) {
			final Map<String, Object> w = new LinkedHashMap<>();
			w.put("piece_id", window.piece().id());
			w.put("from_s", window.fromSeconds());
			w.put("to_s", window.toSeconds());
			windows.add(w);
		}
		summary.put("front_windows", windows);
		summary.put("warnings", result.warnings());
		summary.put("provenance", provenance);
		return summary;
	}
}
