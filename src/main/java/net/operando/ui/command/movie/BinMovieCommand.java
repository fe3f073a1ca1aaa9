package net.operando.ui.command.movie;

import java.io.IOException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.gui.Overlay;
import net.operando.base.Progress;
import net.operando.data.io.BinningTable;
import net.operando.data.io.Provenance;
import net.operando.data.io.TidyTable;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.data.movie.BinnedMovie;
import net.operando.data.movie.BinningParameters;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.command.Previewed;
import net.operando.ui.imagej.FramePreview;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;

/** Averages a movie over pixels and frames, never across a pause. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Bin Operando Movie...", weight = 3) }, headless = true,
	description = "Averages a movie over squares of pixels and consecutive frames, in floating point and never across a pause.")
public class BinMovieCommand extends OperandoCommand implements Previewed {

	@Parameter(label = "Movie", description = "The movie to average.")
	private ImagePlus image;

	@Parameter(label = "Spatial bin (px)", persist = false, min = "1", style = "group:Averaging",
		description = "Edge of the square of pixels averaged, in px.")
	private int spatialbin = 2;

	@Parameter(label = "Temporal bin (frames)", persist = false, min = "1", style = "group:Averaging",
		description = "Number of consecutive frames averaged.")
	private int temporalbin = 2;

	@Parameter(label = "Gap factor", persist = false, min = "1", style = "group:Averaging",
		description = "An interval longer than this many median intervals is a pause, across which nothing is averaged.")
	private double gapfactor = 1.5;

	@Parameter(type = ItemIO.OUTPUT, label = "Binned movie")
	private ImagePlus binned;

	private BinningParameters parameters() {
		return new BinningParameters().withSpatialBin(spatialbin).withTemporalBin(temporalbin).withGapFactor(gapfactor);
	}

	@Override
	protected void check() {
		BinnedMovie.of(MovieImages.movie(image), parameters());
	}

	@Override
	public Overlay preview(final Progress progress) {
		final BinnedMovie movie = BinnedMovie.of(MovieImages.movie(image), parameters());
		final int group = movie.groups().groupOf(FramePreview.frame(image));
		return FramePreview.intensities(image, movie.frame(group, null), movie.width(), movie.height(), "mean of " + movie
			.groups().frameCount(group) + " frames from " + (movie.groups().firstFrame(group) + 1) + " on");
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final BinningParameters parameters = parameters();
		final BinnedMovie movie = BinnedMovie.of(MovieImages.movie(image), parameters);
		final TidyTable frames = BinningTable.of(movie);
		write(folder -> {
			folder.markNominalTimes(movie.times().isNominal());
			TiffStackWriter.write(movie, folder.path("binned.tif"), TiffStackInfo.defaults().withProvenance(Provenance.of(
				"Bin Operando Movie", parameters, MovieImages.sources(image), movie.warnings()).toJson()), progress);
			folder.write("frames.csv", frames);
		});
		warn(movie.warnings());
		binned = MovieImages.image(movie);
		binned.setTitle(movie.name() + " binned");
		ResultWindows.show(frames, "Frames of " + movie.name());
	}
}
