package net.operando.model.phasefield;

import java.util.function.DoubleUnaryOperator;

import net.operando.base.numeric.BandedSystem;

/**
 * The same balance with a gradient energy: mu = h(x) - kappa c_max d2x/dz2 and flux -m(x) dmu/dz, of fourth order. The
 * part of h goes through faces as a Kirchhoff difference, so that kappa = 0 is plain diffusion to rounding. At surfaces
 * and cracks dx/dz = 0 (no wetting). Five diagonals.
 */
final class CahnHilliardEquation extends RodEquation {

	private static final double SLOPE_STEP = 1e-6;
	private static final double MOST_EXPONENT = 300;

	private final Diffusivity diffusivity;
	private final DoubleUnaryOperator mobility;
	private final double stiffness;
	private final DoubleUnaryOperator potential;
	private final DoubleUnaryOperator potentialSlope;
	/** 0 without kinetics. */
	private final double exchange;
	private final double perJoule;
	private final double[] k;
	private final double[] d;
	private final double[] m;
	private final double[] dm;
	private final double[] curvature;
	/** Derivatives of the curvature of cell i by x of i-1 and i+1; by x of i it is minus their sum. */
	private final double[] byLeft;
	private final double[] byRight;
	private final BandedSystem matrix;

	/**
	 * @param diffusivity m dh/dx, m2/s; may be negative in places
	 * @param mobility m(x), m2/s per J/mol, not negative
	 * @param stiffness kappa c_max, J m2/mol
	 * @param voltage the homogeneous part of mu is -F E(x)
	 * @param exchangeFlux j0 of Butler-Volmer kinetics over the greatest content, m/s; 0 for none
	 */
	CahnHilliardEquation(final RodMesh mesh, final Diffusivity diffusivity, final DoubleUnaryOperator mobility,
		final double stiffness, final OpenCircuitVoltage voltage, final double exchangeFlux, final double kelvin,
		final boolean firstActive, final boolean lastActive)
	{
		super(mesh, firstActive, lastActive);
		this.diffusivity = diffusivity;
		this.mobility = mobility;
		this.stiffness = stiffness;
		potential = x -> -OpenCircuitVoltage.FARADAY * voltage.value(x);
		potentialSlope = x -> -OpenCircuitVoltage.FARADAY * voltage.slope(x);
		exchange = exchangeFlux;
		perJoule = 1 / (2 * OpenCircuitVoltage.GAS * kelvin);
		k = new double[n];
		d = new double[n];
		m = new double[n];
		dm = new double[n];
		curvature = new double[n];
		byLeft = new double[n];
		byRight = new double[n];
		matrix = new BandedSystem(n, 2, 2);
		conductancesChanged();
	}

	@Override
	void conductancesChanged() {
		for (int i = 0; i < n; i++) {
			byLeft[i] = conductance[i] / mesh.width(i);
			byRight[i] = conductance[i + 1] / mesh.width(i);
		}
	}

	@Override
	void evaluate(final double[] y) {
		diffusivity.evaluate(y, n, k, d);
		for (int i = 0; i < n; i++) {
			m[i] = mobilityAt(y[i]);
			dm[i] = (mobilityAt(y[i] + SLOPE_STEP) - mobilityAt(y[i] - SLOPE_STEP)) / (2 * SLOPE_STEP);
			curvature[i] = (i > 0 ? byLeft[i] * (y[i - 1] - y[i]) : 0) + (i < n - 1 ? byRight[i] * (y[i + 1] - y[i]) : 0);
		}
	}

	@Override
	void evaluateSurfaces(final double[] y) {
		evaluate(y);
	}

	/** Outside 0..1 an iterate sees the mobility of the end. */
	private double mobilityAt(final double x) {
		return mobility.applyAsDouble(Math.max(0, Math.min(1, x)));
	}

