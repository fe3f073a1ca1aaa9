package net.operando.ui.command.experiment;

import java.io.File;
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
import net.operando.base.Progress;
import net.operando.data.io.Json;
import net.operando.data.io.Provenance;
import net.operando.data.io.TidyTable;
import net.operando.data.io.cycler.CyclesTable;
import net.operando.data.io.cycler.TimelineTable;
import net.operando.data.movie.MeanIntensity;
import net.operando.data.movie.Movie;
import net.operando.experiment.AlignedElectrochemistry;
import net.operando.experiment.AlignmentSettings;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.imagej.ImageSelection;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;

/** Puts the potentiostat's record on the movie's clock. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Align Electrochemistry...", weight = 2) }, headless = true,
	description = "Puts the potentiostat's record on the movie's clock: voltage, current, charge and x at every frame, and the cycles.")
public class AlignCommand extends OperandoCommand {

	@Parameter(label = "Movie", description = "The movie; for Intensity Steps, an area selection limits what is averaged.")
	private ImagePlus image;

	@Parameter(label = "Electrochemistry", persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Electrochemistry",
		description = "The potentiostat's file (Gamry .DTA, BioLogic .mpt, CSV) or the folder of files of one experiment.")
	private File echem;

	@Parameter(label = "Method", persist = false, choices = { "Timestamps", "Intensity Steps", "Offset" }, style = "group:Clocks",
		description = "How the clocks are compared: written start times, intensity changes matched to current steps, or a given offset.")
	private String method = "Timestamps";

	@Parameter(label = "Offset (s)", persist = false, required = false, style = "group:Clocks", attrs = @Attr(name = "kind", value = "once"),
		description = "The potentiostat's time in s at the movie's second 0; for Intensity Steps, where to search (0 searches around the timestamps).")
	private double offsetseconds;

	@Parameter(label = "Date order", persist = false, choices = { "Auto", "DMY", "MDY" }, style = "group:Electrochemistry",
		description = "Order of day and month in the files' dates; Auto decides from the whole folder.")
	private String dateorder = "Auto";

	@Parameter(label = "Active mass (mg)", persist = false, required = false, min = "0", style = "group:Charge and x", attrs = @Attr(name = "kind", value = "once"),
		description = "Mass of active material in mg; 0 if not known: specific charge, x and C-rate are then left out.")
	private double massmg;

	@Parameter(label = "Capacity (mAh/g)", persist = false, min = "0", style = "group:Charge and x",
		description = "Charge in mAh/g that takes x from 0 to 1.")
	private double capacitymahg = 178.25;

	@Parameter(label = "C-rate base (mAh/g)", persist = false, min = "0", style = "group:Charge and x",
		description = "Charge in mAh/g that 1C passes in an hour.")
	private double cratebasemahg = 178;

	@Parameter(label = "x at start", persist = false, required = false, style = "group:Charge and x", attrs = @Attr(name = "kind", value = "number"),
		description = "Lithium content x when the recording began, 0 to 1; empty if not known.")
	private String startx = "";

	@Parameter(label = "Current sign", persist = false, choices = { "Auto", "Lithiation Negative", "Lithiation Positive" }, style = "group:Charge and x",
		description = "Which sign of current lithiates; Auto decides from how the voltage moves.")
	private String currentsign = "Auto";

	@Parameter(label = "Time zone", persist = false, required = false, style = "group:Electrochemistry",
		description = "Time zone of the potentiostat's computer, such as Europe/London; empty takes this computer's.")
	private String timezone = "";

	private AlignmentSettings settings() {
		return AlignmentSettings.parse(method, offsetseconds, timezone, dateorder, currentsign)
			.withCharge(massmg, capacitymahg, cratebasemahg, number(startx, "startx"));
	}

	@Override
	protected void check() {
		settings();
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final AlignmentSettings settings = settings();
		final Movie movie = MovieImages.movie(image);
		final AlignedElectrochemistry cell = AlignedElectrochemistry.of(echem.toPath(), movie.times(), () -> MeanIntensity.of(
			movie, ImageSelection.areaOn(image), progress.part(0, 0.8)), settings, progress);
		warn(cell.warnings());
		final TidyTable timeline = TimelineTable.of(cell.timeline());
		final TidyTable cycles = CyclesTable.of(cell.halfCycles());
		write(folder -> {
			folder.markNominalTimes(movie.times().isNominal());
			folder.write("timeline.csv", timeline);
			folder.write("cycles.csv", cycles);
			folder.writeText("alignment.json", Json.write(cell.alignment()));
			folder.writeText("provenance.json", Provenance.of("Align Electrochemistry", settings, inputs(), cell
				.warnings()).toJson());
		});
		ResultWindows.show(timeline, "Timeline of " + movie.name());
		ResultWindows.show(cycles, "Cycles of " + movie.name());
	}

	private List<Path> inputs() {
		final List<Path> inputs = new ArrayList<>(MovieImages.sources(image));
		inputs.add(echem.toPath());
		return inputs;
	}
}
