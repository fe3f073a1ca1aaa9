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

import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontPolarity;
import net.operando.base.Progress;
import net.operando.data.io.Provenance;
import net.operando.experiment.compare.CompareFigures;
import net.operando.experiment.compare.CompareParameters;
import net.operando.experiment.compare.CompareReport;
import net.operando.experiment.compare.CompareTables;
import net.operando.experiment.compare.RateComparison;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.imagej.ResultWindows;

/** Front velocities and elongations of many experiments by C-rate. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Compare Rates...", weight = 11.7) }, headless = true,
	description = "Compares the front velocities of many analysed experiments by C-rate, with simulated ones over them, and how rods lengthen with capacity.")
public class CompareRatesCommand extends OperandoCommand {

	@Parameter(label = "Folder of experiments", persist = false, attrs = @Attr(name = "kind", value = "folder"), style = "group:Files",
		description = "Folder that holds, at any depth, the output folders of Analyse Experiment.")
	private File folder;

	@Parameter(label = "Simulated (CSV)", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Files",
		description = "Simulated velocities to show over the measured ones: a CSV with the columns c_rate and velocity_nm_per_s.")
	private String simulated = "";

	@Parameter(label = "Criterion", persist = false, choices = { "half_max", "extremum", "zero_crossing", "arrival" }, style = "group:Which fronts",
		description = "Which definition of a front's position is compared; velocities by different ones are never mixed.")
	private String criterion = "half_max";

	@Parameter(label = "Polarity", persist = false, choices = { "Bright", "Dark", "Both" }, style = "group:Which fronts",
		description = "Whether brightening fronts are compared, darkening ones (as Nb14W3O44 shows them), or both.")
	private String polarity = "Dark";

	@Parameter(label = "Direction", persist = false, choices = { "Lithiation", "Delithiation" }, style = "group:Which fronts",
		description = "Which current steps are compared.")
	private String direction = "Lithiation";

	@Parameter(label = "Accepted flags", required = false, persist = false, style = "group:Which fronts",
		description = "Flags that do not keep a front out, with commas between, for example uneven,poor_fit; empty accepts none.")
	private String accept = "";

	@Parameter(label = "C-rate tolerance", persist = false, min = "0.001", max = "0.499", style = "group:Groups",
		description = "Fraction by which neighbouring C-rates may differ and still be one group.")
	private double ratetolerance = 0.1;

	@Parameter(label = "Largest ratio of lags", persist = false, min = "1", style = "group:Groups",
		description = "Largest ratio of the longest to the shortest lag within a group; fronts of more are refused.")
	private double lagratio = 2;

	@Parameter(label = "XRD elongation (CSV)", required = false, persist = false, attrs = @Attr(name = "kind",
		value = "path"), style = "group:Files",
		description = "Elongation by X-ray diffraction: a CSV with capacity_mAh_per_g and elongation_percent; empty takes a placeholder.")
	private String xrd = "";

	private CompareParameters parameters() {
		return new CompareParameters().withFronts(FrontCriterion.parse(criterion), FrontPolarity
			.parse(polarity)).withDirection(direction).accepting(accept).withTolerances(ratetolerance, lagratio);
	}

	@Override
	protected void check() {
		parameters();
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Path experiments = existing(folder.getPath(), "folder");
		final Path given = existing(simulated, "simulated");
		final Path curve = existing(xrd, "xrd");
		final CompareParameters parameters = parameters();
		final RateComparison comparison = RateComparison.of(experiments, given, curve, parameters, progress.part(0, 0.8));
		warn(comparison.warnings());
		final List<Path> inputs = new ArrayList<>(comparison.inputs());
		for (final Path file : new Path[] { given, curve })
			if (file != null) inputs.add(file);
		write(results -> CompareReport.write(comparison, Provenance.of("Compare Rates", parameters, inputs, comparison
			.warnings()), results));
		ResultWindows.show(CompareTables.rates(comparison), "Front velocities by C-rate");
		ResultWindows.show(CompareTables.leftOut(comparison), "Left out of the comparison");
		ResultWindows.show(CompareFigures.rates(comparison), "Front velocities by C-rate");
		if (!comparison.elongations().isEmpty()) ResultWindows.show(CompareFigures.elongations(comparison),
			"Elongation against capacity");
	}

	/** What it says of an analysis names the keys of that analysis' JSON. */
	@Override
	protected String named(final String sentence) {
		return sentence;
	}
}
