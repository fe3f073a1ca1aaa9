package net.operando.ui.command.diffusion;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import net.operando.base.Progress;
import net.operando.data.io.Provenance;
import net.operando.data.io.titration.PfgCsv;
import net.operando.experiment.PfgFigures;
import net.operando.experiment.PfgReport;
import net.operando.model.titration.Pfg;
import net.operando.model.titration.PfgModel;
import net.operando.model.titration.PfgParameters;
import net.operando.model.titration.PfgResult;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.imagej.ResultWindows;

/** D and its activation energy from decays of PFG-NMR. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Diffusion from PFG-NMR...", weight = 14) }, headless = true,
	description = "Fits the decays of PFG-NMR at each temperature and an Arrhenius line through them, with its 95 % interval.")
public class PfgCommand extends OperandoCommand {

	@Parameter(label = "Decays", persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Decays",
		description = "A table with the columns temperature_K, gradient_T_per_m and signal, or with one column of signals per temperature.")
	private File file;

	@Parameter(label = "Gradient pulse (ms)", persist = false, min = "0", style = "group:Pulses",
		description = "Length of a gradient pulse in ms, above 0.")
	private double deltams = 2;

	@Parameter(label = "Diffusion time (ms)", persist = false, min = "0", style = "group:Pulses",
		description = "Time between the two gradient pulses in ms, not below their length.")
	private double bigdeltams = 10;

	@Parameter(label = "Factor", persist = false, min = "0", style = "group:Motion",
		description = "The number in <z2> = factor D Delta: 2 in one dimension, 1 as the paper prints it; no effect on Isotropic.")
	private double factor = 2;

	@Parameter(label = "Model", persist = false, choices = { "1D powder", "Isotropic" }, style = "group:Motion",
		description = "Motion along channels of crystals in all directions, or free motion.")
	private String model = "1D powder";

	@Parameter(label = "Extrapolate to (K)", persist = false, min = "100", max = "2000", style = "group:Arrhenius line",
		description = "Temperature in K that D is extrapolated to along the Arrhenius line.")
	private double extrapolatek = 298.15;

	private PfgParameters parameters() {
		return PfgParameters.defaults().withTimesMilliseconds(deltams, bigdeltams).withFactor(factor)
			.withModel(PfgModel.of(model));
	}

	@Override
	protected void check() {
		parameters();
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Path input = existing(file.getPath(), "file");
		final PfgParameters parameters = parameters();
		final PfgResult result = Pfg.analyse(PfgCsv.read(input), parameters);
		final PfgFigures figures = new PfgFigures(result, extrapolatek);
		final Provenance provenance = Provenance.of("Diffusion from PFG-NMR", parameters, List.of(input), result.warnings());
		write(folder -> PfgReport.write(result, extrapolatek, provenance, folder));
		ResultWindows.show(result.toTable(), "Diffusion coefficients of " + input.getFileName());
		ResultWindows.show(figures.decays(), "Decays of " + input.getFileName());
		ResultWindows.show(figures.arrhenius(), "Arrhenius line of " + input.getFileName());
	}
}
