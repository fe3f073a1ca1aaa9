package net.operando.ui.command.movie;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.imagej.MovieImages;

/** Opens a recorded movie as a virtual stack with its own times. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Open Operando Movie...", weight = 1) }, headless = true,
	description = "Opens a TDMS, HDF5, TIFF, OME-TIFF, Micro-Manager or AVI movie as a virtual stack; every frame keeps its own time.")
public class OpenMovieCommand extends OperandoCommand {

	@Parameter(label = "Movie file", persist = false, style = "group:Movie",
		description = "The movie: a TDMS, HDF5, TIFF, OME-TIFF or AVI file, or a Micro-Manager or NDTiff folder.")
	private File file;

	@Parameter(label = "Dataset", required = false, persist = false, style = "group:Movie",
		description = "Path of the dataset in an HDF5 file, group/channel of a TDMS file, or c=1,z=1 of a hyperstack; auto finds it.")
	private String dataset = "auto";

	@Parameter(label = "Pixel size (um)", required = false, persist = false, min = "0", style = "group:Scale", attrs = @Attr(name = "kind", value = "once"),
		description = "Edge of a pixel in the sample plane, in um; 0 takes it from the file.")
	private double pixelsizeum;

	@Parameter(label = "Frames", required = false, persist = false, style = "group:Movie",
		description = "First and last frame to open, counted from 1, such as 1-500; empty opens all.")
	private String framerange = "";

	@Parameter(label = "Times (CSV)", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Times",
		description = "A CSV file with the time of every frame (frame,time_s[,utc]) that replaces the file's times; empty keeps them.")
	private String times = "";

	@Parameter(label = "Frame interval (s)", required = false, persist = false, min = "0", style = "group:Times", attrs = @Attr(name = "kind", value = "once"),
		description = "Nominal time from frame to frame in s, for files that hold no times; 0 takes it from the file.")
	private double frameintervalseconds;

	@Parameter(label = "Start time", required = false, persist = false, style = "group:Times",
		description = "When the first frame's clock read 0, as ISO 8601 with zone (2026-03-01T10:00:00Z); empty takes it from the file.")
	private String starttime = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Movie")
	private ImagePlus movie;

	@Override
	protected void execute(final Progress progress) {
		final MovieOpenOptions options = MovieOpenOptions.parse(dataset, pixelsizeum, framerange, existing(times, "times"),
			frameintervalseconds, starttime);
		final Movie opened = MovieFiles.open(file.toPath(), options, progress);
		warn(opened.warnings());
		movie = MovieImages.image(opened, file.toPath());
	}
}
