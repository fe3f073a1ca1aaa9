package net.operando.model.synthetic;

import org.apache.commons.math3.util.FastMath;

/**
 * Intensity of a point of a rod from two fields, {@code I = |E_ref + E_p|^2}: light reflected at the window and light
 * scattered by the rod, whose amplitude goes as the square root of its brightness. Their phase turns once per fringe period of
 * the surface's height, so a rod that is tilted, bowed and rough carries fringes. Amplitudes and period as in the
 * domain's section 7; the surface is assumed. Intensities are relative to the mean over phases at brightness 1.
 * Immutable parameters, JSON by field.
 */
public final class OpticalContrast extends StageSettings {

	private double referenceAmplitude = 0.037;
	private double particleAmplitude = 0.24;
	private double fringePeriodNm = 262;
	/** Rise of the surface from the rod's start to its end. */
	private double tiltNm = 560;
	/** Fall of the surface from the middle to the sides. */
	private double bowNm = 170;
	private double roughnessNm = 40;
	private double roughnessScale_um = 0.7;

	private OpticalContrast() {}

	/** Fringes of 30 %. */
	public static OpticalContrast defaults() {
		return new OpticalContrast();
	}

	/** @param amplitude of the reference field; 0 leaves no fringes */
	public OpticalContrast withReferenceAmplitude(final double amplitude) {
		final OpticalContrast c = copy();
		c.referenceAmplitude = amplitude;
		return c;
	}

	/** Half the swing of the fringes relative to the mean intensity. */
	public double fringeContrast() {
		return 2 * referenceAmplitude * particleAmplitude / mean();
	}

	private double mean() {
		return referenceAmplitude * referenceAmplitude + particleAmplitude * particleAmplitude;
	}

	/** The rough surface of a rod; the same for the same seed and rod number. */
	SmoothNoise roughness(final long seed, final int rod) {
		return new SmoothNoise(SeedStream.of(seed, "surface", rod).bits(), roughnessScale_um);
	}

	/** Cosine of the phase between the fields at a material point; {@code across} from the axis. */
	double cosine(final RodGeometry rod, final SmoothNoise.Reader rough, final double z_um, final double across_um) {
		final double s = z_um / rod.length_um() - 0.5;
		final double q = 2 * across_um / rod.width_um();
		final double height = tiltNm * s - bowNm * q * q + (roughnessNm == 0 ? 0 : roughnessNm * rough.at(z_um, across_um));
		return FastMath.cos(2 * FastMath.PI * height / fringePeriodNm);
	}

	/** Relative intensity for a brightness and the cosine of the phase. */
	double intensity(final double brightness, final double cosine) {
		return (referenceAmplitude * referenceAmplitude + particleAmplitude * particleAmplitude * brightness + 2 *
			referenceAmplitude * particleAmplitude * Math.sqrt(brightness) * cosine) / mean();
	}
}
