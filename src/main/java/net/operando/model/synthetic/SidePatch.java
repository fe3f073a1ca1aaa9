package net.operando.model.synthetic;

import net.operando.model.phasefield.Material;

import org.apache.commons.math3.util.FastMath;

/**
 * A place on the rod's left side that takes part although it is no end face (assumed): the change of lithium content
 * there runs ahead of the rod's, falling off along and across. Immutable parameters, JSON by field.
 */
public final class SidePatch extends StageSettings {

	private double centre_um = 6;
	private double alongSigma_um = 0.8;
	private double depthSigma_um = 0.7;
	/** Extra change of content at the edge, in terms of the rod's mean change. */
	private double extra = 0.6;

	private SidePatch() {}

	/** @param centre_um reference position; @param extra change of content at the edge relative to the rod's mean change */
	public static SidePatch at(final double centre_um, final double extra) {
		final SidePatch p = new SidePatch();
		p.centre_um = centre_um;
		p.extra = extra;
		return p;
	}

	/** Factor on the brightness of a point; {@code fromLeft_um} is its distance from the left edge. */
	double factor(final Material material, final double x, final double meanChange, final double z_um,
		final double fromLeft_um)
	{
		final double a = (z_um - centre_um) / alongSigma_um;
		final double d = fromLeft_um / depthSigma_um;
		final double q = a * a + d * d;
		if (q > 40) return 1;
		final double content = Math.max(0, Math.min(1, x + extra * meanChange * FastMath.exp(-0.5 * q)));
		return material.intensityRatio(content) / material.intensityRatio(x);
	}
}
