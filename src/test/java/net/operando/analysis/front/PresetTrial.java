package net.operando.analysis.front;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.math3.stat.regression.SimpleRegression;

import net.operando.base.quantity.Estimate;
import net.operando.data.kymograph.Kymograph;

/**
 * Front velocities of preset movies at one C-rate through many draws of camera noise. Truth: the same definition, column by
 * column, on the same movie without the camera's noise, by plain crossings of each column's own levels, and the same line through
 * the same columns.
 */
final class PresetTrial {

	static final String HEAD =
		"| condition | movies | mean lag s | speeds | true nm/s | columns | bias % | 3 s.e.m. % | spread % | mean s.e. % | in 95 % interval, % | flagged | fronts there are | of these without a speed | false alarms | truth undefined |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

	private static final double LENGTH_UM = 20.4;

	private final String name;
	int movies;
	int speeds;
	int covered;
	int flagged;
	int expected;
	int without;
	int falseAlarms;
	int undefined;
	private double lags;
	private double truths;
	private double columns;
	private double sum;
	private double squares;
	private double errors;
	/** Count and sum of the errors of each end of each rod, which share what its fringes leave. */
	private final Map<String, double[]> faces = new LinkedHashMap<>();

	PresetTrial(final String name) {
		this.name = name;
	}

	/** @param removed whether fringes are taken out of the rates */
	void add(final PresetRod rod, final long noiseSeed, final boolean removed) {
		final PresetRod.Measured measured = rod.measured(noiseSeed, removed);
		movies++;
		lags += measured.choice.lagSeconds();
		final FrontAnalysis found = rod.trace(measured.rate, new FrontParameters());
		int known = 0;
		for (final FrontVelocity f : found.fronts())
			if (f.polarity() == FrontPolarity.DARK && f.velocity().isKnown()) {
				note(f, rod.truth(measured.choice), rod.sceneSeed + (f.velocity().value() < 0 ? "end" : "start"));
				known++;
			}
		final int there = rod.fronts(measured.choice);
		expected += there;
		without += Math.max(0, there - known);
		falseAlarms += Math.max(0, known - there);
		for (final FrontVelocity f : found.fronts())
			if (f.polarity() == FrontPolarity.BRIGHT && f.velocity().isKnown()) falseAlarms++;
	}

	private void note(final FrontVelocity f, final Kymograph clean, final String face) {
		final double truth = slope(f, clean);
		if (Double.isNaN(truth)) {
			undefined++;
			return;
		}
		final Estimate v = f.velocity().times(1e6);
		final double e = v.value() / truth - 1;
		speeds++;
		final double[] own = faces.computeIfAbsent(face, k -> new double[2]);
		own[0]++;
		own[1] += e;
		truths += Math.abs(truth);
		columns += v.n();
		sum += e;
		squares += e * e;
		errors += v.standardError() / Math.abs(truth);
		if (v.covers(truth)) covered++;
		if (!FrontVelocity.OK.equals(f.flag())) flagged++;
	}

	/** By the columns and the averaging the velocity was read with; NaN if fewer than five have a half maximum. */
	static double slope(final FrontVelocity f, final Kymograph clean) {
		final boolean end = f.velocity().value() < 0;
		final boolean single = f.window().contains("one by one");
		final int box = single ? (int) Math.round(LENGTH_UM / 20 / (clean.positionStepMetres() * 1e6) / 2) : 0;
		final SimpleRegression line = new SimpleRegression();
		for (final FrontPoint p : f.points()) {
			if (!p.isUsed()) continue;
			final double z = PlainCrossing.halfMaximum(clean, clean.times().nearest(p.timeSeconds()), end, box);
			if (!Double.isNaN(z)) line.addData(p.timeSeconds(), z);
		}
		return line.getN() < 5 ? Double.NaN : line.getSlope();
	}

	double bias() {
		return sum / speeds;
	}

	double spread() {
		return Math.sqrt(squares / speeds - bias() * bias());
	}

	/** Standard error of the bias: speeds at one face are not independent, those at different ones are. */
	double errorOfBias() {
		double sum = 0;
		for (final double[] own : faces.values())
			sum += Math.pow(own[1] - own[0] * bias(), 2);
		return Math.sqrt(sum) / speeds;
	}

	double coverage() {
		return covered / (double) speeds;
	}

	boolean meetsTheCriteria() {
		return Math.abs(bias()) <= Math.max(0.01, 3 * errorOfBias()) && coverage() >= 0.915 && coverage() <= 0.98;
	}

	/** Whether the movies have a front at all by its definition. */
	boolean hasFronts() {
		return expected > 0;
	}

	String row() {
		return String.format(Locale.ROOT, "| %s | %d | %.2f | %d | %.0f | %.1f | %+.1f | %.1f | %.1f | %.1f | %.1f | %d | %d | %d | %d | %d |", name,
			movies, lags / movies, speeds, 1000 * truths / speeds, columns / speeds, 100 * bias(), 300 * errorOfBias(),
			100 * spread(), 100 * errors / speeds, 100 * coverage(), flagged, expected, without, falseAlarms, undefined);
	}
}
