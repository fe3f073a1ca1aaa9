package net.operando.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;

import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.Rod;
import net.operando.model.phasefield.SimulationOptions;

class RegimeFigureTest {

	private static RegimeFigure figure(final double startX, final double cRate) {
		return RegimeFigure.of(Material.nwo(), Rod.standard().withStartX(startX), SimulationOptions.standard(), cRate);
	}

	@Test
	void saysWhatARunIsAndWhatTheColoursMean() {
		final String svg = FigureWriter.svg(figure(0.08, 5));
		for (final String text : new String[] { "Lithiation", "Delithiation", "Sharp front", "Broad front", "Gradient",
			"Uniform", "This run: sharp front" })
			assertTrue(svg.contains(text), text);
		assertFalse(FigureWriter.svg(figure(0.08, 0)).contains("This run"), "no current, no run");
		assertTrue(figure(0.14, 5).description().contains("uniform"), figure(0.14, 5).description());
	}

	/** Colours of the legend's keys, from the figure's own pixels, differ in lightness by a tenth of the range at least. */
	@Test
	void regimesAreToldApartByLightnessAlone() {
		final BufferedImage image = FigureWriter.image(figure(0.08, 0));
		// far inside the maps: lithiation at the left edge, and delithiation at the lower right
		final double sharp = lightness(image.getRGB(image.getWidth() / 2 - 420 * image.getWidth() / 1000, image.getHeight() / 4));
		final double uniform = lightness(image.getRGB(image.getWidth() * 70 / 100, image.getHeight() * 60 / 100));
		assertTrue(uniform - sharp > 0.3, sharp + " and " + uniform);
	}

	private static double lightness(final int rgb) {
		return (0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255)) / 255;
	}

	@Test
	void aRunFarFromAnyFrontIsStillOnTheMap() {
		assertNotEquals(FigureWriter.svg(figure(0.9, 5)), FigureWriter.svg(figure(0.08, 5)));
		assertTrue(FigureWriter.svg(figure(0.9, 5)).contains("This run: gradient"));
	}

	@Test
	void writesRates() {
		assertEquals("5C", RegimeFigure.rateText(5));
		assertEquals("20C", RegimeFigure.rateText(-20));
		assertEquals("1.54C", RegimeFigure.rateText(1.54));
		assertEquals("C/3", RegimeFigure.rateText(1 / 3.0));
	}
}
