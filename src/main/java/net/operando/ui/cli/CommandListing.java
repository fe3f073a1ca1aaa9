package net.operando.ui.cli;

import java.io.PrintStream;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;

/** Prints every command with its keys, defaults and descriptions. */
final class CommandListing {

	private CommandListing() {}

	static void print(final PrintStream out) {
		final Context context = CommandCatalog.newContext();
		try {
			for (final CommandInfo info : new CommandCatalog(context).commands()) {
				out.println(CommandCatalog.label(info));
				if (info.getDescription() != null) out.println("    " + info.getDescription());
				final CommandCall call = new CommandCall(context, info);
				for (final ModuleItem<?> item : CommandCatalog.inputs(info))
					out.printf("    %-22s %s%s%n", CommandCatalog.key(item), describe(item), item.getType() == ImagePlus.class
						? "" : " Default: " + defaultOf(call, item) + ".");
				out.println();
			}
		}
		finally {
			context.dispose();
		}
	}

	private static String describe(final ModuleItem<?> item) {
		final StringBuilder s = new StringBuilder(item.getLabel());
		if (item.getDescription() != null) s.append(": ").append(item.getDescription());
		if (item.getChoices() != null && !item.getChoices().isEmpty()) s.append(" One of ").append(item.getChoices()).append(
			'.');
		return s.toString();
	}

	private static String defaultOf(final CommandCall call, final ModuleItem<?> item) {
		final Object value = call.defaultOf(item);
		if (value == null) return item.isRequired() ? "must be given" : "none";
		final String text = CommandCatalog.text(value);
		return text.isEmpty() ? "empty" : text;
	}
}
