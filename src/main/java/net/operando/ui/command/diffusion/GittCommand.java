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
import net.operando.data.electrochem.CurrentSign;
import net.operando.data.io.Provenance;
import net.operando.data.io.titration.TitrationFiles;
import net.operando.experiment.TitrationEvaluation;
import net.operando.experiment.TitrationFigures;
import net.operando.experiment.TitrationReport;
import net.operando.experiment.TitrationSettings;
import net.operando.model.titration.ParticleShape;
import net.operando.model.titration.TitrationMethod;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.imagej.ResultWindows;

/** D(x) from the pulses of a titration. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Diffusion from GITT...", weight = 13) }, headless = true,
	description = "Takes a diffusion coefficient from every pulse of a titration, with its 95 % interval and flags, and the voltage curve.")
public class GittCommand extends OperandoCommand {

	@Parameter(label = "Titration", persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Titration",
		description = "The potentiostat's file or folder, or a table with the columns Seconds, Volts and Amps.")
	private File file;

	@Parameter(label = "Method", persist = false, choices = { "Short Time", "Long Time", "Relaxation", "ICI" }, style = "group:How",
		description = "What is evaluated: the start of each pulse, its end, the rest after it, or short interruptions of a steady current.")
	private String method = "Short Time";

	@Parameter(label = "Geometry", persist = false, choices = { "Slab", "Sphere" }, style = "group:How",
		description = "How lithium enters: along one axis, or radially.")
	private String geometry = "Slab";

	@Parameter(label = "Diffusion length (um)", persist = false, min = "0.001", max = "5000", style = "group:How",
		description = "Slab: from the face to the closed end or the symmetry plane, half a rod open at both ends; sphere: the radius; in um.")
	private double lengthum = 10.2;

	@Parameter(label = "Capacity (mAh)", required = false, persist = false, style = "group:Charge and x", attrs = @Attr(name = "kind", value = "number"),
		description = "Charge in mAh that takes x from 0 to 1; empty takes that of the recording.")
	private String capacity = "";

	@Parameter(label = "x at the start", required = false, persist = false, style = "group:Charge and x", attrs = @Attr(name = "kind", value = "number"),
		description = "Lithium content at the first sample, as a part of the full one; empty finds it.")
	private String startx = "";

	@Parameter(label = "Sign of current", persist = false, choices = { "Auto", "Lithiation Negative", "Lithiation Positive" }, style = "group:Charge and x",
		description = "Which sign of the recorded current lithiates; Auto decides by how the voltage moves.")
	private String currentsign = "Auto";

	@Parameter(label = "Accepted flags", required = false, persist = false, style = "group:How",
		description = "Flags that do not make a value invalid, with commas between, for example bent,early; empty accepts none.")
	private String accept = "";

	@Parameter(label = "Scale at x", required = false, persist = false, style = "group:A known diffusion coefficient", attrs = @Attr(name = "kind", value = "number"),
		description = "The x at which D is known, for example from PFG-NMR; empty does not scale.")
	private String scalex = "";

	@Parameter(label = "Scale to D (m2/s)", required = false, persist = false, style = "group:A known diffusion coefficient", attrs = @Attr(name = "kind", value = "number"),
		description = "The D in m2/s that is known at that x; empty does not scale.")
	private String scaled = "";

	private TitrationSettings settings() {
		return new TitrationSettings().withMethod(TitrationMethod.of(method), choice(
			ParticleShape.class, geometry, "geometry"), lengthum).withCharge(number(capacity, "capacity"), number(
				startx, "startx"), choice(CurrentSign.class, currentsign, "currentsign")).accepting(accept).scaledTo(number(scalex, "scalex"), number(scaled, "scaled"));
	}

	@Override
	protected void check() {
		settings();
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Path input = existing(file.getPath(), "file");
		final TitrationSettings settings = settings();
		final TitrationEvaluation evaluation = TitrationEvaluation.of(TitrationFiles.read(input, progress.part(0, 0.3)),
			settings, progress.part(0.3, 1));
		final Provenance provenance = Provenance.of("Diffusion from GITT", settings, List.of(input), evaluation.warnings());
		write(folder -> TitrationReport.write(evaluation, provenance, folder));
		final TitrationFigures figures = new TitrationFigures(evaluation);
		ResultWindows.show(evaluation.curve().toTable(), "Diffusion coefficients of " + input.getFileName());
		ResultWindows.show(figures.diffusion(), "Diffusion coefficients of " + input.getFileName());
		ResultWindows.show(figures.pulses(), "Pulses of " + input.getFileName());
	}
}
