package net.operando.ui.command.simulate;

import java.io.IOException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.operando.base.Progress;
import net.operando.data.io.KymographTiff;
import net.operando.data.io.Provenance;
import net.operando.experiment.ActiveEnds;
import net.operando.experiment.RodSimulationFigures;
import net.operando.experiment.RodSimulationReport;
import net.operando.experiment.RodSimulationResult;
import net.operando.experiment.SimulationSettings;
import net.operando.model.phasefield.Rod;
import net.operando.model.phasefield.SimulationOptions;
import net.operando.model.phasefield.SurfaceSharing;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.imagej.DivergingDisplay;
import net.operando.ui.imagej.ResultWindows;

/** Predicts composition, voltage and fronts of a rod. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Simulate Rod...", weight = 12) }, headless = true,
	description = "Simulates lithium in a rod under a current or a protocol: kymographs like measured ones, fronts, voltage.")
public class SimulateRodCommand extends OperandoCommand {

	@Parameter(label = "Material", persist = false, style = "group:Rod", attrs = @Attr(name = "kind", value = "path or name"),
		description = "NWO, or the path of a material file (JSON).")
	private String material = "NWO";

	@Parameter(label = "Length (um)", persist = false, min = "0.05", max = "5000", style = "group:Rod",
		description = "Length of the rod in um.")
	private double lengthum = 20.4;

	@Parameter(label = "Width (um)", persist = false, min = "0.01", max = "5000", style = "group:Rod",
		description = "Width of the rod in um.")
	private double widthum = 3.5;

	@Parameter(label = "C-rate", persist = false, style = "group:Current",
		description = "C-rate of the cell: above 0 for lithiation, below for delithiation.")
	private double crate = 5;

	@Parameter(label = "x at the start", persist = false, min = "0", max = "1", style = "group:Rod",
		description = "Lithium content at the start, as a part of the full one.")
	private double startx = 0.08;

	@Parameter(label = "Duration (s)", persist = false, style = "group:Current",
		description = "Time under current in s, above 0; a voltage limit may end it.")
	private double seconds = 60;

	@Parameter(label = "Active ends", persist = false, choices = { "Both", "First", "Last" }, style = "group:Rod",
		description = "Ends of the rod that lithium passes.")
	private String activeends = "Both";

	@Parameter(label = "Current share", persist = false, style = "group:Current",
		description = "The rod's C-rate over that of the cell, above 0.")
	private double share = 1;

	@Parameter(label = "Sharing of current", persist = false, choices = { "Equal Flux", "Equal Potential", "Butler-Volmer" }, style = "group:Current",
		description = "How the surfaces of the rod share its current.")
	private String sharing = "Equal Flux";

	@Parameter(label = "Upper voltage (V)", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "Voltage in V that ends a delithiation; empty for none.")
	private String uppervolts = "";

	@Parameter(label = "Lower voltage (V)", required = false, persist = false, style = "group:Current", attrs = @Attr(name = "kind", value = "number"),
		description = "Voltage in V that ends a lithiation; empty for none.")
	private String lowervolts = "";

	@Parameter(label = "Temperature (K)", persist = false, min = "100", max = "2000", style = "group:Current",
		description = "Temperature in K.")
	private double temperaturek = 298.15;

	@Parameter(label = "Protocol (JSON)", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Current",
		description = "A file of rests, currents, holds, repeats and cracks, instead of C-rate, duration and voltages.")
	private String protocol = "";

	@Parameter(label = "Lag (s)", persist = false, style = "group:Calculation",
		description = "Lag of the rate of change in s, above 0.")
	private double lagseconds = 1;

	@Parameter(label = "Cells", persist = false, required = false, min = "0", style = "group:Calculation",
		description = "Cells along the rod, 8 or more; 0 chooses them by its length.")
	private int cells;

	@Parameter(label = "Crack at (s)", required = false, persist = false, style = "group:Crack", attrs = @Attr(name = "kind", value = "number"),
		description = "Time in s at which the rod cracks; empty for no crack.")
	private String crackseconds = "";

	@Parameter(label = "Crack at (um)", required = false, persist = false, style = "group:Crack", attrs = @Attr(name = "kind", value = "number"),
		description = "Place of the crack in um from the first end; empty for no crack.")
	private String crackum = "";

	@Parameter(label = "Kappa (J m5 mol-2)", persist = false, required = false, min = "0", style = "group:Calculation",
		description = "Gradient energy in J m5 mol-2; 0 for plain diffusion.")
	private double kappa;

	@Parameter(label = "Regime map", persist = false, style = "group:Output",
		description = "Also draws the regime expected over start x and C-rate.")
	private boolean regimemap;

	@Parameter(type = ItemIO.OUTPUT, label = "Composition")
	private ImagePlus composition;

	@Parameter(type = ItemIO.OUTPUT, label = "Rate")
	private ImagePlus rate;

	private SimulationSettings settings() throws IOException {
		return new SimulationSettings().withMaterial(material).withRod(choice(
			ActiveEnds.class, activeends, "activeends").of(Rod.standard().withLengthMicrometres(lengthum).withWidthMicrometres(
				widthum).withStartX(startx))).withDrive(crate, seconds, number(lowervolts, "lowervolts"), number(
					uppervolts, "uppervolts"), existing(protocol, "protocol")).withCrack(number(crackseconds, "crackseconds"), number(crackum,
						"crackum")).withOptions(SimulationOptions.standard().withCurrentShare(share).withTemperatureKelvin(temperaturek)
							.withKappa(kappa).withSharing(choice(SurfaceSharing.class, sharing, "sharing"))).withCells(cells)
			.withLagSeconds(lagseconds);
	}

	@Override
	protected void check() throws IOException {
		settings();
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final SimulationSettings settings = settings();
		final RodSimulationResult result = RodSimulationResult.of(settings, progress);
		final Provenance provenance = Provenance.of("Simulate Rod", settings, settings.inputs(), result.warnings());
		write(folder -> RodSimulationReport.write(result, provenance, regimemap, folder));
		composition = KymographTiff.image(result.composition(), "Composition of the simulated rod", provenance);
		rate = KymographTiff.image(result.rate(), "Rate of the simulated rod", provenance);
		DivergingDisplay.centre(rate);
		final RodSimulationFigures figures = new RodSimulationFigures(result);
		ResultWindows.show(figures.simulation(), "Simulated rod");
		if (regimemap) ResultWindows.show(figures.regime(), "Regime of the simulated rod");
	}
}
