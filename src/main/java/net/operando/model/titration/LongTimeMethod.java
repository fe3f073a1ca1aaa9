package net.operando.model.titration;

/**
 * {@code D/L2 = r |dE/dx| / (3 eta)} (15 for a sphere): eta is what the voltage is away from its relaxed value at the end of a
 * pulse, the ohmic drop removed by extrapolating the relaxation to sqrt(t) = 0. The pulse must have lasted 0.5 l^2/D
 * (then 0.4 % of the profile is still to come for a slab, less for a sphere).
 */
final class LongTimeMethod {

	private static final double LEAST_TAU = 0.5;
	/** Part of l^2/D over which the early relaxation is extrapolated. */
	private static final double EARLY_TAU = 0.02;

	private LongTimeMethod() {}

	static DiffusionPoint of(final TitrationRecord record, final int index, final TitrationParameters parameters) {
		final TitrationPulse p = record.pulses().get(index);
		final TitrationMethod method = TitrationMethod.LONG_TIME;
		if (!p.hasRestBefore() || !p.hasRestAfter()) return DiffusionPoint.none(p, method, "no_rest");
		final PulseSlope slopes = new PulseSlope(record, index);
		if (!slopes.isKnown()) return DiffusionPoint.none(p, method, "flat");
		final double[] after = slopes.after;
		double slope = slopes.chord;
		final ParticleShape shape = parameters.shape();
		double drift = p.rate() * slope;
		final double rest = record.seconds(p.restEnd() - 1) - p.endSeconds();
		double to = 0.02 * p.durationSeconds();
		FitWindow window = null;
		double eta = record.volts(p.endSample()) - after[0];
		double interceptError = 0;
		double perSecond = shape.steadyFactor() * Math.abs(drift / eta);
		for (int pass = 0; pass < 40; pass++) {
			final double from = Double.isNaN(parameters.fromSeconds()) ? 0.01 * to : parameters.fromSeconds();
			final FitWindow next = FitWindow.of(record, p.endSample(), p.restEnd(), p.endSeconds(), from, Math.min(rest, to));
			if (next.size() < 4) break;
			window = next;
			final RootTimeFit fit = RootTimeFit.of(window.after, window.less(drift), shape, parameters.weighting(), Math.abs(
				drift));
			eta = fit.line.intercept - after[0];
			interceptError = fit.line.interceptError;
			final double was = perSecond;
			slope = slopes.at(p.endX() + 0.5 * eta / slope);
			drift = p.rate() * slope;
			perSecond = shape.steadyFactor() * Math.abs(drift / eta);
			to = EARLY_TAU / perSecond;
			if (Math.abs(perSecond / was - 1) < 1e-6) break;
		}
		final Flags flags = new Flags();
		flags.add("early", p.durationSeconds() * perSecond < LEAST_TAU);
		flags.add("wrong_way", eta * drift < 0);
		flags.add("curved_ocv", slopes.isCurved(slope));
		flags.add("ir_unknown", window == null);
		final double[] fitted = early(window, parameters, drift);
		// too few samples for a fit tell no noise, but are no better for it
		final double noise = window == null ? Double.POSITIVE_INFINITY : VoltageTrigger.noise(window.volts, fitted);
		flags.add("by_voltage", VoltageTrigger.chose(record, p.endSample(), p.restEnd(), noise));
		// the relaxed voltage is in both dE/dx and eta
		final double change = after[0] - slopes.before[0];
		final double relative = Math.hypot(Math.hypot(interceptError / eta, slopes.before[1] / change), after[1] * (1 /
			change + 1 / eta));
		final double[] seconds = window == null ? new double[0] : window.clock();
		final double[] volts = window == null ? new double[0] : window.volts;
		final double x = p.endX() + shape.steadyPlace() * eta / slope;
		return new DiffusionPoint(p.number(), method, x, DiffusionPoint.estimate(perSecond, relative,
			parameters.lengthMetres(), Math.max(1, seconds.length), method), flags.text(), seconds, volts,
			fitted, record.volts(p.endSample() - 1) - after[0] - eta, slope);
	}

	private static double[] early(final FitWindow window, final TitrationParameters parameters, final double drift) {
		if (window == null) return new double[0];
		return RootTimeFit.of(window.after, window.less(drift), parameters.shape(), parameters.weighting(), Math.abs(drift))
			.curve(window.after, drift);
	}
}
