package net.operando.ui.command.sample;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** The sample "5C no hold". */
@Plugin(type = Command.class, menu = { @Menu(label = "File"), @Menu(label = "Open Samples"), @Menu(label = "Operando"),
	@Menu(label = "5C no hold", weight = 3) }, headless = true,
	description = "Generates the experiment '5C no hold' of known truth and opens its movie.")
public class NoHoldSample extends SampleCommand {

	@Override
	protected String preset() {
		return "5C no hold";
	}
}
