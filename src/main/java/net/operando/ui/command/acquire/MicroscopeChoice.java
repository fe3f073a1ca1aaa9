package net.operando.ui.command.acquire;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import ij.IJ;
import net.operando.acquire.micromanager.MicroManager;
import net.operando.acquire.micromanager.MicroManagerFolder;
import net.operando.acquire.micromanager.RigSettings;
import net.operando.acquire.mmconfig.ConfigurationCheck;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.simulated.SimulatedSetup;
import net.operando.base.InvalidInputException;

/**
 * The microscope that a user names. Micro-Manager is the one that runs in this program, with the devices it has, else the
 * installed one, which has none before a configuration is loaded.
 */
final class MicroscopeChoice {

	/** As the command's parameter says them. */
	static final String SIMULATED = "Simulated";
	static final String MICRO_MANAGER = "Micro-Manager";

	private static final String RIG_ENDING = ".rig.json";

	/** Its native library can be loaded once per program only. */
	private static MicroManager installed;

	private MicroscopeChoice() {}

	/**
	 * Opens a microscope.
	 *
	 * @param name of the microscope, in any case
	 * @param config what it is set up with, or ""
	 * @param realTime for the simulated one, whether it runs on the computer's clock
	 * @param electrochemistry folder that the simulated one's potentiostat writes into
	 * @throws net.operando.base.OperandoException with what the user has to do if it cannot be opened
	 * @throws IOException if a file cannot be read
	 */
	static Microscope open(final String name, final String config, final boolean realTime, final Path electrochemistry)
		throws IOException
	{
		if (SIMULATED.equalsIgnoreCase(name.trim())) return SimulatedSetup.of(config).open(electrochemistry, realTime);
		if (!MICRO_MANAGER.equalsIgnoreCase(name.trim())) throw new InvalidInputException("'" + name +
			"' is no microscope that can be recorded with: use " + SIMULATED + " or " + MICRO_MANAGER + ".");
		return microManager(config.trim(), MicroManager.running(IJ.getClassLoader()), System.getenv());
	}

	static Microscope microManager(final String config, final Optional<MicroManager> running,
		final Map<String, String> environment)
	{
		final Path file = config.isEmpty() ? null : Paths.get(config);
		if (file != null && !file.toFile().isFile()) throw new InvalidInputException("There is no file " + file +
			" (config): check the path.");
		final boolean settingsOnly = config.toLowerCase(Locale.ROOT).endsWith(RIG_ENDING);
		// before any device is let go of, and before a native library is loaded
		if (file != null && !settingsOnly) ConfigurationCheck.require(file);
		if (running.isPresent()) return open(running.get(), file, settingsOnly);
		final MicroManagerFolder folder = MicroManagerFolder.find("", environment);
		if (file == null || settingsOnly) throw new InvalidInputException("The Micro-Manager in " + folder.folder() +
			" has no devices before a configuration is loaded: give config=FILE.cfg, or start Operando inside Micro-Manager " +
			"to use the devices that are configured there.");
		return installed(folder).load(file);
	}

	private static Microscope open(final MicroManager running, final Path file, final boolean settingsOnly) {
		if (file != null && !settingsOnly) return running.load(file);
		final RigSettings rig = file == null ? new RigSettings() : RigSettings.of(file);
		return running.configured(rig.name().isEmpty() ? "Micro-Manager" : "Micro-Manager " + rig.name(), rig);
	}

	private static synchronized MicroManager installed(final MicroManagerFolder folder) {
		if (installed == null) installed = MicroManager.installed(folder);
		return installed;
	}
}
