package net.operando.ui.dialog;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;

import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;
import org.scijava.widget.InputHarvester;

import ij.IJ;
import ij.ImagePlus;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.OperandoCommand;

/**
 * In Fiji, asks for the inputs of our commands with our own dialog, just before Fiji would with its general one. A macro is
 * asked only where its line gives no input at all; otherwise what it leaves out stays as the command has it by itself.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 1)
public final class DialogPreprocessor extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private UIService ui;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof OperandoCommand)) return;
		if (GraphicsEnvironment.isHeadless() || ui == null || !ui.isVisible()) return;
		final CommandInfo info = (CommandInfo) module.getInfo();
		final List<ModuleItem<?>> open = new ArrayList<>();
		boolean anyGiven = false;
		for (final ModuleItem<?> item : CommandCatalog.inputs(info)) {
			if (item.getType() == ImagePlus.class) {
				if (item.isRequired() && module.getInput(item.getName()) == null) {
					cancel("There is no open image: open a movie with Open Operando Movie first.");
					return;
				}
				module.resolveInput(item.getName());
			}
			else if (module.isInputResolved(item.getName())) anyGiven = true;
			else open.add(item);
		}
		if (IJ.isMacro() && anyGiven) {
			for (final ModuleItem<?> item : open)
				if (!item.isRequired() || module.getInput(item.getName()) != null) module.resolveInput(item.getName());
			return;
		}
		if (open.isEmpty()) return;
		final CommandCall call = new CommandCall(getContext(), info, module);
		if (CommandDialog.ask(call, open).isEmpty()) cancel("");
		else for (final ModuleItem<?> item : open)
			module.resolveInput(item.getName());
	}
}
