package net.operando.figure.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judges the maps, built in OKLab, in another space (CIELAB, D65) and through simulated colour-blind eyes. */
class ColourMapTest {

	/** G. M. Machado et al., IEEE Trans. Vis. Comput. Graph. 15 (2009) 1291, severity 1.0, on linear RGB. */
	private static final double[][] PROTANOPIA = { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, {
		-0.003882, -0.048116, 1.051998 } };
	private static final double[][] DEUTERANOPIA = { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, {
		-0.011820, 0.042940, 0.968881 } };
	private static final double[][] NORMAL = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };

	@ParameterizedTest
	@ValueSource(strings = { "normal", "protanopia", "deuteranopia" })
	void lightnessOfTheSequentialMapRisesForEveryEye(final String eye) {
		final ColourMap map = ColourMap.sequential();
		for (int i = 8; i < 256; i++) {
			// eight colours apart, a step of 8 bit rounding cannot hide the direction
			assertTrue(lab(map, i / 255.0, eye)[0] > lab(map, (i - 8) / 255.0, eye)[0], eye + " at " + i);
		}
		assertTrue(lab(map, 1, eye)[0] - lab(map, 0, eye)[0] > 75, "most of the lightness range is used");
	}

	@Test
	void lightnessOfTheSequentialMapNeverFalls() {
		final ColourMap map = ColourMap.sequential();
		for (int i = 1; i < 256; i++)
			assertTrue(lab(map, i / 255.0, "normal")[0] > lab(map, (i - 1) / 255.0, "normal")[0] - 0.05, "at " + i);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sequential", "diverging" })
	void equalStepsLookEqual(final String name) {
		final ColourMap map = name.equals("sequential") ? ColourMap.sequential() : ColourMap.diverging();
		final int parts = 16;
		double least = Double.POSITIVE_INFINITY;
		double most = 0;
		for (int i = 0; i < parts; i++) {
			final double d = okDistance(map.rgb(i / (double) parts), map.rgb((i + 1.0) / parts));
			least = Math.min(least, d);
			most = Math.max(most, d);
		}
		// 8 bit rounding moves a colour by up to 0.004 of a part's 0.06; chords of the bent curve are shorter than its arc
		assertTrue(most / least < 1.25, name + ": steps from " + least + " to " + most);
	}

	@Test
	void bothArmsOfTheDivergingMapAreEquallyLight() {
		final ColourMap map = ColourMap.diverging();
		for (int i = 0; i <= 127; i++) {
			final double[] low = ok(map.rgb(i / 255.0));
			final double[] high = ok(map.rgb(1 - i / 255.0));
			// rounding to 8 bits: 1/255 in sRGB is at most 0.005 in OKLab's lightness
			assertEquals(low[0], high[0], 0.005, "at " + i);
			if (i > 0) assertTrue(ok(map.rgb(i / 255.0))[0] >= ok(map.rgb((i - 1) / 255.0))[0] - 0.004, "rises at " + i);
		}
		final double[] middle = lab(map, 0.5, "normal");
		assertTrue(middle[0] > 95, "the middle is white: L* " + middle[0]);
		assertTrue(Math.hypot(middle[1], middle[2]) < 3, "and neutral");
	}

	@ParameterizedTest
	@ValueSource(strings = { "normal", "protanopia", "deuteranopia" })
	void signsAreToldApart(final String eye) {
		final ColourMap map = ColourMap.diverging();
		for (double u = 0.2; u <= 1; u += 0.1) {
			final double d = distance(lab(map, 0.5 - u / 2, eye), lab(map, 0.5 + u / 2, eye));
			// a CIE76 difference of 2.3 is just noticeable; signs must be ten times that at full strength
			assertTrue(d > 23 * u, eye + ": +-" + u + " differ by " + d);
		}
		assertTrue(distance(lab(map, 0.5, eye), lab(map, 1, eye)) > 40, "strength is seen");
	}

	@Test
	void greyIsGrey() {
		for (int i = 0; i < 256; i += 5) {
			final int rgb = ColourMap.grey().rgb(i / 255.0);
			assertEquals(rgb & 0xff, rgb >> 8 & 0xff);
			assertEquals(rgb & 0xff, rgb >> 16 & 0xff);
		}
		assertEquals(0, ColourMap.grey().rgb(0));
		assertEquals(0xffffff, ColourMap.grey().rgb(1));
	}

	@Test
	void valuesBeyondTheEndsTakeTheEnds() {
		assertEquals(ColourMap.diverging().rgb(0), ColourMap.diverging().rgb(-3));
		assertEquals(ColourMap.diverging().rgb(1), ColourMap.diverging().rgb(7));
		assertTrue(ColourMap.diverging().isDiverging());
		assertEquals(251, ColourMap.sequential().size());
		assertEquals(125, ColourMap.sequential().index(0.5));
	}

	private static double[] linear(final int rgb) {
		final double[] c = new double[3];
		for (int k = 0; k < 3; k++) {
			final double v = (rgb >> 16 - 8 * k & 0xff) / 255.0;
			c[k] = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
		}
		return c;
	}

	private static double[] times(final double[][] m, final double[] v) {
		final double[] w = new double[3];
		for (int i = 0; i < 3; i++)
			w[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
		return w;
	}

	private static double[] lab(final ColourMap map, final double fraction, final String eye) {
		final double[] seen = times(eye.equals("protanopia") ? PROTANOPIA : eye.equals("deuteranopia") ? DEUTERANOPIA : NORMAL,
			linear(map.rgb(fraction)));
		for (int k = 0; k < 3; k++)
			seen[k] = Math.min(1, Math.max(0, seen[k]));
		final double[] xyz = times(new double[][] { { 0.4124564, 0.3575761, 0.1804375 }, { 0.2126729, 0.7151522, 0.0721750 }, {
			0.0193339, 0.1191920, 0.9503041 } }, seen);
		final double fx = f(xyz[0] / 0.95047);
		final double fy = f(xyz[1]);
		final double fz = f(xyz[2] / 1.08883);
		return new double[] { 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz) };
	}

	private static double f(final double t) {
		return t > 216 / 24389.0 ? Math.cbrt(t) : (24389 / 27.0 * t + 16) / 116;
	}

	private static double distance(final double[] a, final double[] b) {
		return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
	}

	/** sRGB to OKLab, the direction the maps do not use. */
	private static double[] ok(final int rgb) {
		final double[] lms = times(new double[][] { { 0.4122214708, 0.5363325363, 0.0514459929 }, { 0.2119034982, 0.6806995451,
			0.1073969566 }, { 0.0883024619, 0.2817188376, 0.6299787005 } }, linear(rgb));
		for (int k = 0; k < 3; k++)
			lms[k] = Math.cbrt(lms[k]);
		return times(new double[][] { { 0.2104542553, 0.7936177850, -0.0040720468 }, { 1.9779984951, -2.4285922050,
			0.4505937099 }, { 0.0259040371, 0.7827717662, -0.8086757660 } }, lms);
	}

	private static double okDistance(final int a, final int b) {
		return distance(ok(a), ok(b));
	}
}
