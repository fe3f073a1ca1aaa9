package net.operando.model.titration;

/** The samples of a record within a span of time after a change of the current. Immutable by agreement. */
final class FitWindow {

	/** Times after the change, s. */
	final double[] after;
	final double[] volts;
	/** The change, s on the recording's clock. */
	final double zeroSeconds;

	private FitWindow(final double[] after, final double[] volts, final double zeroSeconds) {
		this.after = after;
		this.volts = volts;
		this.zeroSeconds = zeroSeconds;
	}

	/** Samples from first to before end whose time after {@code zeroSeconds} lies within from and to. */
	static FitWindow of(final TitrationRecord r, final int first, final int end, final double zeroSeconds,
		final double from, final double to)
	{
		// a millionth of slack: times are sums of what the file holds
		final double slack = 1e-6 * to;
		int a = first;
		while (a < end && r.seconds(a) - zeroSeconds < from - slack)
			a++;
		int b = a;
		while (b < end && r.seconds(b) - zeroSeconds <= to + slack)
			b++;
		final double[] t = new double[b - a];
		final double[] v = new double[b - a];
		for (int i = a; i < b; i++) {
			t[i - a] = r.seconds(i) - zeroSeconds;
			v[i - a] = r.volts(i);
		}
		return new FitWindow(t, v, zeroSeconds);
	}

	int size() {
		return after.length;
	}

	double last() {
		return after[after.length - 1];
	}

	/** The times on the recording's clock. */
	double[] clock() {
		final double[] t = after.clone();
		for (int i = 0; i < t.length; i++)
			t[i] += zeroSeconds;
		return t;
	}

	/** The voltages less a drift in V/s. */
	double[] less(final double drift) {
		final double[] v = volts.clone();
		for (int i = 0; i < v.length; i++)
			v[i] -= drift * after[i];
		return v;
	}
}
