package net.operando.ui.command.experiment;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.operando.base.Progress;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.CommandMethods;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.command.Reference;
import net.operando.ui.imagej.ImageHistory;
import net.operando.ui.imagej.ResultWindows;

/** What to cite for an image. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"), @Menu(label = "Cite Operando...",
	weight = 30) }, headless = true,
	description = "Lists what to cite as BibTeX: Operando, the paper, and the sources of every method used on the active image.")
public class CiteCommand extends OperandoCommand {

	@Parameter(label = "Image", required = false, persist = false,
		description = "The image whose methods are cited; without one, Operando and the paper are.")
	private ImagePlus image;

	@Parameter
	private Context context;

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Set<String> methods = new TreeSet<>();
		final StringBuilder text = new StringBuilder();
		if (image != null) {
			final CommandCatalog catalog = new CommandCatalog(context);
			for (final String label : ImageHistory.of(image)) {
				text.append("% ").append(image.getTitle()).append(": ").append(label).append('\n');
				catalog.byLabel(label).ifPresent(c -> methods.addAll(CommandMethods.of(c.getDelegateClassName())));
			}
		}
		text.append(Reference.bibtex(methods));
		write(folder -> folder.writeText("citations.bib", text.toString()));
		keep(text.toString());
		ResultWindows.show(text.toString(), "Cite Operando");
	}
}
