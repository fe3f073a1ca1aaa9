package net.operando.model.titration;

import java.util.function.DoubleUnaryOperator;

/**
 * The shape of the relaxation after a pulse that began in equilibrium:
 * {@code E = E_end + A (F(k (T + t)) - F(k t) - k T)} with the pulse's length T and k = D/l^2. A and E_end are linear,
 * so neither the ohmic drop nor dE/dx is needed; k is found by least squares. It is known only if the rest sees the
 * far side of the particle: 0.3 l^2/D or longer.
 */
final class RelaxationMethod {

	private static final double LEAST_TAU = 0.3;
	private static final int LEAST_POINTS = 6;
	/**
	 * Systematic misfit, as a part of the relaxation's range, above which D or dE/dx change so much on the way that k may
	 * be off by 1 % (found on relaxations of the solver).
	 */
	private static final double MOST_MISFIT = 2e-4;

	private final double[] after;
	private final double[] volts;
	private final double[] weights;
	private final double pulseSeconds;
	private final ParticleShape shape;

	private RelaxationMethod(final FitWindow window, final TitrationPulse pulse, final TitrationParameters parameters) {
		after = window.after;
		volts = window.volts;
		pulseSeconds = pulse.durationSeconds();
		shape = parameters.shape();
		final double[] root = new double[after.length];
		for (int i = 0; i < root.length; i++)
			root[i] = Math.sqrt(after[i]);
		weights = RootTimeLine.weights(root, parameters.weighting());
	}

	static DiffusionPoint of(final TitrationRecord record, final int index, final TitrationParameters parameters) {
		final TitrationPulse p = record.pulses().get(index);
		final TitrationMethod method = TitrationMethod.RELAXATION;
		if (!p.hasRestBefore() || !p.hasRestAfter()) return DiffusionPoint.none(p, method, "no_rest");
		final double rest = record.seconds(p.restEnd() - 1) - p.endSeconds();
		final double to = Double.isNaN(parameters.toSeconds()) ? rest : Math.min(rest, parameters.toSeconds());
		final double from = Double.isNaN(parameters.fromSeconds()) ? 1e-3 * to : parameters.fromSeconds();
		final FitWindow window = FitWindow.of(record, p.endSample(), p.restEnd(), p.endSeconds(), from, to);
		if (window.size() < LEAST_POINTS) return DiffusionPoint.none(p, method, "few_points");
		final RelaxationMethod m = new RelaxationMethod(window, p, parameters);
		final double k = m.best(1e-3 / (p.durationSeconds() + to), 10 / window.after[0]);
		final double[] line = m.line(k);
		final double relative = m.relativeError(k, line);
		final double[] fitted = m.shapeOf(k);
		for (int i = 0; i < fitted.length; i++)
			fitted[i] = line[0] + line[1] * fitted[i];
		final Flags flags = new Flags();
		flags.add("early", k * to < LEAST_TAU);
		flags.add("bent", m.misfit(fitted) > MOST_MISFIT);
		flags.add("uncertain", !(relative < 0.5));
		flags.add("by_voltage", VoltageTrigger.chose(record, p.endSample(), p.restEnd(), VoltageTrigger.noise(window.volts,
			fitted)));
		// the surface was ahead on the side the current drove it to: relaxing goes back
		flags.add("wrong_way", line[1] * (record.volts(p.endSample() - 1) - record.relaxed(p.endSample(), p.restEnd())[0]) <
			0);
		return new DiffusionPoint(p.number(), method, p.endX(), DiffusionPoint.estimate(k, relative, parameters
			.lengthMetres(), window.size(), method), flags.text(), window.clock(), window.volts, fitted, Double.NaN,
			Double.NaN);
	}

	/**
	 * Root mean square of what neighbouring residuals have in common, over the range of the fitted curve; 0 where noise,
	 * which has nothing in common, explains it.
	 */
	private double misfit(final double[] fitted) {
		double low = fitted[0];
		double high = fitted[0];
		double common = 0;
		double squares = 0;
		double sum = 0;
		for (int i = 1; i < fitted.length; i++) {
			low = Math.min(low, fitted[i]);
			high = Math.max(high, fitted[i]);
			final double product = weights[i] * (volts[i] - fitted[i]) * (volts[i - 1] - fitted[i - 1]);
			common += product;
			squares += product * product;
			sum += weights[i];
		}
		return common > 3 * Math.sqrt(squares) ? Math.sqrt(common / sum) / (high - low) : 0;
	}

