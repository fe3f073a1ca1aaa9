package net.operando.ui.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.event.EventService;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import net.operando.base.InvalidInputException;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.OperandoCommand;

/** {@code run "Menu Label" key=value ...}: one command, with the keys its macros have. */
final class CommandLineRun {

	private CommandLineRun() {}

	static int run(final List<String> words, final PrintStream out, final PrintStream err) {
		if (words.isEmpty()) throw new UsageException(
			"run needs the menu label of a command, for example: run \"Open Operando Movie\" file=movie.tdms");
		return run(words.get(0), keys(words.subList(1, words.size())), out, err);
	}

	/** Runs a command by its label with keys given as text. */
	static int run(final String label, final Map<String, String> keys, final PrintStream out, final PrintStream err) {
		final Context context = CommandCatalog.newContext();
		try {
			final CommandInfo info = new CommandCatalog(context).byLabel(label).orElseThrow(() -> new UsageException("'" +
				label + "' is no command: 'list' prints all of them."));
			final CommandCall call = new CommandCall(context, info);
			giveInputs(call, new LinkedHashMap<>(keys));
			final ProgressLine line = new ProgressLine(err);
			context.service(EventService.class).subscribe(line);
			final OperandoCommand command = call.run();
			line.clear();
			for (final String warning : command.warnings())
				err.println("warning: " + warning);
			if (command.failure() != null) throw command.failure();
			for (final Path file : command.written())
				out.println(file);
			if (command.written().isEmpty()) out.print(command.text());
			if (command.written().isEmpty() && command.text().isEmpty()) err.println("Nothing was written: give output=FOLDER to keep the results.");
			return Main.DONE;
		}
		finally {
			context.dispose();
		}
	}

	private static Map<String, String> keys(final List<String> words) {
		final Map<String, String> keys = new LinkedHashMap<>();
		for (final String word : words) {
			final int equals = word.indexOf('=');
			if (equals <= 0) throw new UsageException("'" + word + "' is not key=value.");
			final String key = word.substring(0, equals).toLowerCase(Locale.ROOT);
			if (keys.put(key, word.substring(equals + 1)) != null) throw new UsageException(key + " is given twice.");
		}
		return keys;
	}

	private static void giveInputs(final CommandCall call, final Map<String, String> left) {
		final List<ModuleItem<?>> items = CommandCatalog.inputs(call.info());
		ModuleItem<?> image = null;
		for (final ModuleItem<?> item : items) {
			if (item.getType() == ImagePlus.class) {
				image = item;
				continue;
			}
			final String text = left.remove(CommandCatalog.key(item));
			try {
				if (text != null) call.setText(item, text);
				else if (item.isRequired() && call.defaultOf(item) == null) throw new InvalidInputException(CommandCatalog.label(
					call.info()) + " needs " + CommandCatalog.key(item) + ".");
			}
			catch (final InvalidInputException e) {
				throw new UsageException(e.getMessage(), e);
			}
		}
		final String path = image == null ? null : left.remove(CommandCatalog.key(image));
		if (image != null && (path == null ? image.isRequired() : path.trim().isEmpty())) throw new UsageException(CommandCatalog.label(call.info()) +
			" needs image=PATH.");
		// before the image is opened, which may take time and complain of what a misspelt key was to say
		for (final String key : left.keySet())
			if (path == null || !InputImage.takes(image, key)) throw new UsageException("'" + key + "' is no key of " +
				CommandCatalog.label(call.info()) + ": 'list' prints the keys.");
		if (path != null) call.set(image, InputImage.open(Paths.get(path), image, left));
	}
}
