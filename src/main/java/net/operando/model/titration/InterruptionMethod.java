package net.operando.model.titration;

import java.util.ArrayList;
import java.util.List;

/**
 * Intermittent current interruption: in a short rest of a steady current {@code E = E(0) + drift t - (r dE/dx) (l^2/D)
 * F(D t/l^2)}, so D follows from the slope against sqrt(t) and from the rate at which E(0) moves from rest to rest.
 * <p>
 * That rate is per time under current: x stands still in a rest. The drift is what the voltage did at the end of the
 * stretch of current before; the published evaluation (Chien 2023) leaves it out, which reads D too high by about
 * 2 sqrt(pi D t)/l.
 */
final class InterruptionMethod {

	private static final double FROM_SECONDS = 1;
	private static final double TO_SECONDS = 10;
	private static final int LEAST_POINTS = 4;
	/** The end of the stretch of current over which the drift is read. */
	private static final double DRIFT_PART = 0.25;

	private final TitrationRecord record;
	private final TitrationParameters parameters;
	private final List<TitrationPulse> pulses = new ArrayList<>();
	private final List<FitWindow> windows = new ArrayList<>();
	private final double from;
	private final double to;

	private InterruptionMethod(final TitrationRecord record, final TitrationParameters parameters) {
		this.record = record;
		this.parameters = parameters;
		from = Double.isNaN(parameters.fromSeconds()) ? FROM_SECONDS : parameters.fromSeconds();
		to = Double.isNaN(parameters.toSeconds()) ? TO_SECONDS : parameters.toSeconds();
		for (final TitrationPulse p : record.pulses()) {
			if (!p.hasRestAfter()) continue;
			final FitWindow w = FitWindow.of(record, p.endSample(), p.restEnd(), zero(p), from, to);
			if (w.size() < LEAST_POINTS) continue;
			pulses.add(p);
			windows.add(w);
		}
	}

	/** One point per interruption that has enough samples. */
	static List<DiffusionPoint> points(final TitrationRecord record, final TitrationParameters parameters) {
		return new InterruptionMethod(record, parameters).points();
	}

	/** The current went off between two samples; programs that count rests in the rate count from the later one. */
	private double zero(final TitrationPulse p) {
		return parameters.hasRestsInRate() ? record.seconds(p.endSample()) : p.endSeconds();
	}

	private List<DiffusionPoint> points() {
		final int n = pulses.size();
		final double[] extrapolated = new double[n];
		final double[] error = new double[n];
		final double[] drift = new double[n];
		// the rate needs the voltages at the moment of interruption, these the drift, this the rate: two passes settle it
		double[] rate = new double[n];
		double[] perSecond = new double[n];
		for (int pass = 0; pass < 3; pass++) {
			for (int k = 0; k < n; k++) {
				drift[k] = parameters.isDriftSubtracted() ? drift(pulses.get(k)) : 0;
				final RootTimeFit fit = fit(k, drift[k], pass == 0 ? 0 : Math.abs(rate[k]));
				extrapolated[k] = fit.line.intercept;
				error[k] = fit.line.interceptError;
				perSecond[k] = fit.perSecond;
			}
			rate = rates(extrapolated);
		}
		final List<DiffusionPoint> points = new ArrayList<>();
		for (int k = 0; k < n; k++)
			points.add(n < 2 ? DiffusionPoint.none(pulses.get(k), TitrationMethod.ICI, "no_rate") : point(k, drift[k], rate[k],
				rateError(k, error), extrapolated[k]));
		return points;
	}

	private RootTimeFit fit(final int k, final double drift, final double voltsPerSecond) {
		final FitWindow w = windows.get(k);
		// without the drift the plain square root of the published method
		final ParticleShape shape = parameters.isDriftSubtracted() ? parameters.shape() : ParticleShape.SLAB;
		final double factor = parameters.isDriftSubtracted() ? 1 : parameters.shape().volumePerSurface();
		return RootTimeFit.of(w.after, w.less(drift), shape, parameters.weighting(), factor * voltsPerSecond);
	}

	/** dE/dt at the end of the current before an interruption, by a line through its last quarter. */
	private double drift(final TitrationPulse p) {
		final double span = p.durationSeconds();
		final FitWindow w = FitWindow.of(record, p.firstSample(), p.endSample(), p.startSeconds(), (1 - DRIFT_PART) * span,
			span);
		return w.size() < 3 ? 0 : RootTimeLine.of(w.after, w.volts, Weighting.ROOT_TIME).slope;
	}

