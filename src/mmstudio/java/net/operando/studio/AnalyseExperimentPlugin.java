package net.operando.studio;

import ij.IJ;

import org.micromanager.MenuPlugin;
import org.scijava.plugin.Plugin;

/** Studio's menu item for the whole analysis. */
@Plugin(type = MenuPlugin.class)
public class AnalyseExperimentPlugin extends OperandoMenuPlugin {

	/** For Studio, which makes one. */
	public AnalyseExperimentPlugin() {
		super("Analyse Experiment...");
	}

	@Override
	void run() {
		IJ.doCommand(label());
	}

	@Override
	public String getHelpText() {
		return "Makes kymographs, front velocities and a report from a recorded movie and its potentiostat file.";
	}
}
