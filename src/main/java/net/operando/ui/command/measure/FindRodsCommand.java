package net.operando.ui.command.measure;

import java.io.IOException;
import java.nio.file.Files;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.gui.Overlay;
import net.operando.analysis.rod.FoundRods;
import net.operando.analysis.rod.RodActivity;
import net.operando.analysis.rod.RodFinder;
import net.operando.analysis.rod.RodFinderParameters;
import net.operando.analysis.rod.RodTables;
import net.operando.base.Progress;
import net.operando.data.io.Provenance;
import net.operando.data.io.TidyTable;
import net.operando.data.movie.Movie;
import net.operando.figure.Figure;
import net.operando.figure.FigureWriter;
import net.operando.figure.RodFigure;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.command.Previewed;
import net.operando.ui.imagej.FramePreview;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;
import net.operando.ui.imagej.RodDrawing;

/** Finds the rods of a movie. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Find Rods...", weight = 5.5) }, headless = true,
	description = "Finds the rods of a movie: ends, axis, width, contrast, and through which ends fronts came in.")
public class FindRodsCommand extends OperandoCommand implements Previewed {

	@Parameter(label = "Movie", description = "The movie, calibrated and drift-corrected.")
	private ImagePlus image;

	@Parameter(label = "Shortest rod (um)", persist = false, min = "0.5", style = "group:What is a rod",
		description = "Length in um below which nothing is called a rod.")
	private double minlengthum = 5;

	@Parameter(label = "Widest rod (um)", persist = false, min = "0.3", style = "group:What is a rod",
		description = "Width in um above which a shape is flagged or left out.")
	private double maxwidthum = 6;

	private RodFinderParameters parameters() {
		return new RodFinderParameters().withSizes(minlengthum, maxwidthum);
	}

	@Override
	protected void check() {
		parameters();
		MovieImages.movie(image).calibration().metresPerPixel();
	}

	/** The rods that the current frame alone shows. */
	@Override
	public Overlay preview(final Progress progress) {
		final FoundRods found = RodFinder.find(FramePreview.shown(image), parameters(), progress);
		return FramePreview.captioned(RodDrawing.overlay(found.rods()), image, (found.rods().size() == 1 ? "1 rod" : found.rods().size() + " rods") + " in this frame");
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final RodFinderParameters parameters = parameters();
		final Movie movie = MovieImages.movie(image);
		final FoundRods found = RodActivity.judge(movie, RodFinder.find(movie, parameters, progress.part(0, 0.4)), progress.part(
			0.4, 1));
		warn(found.warnings());
		final TidyTable rods = RodTables.rods(found.rods());
		final Figure figure = RodFigure.of(movie, found.rods());
		write(folder -> {
			folder.write("rods.csv", rods);
			Files.write(folder.path("rods.zip"), RodDrawing.archive(found.rods()));
			FigureWriter.writeSvg(figure, folder.path("rods.svg"));
			FigureWriter.writePng(figure, folder.path("rods.png"));
			folder.writeText("rods.json", Provenance.of("Find Rods", parameters, MovieImages.sources(image), found.warnings())
				.toJson());
		});
		RodDrawing.draw(found.rods(), image);
		ResultWindows.show(rods, "Rods of " + image.getTitle());
	}
}
