package net.operando.figure.colour;

import java.awt.Color;
import java.util.function.DoubleFunction;

/**
 * Numbers from 0 to 1 as colours. The maps are curves in OKLab walked at constant speed, so that equal steps of the
 * number are equal steps to the eye, with lightness that rises all the way (sequential) or falls equally to both sides
 * of a white middle (diverging; blue below, vermilion above, told apart by deuteranopes and protanopes as well). 251
 * colours each. Immutable.
 */
public final class ColourMap {

	/** Odd, so that zero has a colour of its own; and with the greys of missing values they fit an 8 bit palette. */
	private static final int SIZE = 251;
	/** Points the curve is measured at before it is divided into steps of equal length. */
	private static final int FINE = 4096;

	private final String name;
	private final boolean diverging;
	private final int[] rgb;

	private ColourMap(final String name, final boolean diverging, final int[] rgb) {
		this.name = name;
		this.diverging = diverging;
		this.rgb = rgb;
	}

	/** Dark violet over blue and green to pale yellow; for amounts. */
	public static ColourMap sequential() {
		return new ColourMap("sequential", false, walk(t -> new double[] { 0.18 + 0.78 * t, 0.082 + 0.06 * smoothStep((t -
			0.5) / 0.4), 302 - 197 * t }));
	}

	/** Blue over white to vermilion; for signed numbers, with zero at 0.5. */
	public static ColourMap diverging() {
		// One arm is walked and the other takes the same lightness and chroma, so that both are equally strong.
		final double[] arm = equalSteps(u -> arm(u, 29));
		final int[] rgb = new int[SIZE];
		for (int i = 0; i < SIZE; i++) {
			final double signed = 2.0 * i / (SIZE - 1) - 1;
			final double u = at(arm, Math.abs(signed));
			rgb[i] = pack(arm(u, signed < 0 ? 258 : 29));
		}
		return new ColourMap("diverging", true, rgb);
	}

	/** Black to white in equal steps of perceived lightness; for raw images. */
	public static ColourMap grey() {
		return new ColourMap("grey", false, walk(t -> new double[] { t, 0, 0 }));
	}

	private static double[] arm(final double u, final double hueDegrees) {
		return new double[] { 0.975 - 0.575 * u, 0.137 * (1 - Math.pow(1 - u, 1.5)), hueDegrees };
	}

	private static int[] walk(final DoubleFunction<double[]> curve) {
		final double[] steps = equalSteps(curve);
		final int[] rgb = new int[SIZE];
		for (int i = 0; i < SIZE; i++)
			rgb[i] = pack(curve.apply(at(steps, i / (SIZE - 1.0))));
		return rgb;
	}

	/** Curve parameters at equal distances along the curve. */
	private static double[] equalSteps(final DoubleFunction<double[]> curve) {
		final double[] length = new double[FINE + 1];
		double[] before = curve.apply(0);
		for (int i = 1; i <= FINE; i++) {
			final double[] here = curve.apply(i / (double) FINE);
			length[i] = length[i - 1] + OkLab.distance(before, here);
			before = here;
		}
		final double[] parameter = new double[FINE + 1];
		int j = 0;
		for (int i = 1; i <= FINE; i++) {
			final double wanted = length[FINE] * i / FINE;
			while (j < FINE - 1 && length[j + 1] < wanted)
				j++;
			parameter[i] = (j + (wanted - length[j]) / (length[j + 1] - length[j])) / FINE;
		}
		return parameter;
	}

	private static double at(final double[] table, final double fraction) {
		final double p = fraction * (table.length - 1);
		final int i = Math.min(table.length - 2, (int) p);
		return table[i] + (p - i) * (table[i + 1] - table[i]);
	}

	private static double smoothStep(final double v) {
		final double u = Math.min(1, Math.max(0, v));
		return u * u * (3 - 2 * u);
	}

	private static int pack(final double[] lightnessChromaHue) {
		final double[] c = OkLab.toSrgb(lightnessChromaHue[0], lightnessChromaHue[1], lightnessChromaHue[2]);
		int packed = 0;
		for (final double component : c)
			packed = packed << 8 | (int) Math.round(255 * Math.min(1, Math.max(0, component)));
		return packed;
	}

	public String name() {
		return name;
	}

	/** Whether the middle of the map stands for zero. */
	public boolean isDiverging() {
		return diverging;
	}

	/** Number of different colours. */
	public int size() {
		return rgb.length;
	}

	/** The number of the colour of a fraction; below 0 and above 1 that of the end colours. */
	public int index(final double fraction) {
		return (int) Math.round((rgb.length - 1) * Math.min(1, Math.max(0, fraction)));
	}

	/** The colours as 0xRRGGBB, by their numbers. */
	public int[] toArray() {
		return rgb.clone();
	}

	/** The colour as 0xRRGGBB of a fraction; below 0 and above 1 the end colours. */
	public int rgb(final double fraction) {
		return rgb[index(fraction)];
	}

	/** The colour of a fraction; below 0 and above 1 the end colours. */
	public Color colour(final double fraction) {
		return new Color(rgb(fraction));
	}
}
