package net.operando.figure.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import org.jfree.svg.SVGGraphics2D;
import org.junit.jupiter.api.Test;

class PlotAreaTest {

	private static final PlotArea AREA = new PlotArea(new Rectangle2D.Double(30, 10, 200, 100), AxisScale.linear(0, 10),
		AxisScale.linear(-1, 1));

	@Test
	void valuesHaveTheirPlace() {
		assertEquals(30, AREA.pageX(0));
		assertEquals(230, AREA.pageX(10));
		assertEquals(110, AREA.pageY(-1));
		assertEquals(60, AREA.pageY(0));
	}

	@Test
	void aLongRecordingIsDrawnShortButWithItsExtremes() {
		final int n = 300_000;
		final double[] x = new double[n];
		final double[] y = new double[n];
		for (int i = 0; i < n; i++) {
			x[i] = 10.0 * i / n;
			y[i] = 0.3 * Math.sin(i);
		}
		y[123_457] = 0.9;
		final SVGGraphics2D g = new SVGGraphics2D(260, 140);
		AREA.drawLine(g, x, y);
		// 200 pt are 7056 hundredths of a millimetre with at most 4 points of about 20 characters
		assertTrue(g.getSVGElement().length() < 7056 * 4 * 45, "length " + g.getSVGElement().length());
		final BufferedImage image = new BufferedImage(260, 140, BufferedImage.TYPE_INT_RGB);
		final Graphics2D pixels = image.createGraphics();
		pixels.setColor(Color.WHITE);
		AREA.drawLine(pixels, x, y);
		pixels.dispose();
		final int column = (int) Math.floor(AREA.pageX(x[123_457]));
		boolean spike = false;
		for (int dx = -1; dx <= 1; dx++)
			spike |= (image.getRGB(column + dx, (int) AREA.pageY(0.7)) & 0xffffff) != 0;
		assertTrue(spike, "the one high sample is seen");
	}

	@Test
	void linesAreBrokenAtNaNAndCutAtTheEdges() {
		final BufferedImage image = new BufferedImage(260, 140, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = image.createGraphics();
		g.setColor(Color.WHITE);
		AREA.drawLine(g, new double[] { -5, 4, 5, 6, 15 }, new double[] { 0, 0, Double.NaN, 0, 0 });
		assertTrue((image.getRGB(80, 60) & 0xff) > 0, "before the gap");
		assertEquals(0, image.getRGB(130, 60) & 0xffffff, "the gap");
		assertEquals(0, image.getRGB(20, 60) & 0xffffff, "left of the axes");
		assertEquals(0, image.getRGB(240, 60) & 0xffffff, "right of the axes");
		assertTrue(g.getClip() == null, "the clip is given back");
		g.dispose();
	}

	@Test
	void tickLabelsLeaveRoomBetweenThem() {
		for (int width = 30; width < 500; width += 7) {
			final PlotArea area = new PlotArea(new Rectangle2D.Double(0, 0, width, 50), AxisScale.linear(-1234, 5678), AxisScale
				.linear(0, 1));
			final Ticks ticks = area.xTicks();
			if (ticks.count() < 2) continue;
			final double apart = area.pageX(ticks.value(1)) - area.pageX(ticks.value(0));
			assertTrue(apart > ticks.labelWidth() + 2 || ticks.count() <= 2, width + " pt");
		}
	}
}
