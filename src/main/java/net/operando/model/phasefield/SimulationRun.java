package net.operando.model.phasefield;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/**
 * What became of a rod: profiles over time, voltage, and how well the numbers hold. Immutable and thread-safe.
 */
public final class SimulationRun {

	/** Which time a rate over a lag is given. */
	public enum Stamp {
		/** The middle of its interval: the better habit. */
		MIDDLE,
		/** Its end, for comparison with tables that do so. */
		END
	}

	private final String material;
	private final Rod rod;
	private final SimulationOptions options;
	private final RodMesh mesh;
	private final double[] times;
	private final double[][] profiles;
	private final double outputSeconds;
	/** Time in s and face of every crack. */
	private final List<double[]> cuts;
	private final List<RodPiece> pieces;
	private final VoltageTrace trace;
	private final List<StepReport> steps;
	private final Regime regime;
	private final double firstCRate;
	private final double massError;
	private final long accepted;
	private final long rejected;
	private final long iterations;

	SimulationRun(final String material, final Rod rod, final SimulationOptions options, final RodMesh mesh,
		final ProfileRecorder recorder, final List<double[]> cuts, final List<RodPiece> pieces, final VoltageTrace trace, final List<StepReport> steps,
		final Regime regime, final double firstCRate, final double massError, final long accepted, final long rejected,
		final long iterations)
	{
		this.material = material;
		this.rod = rod;
		this.options = options;
		this.mesh = mesh;
		times = recorder.times();
		profiles = recorder.profiles();
		outputSeconds = recorder.intervalSeconds();
		this.cuts = List.copyOf(cuts);
		this.pieces = pieces;
		this.trace = trace;
		this.steps = List.copyOf(steps);
		this.regime = regime;
		this.firstCRate = firstCRate;
		this.massError = massError;
		this.accepted = accepted;
		this.rejected = rejected;
		this.iterations = iterations;
	}

	/** Name of the material. */
	public String materialName() {
		return material;
	}

	public Rod rod() {
		return rod;
	}

	public SimulationOptions options() {
		return options;
	}

	/** The cells the profiles belong to. */
	public RodMesh mesh() {
		return mesh;
	}

	/** Number of stored profiles. */
	public int columns() {
		return times.length;
	}

	/** Time of a stored profile in s. */
	public double seconds(final int column) {
		return times[column];
	}

	/** Time between stored profiles in s; the last one may come sooner. */
	public double outputSeconds() {
		return outputSeconds;
	}

	/** A stored profile, x per cell as the solver holds it; a copy. */
	public double[] profile(final int column) {
		return profiles[column].clone();
	}

	public VoltageTrace voltage() {
		return trace;
	}

	/** How each step of the protocol, repeats unrolled, went. */
	public List<StepReport> steps() {
		return steps;
	}

	/** The pieces the rod was in, by its cracks and losses of contact: one, P1, if nothing befell it. */
	public List<RodPiece> pieces() {
		return pieces;
	}

	/** The regime expected from start content and first current. */
	public Regime regime() {
		return regime;
	}

	/**
	 * |sum(x h) - sum(x0 h) - sum(boundary flux * step)| / sum(x h), the greatest over all steps. The denominator is taken
	 * at the time or at the start, whichever is greater, and at least at a mean x of 0.001.
	 */
	public double massError() {
		return massError;
	}

	/** Steps of the solver that were accepted. */
	public long acceptedSteps() {
		return accepted;
	}

	public long rejectedSteps() {
		return rejected;
	}

	public long newtonIterations() {
		return iterations;
	}

	/** x(z, t) with as many positions as there are cells, and one. */
	public Kymograph composition() {
		return composition(mesh.cells() + 1);
	}

	/**
	 * x(z, t) on even positions from end to end, clipped to 0..1 (the solver may leave it by some tolerances).
	 *
	 * @param rows number of positions, 2 or more
	 */
	public Kymograph composition(final int rows) {
		requireRows(rows);
		final float[][] values = new float[times.length][];
		for (int c = 0; c < times.length; c++)
			values[c] = toFloat(resampled(c, rows));
		return Kymograph.of(values, null, TimeAxis.of(times), mesh.lengthMetres() / (rows - 1), KymographQuantity.COMPOSITION,
			0, List.of());
	}

