package net.operando.model.synthetic;

import java.util.Arrays;

import net.operando.base.InvalidInputException;
import net.operando.model.phasefield.Material;

import org.apache.commons.math3.util.FastMath;

/**
 * A rod whose brightness follows {@link PrescribedFronts}: the rate of each material point is integrated over time from
 * the onset of current; 1 before. Its lithium content is the electrode's, the same along the rod, and stretches it
 * evenly. Immutable and thread-safe.
 */
final class PrescribedRod implements RodState {

	/** Fine enough that interpolating ln I between table points errs by less than 1e-5. */
	private static final double STEP_UM = 0.02;
	private static final double STEP_SECONDS = 0.1;

	private final double length_um;
	private final Cell cell;
	private final Material material;
	private final PrescribedFronts fronts;
	private final double onset;
	private final double on;
	/** ln I at time index, position index. */
	private final double[][] logarithm;

	/** @param untilSeconds movie time up to which the state will be asked for; later it stays */
	PrescribedRod(final double length_um, final Cell cell, final Material material, final PrescribedFronts fronts,
		final double untilSeconds)
	{
		final int step = cell.firstCurrentStep();
		if (step < 0) throw new InvalidInputException(
			"Prescribed fronts need a current: give the cell's protocol a step with a C-rate that is not 0.");
		this.length_um = length_um;
		this.cell = cell;
		this.material = material;
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
	public RodSnapshot at(final double seconds) {
		final int n = logarithm[0].length;
		final double t = Math.max(0, (seconds - onset) / STEP_SECONDS);
		final int k = Math.min(logarithm.length - 2, (int) t);
		final double f = Math.min(1, t - k);
		final double content = cell.x(seconds);
		final double stretch = (1 + material.elongation(content)) / (1 + material.elongation(cell.startX()));
		final double[] x = new double[n];
		final double[] brightness = new double[n];
		final double[] position = new double[n];
		Arrays.fill(x, content);
		for (int i = 0; i < n; i++) {
			brightness[i] = FastMath.exp((1 - f) * logarithm[k][i] + f * logarithm[k + 1][i]);
			position[i] = stretch * length_um * i / (n - 1);
		}
		return new RodSnapshot(length_um, x, brightness, position);
	}
}
