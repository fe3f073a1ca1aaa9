package net.operando.ui.command.measure;

import java.io.IOException;
import java.nio.file.Path;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.gui.Overlay;
import net.operando.analysis.rod.ExpansionTable;
import net.operando.analysis.rod.LengthSeries;
import net.operando.analysis.rod.RodAxis;
import net.operando.analysis.rod.RodCalibration;
import net.operando.analysis.rod.RodLength;
import net.operando.analysis.rod.RodLengthParameters;
import net.operando.analysis.rod.RodTables;
import net.operando.base.Progress;
import net.operando.data.io.Provenance;
import net.operando.data.io.TidyTable;
import net.operando.data.io.TimelineContent;
import net.operando.data.movie.Movie;
import net.operando.figure.Figure;
import net.operando.figure.FigureWriter;
import net.operando.figure.LengthFigure;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.command.Previewed;
import net.operando.ui.imagej.FramePreview;
import net.operando.ui.imagej.ImageSelection;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;

/** Length, strain and state of charge of a rod in every frame. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Rod Length...", weight = 9) }, headless = true,
	description = "Measures a rod's length in every frame, and from it strain and lithium content, with standard errors.")
public class RodLengthCommand extends OperandoCommand implements Previewed {

	@Parameter(label = "Movie", description = "The movie, calibrated and drift-corrected, with a line along the rod.")
	private ImagePlus image;

	@Parameter(label = "Line (px)", required = false, persist = false, style = "group:Where", attrs = @Attr(name = "kind", value = "line"),
		description = "x0,y0,x1,y1 in pixels from the centre of the top left one, end to end of the rod; empty takes the selection.")
	private String line = "";

	@Parameter(label = "Width (px)", persist = false, min = "0", required = false, style = "group:Where",
		description = "Width of the rod in px; 0 measures it.")
	private double widthpx;

	@Parameter(label = "Expansion (CSV)", persist = false, required = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Strain and x",
		description = "Elongation against x: a CSV with columns x and elongation_percent; empty takes the placeholder.")
	private String expansion = "";

	@Parameter(label = "x at start", persist = false, required = false, style = "group:Strain and x", attrs = @Attr(name = "kind", value = "number"),
		description = "Lithium content x in the reference frames, 0 to 1; empty if not known: x is then left out.")
	private String startx = "";

	@Parameter(label = "Timeline (CSV)", persist = false, required = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Strain and x",
		description = "timeline.csv of Align Electrochemistry: its x makes the calibration; empty takes x from the elongation.")
	private String timeline = "";

	@Parameter(label = "Reference frame", persist = false, min = "1", style = "group:Reference",
		description = "First of the frames that strain and intensity are relative to.")
	private int referenceframe = 1;

	@Parameter(label = "Reference frames", persist = false, min = "1", style = "group:Reference",
		description = "How many frames from there on are averaged.")
	private int averagedframes = 5;

	@Parameter(label = "Point spread (nm)", persist = false, min = "1", style = "group:Microscope",
		description = "Standard deviation of the microscope's point spread, in nm.")
	private double psfnm = 111;

	private RodLengthParameters parameters() {
		return new RodLengthParameters().withWidthPixels(widthpx).withPsfSigmaNm(psfnm).withReference(referenceframe,
			averagedframes).withStartX(number(startx, "startx"));
	}

	@Override
	protected void check() {
		parameters();
		ImageSelection.lineOn(image, line);
		MovieImages.movie(image);
	}

	@Override
	public Overlay preview(final Progress progress) {
		return FramePreview.rod(image, line, widthpx);
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final RodLengthParameters parameters = parameters();
		final Path table = existing(expansion, "expansion");
		final ExpansionTable strains = table == null ? ExpansionTable.placeholder() : ExpansionTable.read(table);
		final Path clock = existing(timeline, "timeline");
		final Movie movie = MovieImages.movie(image);
		final double[] charge = clock == null ? null : TimelineContent.read(clock, movie.frameCount());
		final ImageSelection selection = ImageSelection.lineOn(image, line);
		final LengthSeries series = RodLength.measure(movie, RodAxis.of(selection.line(), selection.widthPixels()), parameters,
			strains, progress);
		warn(series.warnings());
		final TidyTable lengths = RodTables.lengths(series);
		final RodCalibration calibration = RodCalibration.of(series, charge, strains);
		final Figure figure = LengthFigure.of(series);
		write(folder -> {
			folder.write("length.csv", lengths);
			if (calibration.size() > 0) folder.write("calibration.csv", calibration.table());
			folder.writeText("length.json", Provenance.of("Rod Length", LengthRecord.of(parameters, series, strains), MovieImages
				.sources(image), series.warnings()).toJson());
			FigureWriter.writeSvg(figure, folder.path("length.svg"));
			FigureWriter.writePng(figure, folder.path("length.png"));
		});
		ResultWindows.show(lengths, "Length of " + image.getTitle());
		ResultWindows.show(figure, "Figure of the length of " + image.getTitle());
	}
}
