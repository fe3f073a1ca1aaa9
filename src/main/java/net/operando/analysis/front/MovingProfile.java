package net.operando.analysis.front;

import net.operando.base.numeric.CubicSplineBasis;

/**
 * The model of one front: a spline of unknown shape whose distance axis moves (quadratically in time), stretches
 * linearly in time ahead of and behind its crest by different factors, and whose height changes as the exponential of a
 * quadratic in time. With tau the time in half windows from the window's middle and q the distance ahead of the pilot line,
 * <pre>
 *  f = exp(a1 tau + a2 tau^2) S(x0 + (q - d1 tau - d2 tau^2 - x0) / (1 + b tau)),   b = b_ahead or b_behind.
 * </pre>
 * A front that keeps its shape, one that widens as a whole and one whose tail alone grows are all of this form exactly; a
 * position constant in time needs no parameter, the spline takes it up. Lengths in um, times in s. Immutable.
 */
final class MovingProfile {

	/** Parameters before the spline's: d1, d2, b ahead, b behind, a1, a2. */
	static final int SLOW = 6;
	/** Basis functions left out ahead, so that the profile and its first two derivatives end at zero. */
	private static final int DROPPED = 3;

	private final int direction;
	private final double centreSeconds;
	private final double halfSpanSeconds;
	private final double anchor;
	private final double speed;
	private final double pivot;
	private final double width;
	private final double roughness;
	private final double crestLimit;
	private final CubicSplineBasis basis;

	/**
	 * @param direction 1 towards larger positions, -1 towards smaller
	 * @param centreSeconds middle of the columns fitted
	 * @param halfSpanSeconds half of their span
	 * @param anchor expected position of the leading half maximum at the centre, in um
	 * @param speed expected velocity of it along the position axis, in um/s
	 * @param width expected full width at half maximum, in um
	 * @param roughness expected second differences of the spline's coefficients
	 * @param lead expected distance from crest to leading half maximum, in um: where the stretch changes, the profile is
	 *          level, so the model stays smooth
	 * @param farthestBehind how far behind the anchor there are data in any column, in um, above 0
	 * @param usuallyBehind how far behind it there are data in half of the columns: no crest is looked for beyond
	 */
	MovingProfile(final int direction, final double centreSeconds, final double halfSpanSeconds, final double anchor,
		final double speed, final double width, final double roughness, final double lead,
		final double farthestBehind,
		final double usuallyBehind)
	{
		this.direction = direction;
		this.centreSeconds = centreSeconds;
		this.halfSpanSeconds = halfSpanSeconds;
		this.anchor = anchor;
		this.speed = speed;
		this.width = width;
		this.roughness = roughness;
		this.pivot = -Math.max(0.05 * width, Math.min(lead, 0.6 * width));
		this.crestLimit = -Math.min(usuallyBehind, 2.5 * width);
		this.basis = CubicSplineBasis.on(breaks(width, farthestBehind));
	}

	/** Fine about the crest (a sixth of the width), coarser and coarser in the tail behind it. */
	private static double[] breaks(final double width, final double behind) {
		final double h = width / 6;
		double step = h;
		double x = 0;
		int n = 1;
		while (x > -behind) {
			x -= step;
			n++;
			if (x < -0.8 * width) step *= 1.35;
		}
		final int lead = 8;
		final double[] b = new double[n + lead];
		step = h;
		x = 0;
		for (int i = n - 1; i >= 0; i--) {
			b[i] = x;
			x -= step;
			if (x < -0.8 * width) step *= 1.35;
		}
		for (int i = 1; i <= lead; i++)
			b[n - 1 + i] = i * h;
		return b;
	}

	/** Number of parameters. */
	int size() {
		return SLOW + splines();
	}

	int splines() {
		return basis.size() - DROPPED;
	}

	int direction() {
		return direction;
	}

	double speed() {
		return speed;
	}

	double width() {
		return width;
	}

	double roughness() {
		return roughness;
	}

	/** Hindmost shape coordinate a crest is looked for at. */
	double crestLimit() {
		return Math.max(crestLimit, basis.first());
	}

	double tau(final double seconds) {
		return (seconds - centreSeconds) / halfSpanSeconds;
	}

	private double ahead(final double z, final double seconds) {
		return direction * (z - anchor - speed * (seconds - centreSeconds));
	}

