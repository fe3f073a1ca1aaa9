package net.operando.ui.command.simulate;

import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

import net.operando.experiment.SyntheticSettings;
import net.operando.model.synthetic.ExperimentFormat;
import net.operando.ui.command.OperandoCommand;

/** What a synthetic experiment starts from, and how its movie is taken. */
abstract class SyntheticMovieInputs extends OperandoCommand {

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

	@Parameter(label = "Seed", persist = false, style = "group:Experiment",
		description = "Seed of all randomness; the same one gives the same files.")
	private int seed = 1;

	@Parameter(label = "Format", persist = false, choices = { "TIFF", "TDMS", "HDF5" }, style = "group:Movie",
		description = "File format of the movie.")
	private String format = "TIFF";

	/** The preset and its movie; the rod and its currents as the preset has them. */
	final SyntheticSettings movie() {
		return new SyntheticSettings().withPreset(preset, seed).withCamera(number(pixelsizeum, "pixelsizeum"), number(framerate,
			"framerate"), ExperimentFormat.of(format)).withFaults(noise, drift);
	}
}
