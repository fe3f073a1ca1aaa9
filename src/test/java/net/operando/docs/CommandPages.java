package net.operando.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.CommandMethods;
import net.operando.ui.command.Reference;

/** A page per command of the catalog, from the descriptions its dialog is made of. */
final class CommandPages {

	private CommandPages() {}

	/** File names below docs/commands, and their texts. */
	static Map<String, String> of(final Context context) {
		final Map<String, String> pages = new LinkedHashMap<>();
		final CommandCatalog catalog = new CommandCatalog(context);
		final StringBuilder index = new StringBuilder("# Commands\n\nUnder `Plugins > Operando`, in the order of the menu. " +
			"These pages are made from the dialogs themselves.\n\n");
		for (final CommandInfo info : catalog.commands()) {
			index.append("- [").append(plain(info)).append("](").append(CommandCatalog.slug(info)).append(".md): ").append(info
				.getDescription()).append('\n');
			pages.put(CommandCatalog.slug(info) + ".md", page(context, info));
		}
		index.append("\nUnder `File > Open Samples > Operando`:\n\n");
		for (final CommandInfo info : catalog.samples())
			index.append("- ").append(CommandCatalog.label(info)).append(": ").append(info.getDescription()).append('\n');
		pages.put("README.md", index.toString());
		return pages;
	}

	static String plain(final CommandInfo info) {
		return CommandCatalog.plain(CommandCatalog.label(info));
	}

	private static String page(final Context context, final CommandInfo info) {
		final StringBuilder page = new StringBuilder("# " + plain(info) + "\n\n" + info.getDescription() + "\n\nMenu: `" + info
			.getMenuPath().stream().map(Object::toString).collect(Collectors.joining(" > ")) + "`\n\n");
		page.append("| key | in the dialog | default | meaning |\n|---|---|---|---|\n");
		final CommandCall call = new CommandCall(context, info);
		for (final ModuleItem<?> item : CommandCatalog.inputs(info))
			page.append("| `").append(CommandCatalog.key(item)).append("` | ").append(cell(item.getLabel())).append(" | ")
				.append(cell(defaultOf(call, item))).append(" | ").append(cell(meaning(item))).append(" |\n");
		page.append("\nIn a macro: `run(\"").append(CommandCatalog.label(info)).append("\", \"key=value ...\");`, see [").append(
			CommandCatalog.slug(info)).append(".ijm](../../macros/examples/").append(CommandCatalog.slug(info)).append(".ijm). On the command line: `java -jar " +
				"operando.jar run \"").append(plain(info)).append("\" key=value ...`");
		if (takesImage(info)) page.append(", where `image=` is a file");
		page.append(". Files that are written and their columns: [formats](../formats.md).\n");
		final Set<String> methods = CommandMethods.of(info.getDelegateClassName());
		if (!methods.isEmpty()) {
			page.append("\nEquations and definitions: [methods](../methods.md), in the code `").append(String.join("`, `",
				methods)).append("`. To cite: ");
			page.append(Reference.all().stream().filter(r -> r.packages().contains("all") || r.packages().stream().anyMatch(
				methods::contains)).map(Reference::key).collect(Collectors.joining(", "))).append(
					" ([Cite Operando](cite-operando.md) lists them).\n");
		}
		return page.toString();
	}

	private static boolean takesImage(final CommandInfo info) {
		return CommandCatalog.inputs(info).stream().anyMatch(i -> i.getType() == ImagePlus.class);
	}

	static String defaultOf(final CommandCall call, final ModuleItem<?> item) {
		if (item.getType() == ImagePlus.class) return "the active image";
		final String text = CommandCatalog.text(call.defaultOf(item));
		return !text.isEmpty() ? text : item.isRequired() && call.defaultOf(item) == null ? "must be given" : "empty";
	}

	private static String meaning(final ModuleItem<?> item) {
		final StringBuilder text = new StringBuilder(String.valueOf(item.getDescription()));
		if (item.getChoices() != null && !item.getChoices().isEmpty()) text.append(" One of: ").append(item.getChoices()
			.stream().map(Object::toString).collect(Collectors.joining(", "))).append('.');
		if (item.getMinimumValue() != null) text.append(" From ").append(CommandCatalog.text(item.getMinimumValue())).append(item
			.getMaximumValue() == null ? " on." : " to " + CommandCatalog.text(item.getMaximumValue()) + ".");
		return text.toString();
	}

	private static String cell(final String text) {
		return text.replace("|", "\\|").replace("\n", " ");
	}
}
