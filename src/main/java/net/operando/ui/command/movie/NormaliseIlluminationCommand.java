package net.operando.ui.command.movie;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
import net.operando.base.Progress;
import net.operando.data.io.GainTable;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.Provenance;
import net.operando.data.io.TidyTable;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.data.movie.BackgroundGain;
import net.operando.data.movie.FlatField;
import net.operando.data.movie.Movie;
import net.operando.data.movie.NormalisedMovie;
import net.operando.data.movie.PixelMask;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.command.Previewed;
import net.operando.ui.imagej.FramePreview;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;
import net.operando.ui.imagej.RoiMasks;

/** Takes the unevenness of the light and its changes out of a movie. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Normalise Illumination...", weight = 4) }, headless = true,
	description = "Divides a movie by a flat field and by the level of the light in every frame, which is measured on the background.")
public class NormaliseIlluminationCommand extends OperandoCommand implements Previewed {

	@Parameter(label = "Movie", description = "The movie to normalise.")
	private ImagePlus image;

	@Parameter(label = "Flat field", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Light",
		description = "An image or movie of an even object under the same light; empty leaves unevenness as it is.")
	private String flatfield = "";

	@Parameter(label = "Background (ROI file)", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Light",
		description = "Areas of inert background to measure the light on, saved as .roi or .zip; auto finds them.")
	private String background = "auto";

	@Parameter(type = ItemIO.OUTPUT, label = "Normalised movie")
	private ImagePlus normalised;

	@Override
	protected void check() {
		MovieImages.movie(image);
	}

	/** The current frame with the light of the first one; the whole movie's median light, which takes every frame, is not. */
	@Override
	public Overlay preview(final Progress progress) throws IOException {
		final Movie movie = FramePreview.firstAndShown(image);
		final int shown = movie.frameCount() - 1;
		final FlatField flat = flat(existing(flatfield, "flatfield"), progress);
		final Movie flattened = NormalisedMovie.of(movie, flat, null);
		final NormalisedMovie even = NormalisedMovie.of(movie, flat, BackgroundGain.of(flattened, region(flattened, areas()),
			progress));
		return FramePreview.intensities(image, even.frame(shown, null), movie.width(), movie.height(), String.format(
			Locale.ROOT, "light %.4f of that in frame 1", even.gain(shown) / even.gain(0)));
	}

	private Path areas() {
		return background == null || background.trim().equalsIgnoreCase("auto") ? null : existing(background, "background");
	}

	/** @param file null for none */
	private static FlatField flat(final Path file, final Progress progress) {
		if (file == null) return null;
		try (Movie even = MovieFiles.open(file, MovieOpenOptions.ofImages(), progress.part(0, 0.5))) {
			return FlatField.of(even, progress.part(0.5, 1));
		}
	}

	private static PixelMask region(final Movie flattened, final Path areas) throws IOException {
		return areas == null ? BackgroundGain.background(flattened) : RoiMasks.read(areas, flattened.width(), flattened
			.height());
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Movie movie = MovieImages.movie(image);
		final List<Path> inputs = new ArrayList<>(MovieImages.sources(image));
		final Path flatFile = existing(flatfield, "flatfield");
		final Path areas = areas();
		if (flatFile != null) inputs.add(flatFile);
		final FlatField flat = flat(flatFile, progress.part(0, 0.1));
		if (areas != null) inputs.add(areas);
		final Movie flattened = NormalisedMovie.of(movie, flat, null);
		final PixelMask region = region(flattened, areas);
		final NormalisedMovie even = NormalisedMovie.of(movie, flat, BackgroundGain.of(flattened, region, progress.part(0.1,
			0.5)));
		final TidyTable gains = GainTable.of(even);
		final Provenance provenance = Provenance.of("Normalise Illumination", NormaliseRecord.of(region, flat != null), inputs,
			even.warnings());
		write(folder -> {
			folder.write("gain.csv", gains);
			folder.writeText("gain.json", provenance.toJson());
			TiffStackWriter.write(even, folder.path("normalised.tif"), TiffStackInfo.defaults().withProvenance(provenance
				.toJson()), progress.part(0.5, 1));
		});
		warn(even.warnings());
		normalised = MovieImages.image(even);
		normalised.setTitle(movie.name() + " normalised");
		ResultWindows.show(gains, "Light of " + movie.name());
	}
}
