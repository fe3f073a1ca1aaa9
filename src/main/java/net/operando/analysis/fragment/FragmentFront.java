package net.operando.analysis.fragment;

import java.util.List;

import net.operando.analysis.front.FrontOrigin;
import net.operando.analysis.front.FrontVelocity;

/** A front in a piece, as the tracer found it, placed on the rod. Immutable. */
public final class FragmentFront {

	private final String id;
	private final String fragmentId;
	private final FrontOrigin origin;
	private final FrontVelocity velocity;
	private final double offsetMetres;
	private final List<Point> points;

	FragmentFront(final String id, final String fragmentId, final FrontOrigin origin, final FrontVelocity velocity,
		final double offsetMetres, final List<Point> points)
	{
		this.id = id;
		this.fragmentId = fragmentId;
		this.origin = origin;
		this.velocity = velocity;
		this.offsetMetres = offsetMetres;
		this.points = List.copyOf(points);
	}

	/** The piece's id and a number, in the order in which the fronts set out: "P1.2-F1". */
	public String id() {
		return id;
	}

	public String fragmentId() {
		return fragmentId;
	}

	/** Where on the rod it set out: an end of the rod, or the interior, where a crack's face is. */
	public FrontOrigin origin() {
		return origin;
	}

	/** As the tracer found it; its positions count from {@link #offsetMetres()}. */
	public FrontVelocity velocity() {
		return velocity;
	}

	/** Place along the rod's line of the first position of the piece's kymograph. */
	public double offsetMetres() {
		return offsetMetres;
	}

	/** The points its velocity rests on, placed on the image. */
	public List<Point> points() {
		return points;
	}

	/** A point of a front on the image. Immutable. */
	public static final class Point {

		private final double timeSeconds;
		private final double x_um;
		private final double y_um;

		Point(final double timeSeconds, final double x_um, final double y_um) {
			this.timeSeconds = timeSeconds;
			this.x_um = x_um;
			this.y_um = y_um;
		}

		public double timeSeconds() {
			return timeSeconds;
		}

		public double x_um() {
			return x_um;
		}

		public double y_um() {
			return y_um;
		}
	}
}
