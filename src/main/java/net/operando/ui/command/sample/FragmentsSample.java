package net.operando.ui.command.sample;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** The sample "Disconnected fragments". */
@Plugin(type = Command.class, menu = { @Menu(label = "File"), @Menu(label = "Open Samples"), @Menu(label = "Operando"),
	@Menu(label = "Disconnected fragments", weight = 6) }, headless = true,
	description = "Generates the experiment 'disconnected fragments' of known truth and opens its movie.")
public class FragmentsSample extends SampleCommand {

	@Override
	protected String preset() {
		return "disconnected fragments";
	}
}
