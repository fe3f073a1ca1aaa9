package net.operando.figure.colour;

/**
 * Conversion from the OKLab colour space to sRGB and back. Source: B. Ottosson, "A perceptual color space for image
 * processing" (2020); the transfer curve is that of IEC 61966-2-1. Lightness L is 0 to 1.
 */
final class OkLab {

	private OkLab() {}

	/** sRGB components, each 0 to 1 inside the gamut (and outside it otherwise), of lightness, chroma and hue in degrees. */
	static double[] toSrgb(final double lightness, final double chroma, final double hueDegrees) {
		final double a = chroma * Math.cos(Math.toRadians(hueDegrees));
		final double b = chroma * Math.sin(Math.toRadians(hueDegrees));
		final double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
		final double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
		final double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
		return new double[] { encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s), encode(-1.2684380046 * l +
			2.6097574011 * m - 0.3413193965 * s), encode(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s) };
	}

	/** Distance of two colours given as lightness, chroma and hue in degrees. */
	static double distance(final double[] first, final double[] second) {
		final double a = first[1] * Math.cos(Math.toRadians(first[2])) - second[1] * Math.cos(Math.toRadians(second[2]));
		final double b = first[1] * Math.sin(Math.toRadians(first[2])) - second[1] * Math.sin(Math.toRadians(second[2]));
		final double l = first[0] - second[0];
		return Math.sqrt(l * l + a * a + b * b);
	}

	private static double cube(final double v) {
		return v * v * v;
	}

	private static double encode(final double linear) {
		return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
	}
}
