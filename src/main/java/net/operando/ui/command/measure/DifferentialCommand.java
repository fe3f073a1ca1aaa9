package net.operando.ui.command.measure;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.gui.Overlay;
import net.operando.analysis.differential.Differential;
import net.operando.analysis.differential.DifferentialForm;
import net.operando.analysis.differential.DifferentialParameters;
import net.operando.base.Progress;
import net.operando.data.io.Provenance;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.data.movie.Movie;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.command.Previewed;
import net.operando.ui.imagej.DivergingDisplay;
import net.operando.ui.imagej.FramePreview;
import net.operando.ui.imagej.MovieImages;

/** The fractional rate of change of every pixel over a lag. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Differential Movie...", weight = 6) }, headless = true,
	description = "Shows how fast every pixel brightens or darkens: (I(t+lag) - I(t)) / (I(t) dt), in 1/s, on the recorded times.")
public class DifferentialCommand extends OperandoCommand implements Previewed {

	@Parameter(label = "Movie", description = "The movie to difference.")
	private ImagePlus image;

	@Parameter(label = "Lag (s)", persist = false, min = "0", style = "group:Rate of change",
		description = "Time between the two frames compared, in s.")
	private double lagseconds = 1;

	@Parameter(label = "Form", persist = false, choices = { "Fractional", "Symmetric", "Log Ratio" }, style = "group:Rate of change",
		description = "What the change is divided by: the earlier frame, the mean of both, or none of them (logarithm of the ratio).")
	private String form = "Fractional";

	@Parameter(label = "Floor (counts)", persist = false, required = false, min = "0", style = "group:Rate of change",
		description = "Pixels whose denominator is below this many counts are NaN; 0 chooses a floor from the camera's range.")
	private double floor;

	@Parameter(type = ItemIO.OUTPUT, label = "Differential movie")
	private ImagePlus differential;

	private DifferentialParameters parameters() {
		return new DifferentialParameters().withLagSeconds(lagseconds).withForm(choice(DifferentialForm.class, form, "form"))
			.withFloorCounts(floor == 0 ? Double.NaN : floor);
	}

	@Override
	protected void check() {
		Differential.movie(MovieImages.movie(image), parameters());
	}

	@Override
	public Overlay preview(final Progress progress) {
		final Movie rates = Differential.movie(FramePreview.around(image, lagseconds), parameters());
		return FramePreview.rates(image, rates.frame(0, null), rates.width(), rates.height(), String.format(Locale.ROOT,
			"rate at %.3f s", rates.times().seconds(0)));
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final DifferentialParameters parameters = parameters();
		final Movie movie = Differential.movie(MovieImages.movie(image), parameters);
		write(folder -> TiffStackWriter.write(movie, folder.path("differential.tif"), TiffStackInfo.defaults().withProvenance(
			Provenance.of("Differential Movie", parameters, MovieImages.sources(image), movie.warnings()).toJson()), progress));
		warn(movie.warnings());
		if (Differential.isBlank(movie)) warn(List.of(
			"No pixel of the frame in the middle of the movie has a rate: all are below the floor, or without a value; give a lower floor, or look at the movie."));
		differential = MovieImages.image(movie);
		differential.setTitle(movie.name() + " differential");
		DivergingDisplay.centre(differential);
	}
}
