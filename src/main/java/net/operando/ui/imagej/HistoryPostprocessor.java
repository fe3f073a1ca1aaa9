package net.operando.ui.imagej;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.OperandoCommand;

/** Notes every command of ours that has run in the history of the images it took and made, whatever host ran it. */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.HIGH)
public final class HistoryPostprocessor extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof OperandoCommand)) return;
		if (((OperandoCommand) module.getDelegateObject()).failure() != null) return;
		final Set<String> history = new LinkedHashSet<>();
		for (final Object input : module.getInputs().values())
			if (input instanceof ImagePlus) history.addAll(ImageHistory.of((ImagePlus) input));
		history.add(CommandCatalog.plain(module.getInfo().getMenuPath().getLeaf().getName()));
		note(module.getInputs(), history);
		note(module.getOutputs(), history);
	}

	private static void note(final Map<String, Object> values, final Set<String> history) {
		for (final Object value : values.values())
			if (value instanceof ImagePlus) ImageHistory.add((ImagePlus) value, history);
	}
}
