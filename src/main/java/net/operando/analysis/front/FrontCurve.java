package net.operando.analysis.front;

/**
 * The path of one front by half_max or extremum, read from the noise-free surface that a joint fit gives, with the
 * derivatives of every position with respect to the fit's parameters. Lengths in um. Immutable.
 */
final class FrontCurve {

	private static final int SAMPLES = 600;

	private final double[] positions;
	private final double[][] gradients;
	private final boolean[] inside;
	private final double width;
	private final double lead;

	private FrontCurve(final double[] positions, final double[][] gradients, final boolean[] inside, final double width,
		final double lead) {
		this.positions = positions;
		this.gradients = gradients;
		this.inside = inside;
		this.width = width;
		this.lead = lead;
	}

	/**
	 * @param fit the finished fit
	 * @param front which of its fronts
	 * @param profile that front
	 * @param sign 1 for a bright front, -1 for a dark one
	 * @param criterion HALF_MAX or EXTREMUM
	 * @param seconds times wanted
	 * @param low least position there are data for
	 * @param high greatest
	 * @return null if the fitted profile has no crest of that sign
	 */
	static FrontCurve of(final JointFit fit, final int front, final MovingProfile profile, final double sign,
		final FrontCriterion criterion, final double[] seconds, final double low, final double high)
	{
		final double[] theta = fit.theta();
		final int from = fit.from(front);
		final double crest = crest(profile, theta, from, sign);
		if (Double.isNaN(crest)) return null;
		final double half = flank(profile, theta, from, sign, crest, 1);
		final double back = flank(profile, theta, from, sign, crest, -1);
		final double width = Double.isNaN(back) ? 2 * (half - crest) : half - back;
		final double[] shape = new double[fit.size()];
		final double u = criterion == FrontCriterion.EXTREMUM ? crest : half;
		if (criterion == FrontCriterion.EXTREMUM) profile.shape(theta, from, crest, 1, -1 / profile.curvature(theta, from,
			crest), shape);
		else {
			final double slope = profile.shape(theta, from, half, 1, 0, null);
			profile.shape(theta, from, crest, 0, 0.5 / slope, shape);
			profile.shape(theta, from, half, 0, -1 / slope, shape);
		}
		final double[] positions = new double[seconds.length];
		final double[][] gradients = new double[seconds.length][fit.size()];
		final boolean[] inside = new boolean[seconds.length];
		for (int c = 0; c < seconds.length; c++) {
			positions[c] = profile.place(theta, from, u, seconds[c], 1, gradients[c]);
			final double stretch = profile.stretch(theta, from, u, seconds[c]);
			for (int i = 0; i < shape.length; i++)
				gradients[c][i] += stretch * shape[i];
			final double top = profile.place(theta, from, crest, seconds[c], 0, null);
			inside[c] = top >= low && top <= high && positions[c] >= low && positions[c] <= high;
		}
		return new FrontCurve(positions, gradients, inside, width, half - crest);
	}

	/** Shape coordinate of the largest value, within two and a half widths behind the leading flank. */
	private static double crest(final MovingProfile p, final double[] theta, final int from, final double sign)
	{
		final double low = p.crestLimit();
		final double h = (p.foremost() - low) / SAMPLES;
		int best = -1;
		double top = 0;
		for (int i = 0; i <= SAMPLES; i++) {
			final double s = sign * p.shape(theta, from, low + i * h, 0, 0, null);
			if (s > top) {
				top = s;
				best = i;
			}
		}
		if (best < 0) return Double.NaN;
		double a = low + Math.max(0, best - 1) * h;
		double b = low + Math.min(SAMPLES, best + 1) * h;
		for (int i = 0; i < 60; i++) {
			final double m = (a + b) / 2;
			if (sign * p.shape(theta, from, m, 1, 0, null) > 0) a = m;
			else b = m;
		}
		return (a + b) / 2;
	}

	/** Outermost (ahead) or nearest (behind) place of half the crest; NaN if the profile does not fall so far. */
	private static double flank(final MovingProfile p, final double[] theta, final int from, final double sign,
		final double crest, final int side)
	{
		final double level = 0.5 * sign * p.shape(theta, from, crest, 0, 0, null);
		final double h = p.width() / 100;
		double outer = side > 0 ? p.foremost() : crest;
		final double limit = side > 0 ? crest : p.hindmost();
		while (outer > limit) {
			final double next = outer - h;
			final boolean above = sign * p.shape(theta, from, next, 0, 0, null) >= level;
			if (above == (side > 0)) {
				double a = next;
				double b = outer;
				for (int i = 0; i < 50; i++) {
					final double m = (a + b) / 2;
					if (sign * p.shape(theta, from, m, 0, 0, null) >= level == (side > 0)) a = m;
					else b = m;
				}
				return (a + b) / 2;
			}
			outer = next;
		}
		return side > 0 ? crest : Double.NaN;
	}

	double position(final int i) {
		return positions[i];
	}

	double[] gradient(final int i) {
		return gradients[i];
	}

	/** Whether crest and position both lie where there are data. */
	boolean isInside(final int i) {
		return inside[i];
	}

	/** Full width at half maximum at the middle of the window. */
	double width() {
		return width;
	}

	/** Distance from crest to leading half maximum at the middle of the window. */
	double lead() {
		return lead;
	}

	int size() {
		return positions.length;
	}
}
