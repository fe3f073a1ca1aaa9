package net.operando.model.phasefield;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import net.operando.base.Progress;
import net.operando.base.numeric.StiffSystem;
import net.operando.base.numeric.VariableStepBdf;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/** Runs whose solution is known in closed form, shared by the test and the study. */
final class ClosedForms {

	private ClosedForms() {}

	/** x at the surface and in the middle of a 20.4 um slab, D = 1e-12, 5C into both ends from .08. */
	static double[] slab(final int cells, final double seconds) {
		final SimulationRun run = RodSimulation.run(Material.nwo().withDiffusion(x -> 1e-12), Rod.standard(), Protocol.current(5,
			seconds), SimulationOptions.standard().withCells(cells).withTolerance(1e-8).withOutput(seconds, 16), Progress.NONE);
		final double[] x = run.profile(run.columns() - 1);
		final double h = 20.4e-6 / cells;
		final double flux = 0.5 * 20.4e-6 * 5 / 3600;
		// from the cell mean to the face: half a cell of slope, and the curvature of a quadratic
		final double slope = flux / 1e-12;
		final double curvature = (x[2] - 2 * x[1] + x[0]) / (h * h);
		return new double[] { x[0] + slope * h / 2 - curvature * h * h / 12, 0.5 * (x[cells / 2] + x[cells / 2 - 1]) };
	}

	private static double mean(final RodMesh mesh, final int cell, final DoubleUnaryOperator u) {
		// 16 midpoints: smooth solutions need fewer, kinks are blurred by a sixteenth of a cell
		double sum = 0;
		for (int k = 0; k < 16; k++)
			sum += u.applyAsDouble(mesh.face(cell) + (k + 0.5) / 16 * mesh.width(cell));
		return sum / 16;
	}

	private static DiffusionEquation equation(final RodMesh mesh, final DoubleUnaryOperator d) {
		return new DiffusionEquation(mesh, Diffusivity.of(d), null, true, true);
	}

	/** u_t = (u^m u_x)_x, mass 1, on half its support from t = .2 to 1: u(0), edge, mass error. */
	static double[] barenblatt(final int m, final int cells) {
		final double a = 1.0 / (m + 2);
		final double r = m == 1 ? Math.cbrt(4.5) : Math.sqrt(4 / Math.PI);
		final RodMesh mesh = RodMesh.uniform(4, cells);
		final DiffusionEquation eq = equation(mesh, u -> Math.pow(u, m));
		final double[] y = new double[cells + 1];
		for (int i = 0; i < cells; i++)
			y[i] = mean(mesh, i, x -> {
				final double xi = x * Math.pow(0.2, -a);
				return Math.pow(0.2, -a) * Math.pow(Math.max(0, m * a / 2 * (r * r - xi * xi)), 1.0 / m);
			});
		final double before = eq.meanContent(y);
		final VariableStepBdf bdf = new VariableStepBdf(eq, 1e-7, 5, 1e-14);
		bdf.start(0.2, y, 1e-4);
		double massError = 0;
		while (bdf.time() < 1) {
			if (!bdf.step(1)) throw new AssertionError(bdf.toString());
			massError = Math.max(massError, Math.abs(eq.meanContent(bdf.state()) - before) / before);
		}
		final double[] u = bdf.state();
		// even in x: the value at 0 from the means of the first two cells
		final double top = u[0] - (u[1] - u[0]) / 24 * 1;
		return new double[] { top, edge(mesh, u, m, 0.05), massError };
	}

	/** Where u^m, continued by a straight line from a level, meets 0. */
	private static double edge(final RodMesh mesh, final double[] u, final int m, final double level) {
		int i = 0;
		while (u[i + 1] > level)
			i++;
		// u^m is parabolic (Barenblatt) or straight (travelling wave) up to the edge: a square fit through three cells
		final int j = i - 4;
		final int k = i - 8;
		final double xi = mesh.centre(i);
		final double xj = mesh.centre(j);
		final double xk = mesh.centre(k);
		final double fi = Math.pow(u[i], m);
		final double fj = Math.pow(u[j], m);
		final double fk = Math.pow(u[k], m);
		final double d1 = (fi - fj) / (xi - xj);
		final double d2 = (d1 - (fj - fk) / (xj - xk)) / (xi - xk);
		final double b = d1 + d2 * (xi - xj);
		// f = fi + b s + d2 s^2, first zero right of xi
		final double root = Math.abs(d2) < 1e-9 * Math.abs(b) ? -fi / b : (-b - Math.sqrt(Math.max(0, b * b - 4 * d2 * fi))) / (2 *
			d2);
		return xi + root;
	}

