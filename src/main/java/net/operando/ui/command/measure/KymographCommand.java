package net.operando.ui.command.measure;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.gui.Overlay;
import net.operando.analysis.differential.Differential;
import net.operando.analysis.differential.DifferentialParameters;
import net.operando.analysis.linecut.Interpolation;
import net.operando.analysis.linecut.LineCut;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.KymographTable;
import net.operando.data.io.KymographTiff;
import net.operando.data.io.LengthCsv;
import net.operando.data.io.Provenance;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.LinePath;
import net.operando.figure.Figure;
import net.operando.figure.FigureWriter;
import net.operando.figure.KymographFigure;
import net.operando.figure.KymographPanel;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.command.Previewed;
import net.operando.ui.imagej.DivergingDisplay;
import net.operando.ui.imagej.FramePreview;
import net.operando.ui.imagej.ImageSelection;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;

/** Intensity, or its rate of change, along a line against time. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Line-Cut Kymograph...", weight = 7) }, headless = true,
	description = "Cuts a kymograph along a line: position against time, averaged across the line's width, with standard errors.")
public class KymographCommand extends OperandoCommand implements Previewed {

	@Parameter(label = "Movie", description = "The movie to cut, with a line along the rod.")
	private ImagePlus image;

	@Parameter(label = "Line (px)", required = false, persist = false, style = "group:Where", attrs = @Attr(name = "kind", value = "line"),
		description = "x0,y0,x1,y1 in pixels from the centre of the top left one; more pairs make a polyline; empty takes the selection.")
	private String line = "";

	@Parameter(label = "Width (px)", persist = false, min = "1", style = "group:Where",
		description = "Width of the cut in px, averaged along its normal.")
	private int widthpx = 10;

	@Parameter(label = "Interpolation", persist = false, choices = { "Linear", "Cubic" }, style = "group:How",
		description = "How samples between pixels are made.")
	private String interpolation = "Linear";

	@Parameter(label = "Lag (s)", persist = false, min = "0", style = "group:How",
		description = "Lag of the rate of change, in s; 0 gives the intensity itself.")
	private double lagseconds = 1;

	@Parameter(label = "Co-moving", persist = false, style = "group:Along a rod that grows",
		description = "Positions follow the rod as it lengthens (needs the rod's length).")
	private boolean comoving;

	@Parameter(label = "Rod length (CSV)", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Along a rod that grows",
		description = "The rod's length in every frame, for a co-moving kymograph: a CSV with columns frame and length_um.")
	private String lengths = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Kymograph")
	private ImagePlus kymograph;

	private LineCutParameters fixed() {
		return new LineCutParameters().withWidthPixels(widthpx).withInterpolation(choice(Interpolation.class, interpolation,
			"interpolation")).withLagSeconds(lagseconds);
	}

	@Override
	protected void check() {
		ImageSelection.lineOn(image, line);
		if (comoving && lengths.trim().isEmpty()) throw new InvalidInputException(
			"A co-moving kymograph needs the rod's length in every frame: give lengths, or leave comoving off.");
		if (lagseconds > 0) Differential.movie(MovieImages.movie(image), new DifferentialParameters().withLagSeconds(
			lagseconds));
		else MovieImages.movie(image);
	}

	/** The band that is averaged and, beside it, what one column of the kymograph will hold. */
	@Override
	public Overlay preview(final Progress progress) {
		final LinePath cut = ImageSelection.lineOn(image, line).line();
		final Kymograph column = LineCut.kymograph(FramePreview.around(image, lagseconds), cut, fixed(), progress);
		final Overlay overlay = FramePreview.band(image, cut, widthpx, String.format(Locale.ROOT, "%s at %.3f s",
			lagseconds > 0 ? "rate" : "intensity", column.times().seconds(0)));
		FramePreview.curve(overlay, image, cut, widthpx, column.column(0));
		return overlay;
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final ImageSelection selection = ImageSelection.lineOn(image, line);
		LineCutParameters parameters = fixed();
		if (comoving) parameters = parameters.withComoving(LengthCsv.readMetres(existing(lengths,
			"lengths"), image.getNSlices() * image.getNFrames()));
		final Kymograph cut = LineCut.kymograph(MovieImages.movie(image), selection.line(), parameters, progress);
		final Provenance provenance = Provenance.of("Line-Cut Kymograph", CutRecord.of(selection.line(), parameters,
			cut), MovieImages.sources(image), cut.warnings());
		warn(cut.warnings());
		if (!cut.isCalibrated()) warn(List.of("The movie has no pixel size, so positions are in pixels and no velocity can be had from " +
			"the kymograph: give pixelsizeum when opening it."));
		final Figure figure = KymographFigure.of(List.of(KymographPanel.of(cut)));
		write(folder -> {
			folder.markNominalTimes(cut.times().isNominal());
			KymographTiff.write(cut, folder.path("kymograph.tif"), provenance);
			folder.write("kymograph.csv", KymographTable.of(cut));
			folder.writeText("kymograph.json", provenance.toJson());
			FigureWriter.writeSvg(figure, folder.path("kymograph.svg"));
			FigureWriter.writePng(figure, folder.path("kymograph.png"));
		});
		kymograph = KymographTiff.image(cut, "Kymograph of " + image.getShortTitle(), provenance);
		if (cut.quantity().isRate()) DivergingDisplay.centre(kymograph);
		ResultWindows.show(figure, "Figure of " + kymograph.getTitle());
	}
}
