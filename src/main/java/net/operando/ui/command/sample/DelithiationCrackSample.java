package net.operando.ui.command.sample;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** The sample "5C delithiation with crack". */
@Plugin(type = Command.class, menu = { @Menu(label = "File"), @Menu(label = "Open Samples"), @Menu(label = "Operando"),
	@Menu(label = "5C delithiation with crack", weight = 4) }, headless = true,
	description = "Generates the experiment '5C delithiation with crack' of known truth and opens its movie.")
public class DelithiationCrackSample extends SampleCommand {

	@Override
	protected String preset() {
		return "5C delithiation with crack";
	}
}