	/** Rate of the voltage per second under current, by the parabola through three neighbours. */
	private double[] rates(final double[] extrapolated) {
		final int n = pulses.size();
		final double[] rate = new double[n];
		for (int k = 0; k < n; k++)
			for (final double[] c : stencil(k))
				rate[k] += c[1] * (parameters.hasRestsInRate() ? record.volts(pulses.get((int) c[0]).endSample() - 1)
					: extrapolated[(int) c[0]]);
		return rate;
	}

	private double rateError(final int k, final double[] error) {
		double sum = 0;
		for (final double[] c : stencil(k))
			sum += c[1] * c[1] * error[(int) c[0]] * error[(int) c[0]];
		return Math.sqrt(sum);
	}

	/** Neighbours and their coefficients: three in the middle, two at the ends. */
	private List<double[]> stencil(final int k) {
		final List<double[]> c = new ArrayList<>();
		final int n = pulses.size();
		if (n < 2) return c;
		if (k == 0 || k == n - 1) {
			final int a = k == 0 ? 0 : n - 2;
			final double h = place(a + 1, k) - place(a, k);
			c.add(new double[] { a, -1 / h });
			c.add(new double[] { a + 1, 1 / h });
			return c;
		}
		final double before = place(k, k) - place(k - 1, k);
		final double after = place(k + 1, k) - place(k, k);
		c.add(new double[] { k - 1, -after / (before * (before + after)) });
		c.add(new double[] { k, (after - before) / (before * after) });
		c.add(new double[] { k + 1, before / (after * (before + after)) });
		return c;
	}

	/** Where an interruption lies: time under the current of interruption k, from the charge; or the clock. */
	private double place(final int i, final int k) {
		return parameters.hasRestsInRate() ? pulses.get(i).endSeconds() : pulses.get(i).endX() / pulses.get(k).rate();
	}

	/** When the current of this interruption began, short rests apart. */
	private double steadySince(final int k) {
		int first = k;
		while (first > 0 && Math.abs(pulses.get(first - 1).rate() / pulses.get(k).rate() - 1) < 0.05 && pulses.get(first)
			.startSeconds() - pulses.get(first - 1).endSeconds() < 0.2 * pulses.get(first).durationSeconds()) first--;
		return pulses.get(first).startSeconds();
	}

	private DiffusionPoint point(final int k, final double drift, final double rate, final double rateError,
		final double extrapolated)
	{
		final TitrationPulse p = pulses.get(k);
		final FitWindow w = windows.get(k);
		final RootTimeFit fit = fit(k, drift, Math.abs(rate));
		final Flags flags = new Flags();
		flags.add("late", w.last() * fit.perSecond > ShortTimeMethod.VALID_TAU);
		flags.add("bent", Math.abs(fit.line.bend) > 0.1 && Math.abs(fit.line.bend) > 3 * fit.line.bendError);
		flags.add("wrong_way", fit.line.slope * rate > 0);
		// before the profile is steady, E(0) does not move at the rate of the mean; the interruption before counts too
		final TitrationPulse before = pulses.get(Math.max(0, k - 1));
		flags.add("early", (before.endSeconds() - steadySince(k)) * fit.perSecond < parameters.shape().steadyTau());
		final double relative = 2 * Math.hypot(fit.line.slopeError / fit.line.slope, rateError / rate);
		return new DiffusionPoint(p.number(), TitrationMethod.ICI, p.endX(), DiffusionPoint.estimate(fit.perSecond, relative,
			parameters.lengthMetres(), w.size(), TitrationMethod.ICI), flags.text(), w.clock(), w.volts, fit.curve(w.after,
				drift), record.volts(p.endSample() - 1) - extrapolated, rate / p.rate());
	}

	/** The voltage at each interruption without the ohmic drop: x, V, its error, pulse number. */
	static List<double[]> voltages(final TitrationRecord record, final TitrationParameters parameters) {
		final InterruptionMethod m = new InterruptionMethod(record, parameters);
		final List<double[]> rows = new ArrayList<>();
		for (int k = 0; k < m.pulses.size(); k++) {
			final TitrationPulse p = m.pulses.get(k);
			final RootTimeLine line = m.fit(k, parameters.isDriftSubtracted() ? m.drift(p) : 0, 0).line;
			rows.add(new double[] { p.endX(), line.intercept, line.interceptError, p.number() });
		}
		return rows;
	}
}
