package net.operando.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;

import org.scijava.Context;

import net.operando.macro.MacroExamples;
import net.operando.ui.command.CommandCatalog;

/** Makes every document anew that is made from the code: docs/commands, docs/troubleshooting.md, macros/examples. */
public final class GeneratedDocs {

	private GeneratedDocs() {}

	/** @param arguments the project's folder; none is the current one */
	public static void main(final String[] arguments) throws IOException {
		final Path project = Paths.get(arguments.length > 0 ? arguments[0] : ".");
		final Context context = CommandCatalog.newContext();
		try {
			final Path pages = Files.createDirectories(project.resolve("docs/commands"));
			for (final Map.Entry<String, String> page : CommandPages.of(context).entrySet())
				Files.writeString(pages.resolve(page.getKey()), page.getValue());
		}
		finally {
			context.dispose();
		}
		final Path messages = project.resolve("docs/troubleshooting.md");
		Files.writeString(messages, MessagePage.of(Files.readString(messages), project.resolve(
			"src/main/java/net/operando")));
		MacroExamples.main(new String[] { project.resolve("macros/examples").toString() });
	}
}
