package net.operando.ui.command.sample;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

import net.operando.experiment.SyntheticSettings;

/** The sample "Two fronts". */
@Plugin(type = Command.class, menu = { @Menu(label = "File"), @Menu(label = "Open Samples"), @Menu(label = "Operando"),
	@Menu(label = "Two fronts", weight = 1) }, headless = true,
	description = "Generates the experiment 'Two fronts' of known truth and opens its movie.")
public class TwoFrontsSample extends SampleCommand {

	@Override
	protected String preset() {
		return SyntheticSettings.TWO_FRONTS;
	}
}
