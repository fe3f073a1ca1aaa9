package net.operando.model.synthetic;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/**
 * The lit disc (35 um, soft edge, a little darker outwards), the light level, and the slow drift of the lamp: three sines
 * with periods around the one given and phases from the seed (assumed). Immutable parameters, JSON by field.
 */
public final class Illumination extends StageSettings {

	private static final double[] PERIODS = { 0.62, 1, 2.37 };

	private double discDiameter_um = 35;
	private double discEdge_um = 0.6;
	private double discCentreX_um = 0.9;
	private double discCentreY_um = -0.6;
	/** Relative loss of light from the middle of the disc to its edge. */
	private double falloff = 0.12;
	/** Mean electrons per unbinned pixel and exposure on a rod of brightness 1 in the middle of the disc. */
	private double rodElectrons = 16000;
	private double lampDriftPercent = 0.15;
	private double lampPeriodSeconds = 70;

	private Illumination() {}

	/** 16 000 electrons per pixel on the rod, lamp drift .15 % rms. */
	public static Illumination defaults() {
		return new Illumination();
	}

	/** @param electrons mean per unbinned pixel and exposure on a rod of brightness 1 */
	public Illumination withRodElectrons(final double electrons) {
		final Illumination i = copy();
		i.rodElectrons = electrons;
		return i;
	}

	/** @param percentRms root mean square of the lamp's drift; @param periodSeconds around which it goes */
	public Illumination withLampDrift(final double percentRms, final double periodSeconds) {
		final Illumination i = copy();
		i.lampDriftPercent = percentRms;
		i.lampPeriodSeconds = periodSeconds;
		return i;
	}

	public double rodElectrons() {
		return rodElectrons;
	}

	/** Light at a point of the field relative to the middle of the disc. */
	double at(final double x_um, final double y_um) {
		final double radius = 0.5 * discDiameter_um;
		final double r = Math.hypot(x_um - discCentreX_um, y_um - discCentreY_um);
		final double q = (radius - r) / discEdge_um;
		final double disc = q > 7 ? 1 : q < -7 ? 0 : 0.5 * Erf.erfc(-q / 1.4142135623730951);
		return disc * (1 - falloff * r * r / (radius * radius));
	}

	/** Light level of the lamp at a movie time relative to its mean. */
	double lamp(final long seed, final double seconds) {
		final SeedStream stream = SeedStream.of(seed, "lamp");
		double sum = 0;
		for (final double period : PERIODS)
			sum += FastMath.sin(2 * FastMath.PI * (seconds / (period * lampPeriodSeconds) + stream.uniform()));
		return 1 + 0.01 * lampDriftPercent * Math.sqrt(2.0 / PERIODS.length) * sum;
	}
}
