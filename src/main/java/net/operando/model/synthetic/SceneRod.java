package net.operando.model.synthetic;

import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.model.phasefield.Material;

/**
 * A rod in the scene: where it lies, what drives it, and what befalls it. Immutable parameters, JSON by field.
 */
public final class SceneRod extends StageSettings {

	/** What a rod's state follows. */
	public enum Drive {
		/** {@link PrescribedFronts} of the scene; brightness 1 at the start. */
		PRESCRIBED,
		/** The phase-field solver; brightness of the material's table, 1 for the empty rod. */
		SIMULATED,
		/** Its share of the charge, evenly; brightness of the material's table. */
		EVEN
	}

	private RodGeometry geometry = RodGeometry.defaults();
	private Drive drive = Drive.PRESCRIBED;
	/** Lithium content before the first step; NaN for the cell's. */
	private double startX = Double.NaN;
	/** The particle's C-rate over the cell's. */
	private double currentShare = 1;
	private boolean startActive = true;
	private boolean endActive = true;
	private double reflectivity = 1;
	private Crack[] cracks = new Crack[0];
	private ContactLoss[] contactLosses = new ContactLoss[0];
	private SidePatch[] sidePatches = new SidePatch[0];
	/** Of the solver, along the rod. */
	private int cells = 400;
	/** Gradient energy of the solver; 0 is plain diffusion. */
	private double kappaJm5PerMol2;

	private SceneRod() {}

	public static SceneRod of(final RodGeometry geometry, final Drive drive) {
		final SceneRod r = new SceneRod();
		r.geometry = geometry;
		r.drive = drive;
		return r;
	}

	public SceneRod withGeometry(final RodGeometry newGeometry) {
		final SceneRod r = copy();
		r.geometry = newGeometry;
		return r;
	}

	/** @param x lithium content before the first step; @param share the particle's C-rate over the cell's */
	public SceneRod withContent(final double x, final double share) {
		if (x < 0 || x > 1 || !(share >= 0)) throw new InvalidInputException("A rod with x = " + x + " and a current share of " +
			share + " cannot be meant: give x between 0 and 1 and a share of 0 or more.");
		final SceneRod r = copy();
		r.startX = x;
		r.currentShare = share;
		return r;
	}

	/** Which ends lithium can pass. */
	public SceneRod withActiveEnds(final boolean start, final boolean end) {
		final SceneRod r = copy();
		r.startActive = start;
		r.endActive = end;
		return r;
	}

	/** @param factor on the rod's intensity */
	public SceneRod withReflectivity(final double factor) {
		final SceneRod r = copy();
		r.reflectivity = factor;
		return r;
	}

	public SceneRod withCracks(final Crack... newCracks) {
		final SceneRod r = copy();
		r.cracks = newCracks.clone();
		return r;
	}

	public SceneRod withContactLosses(final ContactLoss... losses) {
		final SceneRod r = copy();
		r.contactLosses = losses.clone();
		return r;
	}

	public SceneRod withSidePatches(final SidePatch... patches) {
		final SceneRod r = copy();
		r.sidePatches = patches.clone();
		return r;
	}

	/** How a simulated rod is solved: @param count of cells along it; @param kappa gradient energy in J m5 mol-2, 0 for none */
	public SceneRod withSolver(final int count, final double kappa) {
		if (count < 8 || count > 200000 || !(kappa >= 0 && kappa < 1)) throw new InvalidInputException(
			"A rod solved on " + count + " cells with a kappa of " + kappa +
				" J m5 mol-2 cannot be meant: give 8 to 200000 cells and a kappa of 0 or a small number such as 1e-18.");
		final SceneRod r = copy();
		r.cells = count;
		r.kappaJm5PerMol2 = kappa;
		return r;
	}

	public int cells() {
		return cells;
	}

	/** J m5 mol-2. */
	public double kappa() {
		return kappaJm5PerMol2;
	}

	public RodGeometry geometry() {
		return geometry;
	}

	public Drive drive() {
		return drive;
	}

	/** Lithium content before the first step. */
	public double startX(final Cell cell) {
		return Double.isNaN(startX) ? cell.startX() : startX;
	}

	public double currentShare() {
		return currentShare;
	}

	public boolean startActive() {
		return startActive;
	}

	public boolean endActive() {
		return endActive;
	}

	public double reflectivity() {
		return reflectivity;
	}

	public List<Crack> cracks() {
		return List.of(cracks);
	}

	public List<ContactLoss> contactLosses() {
		return List.of(contactLosses);
	}

	public List<SidePatch> sidePatches() {
		return List.of(sidePatches);
	}

	/** The rod over a movie. */
	RodState state(final Cell cell, final Material material, final PrescribedFronts fronts, final double seconds) {
		switch (drive) {
			case PRESCRIBED:
				return new PrescribedRod(geometry.length_um(), cell, material, fronts, seconds);
			case SIMULATED:
				return SimulatedRod.of(this, cell, material, seconds);
			default:
				return new EvenRod(this, cell, material);
		}
	}
}
