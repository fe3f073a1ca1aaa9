package net.operando.macro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scijava.Context;
import org.scijava.command.CommandInfo;

import net.operando.ui.command.CommandCatalog;
import net.operando.ui.imagej.RecordedLine;

/** Writes macros/examples: one recorded macro per command of the catalog. */
public final class MacroExamples {

	/** Stands for the sample's folder until the macro is written. */
	private static final String FOLDER = "SAMPLE/";

	private MacroExamples() {}

	/** @param arguments the folder to write into */
	public static void main(final String[] arguments) throws IOException {
		final Path folder = Files.createDirectories(Paths.get(arguments[0]));
		final Context context = CommandCatalog.newContext();
		try {
			for (final Map.Entry<String, String> file : of(context).entrySet())
				Files.writeString(folder.resolve(file.getKey()), file.getValue());
		}
		finally {
			context.dispose();
		}
	}

	/** File names and texts. */
	static Map<String, String> of(final Context context) {
		final Map<String, String> files = new LinkedHashMap<>();
		for (final CommandInfo info : new CommandCatalog(context).commands())
			files.put(CommandCatalog.slug(info) + ".ijm", text(context, info));
		return files;
	}

	private static String text(final Context context, final CommandInfo info) {
		final CommandCatalog catalog = new CommandCatalog(context);
		final StringBuilder macro = new StringBuilder("// " + CommandCatalog.plain(CommandCatalog.label(info)) + ": " + info
			.getDescription() + "\n// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.\n" +
			"sample = getArgument();\nif (sample == \"\") sample = getDirectory(\"Folder of the sample\");\n");
		final CommandInfo open = catalog.byLabel("Open Operando Movie").orElseThrow();
		final CommandInfo cut = catalog.byLabel("Line-Cut Kymograph").orElseThrow();
		if (SampleInputs.needs(info, false) || SampleInputs.needs(info, true)) macro.append(line(context, open, ""));
		if (SampleInputs.needs(info, true)) macro.append(line(context, cut, ""));
		return macro.append(line(context, info, info == open ? "" : FOLDER + "results/" + CommandCatalog.slug(info))).toString();
	}

	private static String line(final Context context, final CommandInfo info, final String output) {
		final String options = RecordedLine.options(info, SampleInputs.of(context, info, FOLDER, output));
		// The folder may have spaces in it, which the recorder brackets.
		return "run(\"" + CommandCatalog.label(info) + "\", \"" + options.replaceAll("=" + FOLDER + "(\\S*)", "=[\" + sample + \"$1]") +
			"\");\n";
	}
}
