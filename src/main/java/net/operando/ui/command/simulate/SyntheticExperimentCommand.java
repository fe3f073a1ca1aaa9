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
import net.operando.experiment.ActiveEnds;
import net.operando.experiment.SyntheticReport;
import net.operando.experiment.SyntheticSettings;
import net.operando.model.synthetic.Scene;

/** An experiment of known truth: movie, potentiostat's files, truth, and the parameters to analyse it with. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Synthetic Experiment...", weight = 15) }, headless = true,
	description = "Generates a movie and the potentiostat's files of an experiment whose truth is known, to test analyses with.")
public class SyntheticExperimentCommand extends SyntheticMovieInputs {

	@Parameter(label = "Material", required = false, persist = false, style = "group:Rod", attrs = @Attr(name = "kind", value = "path or name"),
		description = "NWO, or the path of a material file (JSON); empty takes the preset's.")
	private String material = "";

	@Parameter(label = "Angle (deg)", required = false, persist = false, style = "group:Rod", attrs = @Attr(name = "kind", value = "number"),
		description = "Angle of the rod in degrees, from the image's x axis downwards; its neighbours turn with it; empty takes the preset's.")
	private String angle = "";

	@Parameter(label = "Length (um)", required = false, persist = false, style = "group:Rod", attrs = @Attr(name = "kind", value = "number"),
		description = "Length of the rod in um; empty takes the preset's.")
	private String lengthum = "";

	@Parameter(label = "Width (um)", required = false, persist = false, style = "group:Rod", attrs = @Attr(name = "kind", value = "number"),
		description = "Width of the rod in um; empty takes the preset's.")
	private String widthum = "";

	@Parameter(label = "Active ends", persist = false, choices = { "Preset", "Both", "First", "Last" }, style = "group:Rod",
		description = "Ends of the rod that lithium passes.")
	private String activeends = "Preset";

	@Parameter(label = "x at the start", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "Lithium content of the rod at the start, as a part of the full one; empty takes the preset's.")
	private String startx = "";

	@Parameter(label = "C-rate", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "C-rate of the cell's first current, above 0 for lithiation, below for delithiation; empty takes the preset's.")
	private String crate = "";

	@Parameter(label = "Duration (s)", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "Time of the first current in s; the movie becomes longer or shorter with it; empty takes the preset's.")
	private String seconds = "";

	@Parameter(label = "Current share", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "The rod's C-rate over that of the cell, above 0; empty takes the preset's.")
	private String share = "";

	@Parameter(label = "Upper voltage (V)", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "Voltage of the cell in V that ends its first current if that is a delithiation; empty for none.")
	private String uppervolts = "";

	@Parameter(label = "Lower voltage (V)", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "Voltage of the cell in V that ends its first current if that is a lithiation; empty for none.")
	private String lowervolts = "";

	@Parameter(label = "Temperature (K)", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "Temperature in K; empty takes the preset's.")
	private String temperaturek = "";

	@Parameter(label = "Protocol (JSON)", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "path"),
		description = "A file of rests, currents, repeats and cracks as Simulate Rod takes it, instead of the preset's currents.")
	private String protocol = "";

	@Parameter(label = "Crack at (s)", required = false, persist = false, style = "group:Crack", attrs = @Attr(name = "kind", value = "number"),
		description = "Time in s after the first current's start, or the protocol's, at which lithium stops passing a crack; empty for the preset's cracks.")
	private String crackseconds = "";

	@Parameter(label = "Crack at (um)", required = false, persist = false, style = "group:Crack", attrs = @Attr(name = "kind", value = "number"),
		description = "Place of the crack in um from the first end; empty for the preset's cracks.")
	private String crackum = "";

	@Parameter(label = "Lag (s)", required = false, persist = false, style = "group:Calculation", attrs = @Attr(name = "kind", value = "number"),
		description = "Lag of the rate of change in s that true fronts are stated for as well; empty for the usual ones.")
	private String lagseconds = "";

	@Parameter(label = "Cells", persist = false, required = false, min = "0", style = "group:Calculation",
		description = "Cells along the simulated rod, 8 or more; 0 takes the preset's.")
	private int cells;

	@Parameter(label = "Kappa (J m5 mol-2)", required = false, persist = false, style = "group:Calculation", attrs = @Attr(name = "kind", value = "number"),
		description = "Gradient energy in J m5 mol-2, 0 for plain diffusion; empty takes the preset's.")
	private String kappa = "";

	private SyntheticSettings settings() throws IOException {
		return movie().withMaterial(material).withRod(number(angle, "angle"), number(lengthum, "lengthum"), number(widthum,
			"widthum")).withCurrent(number(crate, "crate"), number(seconds, "seconds"), number(startx, "startx")).withPart(ends(),
				number(share, "share")).withVoltageLimits(number(lowervolts, "lowervolts"), number(uppervolts, "uppervolts"))
			.withProtocol(existing(protocol, "protocol")).withCrack(number(crackseconds, "crackseconds"), number(crackum,
				"crackum")).withSolver(number(temperaturek, "temperaturek"), cells, number(kappa, "kappa")).withLagSeconds(number(
					lagseconds, "lagseconds"));
	}

	private ActiveEnds ends() {
		return activeends.isBlank() || activeends.equalsIgnoreCase("Preset") ? null : choice(ActiveEnds.class, activeends,
			"activeends");
	}

	@Override
	protected void check() throws IOException {
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
		final Provenance provenance = Provenance.of("Synthetic Experiment", settings, settings.inputs(), List.of());
		write(folder -> SyntheticReport.write(scene, settings, provenance, folder, progress));
	}
}
