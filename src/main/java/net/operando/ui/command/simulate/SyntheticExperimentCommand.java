package net.operando.ui.command.simulate;

import java.io.IOException;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.Provenance;
import net.operando.experiment.SyntheticReport;
import net.operando.experiment.SyntheticSettings;
import net.operando.model.synthetic.ExperimentFormat;
import net.operando.model.synthetic.Scene;
import net.operando.ui.command.OperandoCommand;

/** An experiment of known truth: movie, potentiostat's files, truth, and the parameters to analyse it with. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Synthetic Experiment...", weight = 15) }, headless = true,
	description = "Generates a movie and the potentiostat's files of an experiment whose truth is known, to test analyses with.")
public class SyntheticExperimentCommand extends OperandoCommand {

	@Parameter(label = "Preset", persist = false, choices = { SyntheticSettings.TWO_FRONTS, "5C from 2.8 V hold", "5C no hold",
		"5C delithiation with crack", "20C cracked rod", "disconnected fragments" }, style = "group:Experiment",
		description = "What happens: two prescribed fronts, or a rod that is simulated.")
	private String preset = SyntheticSettings.TWO_FRONTS;

	@Parameter(label = "Pixel size (um)", required = false, persist = false, style = "group:Movie", attrs = @Attr(name = "kind", value = "number"),
		description = "Edge of a stored pixel in um; the field stays as large on the sample; empty takes the preset's.")
	private String pixelsizeum = "";

	@Parameter(label = "Frame rate (1/s)", required = false, persist = false, style = "group:Movie", attrs = @Attr(name = "kind", value = "number"),
		description = "Stored frames per second; empty takes the preset's.")
	private String framerate = "";

	@Parameter(label = "Noise", persist = false, style = "group:Movie",
		description = "Whether the camera has shot noise, read noise and hot pixels.")
	private boolean noise = true;

	@Parameter(label = "Drift", persist = false, style = "group:Movie",
		description = "Whether the sample creeps, jumps, turns and leaves focus.")
	private boolean drift = true;

	@Parameter(label = "Angle (deg)", required = false, persist = false, style = "group:Rod", attrs = @Attr(name = "kind", value = "number"),
		description = "Angle of the rod in degrees, from the image's x axis downwards; its neighbours turn with it; empty takes the preset's.")
	private String angle = "";

	@Parameter(label = "Length (um)", required = false, persist = false, style = "group:Rod", attrs = @Attr(name = "kind", value = "number"),
		description = "Length of the rod in um; empty takes the preset's.")
	private String lengthum = "";

	@Parameter(label = "C-rate", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "C-rate of the cell's first current, above 0 for lithiation, below for delithiation; empty takes the preset's.")
	private String crate = "";

	@Parameter(label = "Duration (s)", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "Time of the first current in s; the movie becomes longer or shorter with it; empty takes the preset's.")
	private String seconds = "";

	@Parameter(label = "x at the start", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "Lithium content of the rod at the start, as a part of the full one; empty takes the preset's.")
	private String startx = "";

	@Parameter(label = "Seed", persist = false, style = "group:Experiment",
		description = "Seed of all randomness; the same one gives the same files.")
	private int seed = 1;

	@Parameter(label = "Format", persist = false, choices = { "TIFF", "TDMS", "HDF5" }, style = "group:Movie",
		description = "File format of the movie.")
	private String format = "TIFF";

	private SyntheticSettings settings() {
		return new SyntheticSettings().withPreset(preset, seed).withCamera(number(
			pixelsizeum, "pixelsizeum"), number(framerate, "framerate"), ExperimentFormat.of(format)).withFaults(noise,
				drift).withRod(number(angle, "angle"), number(lengthum, "lengthum")).withCurrent(number(crate,
					"crate"), number(seconds, "seconds"), number(startx, "startx"));
	}

	@Override
	protected void check() {
		settings();
		requireFolder();
	}

	private void requireFolder() {
		if (!writesOutput()) throw new InvalidInputException(
			"Synthetic Experiment writes its files into a folder: give output=FOLDER.");
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		requireFolder();
		final SyntheticSettings settings = settings();
		final Scene scene = settings.scene();
		final Provenance provenance = Provenance.of("Synthetic Experiment", settings, List.of(), List.of());
		write(folder -> SyntheticReport.write(scene, settings, provenance, folder, progress));
	}
}
