package net.operando.model.synthetic;

import java.util.List;

import org.apache.commons.math3.util.FastMath;

/**
 * How the sample moves under the microscope: creep, sudden steps, rotation about the middle of the field, and focus. All
 * zero by default. Immutable parameters, JSON by field.
 */
public final class Drift extends StageSettings {

	private double creepX_umPerMinute;
	private double creepY_umPerMinute;
	private double stepsPerMinute;
	private double stepSigma_um;
	private double rotationDegrees;
	private double rotationPeriodSeconds = 300;
	private double focusJitterNm;

	private Drift() {}

	/** A sample that stays. */
	public static Drift none() {
		return new Drift();
	}

	/** Creep, a few steps, rotation of .1 degree and the focus lock's 4 nm. */
	public static Drift typical() {
		return none().withCreep(0.12, -0.07).withSteps(0.7, 0.15).withRotation(0.1, 300).withFocusJitterNm(4);
	}

	public Drift withCreep(final double x_umPerMinute, final double y_umPerMinute) {
		final Drift d = copy();
		d.creepX_umPerMinute = x_umPerMinute;
		d.creepY_umPerMinute = y_umPerMinute;
		return d;
	}

	/** @param perMinute mean number of sudden steps; @param sigma_um standard deviation of each of their components */
	public Drift withSteps(final double perMinute, final double sigma_um) {
		final Drift d = copy();
		d.stepsPerMinute = perMinute;
		d.stepSigma_um = sigma_um;
		return d;
	}

	/** @param degrees amplitude of a slow swing; @param periodSeconds of it */
	public Drift withRotation(final double degrees, final double periodSeconds) {
		final Drift d = copy();
		d.rotationDegrees = degrees;
		d.rotationPeriodSeconds = periodSeconds;
		return d;
	}

	/** @param nanometres standard deviation of the focus from exposure to exposure */
	public Drift withFocusJitterNm(final double nanometres) {
		final Drift d = copy();
		d.focusJitterNm = nanometres;
		return d;
	}

	/** Whether the sample stays where it is, focus aside. */
	public boolean isNone() {
		return creepX_umPerMinute == 0 && creepY_umPerMinute == 0 && stepsPerMinute == 0 && rotationDegrees == 0;
	}

	/** Where the sample is at the exposure of a raw frame. */
	public Pose pose(final long seed, final int rawFrame, final double seconds) {
		double x = creepX_umPerMinute * seconds / 60;
		double y = creepY_umPerMinute * seconds / 60;
		if (stepsPerMinute > 0) {
			final SeedStream steps = SeedStream.of(seed, "steps");
			for (double t = next(steps); t <= seconds; t += next(steps)) {
				x += stepSigma_um * steps.normal();
				y += stepSigma_um * steps.normal();
			}
		}
		final double turn = rotationDegrees * FastMath.sin(2 * FastMath.PI * seconds / rotationPeriodSeconds);
		final double focus = focusJitterNm == 0 ? 0 : focusJitterNm * SeedStream.of(seed, "focus", rawFrame).normal();
		return new Pose(x, y, turn, focus);
	}

	private double next(final SeedStream steps) {
		return -60 / stepsPerMinute * FastMath.log(1 - steps.uniform());
	}

	/** Shift, rotation about the middle of the field and focus error of the sample at one moment. Immutable. */
	public static final class Pose {

		private final double x_um;
		private final double y_um;
		private final double rotationDegrees;
		private final double focusNm;

		Pose(final double x_um, final double y_um, final double rotationDegrees, final double focusNm) {
			this.x_um = x_um;
			this.y_um = y_um;
			this.rotationDegrees = rotationDegrees;
			this.focusNm = focusNm;
		}

		/** A sample in its place. */
		public static Pose rest() {
			return new Pose(0, 0, 0, 0);
		}

		/** The mean of poses. */
		static Pose mean(final List<Pose> poses) {
			final double n = poses.size();
			return new Pose(poses.stream().mapToDouble(Pose::x_um).sum() / n, poses.stream().mapToDouble(Pose::y_um).sum() / n,
				poses.stream().mapToDouble(Pose::rotationDegrees).sum() / n, poses.stream().mapToDouble(Pose::focusNm).sum() / n);
		}

		/** Shift to the right in um. */
		public double x_um() {
			return x_um;
		}

		/** Shift downwards in um. */
		public double y_um() {
			return y_um;
		}

		/** Rotation from the x towards the y axis (clockwise on the screen) in degrees. */
		public double rotationDegrees() {
			return rotationDegrees;
		}

		public double focusNm() {
			return focusNm;
		}

		boolean isAt(final Pose other) {
			return x_um == other.x_um && y_um == other.y_um && rotationDegrees == other.rotationDegrees;
		}
	}
}
