package net.operando.model.titration;

/**
 * The paper's equation 2: {@code D/L2 = (4/pi) r^2 (dE/dx)^2 / (dE/dsqrt(t))^2}. The jump of the ohmic drop falls out as
 * the line's intercept. The window ends at 0.2 l^2/D, found together with D, or with the pulse.
 * <p>
 * dE/dx is the change of the relaxed voltage over the pulse, moved to the middle of what the surface explores in the
 * window by the slopes of the neighbouring pulses. D holds where a D(x) of constant slope would show it: 0.64 of the
 * way of the surface (computed, for weights even in sqrt(t)).
 */
final class ShortTimeMethod {

	/** Beyond this part of l^2/D the far side is felt: -0.1 % there, -1 % at 0.3. */
	static final double VALID_TAU = 0.2;
	private static final double PLACE = 0.64;
	private static final int LEAST_POINTS = 5;
	/** Change of the slope over the window above which its mean may be off by 0.5 %. */
	private static final double MOST_BEND = 0.1;

	private final TitrationRecord record;
	private final TitrationPulse pulse;
	private final TitrationParameters parameters;
	private final PulseSlope slopes;

	private ShortTimeMethod(final TitrationRecord record, final int index, final TitrationParameters parameters) {
		this.record = record;
		this.parameters = parameters;
		pulse = record.pulses().get(index);
		slopes = new PulseSlope(record, index);
	}

	static DiffusionPoint of(final TitrationRecord record, final int index, final TitrationParameters parameters) {
		final TitrationPulse p = record.pulses().get(index);
		if (!p.hasRestBefore() || !p.hasRestAfter()) return DiffusionPoint.none(p, TitrationMethod.SHORT_TIME,
			"no_rest");
		return new ShortTimeMethod(record, index, parameters).point();
	}

	private DiffusionPoint point() {
		if (!slopes.isKnown()) return DiffusionPoint.none(pulse, TitrationMethod.SHORT_TIME,
			"flat");
		final double asked = parameters.toSeconds();
		double to = Double.isNaN(asked) ? pulse.durationSeconds() : Math.min(asked, pulse.durationSeconds());
		FitWindow window = null;
		RootTimeFit fit = null;
		double slope = slopes.chord;
		for (int pass = 0; pass < 100; pass++) {
			final FitWindow next = window(to);
			if (next.size() < LEAST_POINTS) break;
			window = next;
			for (int k = 0; k < 20; k++) {
				fit = RootTimeFit.of(window.after, window.volts, parameters.shape(), parameters.weighting(), Math.abs(slope * pulse
					.rate()));
				final double better = slopes.at(pulse.startX() + 0.5 * excursion(fit, slope, window));
				final boolean settled = Math.abs(better - slope) <= 1e-10 * Math.abs(slope);
				slope = better;
				if (settled) break;
			}
			final double limit = VALID_TAU / fit.perSecond;
			if (!Double.isNaN(asked) || to <= 1.001 * limit) break;
			to = limit;
		}
		if (fit == null) return DiffusionPoint.none(pulse, TitrationMethod.SHORT_TIME, "few_points");
		return point(window, fit, slope);
	}

	private FitWindow window(final double to) {
		final double from = Double.isNaN(parameters.fromSeconds()) ? 0.01 * to : parameters.fromSeconds();
		return FitWindow.of(record, pulse.firstSample(), pulse.endSample(), pulse.startSeconds(), from, to);
	}

	/** How far the surface content moves within the window. */
	private static double excursion(final RootTimeFit fit, final double slope, final FitWindow window) {
		return fit.line.slope * fit.rootTime[window.size() - 1] / slope;
	}

	private DiffusionPoint point(final FitWindow window, final RootTimeFit fit, final double slope) {
		final double relative = 2 * Math.hypot(fit.line.slopeError / fit.line.slope, slopes.chordError / slope);
		final Flags flags = new Flags();
		flags.add("late", window.last() > 1.05 * VALID_TAU / fit.perSecond);
		flags.add("bent", Math.abs(fit.line.bend) > MOST_BEND && Math.abs(fit.line.bend) > 3 * fit.line.bendError);
		flags.add("curved_ocv", slopes.isCurved(slope));
		flags.add("wrong_way", fit.line.slope * slope * pulse.rate() < 0);
		final double x = pulse.startX() + PLACE * excursion(fit, slope, window);
		return new DiffusionPoint(pulse.number(), TitrationMethod.SHORT_TIME, x, DiffusionPoint.estimate(fit.perSecond,
			relative, parameters.lengthMetres(), window.size(), TitrationMethod.SHORT_TIME), flags.text(), window.clock(),
			window.volts, fit.curve(window.after, 0), fit.line.intercept - slopes.before[0], slope);
	}
}
