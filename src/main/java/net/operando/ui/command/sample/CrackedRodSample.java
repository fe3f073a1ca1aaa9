package net.operando.ui.command.sample;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** The sample "20C cracked rod". */
@Plugin(type = Command.class, menu = { @Menu(label = "File"), @Menu(label = "Open Samples"), @Menu(label = "Operando"),
	@Menu(label = "20C cracked rod", weight = 5) }, headless = true,
	description = "Generates the experiment '20C cracked rod' of known truth and opens its movie.")
public class CrackedRodSample extends SampleCommand {

	@Override
	protected String preset() {
		return "20C cracked rod";
	}
}
