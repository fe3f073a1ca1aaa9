package net.operando.model.phasefield;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.numeric.StiffSystem;
import net.operando.base.numeric.TridiagonalSystem;

/**
 * Finite volumes for dx/dt = d/dz (D(x) dx/dz) along a rod: the flux through the face between two cells is the
 * Kirchhoff difference -(K(x_right) - K(x_left)) / distance, which is conservative and does not lock a front where D
 * jumps by decades. Surfaces are the ends and, once it is cut, both sides of a crack. The unknowns are one x per cell
 * and, last, the mean x that has entered through the surfaces so far. Not thread-safe.
 */
class RodSystem implements StiffSystem {

	/** What is given: the current, or the voltage. */
	enum Drive {
		/** The same flux through every active surface, adding up to the given total. */
		EQUAL_FLUX,
		/** A common voltage such that the fluxes add up to the given total. */
		TOTAL_AT_COMMON_VOLTAGE,
		/** The given voltage. */
		VOLTAGE
	}

	/** A place where lithium may enter. */
	static final class Surface {

		final int cell;
		final boolean left;
		boolean active;
		final double halfWidth;
		final SurfaceLaw.Flux flux = new SurfaceLaw.Flux();

		Surface(final int cell, final boolean left, final boolean active, final double halfWidth) {
			this.cell = cell;
			this.left = left;
			this.active = active;
			this.halfWidth = halfWidth;
		}
	}

	final RodMesh mesh;
	final int n;
	final Diffusivity diffusivity;
	final SurfaceLaw law;
	final List<Surface> surfaces = new ArrayList<>();
	/** 1 / (distance of centres), 0 where cut; face i is left of cell i. */
	final double[] conductance;
	private final double[] leftOverWidth;
	private final double[] rightOverWidth;
	private final double[] k;
	private final double[] d;
	private final TridiagonalSystem matrix;
	private final double[] column;

	Drive drive = Drive.EQUAL_FLUX;
	/** Sum of fluxes over the greatest content, m/s. */
	double totalFlux;
	double volts;
	private double settledVolts;

	RodSystem(final RodMesh mesh, final Diffusivity diffusivity, final SurfaceLaw law, final boolean firstActive,
		final boolean lastActive)
	{
		this.mesh = mesh;
		this.diffusivity = diffusivity;
		this.law = law;
		n = mesh.cells();
		conductance = new double[n + 1];
		for (int i = 1; i < n; i++)
			conductance[i] = 1 / (mesh.centre(i) - mesh.centre(i - 1));
		leftOverWidth = new double[n];
		rightOverWidth = new double[n];
		k = new double[n];
		d = new double[n];
		column = new double[n];
		matrix = new TridiagonalSystem(n);
		surfaces.add(new Surface(0, true, firstActive, 0.5 * mesh.width(0)));
		surfaces.add(new Surface(n - 1, false, lastActive, 0.5 * mesh.width(n - 1)));
		updateWidths();
	}

	private void updateWidths() {
		for (int i = 0; i < n; i++) {
			leftOverWidth[i] = conductance[i] / mesh.width(i);
			rightOverWidth[i] = conductance[i + 1] / mesh.width(i);
		}
	}

	/** Cuts the rod at an inner face and makes both sides surfaces, active where the fragment has contact. */
	void cut(final int face, final boolean leftActive, final boolean rightActive) {
		conductance[face] = 0;
		surfaces.add(new Surface(face - 1, false, leftActive, 0.5 * mesh.width(face - 1)));
		surfaces.add(new Surface(face, true, rightActive, 0.5 * mesh.width(face)));
		updateWidths();
	}

	/** Number of surfaces that carry current. */
	int activeSurfaces() {
		int count = 0;
		for (final Surface s : surfaces)
			if (s.active) count++;
		return count;
	}

	@Override
	public int size() {
		return n + 1;
	}

	@Override
	public boolean correct(final double timeSeconds, final double beta, final double[] psi, final double[] y,
		final double[] correction)
	{
		assemble(beta, psi, y, correction);
		final double entered;
		if (drive == Drive.EQUAL_FLUX) {
			entered = addGivenFluxes(beta, correction);
			solve(correction);
		}
		else entered = solveWithVoltage(beta, y, correction);
		correction[n] = psi[n] - y[n] + beta * entered / mesh.lengthMetres();
		return Double.isFinite(correction[0]) && Double.isFinite(correction[n]);
	}

