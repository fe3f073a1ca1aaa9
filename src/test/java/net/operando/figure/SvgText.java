package net.operando.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import net.operando.figure.draw.Style;

/** The texts of an SVG document with the boxes their ink fills on the page, found from the document alone. */
final class SvgText {

	final String text;
	final Rectangle2D box;

	private SvgText(final String text, final Rectangle2D box) {
		this.text = text;
		this.box = box;
	}

	static Document parse(final String svg) {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
		}
		catch (final SAXException | IOException | ParserConfigurationException e) {
			throw new AssertionError("not well-formed: " + e.getMessage(), e);
		}
	}

	static List<SvgText> of(final String svg) {
		final List<SvgText> texts = new ArrayList<>();
		collect(parse(svg).getDocumentElement(), new AffineTransform(), texts);
		return texts;
	}

	private static void collect(final Node node, final AffineTransform outer, final List<SvgText> texts) {
		if (!(node instanceof Element)) return;
		final Element element = (Element) node;
		final AffineTransform transform = new AffineTransform(outer);
		final String matrix = element.getAttribute("transform");
		if (!matrix.isEmpty()) {
			final String[] m = matrix.replaceAll("matrix\\(|\\)", "").split(",");
			transform.concatenate(new AffineTransform(num(m[0]), num(m[1]), num(m[2]), num(m[3]), num(m[4]), num(m[5])));
		}
		if (element.getTagName().equals("text")) {
			final String style = element.getAttribute("style");
			final int flags = (style.contains("font-weight: bold") ? Font.BOLD : 0) | (style.contains("font-style: italic")
				? Font.ITALIC : 0);
			final Font font = Style.font(num(style.replaceFirst(".*font-size: ([0-9.]+)px.*", "$1")), flags);
			final Rectangle2D ink = font.createGlyphVector(new FontRenderContext(null, true, true), element.getTextContent())
				.getVisualBounds();
			final Rectangle2D placed = new Rectangle2D.Double(ink.getX() + num(element.getAttribute("x")), ink.getY() + num(element
				.getAttribute("y")), ink.getWidth(), ink.getHeight());
			texts.add(new SvgText(element.getTextContent(), transform.createTransformedShape(placed).getBounds2D()));
		}
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling())
			collect(child, transform, texts);
	}

	private static double num(final String number) {
		return Double.parseDouble(number.trim());
	}

	/** Pairs of texts whose boxes overlap. */
	static List<String> overlaps(final List<SvgText> texts) {
		final List<String> found = new ArrayList<>();
		for (int i = 0; i < texts.size(); i++)
			for (int j = 0; j < i; j++) {
				final Rectangle2D both = texts.get(i).box.createIntersection(texts.get(j).box);
				// the slant of an italic letter may reach over its neighbour by a third of a point
				if (both.getWidth() > 0.4 && both.getHeight() > 0.4) found.add(texts.get(i).text + " | " + texts.get(j).text);
			}
		return found;
	}
}
