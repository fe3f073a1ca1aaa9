package net.operando.model.phasefield;

import net.operando.base.InvalidInputException;

/** How a rod is simulated. Immutable; JSON both ways. */
public final class SimulationOptions {

	private int cells = 400;
	private double tolerance = 1e-6;
	private double outputSeconds = 0.1;
	private int maxColumns = 6000;
	private double currentShare = 1;
	private double temperatureKelvin = 298.15;
	private SurfaceSharing sharing = SurfaceSharing.EQUAL_FLUX;
	private double kappaJm5PerMol2;

	private SimulationOptions() {}

	/** 400 cells, local error 1e-6, a profile every 0.1 s, share 1, 298.15 K, equal fluxes, no gradient energy. */
	public static SimulationOptions standard() {
		return new SimulationOptions();
	}

	private SimulationOptions copy() {
		final SimulationOptions o = new SimulationOptions();
		o.cells = cells;
		o.tolerance = tolerance;
		o.outputSeconds = outputSeconds;
		o.maxColumns = maxColumns;
		o.currentShare = currentShare;
		o.temperatureKelvin = temperatureKelvin;
		o.sharing = sharing;
		o.kappaJm5PerMol2 = kappaJm5PerMol2;
		return o;
	}

	/** Cells along the whole rod, 8 or more. */
	public SimulationOptions withCells(final int count) {
		final SimulationOptions o = copy();
		o.cells = count;
		return o;
	}

	/** Greatest local error of x per step, root mean square over the rod. */
	public SimulationOptions withTolerance(final double x) {
		final SimulationOptions o = copy();
		o.tolerance = x;
		return o;
	}

	/**
	 * Time between stored profiles. A lag of a rate should be a multiple of it.
	 *
	 * @param columns greatest number of profiles: beyond it every second one is dropped, as often as needed
	 */
	public SimulationOptions withOutput(final double seconds, final int columns) {
		final SimulationOptions o = copy();
		o.outputSeconds = seconds;
		o.maxColumns = columns;
		return o;
	}

	/** The particle's part of the nominal current: its C-rate over that of the cell. */
	public SimulationOptions withCurrentShare(final double share) {
		final SimulationOptions o = copy();
		o.currentShare = share;
		return o;
	}

	public SimulationOptions withTemperatureKelvin(final double kelvin) {
		final SimulationOptions o = copy();
		o.temperatureKelvin = kelvin;
		return o;
	}

	public SimulationOptions withSharing(final SurfaceSharing surfaceSharing) {
		final SimulationOptions o = copy();
		o.sharing = surfaceSharing;
		return o;
	}

	/** Gradient energy coefficient, J m5 mol-2; 0 for plain diffusion. */
	public SimulationOptions withKappa(final double joulesM5PerMol2) {
		final SimulationOptions o = copy();
		o.kappaJm5PerMol2 = joulesM5PerMol2;
		return o;
	}

	public int cells() {
		return cells;
	}

	public double tolerance() {
		return tolerance;
	}

	public double outputSeconds() {
		return outputSeconds;
	}

	public int maxColumns() {
		return maxColumns;
	}

	public double currentShare() {
		return currentShare;
	}

	public double temperatureKelvin() {
		return temperatureKelvin;
	}

	public SurfaceSharing sharing() {
		return sharing;
	}

	public double kappa() {
		return kappaJm5PerMol2;
	}

	/** @throws InvalidInputException if a number cannot be meant */
	void validate() {
		if (cells < 8 || cells > 200000) throw new InvalidInputException(cells +
			" cells along the rod cannot be meant: give 8 to 200000, for example 400.");
		if (!(tolerance >= 1e-10 && tolerance <= 1e-2)) throw new InvalidInputException("A tolerance of " + tolerance +
			" cannot be met: give 1e-10 to 1e-2, for example 1e-6.");
		if (!(outputSeconds > 0) || maxColumns < 16) throw new InvalidInputException("Profiles every " + outputSeconds +
			" s, at most " + maxColumns + ", cannot be meant: give a time above 0 and 16 profiles or more.");
		if (!(currentShare > 0 && currentShare <= 100)) throw new InvalidInputException("A current share of " + currentShare +
			" cannot be meant: give the particle's C-rate over the cell's, above 0 and at most 100, for example 1 or 0.31.");
		if (sharing == null) throw new InvalidInputException(
			"sharing must be EQUAL_FLUX, EQUAL_POTENTIAL or BUTLER_VOLMER.");
		if (!(kappaJm5PerMol2 >= 0 && kappaJm5PerMol2 < 1)) throw new InvalidInputException("A kappa of " + kappaJm5PerMol2 +
			" cannot be meant: give it in J m5 mol-2, 0 or a small number such as 1e-18.");
	}
}