	/** Fills the matrix for the inner faces and the right side, without the surfaces. */
	void assemble(final double beta, final double[] psi, final double[] y, final double[] right) {
		diffusivity.evaluate(y, n, k, d);
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
		diagonal[0] = 1;
		right[0] = psi[0] - y[0];
		if (n > 1) {
			diagonal[e] = 1;
			right[e] = psi[e] - y[e];
			diagonal[0] += beta * b[0] * d[0];
			upper[0] = -beta * b[0] * d[1];
			right[0] += beta * b[0] * (k[1] - k[0]);
			diagonal[e] += beta * a[e] * d[e];
			lower[e] = -beta * a[e] * d[e - 1];
			right[e] += beta * a[e] * (k[e - 1] - k[e]);
		}
	}

	void addToDiagonal(final int cell, final double value) {
		matrix.diagonal[cell] += value;
	}

	void solve(final double[] right) {
		matrix.solve(right);
	}

	void solve(final double[] right, final double[] second) {
		matrix.solve(right, second);
	}

	private double addGivenFluxes(final double beta, final double[] right) {
		if (totalFlux == 0) return 0;
		final double each = totalFlux / activeSurfaces();
		for (final Surface s : surfaces)
			if (s.active) right[s.cell] += beta * each / mesh.width(s.cell);
		return totalFlux;
	}

	/** The fluxes depend on the voltage, which is an unknown too unless it is given: a border of one row and column. */
	private double solveWithVoltage(final double beta, final double[] y, final double[] right) {
		java.util.Arrays.fill(column, 0);
		double sum = 0;
		double slope = 0;
		for (final Surface s : surfaces) {
			if (!s.active) continue;
			fluxAt(s, y);
			final double scale = beta / mesh.width(s.cell);
			right[s.cell] += scale * s.flux.value;
			addToDiagonal(s.cell, -scale * s.flux.byContent);
			column[s.cell] += scale * s.flux.byVolts;
			sum += s.flux.value;
			slope += s.flux.byVolts;
		}
		double step = 0;
		if (drive == Drive.VOLTAGE) solve(right);
		else {
			solve(right, column);
			double known = sum;
			double unknown = slope;
			for (final Surface s : surfaces) {
				if (!s.active) continue;
				known += s.flux.byContent * right[s.cell];
				unknown += s.flux.byContent * column[s.cell];
			}
			step = (totalFlux - known) / unknown;
			// the voltage moves in a curve of many decades of flux: no more than 0.1 V at a time
			if (!(Math.abs(step) < 0.1)) step = 0.1 * Math.signum(step);
			if (!Double.isFinite(step)) {
				volts = settledVolts;
				return Double.NaN;
			}
			for (int i = 0; i < n; i++)
				right[i] += step * column[i];
			volts += step;
		}
		double entered = 0;
		for (final Surface s : surfaces)
			if (s.active) entered += s.flux.value + s.flux.byContent * right[s.cell] + s.flux.byVolts * step;
		return entered;
	}

	void fluxAt(final Surface s, final double[] y) {
		law.at(volts, y[s.cell], k[s.cell], d[s.cell], s.halfWidth, s.flux);
	}

	/** Remembers the voltage of an accepted state, to fall back on. */
	void settle() {
		settledVolts = volts;
	}

	void restoreVolts() {
		volts = settledVolts;
	}

	/** Sum of fluxes over the greatest content in a state, m/s. */
	double fluxInto(final double[] y) {
		if (drive == Drive.EQUAL_FLUX || drive == Drive.TOTAL_AT_COMMON_VOLTAGE) return totalFlux;
		diffusivity.evaluate(y, n, k, d);
		double sum = 0;
		for (final Surface s : surfaces) {
			if (!s.active) continue;
			fluxAt(s, y);
			sum += s.flux.value;
		}
		return sum;
	}

	/** Voltage of a state: the given one, the common one, or the mean over the surfaces that share the flux. */
	double voltsOf(final double[] y) {
		if (drive != Drive.EQUAL_FLUX) return volts;
		diffusivity.evaluate(y, n, k, d);
		final int active = activeSurfaces();
		double sum = 0;
		int count = 0;
		for (final Surface s : surfaces)
			if (s.active || active == 0) {
				sum += voltsAt(s, active == 0 ? 0 : totalFlux / active, y);
				count++;
			}
		return sum / count;
	}

	double voltsAt(final Surface s, final double flux, final double[] y) {
		return law.volts(flux, y[s.cell], k[s.cell], s.halfWidth);
	}

	/** Mean x over the rod. */
	double meanContent(final double[] y) {
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum += y[i] * mesh.width(i);
		return sum / mesh.lengthMetres();
	}
}