	private double[] shapeOf(final double k) {
		final double[] g = new double[after.length];
		for (int i = 0; i < g.length; i++)
			g[i] = shape.response(k * (pulseSeconds + after[i])) - shape.response(k * after[i]) - k * pulseSeconds;
		return g;
	}

	/** Intercept, slope and the weighted sum of squares of the volts against the shape of k. */
	private double[] line(final double k) {
		final double[] g = shapeOf(k);
		double s = 0;
		double sg = 0;
		double sv = 0;
		for (int i = 0; i < g.length; i++) {
			s += weights[i];
			sg += weights[i] * g[i];
			sv += weights[i] * volts[i];
		}
		double gg = 0;
		double gv = 0;
		for (int i = 0; i < g.length; i++) {
			gg += weights[i] * (g[i] - sg / s) * (g[i] - sg / s);
			gv += weights[i] * (g[i] - sg / s) * (volts[i] - sv / s);
		}
		final double slope = gg > 0 ? gv / gg : 0;
		final double intercept = (sv - slope * sg) / s;
		double chi = 0;
		for (int i = 0; i < g.length; i++) {
			final double r = volts[i] - intercept - slope * g[i];
			chi += weights[i] * r * r;
		}
		return new double[] { intercept, slope, chi };
	}

	/** The k of the least sum of squares: a scan in the logarithm, then golden section. */
	private double best(final double low, final double high) {
		final DoubleUnaryOperator cost = logK -> line(Math.exp(logK))[2];
		final double a = Math.log(low);
		final int steps = 80;
		final double h = (Math.log(high) - a) / steps;
		int at = 0;
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i <= steps; i++) {
			final double c = cost.applyAsDouble(a + i * h);
			if (c < least) {
				least = c;
				at = i;
			}
		}
		double left = a + (at - 1) * h;
		double right = a + (at + 1) * h;
		final double golden = 0.5 * (Math.sqrt(5) - 1);
		while (right - left > 1e-9) {
			final double m1 = right - golden * (right - left);
			final double m2 = left + golden * (right - left);
			if (cost.applyAsDouble(m1) < cost.applyAsDouble(m2)) right = m2;
			else left = m1;
		}
		return Math.exp(0.5 * (left + right));
	}

	/** Standard error of ln k for noise that is the same at every point, from the part of its derivative not linear in E and A. */
	private double relativeError(final double k, final double[] line) {
		final double step = 1e-4;
		final double[] g = shapeOf(k);
		final double[] up = shapeOf(k * Math.exp(step));
		final double[] down = shapeOf(k * Math.exp(-step));
		final double[] j = new double[g.length];
		for (int i = 0; i < j.length; i++)
			j[i] = line[1] * (up[i] - down[i]) / (2 * step);
		final double[] own = without(j, g);
		double information = 0;
		double spread = 0;
		double residual = 0;
		for (int i = 0; i < own.length; i++) {
			information += weights[i] * own[i] * own[i];
			spread += weights[i] * weights[i] * own[i] * own[i];
			final double r = volts[i] - line[0] - line[1] * g[i];
			residual += r * r;
		}
		return Math.sqrt(residual / Math.max(1, g.length - 3) * spread) / information;
	}

	/** What is left of j when its weighted regression on 1 and g is taken out. */
	private double[] without(final double[] j, final double[] g) {
		double s = 0;
		double sg = 0;
		double sj = 0;
		for (int i = 0; i < g.length; i++) {
			s += weights[i];
			sg += weights[i] * g[i];
			sj += weights[i] * j[i];
		}
		double gg = 0;
		double gj = 0;
		for (int i = 0; i < g.length; i++) {
			gg += weights[i] * (g[i] - sg / s) * (g[i] - sg / s);
			gj += weights[i] * (g[i] - sg / s) * (j[i] - sj / s);
		}
		final double[] rest = new double[g.length];
		for (int i = 0; i < g.length; i++)
			rest[i] = j[i] - sj / s - gj / gg * (g[i] - sg / s);
		return rest;
	}
}
