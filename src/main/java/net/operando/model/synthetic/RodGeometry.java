package net.operando.model.synthetic;

import net.operando.base.InvalidInputException;

import org.apache.commons.math3.special.Erf;

/**
 * Where a rod lies and how large it is, unstretched. Its axis runs from start to end at an angle from the image's x axis
 * towards its y axis (downwards, so clockwise on the screen). Immutable parameters, JSON by field.
 */
public final class RodGeometry extends StageSettings {

	/** By so many edge sigmas beyond its edge nothing of the rod is left. */
	static final double SOFT = 7;

	private double length_um = 20.4;
	private double width_um = 3.5;
	private double angleDegrees;
	private double centreX_um;
	private double centreY_um;
	/** Softness of the rod's own edge before the microscope blurs it. */
	private double edgeSigmaNm = 30;
	/** Point along the rod that stays where it is when the rod stretches: 0 the start, 1 the end. */
	private double anchorFraction = 0.5;

	private RodGeometry() {}

	/** 20.4 x 3.5 um along the x axis, in the middle of the field. */
	public static RodGeometry defaults() {
		return new RodGeometry();
	}

	/** @param length_um unstretched length; @param width_um width; both in um, above 0 */
	public RodGeometry withSize(final double length_um, final double width_um) {
		if (!(length_um > 0 && width_um > 0)) throw new InvalidInputException("A rod of " + length_um + " x " + width_um +
			" um cannot be meant: give a length and a width above 0.");
		final RodGeometry g = copy();
		g.length_um = length_um;
		g.width_um = width_um;
		return g;
	}

	/** @param degrees from the image's x axis towards its y axis (downwards) */
	public RodGeometry withAngleDegrees(final double degrees) {
		final RodGeometry g = copy();
		g.angleDegrees = degrees;
		return g;
	}

	/** @param x_um middle of the rod from the middle of the field, in um; fractions of a pixel are kept */
	public RodGeometry withCentre(final double x_um, final double y_um) {
		final RodGeometry g = copy();
		g.centreX_um = x_um;
		g.centreY_um = y_um;
		return g;
	}

	public double length_um() {
		return length_um;
	}

	public double width_um() {
		return width_um;
	}

	public double angleDegrees() {
		return angleDegrees;
	}

	public double centreX_um() {
		return centreX_um;
	}

	public double centreY_um() {
		return centreY_um;
	}

	double anchorFraction() {
		return anchorFraction;
	}

	double edgeSigma_um() {
		return 1e-3 * edgeSigmaNm;
	}

	/** Coordinate along the axis, from the centre, of the start of a rod stretched to a length. */
	double start_um(final double stretched_um) {
		return anchorFraction * (length_um - stretched_um) - 0.5 * length_um;
	}

	/** How much of a point belongs to the rod, 0 to 1: {@code along} and {@code across} from the centre, in um. */
	double cover(final double along, final double across, final double stretched_um) {
		final double half = 0.5 * width_um - Math.abs(across);
		final double a = along - start_um(stretched_um);
		return inside(half) * inside(a) * inside(stretched_um - a);
	}

	/** How much of a point at a depth behind a soft edge lies inside, 0 to 1. */
	double inside(final double depth_um) {
		final double q = depth_um / edgeSigma_um();
		if (q > SOFT) return 1;
		if (q < -SOFT) return 0;
		return 0.5 * Erf.erfc(-q / 1.4142135623730951);
	}
}