	/** u = (m v (v t - x))^(1/m), v = .5, on 0..1 from t = .6 to 1.6: measured speed, mass error. */
	static double[] travellingWave(final int m, final int cells) {
		final double v = 0.5;
		final RodMesh mesh = RodMesh.uniform(1, cells);
		final DiffusionEquation eq = new DiffusionEquation(mesh, Diffusivity.of(u -> Math.pow(u, m)), null, true, false);
		final double[] y = new double[cells + 1];
		for (int i = 0; i < cells; i++)
			y[i] = mean(mesh, i, x -> Math.pow(Math.max(0, m * v * (v * 0.6 - x)), 1.0 / m));
		final double before = eq.meanContent(y);
		// the flux through x = 0 grows with time
		final StiffSystem driven = new StiffSystem() {

			@Override
			public int size() {
				return eq.size();
			}

			@Override
			public boolean correct(final double t, final double beta, final double[] psi, final double[] u,
				final double[] correction)
			{
				eq.driveCurrent(v * Math.pow(m * v * v * t, 1.0 / m), false, u);
				return eq.correct(t, beta, psi, u, correction);
			}
		};
		final VariableStepBdf bdf = new VariableStepBdf(driven, 1e-7, 5, 1e-14);
		bdf.start(0.6, y, 1e-4);
		final double start = edge(mesh, y, m, 0.1);
		double massError = 0;
		while (bdf.time() < 1.6) {
			if (!bdf.step(1.6)) throw new AssertionError(bdf.toString());
			massError = Math.max(massError, Math.abs(eq.meanContent(bdf.state()) - before - bdf.state()[cells]));
		}
		return new double[] { edge(mesh, bdf.state(), m, 0.1) - start, massError };
	}

	/** Speed of the wave below, m/s. */
	static final double WAVE = 500e-9;

	/**
	 * The travelling wave of D = D0 u^m at the scale of a rod, u = (m v (v t - z) / D0)^(1/m), on 20 um from 4 s to 36 s:
	 * its rate over 1 s, stamped at mid-interval.
	 */
	static Kymograph waveRates(final int m, final int cells) {
		// u reaches about 0.6 at the face
		final double d0 = m * WAVE * WAVE * 36 / Math.pow(0.6, m);
		final RodMesh mesh = RodMesh.uniform(20e-6, cells);
		final DiffusionEquation eq = new DiffusionEquation(mesh, Diffusivity.of(u -> d0 * Math.pow(u, m)), null, true, false);
		final double[] y = new double[cells + 1];
		for (int i = 0; i < cells; i++)
			y[i] = mean(mesh, i, z -> Math.pow(Math.max(0, m * WAVE / d0 * (WAVE * 4 - z)), 1.0 / m));
		final StiffSystem driven = new StiffSystem() {

			@Override
			public int size() {
				return eq.size();
			}

			@Override
			public boolean correct(final double t, final double beta, final double[] psi, final double[] u,
				final double[] correction)
			{
				eq.driveCurrent(WAVE * Math.pow(m * WAVE / d0 * WAVE * t, 1.0 / m), false, u);
				return eq.correct(t, beta, psi, u, correction);
			}
		};
		final VariableStepBdf bdf = new VariableStepBdf(driven, 1e-7, 5, 1e-12);
		bdf.start(4, y, 1e-4);
		final int columns = 129;
		final double[][] x = new double[columns][];
		x[0] = y.clone();
		for (int c = 1; c < columns; c++) {
			while (bdf.time() < 4 + 0.25 * c)
				if (!bdf.step(4 + 0.25 * c)) throw new AssertionError(bdf.toString());
			x[c] = bdf.state().clone();
		}
		final float[][] rates = new float[columns - 4][cells];
		final double[] times = new double[columns - 4];
		for (int c = 0; c < times.length; c++) {
			times[c] = 4 + 0.25 * c + 0.5;
			for (int i = 0; i < cells; i++)
				rates[c][i] = (float) (x[c + 4][i] - x[c][i]);
		}
		return Kymograph.of(rates, null, TimeAxis.of(times), 20e-6 / cells, KymographQuantity.COMPOSITION_RATE, 1, List.of());
	}

