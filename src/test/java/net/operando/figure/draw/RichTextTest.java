package net.operando.figure.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.geom.Rectangle2D;

import org.jfree.svg.SVGGraphics2D;
import org.junit.jupiter.api.Test;

class RichTextTest {

	private static String svg(final RichText text) {
		final SVGGraphics2D g = new SVGGraphics2D(200, 50);
		text.draw(g, 10, 20);
		return g.getSVGElement();
	}

	@Test
	void superscriptsAreSmallAndRaised() {
		final String svg = svg(RichText.of("s⁻¹"));
		assertTrue(svg.contains(">s</text>") && svg.contains(">−1</text>"), svg);
		assertTrue(svg.contains("font-size: 7px") && svg.contains("font-size: 5px"), svg);
	}

	@Test
	void asterisksMakeItalicsOnlyInPairs() {
		assertTrue(svg(RichText.of("*x* = 1")).contains("font-style: italic"), "a pair");
		final String alone = svg(RichText.of("5 * 3"));
		assertTrue(alone.contains("5 * 3") && !alone.contains("italic"), alone);
		assertEquals("(dI/dt)/I", RichText.plain("(d*I*/d*t*)/*I*"));
	}

	@Test
	void widthIsThatOfTheRunsAndBlanksKeepTheirPlace() {
		final RichText whole = RichText.of("a⁻¹ b");
		final double parts = RichText.of("a").width() + RichText.of(" b").width();
		assertTrue(whole.width() > parts, "the superscript takes room");
		final String svg = svg(whole);
		assertTrue(svg.contains(">b</text>"), "SVG drops leading blanks, so none is written: " + svg);
		final Rectangle2D box = whole.box(10, 20);
		assertEquals(whole.width(), box.getWidth());
		assertTrue(box.getMinY() < 20 - whole.capHeight() && box.getMaxY() > 20, "holds ascenders and descenders");
	}

	@Test
	void controlCharactersAreLeftOut() {
		assertFalse(svg(RichText.of("a\u0001\nb", 7, Font.PLAIN)).contains("\u0001"));
	}
}
