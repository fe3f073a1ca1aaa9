package net.operando.studio;

import ij.IJ;
import ij.Menus;

import org.micromanager.MenuPlugin;
import org.micromanager.Studio;
import org.scijava.plugin.Plugin;

/**
 * Studio's menu item for the whole analysis. The command itself lives in the {@code imagej} jar among the plugins of
 * Micro-Manager's ImageJ, behind a class loader that Studio's plugins do not see; so it is called by its menu label.
 */
@Plugin(type = MenuPlugin.class)
public class AnalyseExperimentPlugin implements MenuPlugin {

	private static final String LABEL = "Analyse Experiment...";

	private Studio studio;

	@Override
	public void setContext(final Studio context) {
		studio = context;
	}

	@Override
	public String getSubMenu() {
		return "Operando";
	}

	@Override
	public void onPluginSelected() {
		if (Menus.getCommands() == null || !Menus.getCommands().containsKey(LABEL)) {
			studio.logs().showError("Operando is not among the plugins of Micro-Manager's ImageJ: put " +
				"operando_plugins-*-imagej.jar into Micro-Manager's plugins folder and start Micro-Manager again.");
			return;
		}
		IJ.doCommand(LABEL);
	}

	@Override
	public String getName() {
		return LABEL;
	}

	@Override
	public String getHelpText() {
		return "Makes kymographs, front velocities and a report from a recorded movie and its potentiostat file.";
	}

	@Override
	public String getVersion() {
		final String version = getClass().getPackage().getImplementationVersion();
		return version == null ? "unpackaged" : version;
	}

	@Override
	public String getCopyright() {
		return "Operando developers, BSD-2-Clause";
	}
}
