package net.operando.experiment;

import java.util.List;

import net.operando.data.kymograph.Kymograph;

/** All that was measured on one rod. Immutable. */
public final class RodResult {

	private final RodLine rod;
	private final Kymograph intensity;
	private final List<StepResult> steps;
	private final RodParticle particle;

	RodResult(final RodLine rod, final Kymograph intensity, final List<StepResult> steps, final RodParticle particle) {
		this.rod = rod;
		this.intensity = intensity;
		this.steps = List.copyOf(steps);
		this.particle = particle;
	}

	public RodLine rod() {
		return rod;
	}

	/** Intensity along the rod over the whole movie. */
	public Kymograph intensity() {
		return intensity;
	}

	/** One per current step that the movie shows. */
	public List<StepResult> steps() {
		return steps;
	}

	/** Length, cracks and pieces. */
	public RodParticle particle() {
		return particle;
	}
}