	@Override
	void assemble(final double beta, final double[] psi, final double[] y, final double[] right) {
		evaluate(y);
		matrix.clear();
		for (int i = 0; i < n; i++) {
			right[i] = psi[i] - y[i];
			matrix.add(i, i, 1);
		}
		for (int i = 1; i < n; i++) {
			final double g = conductance[i];
			if (g == 0) continue;
			final int l = i - 1;
			final double mean = 0.5 * (m[l] + m[i]) * stiffness;
			final double rise = curvature[i] - curvature[l];
			// flux to the right through face i, and its derivatives by the four cells around it
			final double flux = -g * (k[i] - k[l]) + g * mean * rise;
			final double byL = g * d[l] + g * (0.5 * dm[l] * stiffness * rise + mean * (byLeft[i] + byLeft[l] + byRight[l]));
			final double byI = -g * d[i] + g * (0.5 * dm[i] * stiffness * rise - mean * (byLeft[i] + byRight[i] + byRight[l]));
			final double byLL = -g * mean * byLeft[l];
			final double byRR = g * mean * byRight[i];
			addFlux(l, -beta / mesh.width(l), i, flux, byLL, byL, byI, byRR, right);
			addFlux(i, beta / mesh.width(i), i, flux, byLL, byL, byI, byRR, right);
		}
	}

	private void addFlux(final int row, final double scale, final int face, final double flux, final double byLL,
		final double byL, final double byI, final double byRR, final double[] right)
	{
		right[row] += scale * flux;
		matrix.add(row, face - 1, -scale * byL);
		matrix.add(row, face, -scale * byI);
		if (byLL != 0) matrix.add(row, face - 2, -scale * byLL);
		if (byRR != 0) matrix.add(row, face + 1, -scale * byRR);
	}

	@Override
	void addToMatrix(final int row, final int col, final double value) {
		matrix.add(row, col, value);
	}

	@Override
	void solve(final double[] right) {
		// the last entry of a correction is no cell; a singular matrix shows as a value that is not finite
		if (!matrix.factorise()) right[0] = Double.NaN;
		else matrix.solve(right);
	}

	@Override
	void solve(final double[] right, final double[] second) {
		solve(right);
		if (Double.isFinite(right[0])) matrix.solve(second);
	}

	@Override
	void fluxAt(final Surface s, final double atVolts, final double[] y) {
		final int c = s.cell;
		final double toNeighbour = s.neighbour < c ? byLeft[c] : byRight[c];
		final double force = -OpenCircuitVoltage.FARADAY * atVolts - potential.applyAsDouble(y[c]) + stiffness * curvature[c];
		final double forceByContent = -potentialSlope.applyAsDouble(y[c]) - stiffness * toNeighbour;
		final double forceByNeighbour = stiffness * toNeighbour;
		final double byForce;
		if (exchange > 0) {
			final double u = Math.max(-MOST_EXPONENT, Math.min(MOST_EXPONENT, perJoule * force));
			s.flux.value = 2 * exchange * Math.sinh(u);
			byForce = 2 * exchange * Math.cosh(u) * perJoule;
			s.flux.byContent = byForce * forceByContent;
		}
		else {
			byForce = m[c] / s.halfWidth;
			s.flux.value = byForce * force;
			s.flux.byContent = byForce * forceByContent + dm[c] * force / s.halfWidth;
		}
		s.flux.byNeighbour = byForce * forceByNeighbour;
		s.flux.byVolts = -byForce * OpenCircuitVoltage.FARADAY;
	}

	@Override
	double voltsAt(final Surface s, final double flux, final double[] y) {
		final double mu = potential.applyAsDouble(y[s.cell]) - stiffness * curvature[s.cell];
		final double force;
		if (exchange > 0) {
			final double v = flux / (2 * exchange);
			force = Math.signum(v) * Math.log(Math.abs(v) + Math.sqrt(v * v + 1)) / perJoule;
		}
		else force = flux == 0 ? 0 : flux * s.halfWidth / Math.max(m[s.cell], Double.MIN_NORMAL);
		return -(mu + force) / OpenCircuitVoltage.FARADAY;
	}
}
