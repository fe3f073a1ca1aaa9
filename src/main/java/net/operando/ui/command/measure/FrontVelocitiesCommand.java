package net.operando.ui.command.measure;

import java.io.IOException;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontPolarity;
import net.operando.analysis.front.FrontTables;
import net.operando.analysis.front.FrontTracer;
import net.operando.base.Progress;
import net.operando.data.io.Provenance;
import net.operando.data.io.TidyTable;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.figure.Figure;
import net.operando.figure.FigureWriter;
import net.operando.figure.FrontOverlays;
import net.operando.figure.KymographFigure;
import net.operando.figure.KymographPanel;
import net.operando.ui.command.Choice;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.imagej.FrontDrawing;
import net.operando.ui.imagej.KymographImages;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;

/** Finds the fronts in a kymograph and how fast they move. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Front Velocities...", weight = 8) }, headless = true,
	description = "Finds the fronts in a kymograph, by a stated criterion, and their velocities with standard error and 95 % interval.")
public class FrontVelocitiesCommand extends OperandoCommand {

	@Parameter(label = "Kymograph", attrs = @Attr(name = "kind", value = "kymograph"),
		description = "A kymograph made by Line-Cut Kymograph, or any image with time along one axis and position along the other.")
	private ImagePlus image;

	@Parameter(label = "Time axis", persist = false, choices = { "x", "y" }, style = "group:A kymograph from elsewhere",
		description = "Axis along which time runs in a kymograph from elsewhere; ours have it along x.")
	private String timeaxis = "x";

	@Parameter(label = "Criterion", persist = false, choices = { "half_max", "extremum", "zero_crossing", "arrival" }, style = "group:Fronts",
		description = "What is meant by the position of the front: outermost half of the largest rate, largest rate, change of sign, or arrival at the centre.")
	private String criterion = "half_max";

	@Parameter(label = "Polarity", persist = false, choices = { "Bright", "Dark", "Both" }, style = "group:Fronts",
		description = "Whether to look for brightening fronts, darkening ones, or both.")
	private String polarity = "Both";

	@Parameter(label = "Smoothing (um)", persist = false, required = false, min = "0", style = "group:Fronts",
		description = "Width along the line over which a column is averaged, in um; 0 chooses it by the noise.")
	private double smoothingum;

	@Parameter(label = "From (s)", persist = false, required = false, style = "group:When", attrs = @Attr(name = "kind", value = "number"),
		description = "Columns before this time are not looked at; empty begins with the first.")
	private String fromseconds = "";

	@Parameter(label = "To (s)", persist = false, required = false, style = "group:When", attrs = @Attr(name = "kind", value = "number"),
		description = "Columns after this time are not looked at; empty ends with the last.")
	private String toseconds = "";

	@Parameter(label = "Most fronts", persist = false, min = "1", style = "group:Fronts",
		description = "Largest number of fronts reported, the clearest first.")
	private int maxfronts = 4;

	@Parameter(label = "Values", persist = false, required = false, choices = { "Intensity", "Intensity Rate" }, style = "group:A kymograph from elsewhere",
		description = "What the values of a kymograph from elsewhere are; ours say it themselves.")
	private String values = "Intensity";

	@Parameter(label = "Frame interval (s)", persist = false, required = false, min = "0", style = "group:A kymograph from elsewhere", attrs = @Attr(name = "kind", value = "once"),
		description = "Time per column of a kymograph from elsewhere, in s; 0 takes it from the image.")
	private double frameintervalseconds;

	@Parameter(label = "Pixel size (um)", persist = false, required = false, min = "0", style = "group:A kymograph from elsewhere", attrs = @Attr(name = "kind", value = "once"),
		description = "Distance per row of a kymograph from elsewhere, in um; 0 takes it from the image.")
	private double pixelsizeum;

	private FrontParameters parameters() {
		return new FrontParameters().withCriterion(FrontCriterion.parse(criterion)).withPolarity(
			FrontPolarity.parse(polarity)).withSmoothing(smoothingum).between(Choice.number(fromseconds, "fromseconds"), Choice
				.number(toseconds, "toseconds")).withMaxFronts(maxfronts);
	}

	@Override
	protected void check() {
		parameters();
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Kymograph kymograph = KymographImages.read(image, timeaxis, frameintervalseconds, pixelsizeum, Choice.of(
			KymographQuantity.class, values, "values"));
		final FrontParameters parameters = parameters();
		final FrontAnalysis analysis = FrontTracer.trace(kymograph, parameters, progress);
		warn(analysis.warnings());
		final TidyTable fronts = FrontTables.fronts(List.of(analysis));
		final TidyTable meetings = FrontTables.meetings(List.of(analysis));
		final Figure figure = KymographFigure.of(List.of(KymographPanel.of(kymograph).titled(parameters.criterion().label())
			.withFronts(FrontOverlays.of(analysis))));
		write(folder -> {
			folder.markNominalTimes(kymograph.times().isNominal());
			folder.write("fronts.csv", fronts);
			folder.write("front_points.csv", FrontTables.points(List.of(analysis)));
			folder.write("meeting.csv", meetings);
			FigureWriter.writeSvg(figure, folder.path("fronts.svg"));
			FigureWriter.writePng(figure, folder.path("fronts.png"));
			folder.writeText("fronts.json", Provenance.of("Front Velocities", parameters, MovieImages.sources(image), analysis.warnings())
				.toJson());
		});
		FrontDrawing.draw(analysis, kymograph, image, timeaxis.equals("y"));
		ResultWindows.show(figure, "Fronts of " + image.getTitle());
		ResultWindows.show(fronts, "Fronts of " + image.getTitle());
		if (meetings.rowCount() > 0) ResultWindows.show(meetings, "Meeting of fronts of " + image.getTitle());
	}
}
