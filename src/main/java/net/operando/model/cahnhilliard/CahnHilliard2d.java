package net.operando.model.cahnhilliard;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.numeric.PlaneTransform;

/**
 * Cahn-Hilliard on a rectangle, periodic or with no flux through its edges, by a semi-implicit spectral method: the
 * gradient term is implicit, f' explicit but for a linear part {@code stabilisation * c} that is implicit too. Exact in
 * mass: the constant of the spectrum is never touched. Not thread-safe.
 * <p>
 * Source: J. Zhu et al., Phys. Rev. E 60 (1999) 3564; benchmark: A. M. Jokisaari et al., Comput. Mater. Sci. 126
 * (2017) 139, problem 1.
 */
public final class CahnHilliard2d {

	/** What happens at the edges. */
	public enum Edges {
		PERIODIC, NO_FLUX
	}

	private static final double FIRST_STEP = 1e-3;
	private static final double LEAST_STEP = 1e-9;

	private final PlaneTransform transform;
	private final BulkEnergy bulk;
	private final double mobility;
	private final double kappa;
	private final double stabilisation;
	private final double cellArea;
	private final double[] k2;
	private final double[] weights;

	private final double[] c;
	private final double[] re;
	private final double[] im;
	private final double[] work;
	private final double[] workRe;
	private final double[] workIm;
	private double denominatorStep = Double.NaN;
	private final double[] keep;
	private final double[] denominator;
	private double time;
	private double nextStep = FIRST_STEP;
	private long steps;

	private CahnHilliard2d(final PlaneTransform transform, final double height, final double width, final BulkEnergy bulk,
		final double mobility, final double kappa, final double stabilisation, final double[] initial)
	{
		this.transform = transform;
		this.bulk = bulk;
		this.mobility = mobility;
		this.kappa = kappa;
		this.stabilisation = stabilisation;
		final int size = transform.rows() * transform.columns();
		final int spectrum = transform.spectrumSize();
		cellArea = height * width / size;
		k2 = transform.squaredWaveNumbers(height, width);
		weights = transform.parsevalWeights();
		c = initial.clone();
		work = new double[size];
		re = new double[spectrum];
		im = new double[transform.isComplex() ? spectrum : 0];
		workRe = new double[spectrum];
		workIm = new double[im.length];
		keep = new double[spectrum];
		denominator = new double[spectrum];
		transform.forward(c, re, im);
	}

	/**
	 * @param rows a power of 2, 2 or more
	 * @param columns a power of 2, 2 or more
	 * @param height extent of the rows together, above 0
	 * @param width extent of the columns together, above 0
	 * @param mobility M, above 0
	 * @param kappa gradient energy coefficient, above 0
	 * @param stabilisation about half the greatest f'' or more; larger is steadier and less exact
	 * @param initial c in the middle of each cell (no flux) or on even points (periodic), row by row; copied
	 * @throws InvalidInputException if a number cannot be meant
	 */
	public static CahnHilliard2d of(final Edges edges, final int rows, final int columns, final double height,
		final double width, final BulkEnergy bulk, final double mobility, final double kappa, final double stabilisation,
		final double[] initial)
	{
		if (rows < 2 || columns < 2 || Integer.bitCount(rows) != 1 || Integer.bitCount(columns) != 1)
			throw new InvalidInputException("A grid of " + rows + " x " + columns +
				" points cannot be used: give powers of 2, for example 256 x 256.");
		if (initial.length != rows * columns) throw new InvalidInputException("The initial field has " + initial.length +
			" values for a grid of " + rows + " x " + columns + " points.");
		if (!(height > 0 && width > 0 && mobility > 0 && kappa > 0 && stabilisation >= 0)) throw new InvalidInputException(
			"Height, width, mobility and kappa must be above 0, the stabilisation 0 or above.");
		for (final double v : initial)
			if (!Double.isFinite(v)) throw new InvalidInputException("The initial field holds what is not a number.");
		return new CahnHilliard2d(edges == Edges.PERIODIC ? PlaneTransform.periodic(rows, columns) : PlaneTransform.cosine(rows,
			columns), height, width, bulk, mobility, kappa, stabilisation, initial);
	}

	/** One step of first order. */
	public void step(final double dt) {
		prepare(dt);
		stepPrepared();
		time += dt;
	}

