package net.operando.analysis.linecut;

import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;

/** A smooth scene defined in closed form, turned about the middle of the image by any angle. */
final class Scene {

	static final int EDGE = 301;
	static final double CENTRE = 150;

	private final double sigma;
	private final double angle;

	Scene(final double sigma, final double angleDegrees) {
		this.sigma = sigma;
		angle = Math.toRadians(angleDegrees);
	}

	/** Three spots of a standard deviation on a level of half their height; along and across are from the middle. */
	double value(final double along, final double across) {
		return 500 + 1000 * (spot(along + 3.3 * sigma, across - 0.4 * sigma) + spot(along - 0.2, across) - 0.3 * spot(along -
			2.9 * sigma, across + 0.7 * sigma));
	}

	private double spot(final double along, final double across) {
		return Math.exp(-0.5 * (along * along + across * across) / (sigma * sigma));
	}

	MemoryMovie movie() {
		final float[] frame = new float[EDGE * EDGE];
		for (int y = 0; y < EDGE; y++)
			for (int x = 0; x < EDGE; x++)
				frame[y * EDGE + x] = (float) value((x - CENTRE) * Math.cos(angle) + (y - CENTRE) * Math.sin(angle), -(x -
					CENTRE) * Math.sin(angle) + (y - CENTRE) * Math.cos(angle));
		return MemoryMovie.ofValues("scene", EDGE, EDGE, new float[][] { frame }, TimeAxis.of(0), Calibration.ofMicrometres(
			0.0694), List.of());
	}

	/** The line from and to a distance along the scene's axis, in px from the middle, on the turned image. */
	LinePath line(final double from, final double to) {
		return LinePath.straight(CENTRE + from * Math.cos(angle), CENTRE + from * Math.sin(angle), CENTRE + to * Math.cos(
			angle), CENTRE + to * Math.sin(angle));
	}
}
