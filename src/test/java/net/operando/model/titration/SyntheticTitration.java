package net.operando.model.titration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.electrochem.CyclerRecording;

/**
 * A titration of known truth, by superposition of the exact response to steps of flux: constant D, voltage linear in the
 * surface content. 1 mAh takes x from 0 to 1; negative current lithiates.
 */
final class SyntheticTitration {

	/** E falls by 1 V over x = 0..1. */
	static final double SLOPE = -1;

	final ParticleShape shape;
	final double perSecond;
	final double startX;
	double irVolts;
	double noiseVolts;
	private final List<double[]> steps = new ArrayList<>();
	private final List<double[]> samples = new ArrayList<>();
	private double now;
	private double rate;

	SyntheticTitration(final ParticleShape shape, final double perSecond, final double startX) {
		this.shape = shape;
		this.perSecond = perSecond;
		this.startX = startX;
		samples.add(new double[] { 0, 0 });
	}

	/** A step of constant rate dx/dt, sampled evenly in t^(1/power) from its start on. */
	SyntheticTitration step(final double dxdt, final double seconds, final int count, final double power) {
		steps.add(new double[] { now, dxdt - rate });
		rate = dxdt;
		for (int i = 1; i <= count; i++)
			samples.add(new double[] { now + seconds * Math.pow((double) i / count, power), dxdt });
		now += seconds;
		return this;
	}

	private double surface(final double t) {
		double x = startX;
		for (final double[] s : steps)
			if (t > s[0]) x += s[1] * shape.response(perSecond * (t - s[0])) / perSecond;
		return x;
	}

	/**
	 * @param everyVolts a sample only where the voltage has moved by so much since the last, and at both ends of each step;
	 *          0 keeps all
	 */
	CyclerRecording recording(final long seed, final double everyVolts) {
		final Random random = new Random(seed);
		final List<double[]> kept = new ArrayList<>();
		for (int i = 0; i < samples.size(); i++) {
			final double[] s = samples.get(i);
			final double volts = 2 + SLOPE * surface(s[0]) - Math.signum(s[1]) * irVolts + noiseVolts * random.nextGaussian();
			final boolean edge = i < 3 || i > samples.size() - 4 || samples.get(i - 1)[1] != s[1] || samples.get(i + 1)[1] != s[1];
			if (edge || Math.abs(volts - kept.get(kept.size() - 1)[1]) >= everyVolts) kept.add(new double[] { s[0], volts, -3.6 *
				s[1] });
		}
		return CyclerRecording.of(CyclerRecord.of("synthetic", column(kept, 0), column(kept, 1), column(kept, 2)));
	}

	private static double[] column(final List<double[]> rows, final int c) {
		return rows.stream().mapToDouble(r -> r[c]).toArray();
	}

	/** The parameters that fit it: length 1 um, so D = D/l^2 in um^2/s. */
	TitrationParameters parameters(final TitrationMethod method) {
		return TitrationParameters.defaults().withMethod(method).withShape(shape, 1).withCapacityMilliampereHours(1).withStartX(
			startX);
	}

	/** The truth in m2/s. */
	double truth() {
		return perSecond * 1e-12;
	}
}
