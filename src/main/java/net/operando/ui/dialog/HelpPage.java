package net.operando.ui.dialog;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.scijava.command.CommandInfo;

import net.operando.ui.command.CommandCatalog;

/** A page of the documentation in the jar as HTML that Swing can show. Understands the Markdown that our pages use. */
final class HelpPage {

	private static final String FOLDER = "/net/operando/help/";
	private static final Pattern LINK = Pattern.compile("(!?)\\[([^\\]]*)\\]\\(([^)\\s]+)\\)");
	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private final String page;
	private final List<String> lines;

	private HelpPage(final String page, final List<String> lines) {
		this.page = page;
		this.lines = lines;
	}

	/** The page of a command. */
	static String nameOf(final CommandInfo info) {
		return "commands/" + CommandCatalog.slug(info) + ".md";
	}

	/** Whether a page is in the jar. */
	static boolean exists(final String page) {
		return page.endsWith(".md") && HelpPage.class.getResource(FOLDER + page) != null;
	}

	/** @param page such as "methods.md"; one that is not there says so */
	static HelpPage of(final String page) {
		try (InputStream in = HelpPage.class.getResourceAsStream(FOLDER + page)) {
			return new HelpPage(page, in == null ? List.of("# No help", "", "The page " + page + " is not in this jar.") : List.of(
				new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\r?\n")));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Its first heading. */
	String title() {
		return lines.stream().filter(l -> l.startsWith("# ")).findFirst().map(l -> l.substring(2)).orElse(page);
	}

	/** The whole page. */
	String html(final Font font) {
		final StringBuilder html = new StringBuilder("<html><head><style>body, td, th { font-family: " + font.getFamily() +
			"; font-size: " + font.getSize() + "pt; } th { text-align: left; } td, th { padding: 2px 6px; vertical-align: top; } " +
			"h1 { font-size: " + (int) (1.5 * font.getSize()) + "pt; } h2 { font-size: " + (int) (1.2 * font.getSize()) +
			"pt; } pre, code { font-family: Monospaced; font-size: " + font.getSize() + "pt; }</style></head><body>");
		for (int i = 0; i < lines.size();) {
			final String line = lines.get(i);
			if (line.trim().isEmpty() || line.startsWith("<!--")) i++;
			else if (line.startsWith("#")) {
				final String words = line.replaceFirst("^#+", "").trim();
				final int level = line.indexOf(' ');
				html.append("<a name=\"").append(anchor(words)).append("\"></a><h").append(level).append(">").append(inline(words))
					.append("</h").append(level).append(">");
				i++;
			}
			else if (line.startsWith("|")) i = table(i, html);
			else if (line.startsWith("    ") || line.startsWith("\t")) i = code(i, html);
			else if (line.startsWith("- ")) i = list(i, html);
			else {
				html.append("<p>").append(inline(paragraph(i))).append("</p>");
				i += length(i);
			}
		}
		return html.append("</body></html>").toString();
	}

	private static String anchor(final String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
	}

	/** How many lines belong to the paragraph or entry that starts at a line. */
	private int length(final int from) {
		int n = 1;
		while (from + n < lines.size() && !lines.get(from + n).trim().isEmpty() && !lines.get(from + n).matches(
			"(#|\\||- ).*"))
			n++;
		return n;
	}

	private String paragraph(final int from) {
		final List<String> parts = new ArrayList<>();
		for (int i = from; i < from + length(from); i++)
			parts.add(lines.get(i).trim());
		return String.join(" ", parts);
	}

	private int list(final int from, final StringBuilder html) {
		int i = from;
		html.append("<ul>");
		while (i < lines.size() && lines.get(i).startsWith("- ")) {
			html.append("<li>").append(inline(paragraph(i).substring(2))).append("</li>");
			i += length(i);
		}
		html.append("</ul>");
		return i;
	}

	private int code(final int from, final StringBuilder html) {
		int i = from;
		html.append("<pre>");
		for (; i < lines.size() && (lines.get(i).startsWith("    ") || lines.get(i).startsWith("\t")); i++)
			html.append(escape(lines.get(i).trim())).append('\n');
		html.append("</pre>");
		return i;
	}

	private int table(final int from, final StringBuilder html) {
		int i = from;
		html.append("<table border=\"1\" cellspacing=\"0\">");
		for (; i < lines.size() && lines.get(i).startsWith("|"); i++) {
			if (lines.get(i).matches("\\|[-:| ]+\\|?")) continue;
			final String tag = i == from ? "th" : "td";
			html.append("<tr>");
			for (final String cell : lines.get(i).replaceAll("^\\||\\|\\s*$", "").split("(?<!\\\\)\\|", -1))
				html.append('<').append(tag).append('>').append(inline(cell.replace("\\|", "|").trim())).append("</").append(tag)
					.append('>');
			html.append("</tr>");
		}
		html.append("</table>");
		return i;
	}

	private static String escape(final String text) {
		return text.replaceAll("&(?!\\w+;)", "&amp;").replace("<", "&lt;");
	}

	/** Code, links, bold and italic; what is in code is left as it is. */
	private String inline(final String text) {
		final StringBuilder html = new StringBuilder();
		final Matcher code = CODE.matcher(text);
		int at = 0;
		while (code.find()) {
			html.append(words(text.substring(at, code.start()))).append("<code>").append(escape(code.group(1))).append("</code>");
			at = code.end();
		}
		return links(html.append(words(text.substring(at))).toString());
	}

	private static String words(final String text) {
		return escape(text).replaceAll("\\*\\*([^*]+)\\*\\*", "<b>$1</b>").replaceAll("(?<![\\w\\\\*])\\*([^*\\s][^*]*)\\*",
			"<i>$1</i>").replaceAll("\\\\([_*\\[\\]])", "$1");
	}

	private String links(final String html) {
		final Matcher link = LINK.matcher(html);
		final StringBuffer out = new StringBuffer();
		while (link.find()) {
			final String to = target(link.group(3));
			final String words = link.group(1).isEmpty() ? link.group(2) : "<i>" + link.group(2) + "</i>";
			link.appendReplacement(out, Matcher.quoteReplacement(to == null || !link.group(1).isEmpty() ? words : "<a href=\"" + to +
				"\">" + words + "</a>"));
		}
		return link.appendTail(out).toString();
	}

	/** @return null if it leads out of the jar to something that is not on the web */
	private String target(final String link) {
		if (link.matches("https?:.*") || link.startsWith("#")) return link;
		final String[] parts = link.split("#", 2);
		final Path folder = Paths.get(page).getParent();
		final String to = (folder == null ? Paths.get(parts[0]) : folder.resolve(parts[0])).normalize().toString().replace('\\',
			'/');
		return exists(to) ? to + (parts.length == 2 ? "#" + parts[1] : "") : null;
	}
}
