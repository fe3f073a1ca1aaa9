package net.operando.analysis.fragment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import net.operando.data.movie.LinePath;

class RodStripTest {

	@Test
	void placesAreAlongAndAcrossWhateverTheAngle() {
		for (final double angle : new double[] { 0, 0.3, 1.2, 2.9, -2 }) {
			final double c = Math.cos(angle);
			final double s = Math.sin(angle);
			final LinePath line = LinePath.straight(50 - 20 * c, 50 - 20 * s, 50 + 20 * c, 50 + 20 * s);
			final RodStrip strip = RodStrip.of(line, 101, 101, 8);
			for (int i = 0; i < strip.pixel.length; i++) {
				final double dx = strip.pixel[i] % 101 - 50;
				final double dy = strip.pixel[i] / 101 - 50;
				// 32 bit floats of numbers up to 60
				assertEquals(dx * c + dy * s + 20, strip.along[i], 1e-5);
				assertEquals(dy * c - dx * s, strip.across[i], 1e-5);
			}
			// all pixels of a strip of 40 + 16 by 16 px, but for its border
			assertEquals(56 * 16, strip.pixel.length, 2 * (56 + 16));
		}
	}

	@Test
	void aPolylineIsMeasuredAlongItsSegments() {
		final LinePath bend = LinePath.polyline(new double[] { 10, 30, 30 }, new double[] { 10, 10, 40 });
		assertArrayEquals(new double[] { 20, 10, 1, 0 }, RodStrip.point(bend, 10), 1e-12);
		assertArrayEquals(new double[] { 30, 25, 0, 1 }, RodStrip.point(bend, 35), 1e-12);
		assertArrayEquals(new double[] { 5, 10, 1, 0 }, RodStrip.point(bend, -5), 1e-12);
		assertArrayEquals(new double[] { 30, 45, 0, 1 }, RodStrip.point(bend, 55), 1e-12);
		assertEquals("15.0,10.0,30.0,10.0,30.0,20.0", RodStrip.part(bend, 5, 30).toString());
		assertEquals("30.0,12.0,30.0,44.0", RodStrip.part(bend, 22, 54).toString());
		final RodStrip strip = RodStrip.of(bend, 60, 60, 6);
		for (int i = 0; i < strip.pixel.length; i++)
			if (strip.pixel[i] == 30 * 60 + 27) {
				assertEquals(40, strip.along[i], 1e-5);
				assertEquals(3, strip.across[i], 1e-5);
			}
	}

	@Test
	void theSidesOfARodAreMeasured() {
		final BrokenRod scene = new BrokenRod(3, 4, 12, 2.6, 0.7, new double[0], new int[0]).cycle(0.5, 0.4, 0);
		final RodStrip strip = RodStrip.of(scene.line(), scene.imageWidth, scene.imageHeight, 4 / BrokenRod.PIXEL_UM);
		final RodOutline sides = RodOutline.of(scene.movie().frame(0, null), strip, 0, 1 / BrokenRod.PIXEL_UM);
		// half a pixel of 0.104 um, of a mean along the rod
		assertEquals(2.6, sides.width() * BrokenRod.PIXEL_UM, 0.06);
		assertEquals(0, sides.low + sides.high, 0.6);
		assertEquals(380, sides.surroundings, 30);
		assertTrue(sides.rod > 1300 && sides.rod < 1900, "rod " + sides.rod);
		final RodOutline given = RodOutline.of(scene.movie().frame(0, null), strip, 20, 1 / BrokenRod.PIXEL_UM);
		assertEquals(20, given.width());
	}
}
