package net.operando.model.phasefield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.numeric.StiffSystem;

/**
 * The balance of lithium over the cells of a rod and what drives it. Surfaces are the ends and, once it is cut, both
 * sides of a crack. The unknowns are one x per cell and, last, the mean x that has entered through the surfaces so far:
 * integrated by the same formula, it shows whether anything was lost. Not thread-safe.
 */
abstract class RodEquation implements StiffSystem {

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
		/** The next cell inwards. */
		final int neighbour;
		final double halfWidth;
		final SurfaceLaw.Flux flux = new SurfaceLaw.Flux();
		boolean active;

		Surface(final int cell, final int neighbour, final boolean active, final double halfWidth) {
			this.cell = cell;
			this.neighbour = neighbour;
			this.active = active;
			this.halfWidth = halfWidth;
		}
	}

	/** Voltages outside this range are never the answer. */
	private static final double LEAST_VOLTS = -10;
	private static final double MOST_VOLTS = 20;
	private static final int BLOCK = 64;

	final RodMesh mesh;
	final int n;
	final List<Surface> surfaces = new ArrayList<>();
	/** 1 / (distance of centres) for face i, which is left of cell i; 0 at the ends and where cut. */
	final double[] conductance;
	private final double[] widths;
	private final double[] column;

	private Drive drive = Drive.EQUAL_FLUX;
	private double totalFlux;
	private double volts = 2;
	private double settledVolts = 2;

	RodEquation(final RodMesh mesh, final boolean firstActive, final boolean lastActive) {
		this.mesh = mesh;
		n = mesh.cells();
		conductance = new double[n + 1];
		for (int i = 1; i < n; i++)
			conductance[i] = 1 / (mesh.centre(i) - mesh.centre(i - 1));
		column = new double[n];
		widths = new double[n];
		for (int i = 0; i < n; i++)
			widths[i] = mesh.width(i);
		surfaces.add(new Surface(0, 1, firstActive, 0.5 * mesh.width(0)));
		surfaces.add(new Surface(n - 1, n - 2, lastActive, 0.5 * mesh.width(n - 1)));
	}

	/** Makes what depends on the state ready: must precede {@link #fluxAt} and {@link #voltsAt}. */
	abstract void evaluate(double[] y);

	/** The same for the surfaces alone. */
	abstract void evaluateSurfaces(double[] y);

	/** Fills the matrix for the inner faces and the right side, without the surfaces; implies {@link #evaluate}. */
	abstract void assemble(double beta, double[] psi, double[] y, double[] right);

	abstract void addToMatrix(int row, int col, double value);

	abstract void solve(double[] right);

	abstract void solve(double[] right, double[] second);

	/** Sets a surface's flux and its derivatives at a voltage. */
	abstract void fluxAt(Surface s, double atVolts, double[] y);

	/** Voltage of one surface through which a flux goes. */
	abstract double voltsAt(Surface s, double flux, double[] y);

	/** Called when conductances have changed. */
	abstract void conductancesChanged();

	/** Sets the current: the sum of the fluxes over the greatest content, m/s. */
	final void driveCurrent(final double sumOfFluxes, final boolean commonVoltage, final double[] y) {
		totalFlux = sumOfFluxes;
		drive = commonVoltage && activeSurfaces() > 0 ? Drive.TOTAL_AT_COMMON_VOLTAGE : Drive.EQUAL_FLUX;
		if (drive == Drive.TOTAL_AT_COMMON_VOLTAGE) {
			evaluate(y);
			volts = commonVolts(y);
		}
		settle();
	}

	/** Sets the voltage. */
	final void driveVoltage(final double atVolts) {
		drive = Drive.VOLTAGE;
		volts = atVolts;
		settle();
	}

	/** Cuts the rod at an inner face and makes both sides surfaces. */
	final void cut(final int face, final boolean leftActive, final boolean rightActive) {
		conductance[face] = 0;
		surfaces.add(new Surface(face - 1, face - 2, leftActive, 0.5 * mesh.width(face - 1)));
		surfaces.add(new Surface(face, face + 1, rightActive, 0.5 * mesh.width(face)));
		conductancesChanged();
	}

	/** First and last cell of the fragment that holds a cell. */
	final int[] fragmentOf(final int cell) {
		int first = cell;
		while (first > 0 && conductance[first] > 0)
			first--;
		int last = cell;
		while (last < n - 1 && conductance[last + 1] > 0)
			last++;
		return new int[] { first, last };
	}

	/** Number of surfaces that carry current. */
	final int activeSurfaces() {
		int count = 0;
		for (final Surface s : surfaces)
			if (s.active) count++;
		return count;
	}

	@Override
	public final int size() {
		return n + 1;
	}

	@Override
	public final boolean correct(final double timeSeconds, final double beta, final double[] psi, final double[] y,
		final double[] correction)
	{
		assemble(beta, psi, y, correction);
		final double entered;
		if (drive == Drive.EQUAL_FLUX) {
			final int active = activeSurfaces();
			for (final Surface s : surfaces)
				if (s.active) correction[s.cell] += beta * (totalFlux / active) / mesh.width(s.cell);
			solve(correction);
			entered = totalFlux;
		}
		else entered = solveWithVoltage(beta, y, correction);
		correction[n] = psi[n] - y[n] + beta * entered / mesh.lengthMetres();
		if (Double.isFinite(correction[0]) && Double.isFinite(correction[n])) return true;
		volts = settledVolts;
		return false;
	}

	/** The fluxes depend on the voltage, which is an unknown too unless it is given: a border of one row and column. */
	private double solveWithVoltage(final double beta, final double[] y, final double[] right) {
		// the voltage bends over decades of flux where Newton's straight lines overshoot, so it is found first, for the x at hand
		if (drive == Drive.TOTAL_AT_COMMON_VOLTAGE) volts = commonVolts(y);
		Arrays.fill(column, 0);
		double sum = 0;
		double slope = 0;
		for (final Surface s : surfaces) {
			if (!s.active) continue;
			fluxAt(s, volts, y);
			final double scale = beta / mesh.width(s.cell);
			right[s.cell] += scale * s.flux.value;
			addToMatrix(s.cell, s.cell, -scale * s.flux.byContent);
			addToMatrix(s.cell, s.neighbour, -scale * s.flux.byNeighbour);
			column[s.cell] += scale * s.flux.byVolts;
			sum += s.flux.value;
			slope += s.flux.byVolts;
		}
		double step = 0;
		if (drive == Drive.VOLTAGE) solve(right);
		else {
			solve(right, column);
			for (final Surface s : surfaces) {
				if (!s.active) continue;
				sum += s.flux.byContent * right[s.cell] + s.flux.byNeighbour * right[s.neighbour];
				slope += s.flux.byContent * column[s.cell] + s.flux.byNeighbour * column[s.neighbour];
			}
			step = (totalFlux - sum) / slope;
			if (!Double.isFinite(step)) return Double.NaN;
			for (int i = 0; i < n; i++)
				right[i] += step * column[i];
		}
		double entered = 0;
		for (final Surface s : surfaces)
			if (s.active) entered += s.flux.value + s.flux.byContent * right[s.cell] + s.flux.byNeighbour * right[s.neighbour] +
				s.flux.byVolts * step;
		return entered;
	}

	/** Whether a voltage was found at which the surfaces pass the current. */
	final boolean passesCurrent() {
		return drive != Drive.TOTAL_AT_COMMON_VOLTAGE || volts > LEAST_VOLTS + 1e-6 && volts < MOST_VOLTS - 1e-6;
	}

	/** Remembers the voltage of an accepted state, to fall back on. */
	final void settle() {
		settledVolts = volts;
	}

	/** Back to the voltage of the last accepted state. */
	final void unsettle() {
		volts = settledVolts;
	}

	/** Sum of the fluxes over the greatest content in a state, m/s. */
	final double fluxInto(final double[] y) {
		if (drive != Drive.VOLTAGE) return totalFlux;
		evaluateSurfaces(y);
		double sum = 0;
		for (final Surface s : surfaces)
			if (s.active) {
				fluxAt(s, volts, y);
				sum += s.flux.value;
			}
		return sum;
	}

	/** Voltage of a state: the given one, the common one, or the mean over the surfaces that share the flux. */
	final double voltsOf(final double[] y) {
		if (drive == Drive.VOLTAGE) return volts;
		evaluateSurfaces(y);
		if (drive == Drive.TOTAL_AT_COMMON_VOLTAGE) return commonVolts(y);
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

	/** The voltage at which the fluxes of an evaluated state add up to the total: they fall with it, so there is one. */
	private double commonVolts(final double[] y) {
		double low = LEAST_VOLTS;
		double high = MOST_VOLTS;
		double v = Math.max(low, Math.min(high, volts));
		for (int i = 0; i < 200; i++) {
			double sum = -totalFlux;
			double slope = 0;
			for (final Surface s : surfaces)
				if (s.active) {
					fluxAt(s, v, y);
					sum += s.flux.value;
					slope += s.flux.byVolts;
				}
			if (sum > 0) low = v;
			else high = v;
			double next = v - sum / slope;
			if (!(next > low && next < high)) next = 0.5 * (low + high);
			if (Math.abs(next - v) < 1e-12) return next;
			v = next;
		}
		return v;
	}

	/** Mean x over the rod. */
	final double meanContent(final double[] y) {
		double sum = 0;
		// in blocks: one long sum over thousands of cells would show as a mass error
		for (int from = 0; from < n; from += BLOCK) {
			double block = 0;
			final int end = Math.min(n, from + BLOCK);
			for (int i = from; i < end; i++)
				block += y[i] * widths[i];
			sum += block;
		}
		return sum / mesh.lengthMetres();
	}
}
