package net.operando.model.phasefield;

import net.operando.base.numeric.TridiagonalSystem;

/**
 * dx/dt = d/dz (D(x) dx/dz) by finite volumes: the flux through the face between two cells is the Kirchhoff difference
 * -(K(x_right) - K(x_left)) / distance, which is conservative and does not lock a front where D jumps by decades.
 */
final class DiffusionEquation extends RodEquation {

	private final Diffusivity diffusivity;
	private final SurfaceLaw law;
	private final double[] leftOverWidth;
	private final double[] rightOverWidth;
	private final double[] k;
	private final double[] d;
	private final TridiagonalSystem matrix;

	DiffusionEquation(final RodMesh mesh, final Diffusivity diffusivity, final SurfaceLaw law,
		final boolean firstActive, final boolean lastActive)
	{
		super(mesh, firstActive, lastActive);
		this.diffusivity = diffusivity;
		this.law = law;
		leftOverWidth = new double[n];
		rightOverWidth = new double[n];
		k = new double[n];
		d = new double[n];
		matrix = new TridiagonalSystem(n);
		conductancesChanged();
	}

	@Override
	void conductancesChanged() {
		for (int i = 0; i < n; i++) {
			leftOverWidth[i] = conductance[i] / mesh.width(i);
			rightOverWidth[i] = conductance[i + 1] / mesh.width(i);
		}
	}

	@Override
	void evaluate(final double[] y) {
		diffusivity.evaluate(y, n, k, d);
	}

	@Override
	void evaluateSurfaces(final double[] y) {
		for (final Surface s : surfaces)
			diffusivity.evaluate(y, s.cell, s.cell + 1, k, d);
	}

	@Override
	void assemble(final double beta, final double[] psi, final double[] y, final double[] right) {
		evaluate(y);
		final double[] lower = matrix.lower;
		final double[] diagonal = matrix.diagonal;
		final double[] upper = matrix.upper;
		final double[] a = leftOverWidth;
		final double[] b = rightOverWidth;
		for (int i = 1; i < n - 1; i++) {
			final double l = beta * a[i];
			final double r = beta * b[i];
			lower[i] = -l * d[i - 1];
			diagonal[i] = 1 + (l + r) * d[i];
			upper[i] = -r * d[i + 1];
			right[i] = psi[i] - y[i] + (l * (k[i - 1] - k[i]) + r * (k[i + 1] - k[i]));
		}
		final int e = n - 1;
		diagonal[0] = 1 + beta * b[0] * d[0];
		upper[0] = -beta * b[0] * d[1];
		right[0] = psi[0] - y[0] + beta * b[0] * (k[1] - k[0]);
		diagonal[e] = 1 + beta * a[e] * d[e];
		lower[e] = -beta * a[e] * d[e - 1];
		right[e] = psi[e] - y[e] + beta * a[e] * (k[e - 1] - k[e]);
	}

	@Override
	void addToMatrix(final int row, final int col, final double value) {
		if (row == col) matrix.diagonal[row] += value;
		else if (col < row) matrix.lower[row] += value;
		else matrix.upper[row] += value;
	}

	@Override
	void solve(final double[] right) {
		matrix.solve(right);
	}

	@Override
	void solve(final double[] right, final double[] second) {
		matrix.solve(right, second);
	}

	@Override
	void fluxAt(final Surface s, final double atVolts, final double[] y) {
		law.at(atVolts, y[s.cell], k[s.cell], d[s.cell], s.halfWidth, s.flux);
	}

	@Override
	double voltsAt(final Surface s, final double flux, final double[] y) {
		return law.volts(flux, y[s.cell], k[s.cell], s.halfWidth);
	}
}