	/** dx/dt over a lag, stamped at the middle of its interval. */
	public Kymograph rate(final double lagSeconds) {
		return rate(lagSeconds, mesh.cells() + 1, Stamp.MIDDLE);
	}

	/**
	 * dx/dt over a lag on even positions from end to end.
	 *
	 * @param lagSeconds at least the output interval, preferably a multiple of it: between stored profiles x is
	 *          interpolated linearly in time
	 * @param rows number of positions, 2 or more
	 * @throws InvalidInputException if the lag is shorter than the output interval or longer than the run
	 */
	public Kymograph rate(final double lagSeconds, final int rows, final Stamp stamp) {
		requireRows(rows);
		requireLag(lagSeconds);
		final List<float[]> values = new ArrayList<>();
		final List<Double> at = new ArrayList<>();
		for (int c = 0; c < times.length; c++) {
			final double before = times[c] - lagSeconds;
			if (before < -1e-9) continue;
			final double[] now = resampled(c, rows);
			final double[] then = resampledAt(before, rows);
			for (int r = 0; r < rows; r++)
				now[r] = (now[r] - then[r]) / lagSeconds;
			values.add(toFloat(now));
			at.add(times[c] - (stamp == Stamp.MIDDLE ? 0.5 * lagSeconds : 0));
		}
		return Kymograph.of(values.toArray(new float[0][]), null, TimeAxis.of(at.stream().mapToDouble(Double::doubleValue)
			.toArray()), mesh.lengthMetres() / (rows - 1), KymographQuantity.COMPOSITION_RATE, lagSeconds, List.of());
	}

	private void requireLag(final double lagSeconds) {
		if (!(lagSeconds >= outputSeconds * (1 - 1e-9))) throw new InvalidInputException("A lag of " + lagSeconds +
			" s is shorter than the " + outputSeconds + " s between the run's profiles: give a longer lag.");
		if (lagSeconds > times[times.length - 1] * (1 + 1e-9)) throw new InvalidInputException("A lag of " + lagSeconds +
			" s is longer than the run of " + times[times.length - 1] + " s, which a voltage limit may have ended: give a shorter lag, a longer time or other limits.");
	}

	private static void requireRows(final int rows) {
		if (rows < 2) throw new InvalidInputException("A kymograph of " + rows + " positions cannot be made: give 2 or more.");
	}

	private static float[] toFloat(final double[] v) {
		final float[] f = new float[v.length];
		for (int i = 0; i < v.length; i++)
			f[i] = (float) v[i];
		return f;
	}

	/**
	 * The time, from the start of the first current, after which no point's rate differs by more than 20 % from the mean
	 * rate, within that current. NaN if it never becomes so, or there is no current as long as the lag.
	 */
	public double uniformAfterSeconds(final double lagSeconds, final Stamp stamp) {
		requireLag(lagSeconds);
		final double[] span = firstCurrent();
		if (span == null) return Double.NaN;
		double previous = Double.NaN;
		double previousAt = Double.NaN;
		double result = Double.NaN;
		for (int c = 0; c < times.length; c++) {
			if (times[c] - lagSeconds < span[0] - 1e-9 || times[c] > span[1] + 1e-9) continue;
			final double d = unevenness(profiles[c], at(times[c] - lagSeconds));
			final double t = times[c] - (stamp == Stamp.MIDDLE ? 0.5 * lagSeconds : 0) - span[0];
			if (d > 0.2) result = Double.NaN;
			else if (Double.isNaN(result)) result = previous > 0.2 ? previousAt + (t - previousAt) * (previous - 0.2) / (previous -
				d) : t;
			previous = d;
			previousAt = t;
		}
		return result;
	}

