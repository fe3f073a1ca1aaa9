package net.operando.model.synthetic;

/**
 * The carbon of a part of the sample, on the sensor's grid as it lies when nothing has moved, and as the microscope blurs it. The
 * blur is linear and the same in all directions, so what has moved is blurred here once and moved afterwards. Its values do not
 * depend on where the window ends. Thread-safe.
 */
final class CarbonWindow {

	/**
	 * Up to this much more variance, as a share of the microscope's in focus, blur is linear in the variance: by the fourth derivatives
	 * of the blurred grains this errs by 1e-7 of the level. It is what a focus lock leaves; more is computed.
	 */
	private static final double LINEAR_SHARE = 5e-3;

	private final GridPart part;
	private final double[] sharp;
	private final double variance;
	private final double[] focused;
	private final Rows rows;
	private float[] slope;
	private double defocusedVariance;
	private double[] defocused;

	/**
	 * @param sharp not blurred, row-major; kept
	 * @param variance of the blur in focus, in px^2
	 */
	CarbonWindow(final GridPart part, final double[] sharp, final double variance, final Rows rows) {
		this.part = part;
		this.sharp = sharp;
		this.variance = variance;
		this.rows = rows;
		focused = blurred(variance);
	}

	private double[] blurred(final double newVariance) {
		return new GaussianBlur(Math.sqrt(newVariance)).of(sharp, part.width(), part.height(), rows);
	}

	GridPart part() {
		return part;
	}

	/** Not blurred. */
	CubicImage sharp() {
		return new CubicImage(sharp, part.width());
	}

	/**
	 * Blurred, where the window holds all that is within the blur's reach.
	 *
	 * @param newVariance in px^2, not below that in focus
	 * @param buffer of the part's size or more, which may be written to; the image may lie in it
	 */
	CubicImage blurred(final double newVariance, final double[] buffer) {
		return new CubicImage(samples(newVariance, buffer), part.width());
	}

	private double[] samples(final double newVariance, final double[] buffer) {
		final double more = newVariance - variance;
		if (more == 0) return focused;
		if (more > LINEAR_SHARE * variance) return defocused(newVariance);
		final float[] perVariance = slope();
		rows.each(part.height(), r -> {
			final int from = r * part.width();
			for (int i = from; i < from + part.width(); i++)
				buffer[i] = focused[i] + more * perVariance[i];
		});
		return buffer;
	}

	private synchronized float[] slope() {
		if (slope == null) {
			final double most = LINEAR_SHARE * variance;
			final double[] wider = blurred(variance + most);
			final float[] s = new float[wider.length];
			for (int i = 0; i < s.length; i++)
				s[i] = (float) ((wider[i] - focused[i]) / most);
			slope = s;
		}
		return slope;
	}

	/** The last is kept: a stage that was put out of focus stays there. */
	private synchronized double[] defocused(final double newVariance) {
		if (defocused == null || defocusedVariance != newVariance) {
			defocused = blurred(newVariance);
			defocusedVariance = newVariance;
		}
		return defocused;
	}
}
