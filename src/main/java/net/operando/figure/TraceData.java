package net.operando.figure;

/** A number over time, to be drawn as a line: a voltage, a current. Immutable. */
public final class TraceData {

	private final double[] times_s;
	private final double[] values;
	private final String label;
	private final String unit;

	private TraceData(final double[] times_s, final double[] values, final String label, final String unit) {
		this.times_s = times_s;
		this.values = values;
		this.label = label;
		this.unit = unit;
	}

	/**
	 * @param times_s times in s, in order, on the clock of what it is drawn with; copied
	 * @param values one per time; NaN breaks the line; copied
	 * @param label what it is ("Voltage"), without unit
	 * @param unit unit of the values, plain ("V", "A", "um", "1/s"); amperes and metres are shown with a fitting prefix
	 */
	public static TraceData of(final double[] times_s, final double[] values, final String label, final String unit) {
		if (times_s.length != values.length) throw new IllegalArgumentException(times_s.length + " times but " + values.length +
			" values");
		return new TraceData(times_s.clone(), values.clone(), label, unit);
	}

	public int size() {
		return times_s.length;
	}

	public double time_s(final int i) {
		return times_s[i];
	}

	public double value(final int i) {
		return values[i];
	}

	public String label() {
		return label;
	}

	public String unit() {
		return unit;
	}

	/** The value at a time, linear between its neighbours; NaN outside the trace. */
	public double at(final double time_s) {
		if (times_s.length == 0 || !(time_s >= times_s[0] && time_s <= times_s[times_s.length - 1])) return Double.NaN;
		int i = java.util.Arrays.binarySearch(times_s, time_s);
		if (i >= 0) return values[i];
		i = -i - 1;
		final double f = (time_s - times_s[i - 1]) / (times_s[i] - times_s[i - 1]);
		return values[i - 1] + f * (values[i] - values[i - 1]);
	}
}
