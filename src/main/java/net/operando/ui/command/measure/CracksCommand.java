package net.operando.ui.command.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.gui.Overlay;
import net.operando.analysis.crack.Crack;
import net.operando.analysis.crack.CrackAnalysis;
import net.operando.analysis.crack.CrackFinder;
import net.operando.analysis.crack.CrackParameters;
import net.operando.analysis.crack.CrackTables;
import net.operando.base.Progress;
import net.operando.data.io.CsvTable;
import net.operando.data.io.Provenance;
import net.operando.data.io.TidyTable;
import net.operando.data.movie.Movie;
import net.operando.figure.CrackFigure;
import net.operando.figure.FigureWriter;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.command.Previewed;
import net.operando.ui.imagej.CrackDrawing;
import net.operando.ui.imagej.FramePreview;
import net.operando.ui.imagej.ImageSelection;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;

/** Finds the cracks of a rod and how fast their tips run. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Cracks...", weight = 10) }, headless = true,
	description = "Finds dark lines that appear across a rod, grow and stay: when and where each starts, and the speed of its tip with its error.")
public class CracksCommand extends OperandoCommand implements Previewed {

	@Parameter(label = "Movie", description = "The movie, its drift corrected, with a line along the rod.")
	private ImagePlus image;

	@Parameter(label = "Line (px)", required = false, persist = false, style = "group:Where", attrs = @Attr(name = "kind", value = "line"),
		description = "The rod's axis as x0,y0,x1,y1 in pixels from the centre of the top left one; empty takes the selection.")
	private String line = "";

	@Parameter(label = "Width (px)", persist = false, min = "8", style = "group:Where",
		description = "Width of the rod in px.")
	private int widthpx = 50;

	@Parameter(label = "Sensitivity", persist = false, min = "0.1", max = "10", style = "group:How",
		description = "How faint a line counts: 1 for the usual, 2 for half as dark, 0.5 for twice as dark.")
	private double sensitivity = 1;

	@Parameter(label = "Timeline (CSV)", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Electrochemistry",
		description = "The timeline.csv of Align Electrochemistry for this movie, for x and voltage at each onset; empty leaves them out.")
	private String timeline = "";

	@Override
	protected void check() {
		new CrackParameters().withWidthPixels(widthpx).withSensitivity(sensitivity).validate();
		ImageSelection.lineOn(image, line);
		MovieImages.movie(image);
	}

	@Override
	public Overlay preview(final Progress progress) {
		return FramePreview.rod(image, line, widthpx);
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Movie movie = MovieImages.movie(image);
		final ImageSelection selection = ImageSelection.lineOn(image, line);
		final CrackParameters parameters = new CrackParameters().withWidthPixels(widthpx).withSensitivity(sensitivity);
		final Path timelineFile = existing(timeline, "timeline");
		final CsvTable cycle = timelineFile == null ? null : CsvTable.read(timelineFile,
			"give the timeline.csv of Align Electrochemistry", "frame", "x", "voltage_V");
		final double[] x = cycle == null ? null : cycle.byFrame("x", movie.frameCount());
		final double[] volts = cycle == null ? null : cycle.byFrame("voltage_V", movie.frameCount());
		final CrackAnalysis analysis = CrackFinder.find(movie, selection.line(), parameters, progress);
		warn(analysis.warnings());
		if (analysis.cracks().isEmpty()) warn(List.of(
			"No crack appears along the line in this movie; a larger sensitivity finds fainter ones, and one that is there from the start is not found."));
		final TidyTable cracks = x == null ? CrackTables.cracks(analysis) : CrackTables.cracks(analysis, f -> x[f],
			f -> volts[f]);
		final List<CrackFigure> figures = new ArrayList<>();
		for (final Crack crack : analysis.cracks())
			figures.add(CrackFigure.of(movie, analysis, crack));
		write(folder -> {
			folder.write("cracks.csv", cracks);
			folder.write("crack_tips.csv", CrackTables.tips(analysis));
			for (int i = 0; i < figures.size(); i++) {
				FigureWriter.writeSvg(figures.get(i), folder.path("crack_" + (i + 1) + ".svg"));
				FigureWriter.writePng(figures.get(i), folder.path("crack_" + (i + 1) + ".png"));
			}
			folder.writeText("cracks.json", Provenance.of("Cracks", CrackRecord.of(selection.line(), parameters), MovieImages
				.sources(image), analysis.warnings()).toJson());
		});
		CrackDrawing.draw(analysis, image);
		ResultWindows.show(cracks, "Cracks of " + image.getTitle());
		for (final CrackFigure figure : figures)
			ResultWindows.show(figure, "Crack of " + image.getTitle());
	}
}
