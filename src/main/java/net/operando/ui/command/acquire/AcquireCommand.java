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

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.recording.Recording;
import net.operando.acquire.recording.RecordingReport;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.live.WatchedAcquisition;

/** Records a plan into a folder. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Acquire Operando Movie...", weight = 18) }, headless = true,
	description = "Records a movie by a plan, on one clock with the potentiostat, without losing a frame or a time.")
public class AcquireCommand extends OperandoCommand {

	@Parameter(label = "Plan (JSON)", persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Recording",
		description = "The acquisition plan: exposure, rates, means, light, focus, rules.")
	private File plan;

	@Parameter(label = "Microscope", persist = false, choices = { MicroscopeChoice.SIMULATED, MicroscopeChoice.MICRO_MANAGER }, style = "group:Microscope",
		description = "Micro-Manager: the one that runs here, else the installed one. The simulated one needs no hardware.")
	private String microscope = MicroscopeChoice.SIMULATED;

	@Parameter(label = "Configuration", required = false, persist = false, attrs = @Attr(name = "kind", value = "path or name"), style = "group:Microscope",
		description = "Micro-Manager: the .cfg file; empty, or a .rig.json, takes the devices that are configured in it. " +
			"Simulated: a preset's name, or a scene (JSON); empty takes 5C from 2.8 V hold.")
	private String config = "";

	@Parameter(label = "Real time", persist = false, style = "group:Microscope",
		description = "Simulated: whether it runs on the computer's clock; otherwise on a computed one, as fast as it renders.")
	private boolean realtime;

	@Parameter(label = "Folder", required = false, persist = false, attrs = @Attr(name = "kind", value = "destination"), style = "group:Recording",
		description = "The folder to record into; must not hold a recording; empty takes the output folder.")
	private String folder = "";

	private Path into() {
		final Path into = Paths.get(folder.trim().isEmpty() ? outputFolder() : folder.trim());
		if (into.toString().isEmpty()) throw new InvalidInputException(
			"Acquire Operando Movie records into a folder: give folder=FOLDER.");
		return into;
	}

	/** Its parameters are the keys of the plan's JSON. */
	@Override
	protected String named(final String sentence) {
		return sentence;
	}

	@Override
	protected void check() {
		Recording.refuseExisting(into());
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Path into = into();
		final AcquisitionPlan settings = AcquisitionPlan.fromJson(new String(Files.readAllBytes(existing(plan.getPath(),
			"plan")), StandardCharsets.UTF_8));
		Recording.refuseExisting(into);
		try (Microscope opened = MicroscopeChoice.open(microscope, config, realtime, into.resolve("echem"))) {
			final WatchedAcquisition acquisition = WatchedAcquisition.of(opened, settings, into);
			final RecordingReport report = acquisition.run(progress);
			wrote(into);
			warn(report.notes());
			warn(acquisition.complaints());
			if (acquisition.isFaulty()) throw new InvalidInputException("The recording ended early (" + report.finishReason() +
				"): what was recorded until then is in " + into + ".");
		}
	}
}
