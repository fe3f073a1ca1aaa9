package net.operando.ui.command.sample;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** The sample "5C from 2.8 V hold". */
@Plugin(type = Command.class, menu = { @Menu(label = "File"), @Menu(label = "Open Samples"), @Menu(label = "Operando"),
	@Menu(label = "5C from 2.8 V hold", weight = 2) }, headless = true,
	description = "Generates the experiment '5C from 2.8 V hold' of known truth and opens its movie.")
public class HoldSample extends SampleCommand {

	@Override
	protected String preset() {
		return "5C from 2.8 V hold";
	}
}
