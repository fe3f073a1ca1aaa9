package net.operando.ui.command.acquire;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import net.operando.acquire.engine.Acquisition;
import net.operando.acquire.engine.AcquisitionListener;
import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.recording.Recording;
import net.operando.acquire.recording.RecordingReport;
import net.operando.acquire.simulated.SimulatedMicroscope;
import net.operando.acquire.simulated.SimulatedSetup;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.ui.command.OperandoCommand;

/** Records a plan into a folder. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Acquire Operando Movie...", weight = 18) }, headless = true,
	description = "Records a movie by a plan, on one clock with the potentiostat, without losing a frame or a time.")
public class AcquireCommand extends OperandoCommand {

	@Parameter(label = "Plan (JSON)", persist = false, attrs = @Attr(name = "kind", value = "path"),
		description = "The acquisition plan: exposure, rates, means, light, focus, rules.")
	private File plan;

	@Parameter(label = "Microscope", persist = false, choices = { "Simulated", "Micro-Manager" },
		description = "What is recorded with; the simulated one needs no hardware.")
	private String microscope = "Simulated";

	@Parameter(label = "Configuration", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"),
		description = "Micro-Manager: the .cfg file. Simulated: a preset's name, or a scene (JSON); empty takes 5C from 2.8 V hold.")
	private String config = "";

	@Parameter(label = "Real time", persist = false,
		description = "Simulated: whether it runs on the computer's clock; otherwise on a computed one, as fast as it renders.")
	private boolean realtime;

	@Parameter(label = "Folder", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"),
		description = "The folder to record into; must not hold a recording; empty takes the output folder.")
	private String folder = "";

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Path into = Paths.get(folder.trim().isEmpty() ? outputFolder() : folder.trim());
		if (into.toString().isEmpty()) throw new InvalidInputException(
			"Acquire Operando Movie records into a folder: give folder=FOLDER.");
		final AcquisitionPlan settings = AcquisitionPlan.fromJson(new String(Files.readAllBytes(existing(plan.getPath(),
			"plan")), StandardCharsets.UTF_8));
		if (!"simulated".equalsIgnoreCase(microscope.trim())) throw new InvalidInputException("'" + microscope +
			"' is no microscope that can be recorded with here: use Simulated.");
		Recording.refuseExisting(into);
		try (SimulatedMicroscope simulated = SimulatedSetup.of(config).open(into.resolve("echem"), realtime)) {
			final Acquisition acquisition = Acquisition.of(simulated, settings, into, AcquisitionListener.NONE);
			final RecordingReport report = acquisition.run(progress);
			wrote(into);
			warn(report.notes());
			if (acquisition.isFaulty()) throw new InvalidInputException("The recording ended early (" + report.finishReason() +
				"): what was recorded until then is in " + into + ".");
		}
	}
}
