package net.operando.figure.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import net.operando.figure.Figure;
import net.operando.figure.FigureWriter;
import net.operando.figure.Markup;

/**
 * A report as one HTML file: nothing is loaded from elsewhere and no script runs, so it can be mailed, opened from any
 * folder, printed and kept. Parts stand in the order they are added; warnings come first, parameters, files and version
 * last. All text is escaped. A builder; not thread-safe.
 */
public final class ReportPage {

	private final String title;
	private String subtitle = "";
	private String version = "";
	private String parameters = "";
	private final Set<String> warnings = new LinkedHashSet<>();
	private final List<String[]> files = new ArrayList<>();
	private final StringBuilder body = new StringBuilder();
	private int figures;

	private ReportPage(final String title) {
		this.title = title;
	}

	public static ReportPage titled(final String title) {
		return new ReportPage(title);
	}

	/** A line under the title: the movie, the date. */
	public ReportPage subtitle(final String text) {
		subtitle = text;
		return this;
	}

	/** Starts a section. */
	public ReportPage heading(final String text) {
		body.append("<h2>").append(Markup.escape(text)).append("</h2>\n");
		return this;
	}

	/** Adds a paragraph. */
	public ReportPage paragraph(final String text) {
		body.append("<p>").append(Markup.escape(text)).append("</p>\n");
		return this;
	}

	/** Adds a table. */
	public ReportPage table(final ReportTable table) {
		body.append(table.html());
		return this;
	}

	/**
	 * Adds a figure, numbered, as SVG; its description is what a screen reader says.
	 *
	 * @param caption what a reader should see in it; the figure's description is added to it
	 */
	public ReportPage figure(final Figure figure, final String caption) {
		figures++;
		body.append("<figure style=\"--mm: ").append(Math.round(figure.width_mm())).append("\">\n").append(FigureWriter.svgElement(figure, "figure" + figures)).append("\n<figcaption><b>Figure ")
			.append(figures).append(".</b> ").append(Markup.escape(caption)).append(" <span class=\"detail\">").append(Markup
				.escape(figure.description())).append("</span></figcaption>\n</figure>\n");
		return this;
	}

	/** Adds a link to a file in the same folder or below it, such as a video. */
	public ReportPage link(final String relativePath, final String text) {
		final StringBuilder href = new StringBuilder();
		for (final byte b : relativePath.getBytes(StandardCharsets.UTF_8)) {
			final char c = (char) (b & 0xff);
			if (c < 128 && (Character.isLetterOrDigit(c) || "-_.~/".indexOf(c) >= 0)) href.append(c);
			else href.append(String.format("%%%02X", b & 0xff));
		}
		body.append("<p><a href=\"./").append(href).append("\">").append(Markup.escape(text)).append("</a></p>\n");
		return this;
	}

	/** Adds a warning to the box at the top; one that is there already is not repeated. */
	public ReportPage warning(final String sentence) {
		warnings.add(sentence);
		return this;
	}

	/** Adds warnings. */
	public ReportPage warnings(final Iterable<String> sentences) {
		sentences.forEach(warnings::add);
		return this;
	}

	/** The parameters of the whole analysis as indented JSON. */
	public ReportPage parameters(final String json) {
		parameters = json;
		return this;
	}

	/** Adds a file the results were made from, with its size in bytes and the hash that identifies it. */
	public ReportPage input(final String name, final long bytes, final String hash) {
		files.add(new String[] { name, Long.toString(bytes), hash });
		return this;
	}

	/** Name and version of the software, and whatever else repeats the run. */
	public ReportPage version(final String text) {
		version = text;
		return this;
	}

	/** The whole page. */
	public String html() {
		final StringBuilder s = new StringBuilder();
		s.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n").append(
			"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n").append(
				"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n")
			.append("<title>").append(Markup.escape(title)).append("</title>\n<style>\n").append(ReportStyle.CSS).append(
				"</style>\n</head>\n<body>\n<main>\n<header>\n<h1>").append(Markup.escape(title)).append("</h1>\n");
		if (!subtitle.isEmpty()) s.append("<p class=\"subtitle\">").append(Markup.escape(subtitle)).append("</p>\n");
		s.append("</header>\n");
		appendWarnings(s);
		s.append(body);
		appendProvenance(s);
		return s.append("</main>\n</body>\n</html>\n").toString();
	}

	private void appendWarnings(final StringBuilder s) {
		if (warnings.isEmpty()) return;
		s.append("<aside class=\"warnings\" aria-label=\"Warnings\">\n<h2>").append(warnings.size() == 1 ? "Warning"
			: warnings.size() + " warnings").append("</h2>\n<ul>\n");
		for (final String warning : warnings)
			s.append("<li>").append(Markup.escape(warning)).append("</li>\n");
		s.append("</ul>\n</aside>\n");
	}

	private void appendProvenance(final StringBuilder s) {
		if (parameters.isEmpty() && files.isEmpty() && version.isEmpty()) return;
		s.append("<h2>How this was made</h2>\n");
		if (!files.isEmpty()) {
			s.append("<div class=\"scroll\"><table>\n<caption>Input files</caption>\n<thead><tr><th scope=\"col\">File</th>")
				.append("<th scope=\"col\" class=\"number\">Bytes</th><th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n");
			for (final String[] file : files)
				s.append("<tr><th scope=\"row\">").append(Markup.escape(file[0])).append("</th><td class=\"number\">").append(file[1]).append("</td><td class=\"hash\">").append(Markup.escape(file[2])).append("</td></tr>\n");
			s.append("</tbody></table></div>\n");
		}
		if (!parameters.isEmpty()) s.append("<details>\n<summary>Parameters (JSON)</summary>\n<pre>").append(Markup.escape(
			parameters)).append("</pre>\n</details>\n");
		if (!version.isEmpty()) s.append("<footer>").append(Markup.escape(version)).append("</footer>\n");
	}

	/**
	 * Writes the page as UTF-8; the file appears whole or not at all.
	 *
	 * @throws UncheckedIOException if the file system fails
	 */
	public void write(final Path file) {
		final Path part = file.resolveSibling(file.getFileName() + ".part");
		try {
			try {
				Files.write(part, html().getBytes(StandardCharsets.UTF_8));
				Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
			}
			finally {
				Files.deleteIfExists(part);
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
