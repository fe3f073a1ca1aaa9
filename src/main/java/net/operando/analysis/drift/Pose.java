package net.operando.analysis.drift;

/** A turn about the middle of the frame, then a shift. Immutable. */
final class Pose {

	final double x;
	final double y;
	/** In rad. */
	final double turn;

	Pose(final double x, final double y, final double turn) {
		this.x = x;
		this.y = y;
		this.turn = turn;
	}

	static Pose of(final DriftNetwork positions, final int frame) {
		return new Pose(positions.x(frame), positions.y(frame), positions.turn(frame));
	}

	boolean isKnown() {
		return !Double.isNaN(x + y + turn);
	}

	/** What leads from another pose to this one. */
	Pose after(final Pose other) {
		final double t = turn - other.turn;
		return new Pose(x - Math.cos(t) * other.x + Math.sin(t) * other.y, y - Math.sin(t) * other.x - Math.cos(t) * other.y, t);
	}

	/** This pose, then a match against the frame that has it. */
	Pose then(final Match m) {
		return new Pose(m.x + Math.cos(m.turn) * x - Math.sin(m.turn) * y, m.y + Math.sin(m.turn) * x + Math.cos(m.turn) * y,
			turn + m.turn);
	}
}
