package net.operando.model.synthetic;

import net.operando.base.InvalidInputException;

import org.apache.commons.math3.util.FastMath;

/**
 * A rod whose brightness follows {@link PrescribedFronts}: the rate of each material point is integrated over time from
 * the onset of current. Its lithium content is the electrode's, the same along the rod, and stretches it evenly.
 * Immutable and thread-safe.
 */
final class PrescribedRod implements RodState {

	/** Fine enough that interpolating ln I between table points errs by less than 1e-5. */
	private static final double STEP_UM = 0.02;
	private static final double STEP_SECONDS = 0.1;

	private final double length_um;
	private final Cell cell;
	private final PrescribedFronts fronts;
	private final MaterialCurve elongation = MaterialCurve.elongationPercent();
	private final double onset;
	private final double on;
	/** ln I at time index, position index. */
	private final double[][] logarithm;

	/** @param untilSeconds movie time up to which the state will be asked for; later it stays */
	PrescribedRod(final double length_um, final Cell cell, final PrescribedFronts fronts, final double untilSeconds) {
		final int step = cell.firstCurrentStep();
		if (step < 0) throw new InvalidInputException(
			"Prescribed fronts need a current: give the cell's protocol a step with a C-rate that is not 0.");
		this.length_um = length_um;
		this.cell = cell;
		this.fronts = fronts;
		onset = cell.stepStartSeconds(step);
		on = cell.stepEndSeconds(step) - onset;
		final int times = Math.max(2, (int) Math.ceil((untilSeconds - onset) / STEP_SECONDS) + 2);
		final int positions = (int) Math.ceil(length_um / STEP_UM) + 1;
		logarithm = new double[times][positions];
		for (int i = 0; i < positions; i++) {
			final double z = i * length_um / (positions - 1);
			double before = rate(z, 0);
			for (int k = 1; k < times; k++) {
				final double middle = rate(z, (k - 0.5) * STEP_SECONDS);
				final double after = rate(z, k * STEP_SECONDS);
				logarithm[k][i] = logarithm[k - 1][i] + STEP_SECONDS / 6 * (before + 4 * middle + after);
				before = after;
			}
		}
	}

	private double rate(final double z_um, final double sinceOnset) {
		return fronts.rate(z_um, length_um, sinceOnset, on);
	}

	@Override
	public double referenceLength_um() {
		return length_um;
	}

	@Override
	public double x(final double z_um, final double seconds) {
		return cell.x(seconds);
	}

	@Override
	public double meanX(final double seconds) {
		return cell.x(seconds);
	}

	@Override
	public double position_um(final double z_um, final double seconds) {
		return z_um * (100 + elongation.at(cell.x(seconds))) / (100 + elongation.at(cell.startX()));
	}

	@Override
	public double brightness(final double z_um, final double seconds) {
		final double t = (seconds - onset) / STEP_SECONDS;
		if (t <= 0) return 1;
		final int k = Math.min(logarithm.length - 2, (int) t);
		final double ft = Math.min(1, t - k);
		final double p = Math.max(0, Math.min(1, z_um / length_um)) * (logarithm[0].length - 1);
		final int i = Math.min(logarithm[0].length - 2, (int) p);
		final double fp = p - i;
		final double early = (1 - fp) * logarithm[k][i] + fp * logarithm[k][i + 1];
		final double late = (1 - fp) * logarithm[k + 1][i] + fp * logarithm[k + 1][i + 1];
		return FastMath.exp((1 - ft) * early + ft * late);
	}
}
