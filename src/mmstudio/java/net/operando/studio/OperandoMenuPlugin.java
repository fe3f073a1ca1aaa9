package net.operando.studio;

import ij.Menus;

import org.micromanager.MenuPlugin;
import org.micromanager.Studio;

/**
 * An item of Studio's menu that runs a command of ours. The command itself lives in the {@code imagej} jar among the plugins of
 * Micro-Manager's ImageJ, behind a class loader that Studio's plugins do not see; so it is called by its menu label.
 */
abstract class OperandoMenuPlugin implements MenuPlugin {

	private final String label;
	private Studio studio;

	OperandoMenuPlugin(final String label) {
		this.label = label;
	}

	final String label() {
		return label;
	}

	final Studio studio() {
		return studio;
	}

	/** Runs the command; called when it is there. */
	abstract void run();

	@Override
	public final void setContext(final Studio context) {
		studio = context;
	}

	@Override
	public final String getSubMenu() {
		return "Operando";
	}

	@Override
	public final void onPluginSelected() {
		if (Menus.getCommands() == null || !Menus.getCommands().containsKey(label)) {
			studio.logs().showError("Operando is not among the plugins of Micro-Manager's ImageJ: put " +
				"operando_plugins-*-imagej.jar into Micro-Manager's plugins folder and start Micro-Manager again.");
			return;
		}
		run();
	}

	@Override
	public final String getName() {
		return label;
	}

	@Override
	public final String getVersion() {
		final String version = getClass().getPackage().getImplementationVersion();
		return version == null ? "unpackaged" : version;
	}

	@Override
	public final String getCopyright() {
		return "Operando developers, BSD-2-Clause";
	}
}
