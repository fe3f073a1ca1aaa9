package net.operando.ui.command.movie;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.gui.Overlay;
import net.operando.analysis.drift.Drift;
import net.operando.analysis.drift.DriftParameters;
import net.operando.analysis.drift.DriftResult;
import net.operando.base.Progress;
import net.operando.data.io.Provenance;
import net.operando.data.io.ShiftsCsv;
import net.operando.data.io.TidyTable;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.data.movie.DriftCorrectedMovie;
import net.operando.data.movie.FrameShifts;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelMask;
import net.operando.figure.DriftFigure;
import net.operando.figure.Figure;
import net.operando.figure.FigureWriter;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.command.Previewed;
import net.operando.ui.imagej.FramePreview;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;
import net.operando.ui.imagej.RoiMasks;

/** Finds how the sample moved and takes the movement out. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Correct Drift...", weight = 5) }, headless = true,
	description = "Finds how the sample moved, on the inert background around the particles, and takes the movement out in one resampling.")
public class CorrectDriftCommand extends OperandoCommand implements Previewed {

	@Parameter(label = "Movie", description = "The movie to correct.")
	private ImagePlus image;

	@Parameter(label = "Mask (ROI file)", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Where",
		description = "Areas to leave out (particles and where they grow), saved as .roi or .zip; auto finds them.")
	private String mask = "auto";

	@Parameter(label = "Largest shift (px)", persist = false, min = "0", style = "group:How",
		description = "Shifts up to this are expected, in px; larger ones are found too, and reported.")
	private double maxshiftpx = 20;

	@Parameter(label = "Rotation", persist = false, style = "group:How",
		description = "Also find small rotations, up to half a degree.")
	private boolean rotation;

	@Parameter(label = "Shifts (CSV)", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:How",
		description = "A shifts.csv to apply instead of finding the movement; it may have been edited, or come from another movie of the recording.")
	private String shifts = "";

	@Parameter(label = "Apply", persist = false, style = "group:Output",
		description = "Make the corrected movie; without it only the shifts are found.")
	private boolean apply = true;

	@Parameter(type = ItemIO.OUTPUT, label = "Corrected movie")
	private ImagePlus corrected;

	private DriftParameters parameters() {
		return new DriftParameters().withMaxShiftPixels(maxshiftpx).withRotation(rotation);
	}

	@Override
	protected void check() {
		parameters().check();
		MovieImages.movie(image);
	}

	/** The current frame moved back to where the first one was. */
	@Override
	public Overlay preview(final Progress progress) throws IOException {
		final Movie movie = FramePreview.firstAndShown(image);
		final int shown = movie.frameCount() - 1;
		final FrameShifts found = existing(shifts, "shifts") != null ? ShiftsCsv.read(existing(shifts, "shifts"), movie
			.calibration()).at(movie.times()) : Drift.estimate(movie, parameters(), excluded(movie, areas()), progress).shifts();
		return FramePreview.intensities(image, DriftCorrectedMovie.of(movie, found).frame(shown, null), movie.width(), movie
			.height(), String.format(Locale.ROOT, "moved back by %.2f, %.2f px", found.shift(shown).dxPixels(), found.shift(shown)
				.dyPixels()).replace("-0.00", "0.00"));
	}

	private Path areas() {
		return mask == null || mask.trim().equalsIgnoreCase("auto") ? null : existing(mask, "mask");
	}

	private static PixelMask excluded(final Movie movie, final Path areas) throws IOException {
		return areas == null ? null : RoiMasks.read(areas, movie.width(), movie.height());
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Movie movie = MovieImages.movie(image);
		final DriftParameters parameters = parameters();
		final Path given = existing(shifts, "shifts");
		final Path areas = areas();
		final Set<String> remarks = new LinkedHashSet<>(movie.warnings());
		final List<Path> inputs = new ArrayList<>(MovieImages.sources(image));
		final FrameShifts found;
		if (given != null) {
			inputs.add(given);
			found = ShiftsCsv.read(given, movie.calibration()).at(movie.times());
			remarks.addAll(found.warnings());
		}
		else {
			if (areas != null) inputs.add(areas);
			final DriftResult result = Drift.estimate(movie, parameters, excluded(movie, areas), progress.part(0, apply ? 0.5 : 1));
			found = result.shifts();
			remarks.addAll(result.warnings());
		}
		final DriftCorrectedMovie still = DriftCorrectedMovie.of(movie, found);
		final TidyTable table = ShiftsCsv.table(found, movie.calibration());
		final Provenance provenance = Provenance.of("Correct Drift", parameters, inputs, List.copyOf(remarks));
		final Figure figure = DriftFigure.of(found, movie.calibration());
		write(folder -> {
			folder.write("shifts.csv", table);
			folder.writeText("shifts.json", provenance.toJson());
			FigureWriter.writeSvg(figure, folder.path("shifts.svg"));
			FigureWriter.writePng(figure, folder.path("shifts.png"));
			if (apply) TiffStackWriter.write(still, folder.path("corrected.tif"), TiffStackInfo.defaults().withProvenance(
				provenance.toJson()), progress.part(0.5, 1));
		});
		warn(remarks);
		ResultWindows.show(table, "Shifts of " + movie.name());
		ResultWindows.show(figure, "Drift of " + movie.name());
		if (!apply) return;
		corrected = MovieImages.image(still);
		corrected.setTitle(movie.name() + " corrected");
	}
}