	/**
	 * The value at a place and time, and its derivatives with respect to the parameters.
	 *
	 * @param theta all parameters; those of this profile start at {@code from}
	 * @param gradient the derivatives times {@code weight} are added here, at the same places
	 * @param scratch of length 8, overwritten
	 */
	double add(final double[] theta, final int from, final double z, final double seconds, final double weight,
		final double[] gradient, final double[] scratch)
	{
		final double tau = tau(seconds);
		final double q = ahead(z, seconds) - theta[from] * tau - theta[from + 1] * tau * tau - pivot;
		final int side = q > 0 ? from + 2 : from + 3;
		final double stretch = 1 + theta[side] * tau;
		final double u = pivot + q / stretch;
		if (u >= basis.last()) return 0;
		final int first = at(u, scratch);
		final double height = Math.exp(theta[from + 4] * tau + theta[from + 5] * tau * tau);
		double s = 0;
		double slope = 0;
		final int end = Math.min(4, splines() - first);
		for (int k = 0; k < end; k++) {
			final int j = from + SLOW + first + k;
			s += theta[j] * scratch[k];
			slope += theta[j] * scratch[4 + k];
			gradient[j] += weight * height * scratch[k];
		}
		final double f = height * s;
		final double fall = -weight * height * slope / stretch;
		gradient[from] += fall * tau;
		gradient[from + 1] += fall * tau * tau;
		gradient[side] += fall * (q / stretch) * tau;
		gradient[from + 4] += weight * f * tau;
		gradient[from + 5] += weight * f * tau * tau;
		return weight * f;
	}

	/** Derivatives with respect to the coefficients of a change of shape, see {@link ShapeChange}. */
	void addChange(final double[] theta, final int from, final double z, final double seconds, final double weight,
		final double[] row, final int changeFrom, final int orders)
	{
		final double u = coordinate(theta, from, z, seconds);
		if (u >= basis.last()) return;
		final double[] v = new double[4];
		final int first = basis.at(u, v, new double[4]);
		final double tau = tau(seconds);
		final double height = weight * Math.exp(theta[from + 4] * tau + theta[from + 5] * tau * tau);
		double before = 1;
		double now = tau;
		for (int m = 1; m <= orders; m++) {
			for (int k = 0; k < 4 && first + k < splines(); k++)
				row[changeFrom + (m - 1) * splines() + first + k] += height * now * v[k];
			final double next = ((2 * m + 1) * tau * now - m * before) / (m + 1);
			before = now;
			now = next;
		}
	}

	/** Where a spline coefficient acts most. */
	double knot(final int i) {
		return basis.centre(i);
	}

	private int at(final double u, final double[] scratch) {
		final double[] values = new double[4];
		final double[] slopes = new double[4];
		final int first = basis.at(u, values, slopes);
		System.arraycopy(values, 0, scratch, 0, 4);
		System.arraycopy(slopes, 0, scratch, 4, 4);
		return first;
	}

	/** The bare spline (derivative 0) or its slope (1) at u, with the derivatives to the spline's coefficients added. */
	double shape(final double[] theta, final int from, final double u, final int derivative, final double weight,
		final double[] gradient)
	{
		if (u >= basis.last()) return 0;
		final double[] v = new double[4];
		final double[] d = new double[4];
		final int first = basis.at(u, v, d);
		final double[] b = derivative == 0 ? v : d;
		double s = 0;
		for (int k = 0; k < 4 && first + k < splines(); k++) {
			s += theta[from + SLOW + first + k] * b[k];
			if (gradient != null) gradient[from + SLOW + first + k] += weight * b[k];
		}
		return s;
	}

	/** Second derivative of the spline. */
	double curvature(final double[] theta, final int from, final double u) {
		final double[] c = new double[4];
		final int first = basis.curvatures(u, c);
		double s = 0;
		for (int k = 0; k < 4 && first + k < splines(); k++)
			s += theta[from + SLOW + first + k] * c[k];
		return s;
	}

	/** Foremost shape coordinate at which there is a profile. */
	double foremost() {
		return basis.last();
	}

	/** Hindmost break point of the spline. */
	double hindmost() {
		return basis.first();
	}

	/** Shape coordinate of a place at a time. */
	double coordinate(final double[] theta, final int from, final double z, final double seconds) {
		final double tau = tau(seconds);
		final double q = ahead(z, seconds) - theta[from] * tau - theta[from + 1] * tau * tau - pivot;
		return pivot + q / (1 + theta[q > 0 ? from + 2 : from + 3] * tau);
	}

	/**
	 * The place of a shape coordinate at a time, with the derivatives with respect to the slow parameters added times
	 * the weight.
	 *
	 * @return position in um
	 */
	double place(final double[] theta, final int from, final double u, final double seconds, final double weight,
		final double[] gradient)
	{
		final double tau = tau(seconds);
		final int side = u > pivot ? from + 2 : from + 3;
		final double stretch = 1 + theta[side] * tau;
		final double q = pivot + (u - pivot) * stretch + theta[from] * tau + theta[from + 1] * tau * tau;
		if (gradient != null) {
			gradient[from] += weight * direction * tau;
			gradient[from + 1] += weight * direction * tau * tau;
			gradient[side] += weight * direction * (u - pivot) * tau;
		}
		return anchor + speed * (seconds - centreSeconds) + direction * q;
	}

	/** Derivative of the place with respect to the shape coordinate. */
	double stretch(final double[] theta, final int from, final double u, final double seconds) {
		return direction * (1 + theta[u > pivot ? from + 2 : from + 3] * tau(seconds));
	}
}