	private double[] firstCurrent() {
		for (final StepReport s : steps)
			if (s.step().kind() == ProtocolStep.Kind.CURRENT) return new double[] { s.startSeconds(), s.endSeconds() };
		return null;
	}

	/** Greatest |rate / mean rate - 1|. */
	private double unevenness(final double[] now, final double[] then) {
		double mean = 0;
		for (int i = 0; i < now.length; i++)
			mean += (now[i] - then[i]) * mesh.width(i);
		mean /= mesh.lengthMetres();
		double most = 0;
		for (int i = 0; i < now.length; i++)
			most = Math.max(most, Math.abs((now[i] - then[i]) / mean - 1));
		return most;
	}

	/** The profile at a time between stored ones, linear in time. */
	private double[] at(final double seconds) {
		final int after = indexAtOrAfter(seconds);
		if (Math.abs(times[after] - seconds) < 1e-9 || after == 0) return profiles[after];
		final double f = (seconds - times[after - 1]) / (times[after] - times[after - 1]);
		final double[] p = new double[mesh.cells()];
		for (int i = 0; i < p.length; i++)
			p[i] = profiles[after - 1][i] + f * (profiles[after][i] - profiles[after - 1][i]);
		return p;
	}

	private int indexAtOrAfter(final double seconds) {
		int i = java.util.Arrays.binarySearch(times, seconds - 1e-9);
		if (i < 0) i = -i - 1;
		return Math.min(i, times.length - 1);
	}

	private double[] resampled(final int column, final int rows) {
		return onPositions(profiles[column], times[column], rows);
	}

	private double[] resampledAt(final double seconds, final int rows) {
		return onPositions(at(seconds), seconds, rows);
	}

	/** Linear between cell centres; never across a crack, where each side is continued from its own two cells. */
	private double[] onPositions(final double[] x, final double seconds, final int rows) {
		final boolean[] cut = new boolean[mesh.cells() + 1];
		for (final double[] c : cuts)
			if (c[0] <= seconds + 1e-9) cut[(int) c[1]] = true;
		final double[] out = new double[rows];
		int cell = 0;
		for (int r = 0; r < rows; r++) {
			final double z = mesh.lengthMetres() * r / (rows - 1);
			while (cell < mesh.cells() - 1 && mesh.face(cell + 1) <= z)
				cell++;
			final boolean rightOpen = cell < mesh.cells() - 1 && !cut[cell + 1];
			final boolean leftOpen = cell > 0 && !cut[cell];
			final boolean right = z >= mesh.centre(cell) ? rightOpen || !leftOpen : !leftOpen;
			final int other = right ? cell + 1 : cell - 1;
			final double slope = (x[other] - x[cell]) / (mesh.centre(other) - mesh.centre(cell));
			out[r] = Math.max(0, Math.min(1, x[cell] + slope * (z - mesh.centre(cell))));
		}
		return out;
	}

	/**
	 * The figures of run.json, in order: material, u20_s, B, S, expected_regime, mass_error, steps, and what was asked for.
	 *
	 * @param lagSeconds lag of the rates u20 is taken from
	 */
	public Map<String, Object> summary(final double lagSeconds) {
		final Map<String, Object> m = new LinkedHashMap<>();
		m.put("material", material);
		m.put("u20_s", lagSeconds >= outputSeconds * (1 - 1e-9) && lagSeconds <= times[times.length - 1] ? uniformAfterSeconds(
			lagSeconds, Stamp.MIDDLE) : Double.NaN);
		m.put("u20_lag_s", lagSeconds);
		m.put("B", regime.b());
		m.put("S", regime.s());
		m.put("expected_regime", regime.kind().name().toLowerCase(java.util.Locale.ROOT));
		m.put("first_c_rate", firstCRate);
		m.put("mass_error", massError);
		m.put("steps", accepted);
		m.put("rejected_steps", rejected);
		m.put("newton_iterations", iterations);
		m.put("duration_s", times[times.length - 1]);
		m.put("rod", rod);
		m.put("options", options);
		return m;
	}
}