	/**
	 * D = 1/u^2, Fujita's case lambda = 1, made linear by Storm's transformation: with v = 1/u and dz = u dx it is
	 * v_t = v_zz, solved by v = a + b exp(-k^2 t) cos(k z), x = a z + (b/k) exp(-k^2 t) sin(k z). Closed at z = 0 and
	 * pi/k. Means over cells are exact: (z_right - z_left) / h.
	 */
	private static final double A = 2.5;
	private static final double B = 1.2;
	private static final double K = Math.PI;

	private static double[] fujitaMeans(final RodMesh mesh, final double t) {
		final double[] y = new double[mesh.cells() + 1];
		double left = 0;
		for (int i = 0; i < mesh.cells(); i++) {
			final double right = fujitaZ(mesh.face(i + 1), t);
			y[i] = (right - left) / mesh.width(i);
			left = right;
		}
		return y;
	}

	private static double fujitaZ(final double x, final double t) {
		final double e = B * Math.exp(-K * K * t);
		double z = x / A;
		for (int i = 0; i < 100; i++) {
			final double step = (A * z + e / K * Math.sin(K * z) - x) / (A + e * Math.cos(K * z));
			z -= step;
			if (Math.abs(step) < 1e-16) break;
		}
		return z;
	}

	private static DiffusionEquation fujitaEquation(final int cells) {
		return equation(RodMesh.uniform(A, cells), u -> 1 / Math.pow(Math.max(u, 0.1), 2));
	}

	/** Root mean square error of the Fujita solution at t = .1. */
	static double fujita(final int cells, final double tolerance) {
		final DiffusionEquation eq = fujitaEquation(cells);
		final VariableStepBdf bdf = new VariableStepBdf(eq, tolerance, 5, 1e-14);
		bdf.start(0, fujitaMeans(eq.mesh, 0), 1e-6);
		while (bdf.time() < 0.1)
			if (!bdf.step(0.1)) throw new AssertionError(bdf.toString());
		return distance(bdf.state(), fujitaMeans(eq.mesh, 0.1), cells);
	}

	private static double distance(final double[] a, final double[] b, final int n) {
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum += (a[i] - b[i]) * (a[i] - b[i]);
		return Math.sqrt(sum / n);
	}

	/** Observed order in time with fixed steps of one order, the mesh kept. */
	static double orderInTime(final int order) {
		final double[] truth = atFixedStep(0, 5);
		final double h = order == 1 ? 0.0005 : 0.002;
		final double coarse = distance(atFixedStep(h, order), truth, 50);
		final double fine = distance(atFixedStep(0.5 * h, order), truth, 50);
		return Math.log(coarse / fine) / Math.log(2);
	}

	private static double[] atFixedStep(final double step, final int order) {
		final DiffusionEquation eq = fujitaEquation(50);
		// the past must be as accurate as the order under test, so the start is made with many steps
		VariableStepBdf bdf = new VariableStepBdf(eq, step == 0 ? 1e-12 : 1e-11, order == 1 ? 5 : Math.max(order, 2), 1e-16);
		bdf.start(0, fujitaMeans(eq.mesh, 0), 1e-8);
		while (bdf.time() < 0.02)
			if (!bdf.step(0.02)) throw new AssertionError(bdf.toString());
		if (step == 0) {
			while (bdf.time() < 0.1)
				if (!bdf.step(0.1)) throw new AssertionError(bdf.toString());
			return bdf.state();
		}
		if (order == 1) {
			final double[] y = Arrays.copyOf(bdf.state(), 51);
			bdf = new VariableStepBdf(eq, 1e-10, 1, 1e-16);
			bdf.start(0.02, y, step);
		}
		bdf.fixStep(step);
		final int steps = (int) Math.round(0.08 / step);
		for (int i = 1; i <= steps; i++)
			if (!bdf.step(0.02 + i * step)) throw new AssertionError(bdf.toString());
		return bdf.state();
	}
}
