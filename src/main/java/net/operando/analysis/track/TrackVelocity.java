package net.operando.analysis.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.base.numeric.LineFit;
import net.operando.base.quantity.Estimate;
import net.operando.data.io.TidyTable;
import net.operando.data.track.TrackBranch;
import net.operando.data.track.TrackGraph;
import net.operando.data.track.TrackSpot;

/** How fast a branch of a track moves, and where it came from. Immutable. */
public final class TrackVelocity {

	/** The flag of a velocity nothing is wrong with. */
	public static final String OK = "ok";
	/** The flag of a branch of fewer than three spots: no velocity is given. */
	public static final String TOO_FEW = "too_few";

	private final TrackBranch branch;
	private final Estimate speed;
	private final double angleDegrees;
	private final double meanStepSpeed;

	private TrackVelocity(final TrackBranch branch, final Estimate speed, final double angleDegrees,
		final double meanStepSpeed)
	{
		this.branch = branch;
		this.speed = speed;
		this.angleDegrees = angleDegrees;
		this.meanStepSpeed = meanStepSpeed;
	}

	/**
	 * The velocities of all branches.
	 *
	 * @throws InvalidInputException if the graph's units are not those of length and time: pixels have no velocity
	 */
	public static List<TrackVelocity> of(final TrackGraph graph) {
		final double metre = metres(graph.spaceUnit());
		final double second = seconds(graph.timeUnit());
		final List<TrackVelocity> all = new ArrayList<>();
		for (final TrackBranch branch : graph.branches())
			all.add(of(branch, metre, second));
		return all;
	}

	private static TrackVelocity of(final TrackBranch branch, final double metre, final double second) {
		final int n = branch.spots().size();
		final double[] t = new double[n];
		final double[] x = new double[n];
		final double[] y = new double[n];
		double path = 0;
		for (int i = 0; i < n; i++) {
			final TrackSpot spot = branch.spots().get(i);
			t[i] = spot.time() * second;
			x[i] = spot.x() * metre;
			y[i] = spot.y() * metre;
			if (i > 0) path += Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
		}
		final String definition = "straight line through the spots";
		if (n < 3 || !(t[n - 1] > t[0])) return new TrackVelocity(branch, Estimate.none(n, definition), Double.NaN, n < 2
			? Double.NaN : path / (t[n - 1] - t[0]));
		final LineFit alongX = LineFit.leastSquares(t, x);
		final LineFit alongY = LineFit.leastSquares(t, y);
		final double v = Math.hypot(alongX.slope(), alongY.slope());
		final double error = v == 0 ? Math.hypot(alongX.slopeError(), alongY.slopeError()) : Math.hypot(alongX.slope() / v *
			alongX.slopeError(), alongY.slope() / v * alongY.slopeError());
		return new TrackVelocity(branch, Estimate.normal(v, error, n, definition), Math.toDegrees(Math.atan2(alongY.slope(), alongX
			.slope())), path / (t[n - 1] - t[0]));
	}

	private static double metres(final String unit) {
		switch (unit.trim().toLowerCase(Locale.ROOT)) {
			case "um":
			case "\u00b5m":
			case "\u03bcm":
			case "micron":
			case "microns":
			case "micrometer":
				return 1e-6;
			case "nm":
				return 1e-9;
			case "mm":
				return 1e-3;
			case "m":
				return 1;
			default:
				throw new InvalidInputException("The tracks are in '" + unit +
					"', which is no length, so velocities cannot be given: set the pixel size of the image in um and track it again.");
		}
	}

	private static double seconds(final String unit) {
		switch (unit.trim().toLowerCase(Locale.ROOT)) {
			case "s":
			case "sec":
			case "second":
			case "seconds":
				return 1;
			case "ms":
			case "msec":
				return 1e-3;
			case "min":
			case "minute":
			case "minutes":
				return 60;
			case "h":
			case "hour":
			case "hours":
				return 3600;
			default:
				throw new InvalidInputException("The times of the tracks are in '" + unit +
					"', which is no time, so velocities cannot be given: set the frame interval of the image in s and track it again.");
		}
	}

	/** One row per branch. */
	public static TidyTable table(final List<TrackVelocity> velocities) {
		final TidyTable table = TidyTable.withColumns("branch_id", "parent_ids", "track_id", "first_frame", "last_frame", "n",
			"t0", "t1", "x0", "y0", "x1", "y1", "velocity_nm_per_s", "velocity_se_nm_per_s", "velocity_low_nm_per_s",
			"velocity_high_nm_per_s", "angle_deg", "mean_step_speed_nm_per_s", "flag");
		for (final TrackVelocity v : velocities) {
			final TrackSpot first = v.branch.first();
			final TrackSpot last = v.branch.last();
			final Estimate nm = v.speed.times(1e9);
			table.row(v.branch.id(), String.join(" ", v.branch.parents()), v.branch.trackId(), first.frame() + 1, last.frame() + 1,
				v.branch.spots().size(), first.time(), last.time(), first.x(), first.y(), last.x(), last.y(), nm.value(), nm
					.standardError(), nm.low(), nm.high(), v.angleDegrees, v.meanStepSpeed * 1e9, v.flag());
		}
		return table;
	}

	public TrackBranch branch() {
		return branch;
	}

	/** Speed in m/s of the straight line through the branch; its error is from the scatter about the line. */
	public Estimate speed() {
		return speed;
	}

	/** Direction from the image's x axis towards its y axis, which points down; NaN if it is not known. */
	public double angleDegrees() {
		return angleDegrees;
	}

	/** Way from spot to spot over time, in m/s: larger than the speed where positions scatter. */
	public double meanStepSpeed() {
		return meanStepSpeed;
	}

	/** "ok", or why there is no velocity. */
	public String flag() {
		return speed.isKnown() ? OK : TOO_FEW;
	}
}
