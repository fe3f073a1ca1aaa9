package net.operando.model.phasefield;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/**
 * What a microscope would record of a simulated rod: its composition through the material's curve of intensity against
 * x, as the fractional rate (dI/dt)/I over a lag, so that it can stand beside a measured kymograph on one colour scale.
 * <p>
 * {@code [I(x(t)) - I(x(t - lag))] / (lag I(x(t - lag)))}, stamped at {@code t - lag/2}. An optical front is not the
 * front of the composition: where I(x) is flat nothing is seen, and where it turns the sign does, so the two move at
 * different speeds even by one criterion. Positions are those of the rod at its length at the start; fringes, blur and
 * noise of the microscope are left out.
 */
public final class OpticalRate {

	private OpticalRate() {}

	/**
	 * @param composition x(z, t); columns closer together than the lag
	 * @param material whose intensity curve is used
	 * @param lagSeconds lag of the rate in s; x is interpolated linearly between columns
	 * @return kind INTENSITY_RATE in 1/s, on the same positions, no standard errors; a column for every one of the
	 *         composition that has another one lag before it
	 * @throws InvalidInputException if the lag is not above 0 or longer than the kymograph, or it holds no composition
	 */
	public static Kymograph of(final Kymograph composition, final Material material, final double lagSeconds) {
		if (composition.quantity() != KymographQuantity.COMPOSITION) throw new InvalidInputException(
			"A kymograph of " + composition.quantity().label() + " has no optical rate: give one of the composition x.");
		final TimeAxis times = composition.times();
		final double first = times.seconds(0);
		final double last = times.seconds(times.size() - 1);
		if (!(lagSeconds > 0) || lagSeconds > (last - first) * (1 + 1e-9)) throw new InvalidInputException("A lag of " +
			lagSeconds + " s does not fit a simulation of " + (last - first) + " s: give one above 0 and shorter than that.");
		final double slack = 1e-9 * Math.max(1, Math.abs(last));
		final List<float[]> values = new ArrayList<>();
		final List<Double> at = new ArrayList<>();
		for (int c = 0; c < composition.columns(); c++) {
			final double before = times.seconds(c) - lagSeconds;
			if (before < first - slack) continue;
			values.add(rates(composition, material, c, Math.max(first, before), lagSeconds));
			at.add(times.seconds(c) - 0.5 * lagSeconds);
		}
		return Kymograph.of(values.toArray(new float[0][]), null, TimeAxis.of(at.stream().mapToDouble(Double::doubleValue)
			.toArray()), composition.positionStepMetres(), KymographQuantity.INTENSITY_RATE, lagSeconds, composition.warnings());
	}

	private static float[] rates(final Kymograph composition, final Material material, final int column,
		final double before, final double lagSeconds)
	{
		final TimeAxis times = composition.times();
		int b = times.firstAtOrAfter(before);
		if (b > 0 && before <= times.seconds(b - 1)) b--;
		final int a = Math.max(0, b - 1);
		final double f = a == b ? 1 : (before - times.seconds(a)) / (times.seconds(b) - times.seconds(a));
		final float[] rates = new float[composition.rows()];
		for (int r = 0; r < rates.length; r++) {
			// in double throughout: a rate is a small difference of intensities near 1
			final double xBefore = composition.value(a, r) + f * ((double) composition.value(b, r) - composition.value(a, r));
			final double intensityBefore = material.intensityRatio(xBefore);
			rates[r] = (float) ((material.intensityRatio(composition.value(column, r)) - intensityBefore) / (lagSeconds *
				intensityBefore));
		}
		return rates;
	}
}
