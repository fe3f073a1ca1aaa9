package net.operando.base.quantity;

/**
 * A number that was estimated, with what is needed to judge it. Immutable.
 * <p>
 * The interval is the 95 % one; it need not be symmetric. NaN stands for what could not be stated.
 */
public final class Estimate {

	private final double value;
	private final double standardError;
	private final double low;
	private final double high;
	private final int n;
	private final String definition;

	private Estimate(final double value, final double standardError, final double low, final double high, final int n,
		final String definition)
	{
		this.value = value;
		this.standardError = standardError;
		this.low = low;
		this.high = high;
		this.n = n;
		this.definition = definition;
	}

	/**
	 * @param value the estimate, in the SI unit its user names
	 * @param standardError its standard error, same unit
	 * @param low lower end of its 95 % interval
	 * @param high upper end of its 95 % interval
	 * @param n number of points it rests on
	 * @param definition what exactly was estimated, for example "half_max"
	 */
	public static Estimate of(final double value, final double standardError, final double low, final double high,
		final int n, final String definition)
	{
		return new Estimate(value, standardError, low, high, n, definition);
	}

	/** An estimate whose interval is the value plus and minus 1.96 standard errors. */
	public static Estimate normal(final double value, final double standardError, final int n, final String definition) {
		return of(value, standardError, value - 1.959964 * standardError, value + 1.959964 * standardError, n, definition);
	}

	/** No value: the data did not allow one. */
	public static Estimate none(final int n, final String definition) {
		return of(Double.NaN, Double.NaN, Double.NaN, Double.NaN, n, definition);
	}

	public double value() {
		return value;
	}

	public double standardError() {
		return standardError;
	}

	public double low() {
		return low;
	}

	public double high() {
		return high;
	}

	public int n() {
		return n;
	}

	public String definition() {
		return definition;
	}

	public boolean isKnown() {
		return !Double.isNaN(value);
	}

	/** Whether the 95 % interval holds the number. */
	public boolean covers(final double number) {
		return low <= number && number <= high;
	}

	/** This estimate in another unit. A negative factor swaps the ends of the interval. */
	public Estimate times(final double factor) {
		final double a = low * factor;
		final double b = high * factor;
		return new Estimate(value * factor, standardError * Math.abs(factor), Math.min(a, b), Math.max(a, b), n, definition);
	}

	/** This estimate counted from another origin. */
	public Estimate plus(final double shift) {
		return new Estimate(value + shift, standardError, low + shift, high + shift, n, definition);
	}

	@Override
	public String toString() {
		return definition + " " + value + " +- " + standardError + " [" + low + ", " + high + "], n = " + n;
	}
}
