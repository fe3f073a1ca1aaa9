package net.operando.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;

import net.operando.ui.command.CommandCatalog;

class HelpPageTest {

	private static final Path DOCS = Path.of(System.getProperty("project.basedir", "."), "docs");
	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

	private static String html(final String page) {
		return HelpPage.of(page).html(FONT);
	}

	@Test
	void everyCommandHasItsPageInTheJar() {
		final Context context = CommandCatalog.newContext();
		try {
			for (final CommandInfo info : new CommandCatalog(context).commands()) {
				final String page = HelpPage.nameOf(info);
				assertTrue(HelpPage.exists(page), page);
				assertEquals(CommandCatalog.plain(CommandCatalog.label(info)), HelpPage.of(page).title());
				assertTrue(html(page).contains("<td><code>output</code></td>"), page);
			}
		}
		finally {
			context.dispose();
		}
	}

	/** What Markdown marks must not show; what stands in code is as it is. */
	@Test
	void noPageShowsItsMarks() throws IOException {
		try (Stream<Path> files = Files.walk(DOCS, 2)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".md") && !f.toString().contains("validation")).toList()) {
				final String page = DOCS.relativize(file).toString().replace('\\', '/');
				final String words = html(page).replaceAll("(?s)<(code|pre|style)>.*?</\\1>", "");
				final Matcher mark = Pattern.compile("\\]\\(|\\*\\*|(?<=>)#|\\|-|`").matcher(words);
				assertFalse(mark.find(), () -> page + ": " + words.substring(Math.max(0, mark.start() - 60), Math.min(words.length(),
					mark.end() + 60)));
			}
		}
	}

	@Test
	void linksLeadToPagesInTheJarOnly() {
		final String html = html("commands/line-cut-kymograph.md");
		assertTrue(html.contains("<a href=\"methods.md\">methods</a>"), html);
		assertTrue(html.contains("<a href=\"commands/cite-operando.md\">Cite Operando</a>"), html);
		assertFalse(html.contains(".ijm\">"), "macros are no pages");
	}

	@Test
	void aPageThatIsNotThereSaysSo() {
		assertTrue(html("commands/none.md").contains("is not in this jar"));
	}
}
