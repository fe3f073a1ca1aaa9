package net.operando.figure.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import net.operando.base.quantity.Estimate;
import net.operando.figure.CapacityFigure;
import net.operando.figure.CapacityPoint;
import net.operando.figure.Figure;

class ReportPageTest {

	private static final String NASTY = "<script>alert(\"1\")</script> & 'x'";

	private static Figure figure(final double rate) {
		return CapacityFigure.of(List.of(new CapacityPoint(1, 150, rate, true), new CapacityPoint(1, 148, rate, false)));
	}

	private static ReportPage page() {
		return ReportPage.titled(NASTY).subtitle(NASTY).heading(NASTY).paragraph(NASTY).table(ReportTable.withColumns(NASTY,
			NASTY, "number").row(NASTY, 1.5).row("none", Double.NaN).row("count", -3)).table(ReportTable.ofEstimates("Fronts")
				.estimate("Front", Estimate.normal(603, 68, 12, "half_max"), "nm/s").estimate("Lost", Estimate.none(2, "too_few"),
					"nm/s")).figure(figure(1), NASTY).figure(figure(5), "second").warning(NASTY).warning(NASTY).warnings(List.of(
						"another")).parameters("{\n  \"name\": \"<b>\"\n}").input(NASTY, 12, "ab12").version(
							"Operando 0.1.0").link("videos/a b&<ü>.avi", "video");
	}

	/** HTML as XML: the page closes what it opens, but for three void elements. */
	private static Document parse(final String html) throws Exception {
		final String xml = html.replaceFirst("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
	}

	@Test
	void thePageIsWellFormedAndNothingEscapesItsText() throws Exception {
		final String html = page().html();
		final Document document = parse(html);
		assertEquals(0, document.getElementsByTagName("script").getLength());
		assertEquals(0, document.getElementsByTagName("b").getLength() - 2, "only the figures' numbers are bold");
		assertEquals(NASTY, document.getElementsByTagName("title").item(0).getTextContent());
		assertEquals(NASTY, document.getElementsByTagName("h1").item(0).getTextContent());
		assertEquals("{\n  \"name\": \"<b>\"\n}", document.getElementsByTagName("pre").item(0).getTextContent());
	}

	@Test
	void nothingIsLoadedFromElsewhere() {
		final String html = page().html();
		final Matcher links = Pattern.compile("(?:src|href)=['\"]([^'\"]*)['\"]|url\\(([^)]*)\\)").matcher(html);
		int n = 0;
		while (links.find()) {
			n++;
			final String to = links.group(1) != null ? links.group(1) : links.group(2);
			assertTrue(to.startsWith("data:image/png;base64,") || to.startsWith("#") || to.startsWith("./"), to);
		}
		assertTrue(n > 0);
		assertTrue(html.contains("default-src 'none'"), "the browser is told so, too");
		assertTrue(html.contains("./videos/a%20b%26%3C%C3%BC%3E.avi"), "a name becomes a valid address");
	}

	@Test
	void tablesFiguresAndWarningsAreThere() throws Exception {
		final Document document = parse(page().html());
		final NodeList svgs = document.getElementsByTagName("svg");
		assertEquals(2, svgs.getLength());
		final Set<String> ids = new HashSet<>();
		final NodeList all = document.getElementsByTagName("*");
		for (int i = 0; i < all.getLength(); i++) {
			final String id = ((Element) all.item(i)).getAttribute("id");
			if (!id.isEmpty()) assertTrue(ids.add(id), "the id " + id + " is used once");
		}
		for (int i = 0; i < 2; i++) {
			final Element svg = (Element) svgs.item(i);
			assertEquals("img", svg.getAttribute("role"));
			final String described = svg.getAttribute("aria-labelledby");
			assertTrue(ids.contains(described));
			assertTrue(svg.getElementsByTagName("desc").item(0).getTextContent().contains("Specific capacity"));
		}
		final List<String> cells = new ArrayList<>();
		final NodeList td = document.getElementsByTagName("td");
		for (int i = 0; i < td.getLength(); i++)
			cells.add(td.item(i).getTextContent());
		for (final String wanted : new String[] { "600 ± 70 nm s⁻¹", "470 to 740 nm s⁻¹", "12", "half-max", "not determined",
			"1.500", "–", "−3", "ab12" })
			assertTrue(cells.contains(wanted), wanted + " in " + cells);
		assertEquals(2, document.getElementsByTagName("li").getLength(), "a warning is not repeated");
		assertTrue(document.getElementsByTagName("aside").item(0).getTextContent().contains("2 warnings"));
		assertFalse(ReportPage.titled("x").html().contains("<aside"), "no box without warnings");
	}

	@Test
	void pagesAreWrittenWhole(@TempDir final Path folder) throws IOException {
		page().write(folder.resolve("report.html"));
		assertEquals(page().html(), Files.readString(folder.resolve("report.html")));
		try (java.util.stream.Stream<Path> files = Files.list(folder)) {
			assertEquals(1, files.count());
		}
	}
}
