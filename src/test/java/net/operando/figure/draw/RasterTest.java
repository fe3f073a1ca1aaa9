package net.operando.figure.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;

class RasterTest {

	private static final ColourMap MAP = ColourMap.diverging();
	private static final ColourLimits LIMITS = ColourLimits.of(-1, 1);
	private static final int WHITE = 0xffffff;

	private static int rgb(final BufferedImage image, final int x, final int y) {
		return image.getRGB(x, y) & 0xffffff;
	}

	private static Kymograph kymograph(final double[] times, final float[]... columns) {
		return Kymograph.of(columns, null, TimeAxis.of(times), 1e-7, KymographQuantity.INTENSITY_RATE, 1, List.of());
	}

	@Test
	void columnsAreAsWideAsTheyLastedAndPausesStayEmpty() {
		// 1 s apart, then a pause of 6 s, then 1 s apart
		final double[] times = { 0, 1, 2, 8, 9, 10 };
		final ColumnEdges edges = ColumnEdges.of(TimeAxis.of(times), 1);
		assertEquals(-0.5, edges.first());
		assertEquals(2.5, edges.end(2));
		assertEquals(7.5, edges.start(3));
		assertEquals(10.5, edges.last());
		assertEquals(-1, edges.at(5));
		assertEquals(3, edges.at(7.6));
		assertEquals(-1, edges.at(10.5));
		final Kymograph kymograph = kymograph(times, new float[] { 1 }, new float[] { -1 }, new float[] { 1 }, new float[] {
			-1 }, new float[] { 1 }, new float[] { -1 });
		final BufferedImage image = Raster.kymograph(kymograph, edges, MAP, LIMITS, -0.5, 10.5, 110, 4);
		assertEquals(MAP.rgb(1), rgb(image, 0, 0));
		assertEquals(MAP.rgb(1), rgb(image, 9, 0));
		assertEquals(MAP.rgb(0), rgb(image, 10, 0));
		assertEquals(MAP.rgb(1), rgb(image, 29, 0));
		for (int x = 30; x < 80; x++)
			assertEquals(WHITE, rgb(image, x, 0), "gap at " + x);
		assertEquals(MAP.rgb(0), rgb(image, 80, 0));
	}

	@Test
	void unevenIntervalsMeetHalfWay() {
		final ColumnEdges edges = ColumnEdges.of(TimeAxis.of(0, 1, 2.2, 3.1, 4), 1);
		for (int i = 1; i < 5; i++)
			assertEquals(edges.end(i - 1), edges.start(i), 1e-12);
		assertEquals(1.6, edges.end(1), 1e-12);
	}

	@Test
	void aChangeOfRateIsNoPause() {
		final double[] t = new double[20];
		for (int i = 0; i < 20; i++)
			t[i] = i < 10 ? 0.1 * i : 0.9 + 1.5 * (i - 9);
		final ColumnEdges edges = ColumnEdges.of(TimeAxis.of(t), 1);
		assertEquals(t[12] + 0.75, edges.end(12), 1e-12);
		assertEquals(edges.end(14), edges.start(15), 1e-12);
		assertEquals(0.05, edges.end(0), 1e-12);
	}

	@Test
	void aSingleColumnHasTheGivenWidth() {
		final ColumnEdges edges = ColumnEdges.of(TimeAxis.of(5), 2);
		assertEquals(4, edges.first());
		assertEquals(6, edges.last());
	}

	@Test
	void positionsRiseUpwardsAndNaNIsHatchedInNeutralGrey() {
		final Kymograph kymograph = kymograph(new double[] { 0, 1 }, new float[] { -1, 0, Float.NaN }, new float[] { -1, 0,
			Float.NaN });
		final BufferedImage image = Raster.kymograph(kymograph, ColumnEdges.of(kymograph.times(), 1), MAP, LIMITS, -0.5, 1.5, 60,
			60);
		assertEquals(MAP.rgb(0), rgb(image, 30, 59));
		assertEquals(MAP.rgb(0.5), rgb(image, 30, 30));
		final Set<Integer> hatch = new HashSet<>();
		for (int x = 0; x < 60; x++)
			for (int y = 0; y < 20; y++)
				hatch.add(rgb(image, x, y));
		assertEquals(2, hatch.size());
		for (final int grey : hatch) {
			assertEquals(grey & 0xff, grey >> 16 & 0xff, "neutral");
			for (int i = 0; i < 256; i++) {
				assertNotEquals(grey, ColourMap.diverging().rgb(i / 255.0));
				assertNotEquals(grey, ColourMap.sequential().rgb(i / 255.0));
			}
		}
	}

	@Test
	void columnsNarrowerThanAPixelAreAveraged() {
		final int n = 100;
		final double[] times = new double[n];
		final float[][] columns = new float[n][1];
		for (int i = 0; i < n; i++) {
			times[i] = i;
			columns[i][0] = i % 2 == 0 ? 1 : i % 4 == 1 ? -1 : Float.NaN;
		}
		final Kymograph kymograph = kymograph(times, columns);
		final BufferedImage image = Raster.kymograph(kymograph, ColumnEdges.of(kymograph.times(), 1), MAP, LIMITS, -0.5, 99.5, 25,
			1);
		for (int x = 0; x < 25; x++)
			// 1, -1, 1, NaN: the mean of three is 1/3
			assertEquals(MAP.rgb(LIMITS.fraction(1 / 3f)), rgb(image, x, 0));
	}

	@Test
	void imagesHaveTheirFirstRowAtTheTop() {
		final BufferedImage image = Raster.image(new float[] { -1, 1, 0, 0 }, 2, 2, MAP, LIMITS, 3);
		assertEquals(6, image.getWidth());
		assertEquals(MAP.rgb(0), rgb(image, 2, 2));
		assertEquals(MAP.rgb(1), rgb(image, 3, 0));
		assertEquals(MAP.rgb(0.5), rgb(image, 5, 5));
		assertTrue(MAP.isDiverging());
	}
}