	private void prepare(final double dt) {
		if (dt == denominatorStep) return;
		for (int i = 0; i < k2.length; i++) {
			denominator[i] = 1 / (1 + dt * mobility * k2[i] * (stabilisation + kappa * k2[i]));
			keep[i] = dt * mobility * k2[i] * denominator[i];
		}
		denominatorStep = dt;
	}

	private void stepPrepared() {
		bulk.potential(c, work);
		final double a = stabilisation;
		for (int i = 0; i < work.length; i++)
			work[i] -= a * c[i];
		transform.forward(work, workRe, workIm);
		for (int i = 0; i < re.length; i++)
			re[i] = re[i] * denominator[i] - keep[i] * workRe[i];
		for (int i = 0; i < im.length; i++)
			im[i] = im[i] * denominator[i] - keep[i] * workIm[i];
		transform.inverse(re, im, c);
		steps++;
	}

	/**
	 * Goes to a time with steps chosen so that one step and two of half the length differ by at most the tolerance; their
	 * extrapolation, of second order, is kept.
	 *
	 * @param tolerance greatest difference of c per step, for instance 1e-4
	 * @throws InvalidInputException if the time is past, or no step meets the tolerance
	 */
	public void advanceTo(final double endTime, final double tolerance, final Progress progress) {
		if (!(endTime >= time && tolerance > 0)) throw new InvalidInputException("From time " + time + " to " + endTime +
			" with tolerance " + tolerance + " is no way forward.");
		final double from = time;
		final double[] startC = new double[c.length];
		final double[] startRe = new double[re.length];
		final double[] startIm = new double[im.length];
		final double[] whole = new double[c.length];
		final double[] wholeRe = new double[re.length];
		final double[] wholeIm = new double[im.length];
		while (time < endTime) {
			progress.checkCancelled();
			final boolean last = nextStep >= endTime - time;
			final double dt = last ? endTime - time : nextStep;
			copy(c, re, im, startC, startRe, startIm);
			prepare(dt);
			stepPrepared();
			copy(c, re, im, whole, wholeRe, wholeIm);
			copy(startC, startRe, startIm, c, re, im);
			prepare(0.5 * dt);
			stepPrepared();
			stepPrepared();
			double error = 0;
			for (int i = 0; i < c.length; i++)
				error = Math.max(error, Math.abs(c[i] - whole[i]));
			if (error <= tolerance) {
				extrapolate(c, whole);
				extrapolate(re, wholeRe);
				extrapolate(im, wholeIm);
				time = last ? endTime : time + dt;
			}
			else copy(startC, startRe, startIm, c, re, im);
			final double factor = Math.max(0.3, Math.min(2, 0.9 * Math.sqrt(tolerance / Math.max(error, 1e-14))));
			if (!last || !(error <= tolerance)) nextStep = dt * (Double.isNaN(error) ? 0.3 : factor);
			if (nextStep < LEAST_STEP) throw new InvalidInputException("At time " + time +
				" no step meets the tolerance " + tolerance + ": give a larger one or more stabilisation.");
			progress.update(endTime > from ? (time - from) / (endTime - from) : 1, "separating phases");
		}
	}

	private static void copy(final double[] a, final double[] b, final double[] d, final double[] toA, final double[] toB,
		final double[] toD)
	{
		System.arraycopy(a, 0, toA, 0, a.length);
		System.arraycopy(b, 0, toB, 0, b.length);
		System.arraycopy(d, 0, toD, 0, d.length);
	}

	private static void extrapolate(final double[] halves, final double[] whole) {
		for (int i = 0; i < halves.length; i++)
			halves[i] += halves[i] - whole[i];
	}

	/** Time reached. */
	public double time() {
		return time;
	}

	/** Semi-implicit steps made, trial steps included. */
	public long steps() {
		return steps;
	}

	/** c, row by row; a copy. */
	public double[] field() {
		return c.clone();
	}

	/** Mean of c. */
	public double mean() {
		double sum = 0;
		for (final double v : c)
			sum += v;
		return sum / c.length;
	}

	/** F = int [f(c) + (kappa/2) |grad c|^2] dA, the gradient taken in the spectrum. */
	public double energy() {
		double sum = 0;
		for (final double v : c)
			sum += bulk.density(v);
		double gradient = 0;
		for (int i = 0; i < re.length; i++)
			gradient += weights[i] * k2[i] * (re[i] * re[i] + (im.length > 0 ? im[i] * im[i] : 0));
		return (sum + 0.5 * kappa * gradient) * cellArea;
	}
}
