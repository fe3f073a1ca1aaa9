package net.operando.experiment;

import java.util.List;
import java.util.Optional;

import net.operando.analysis.crack.CrackAnalysis;
import net.operando.analysis.fragment.FragmentAnalysis;
import net.operando.analysis.fragment.FragmentFront;
import net.operando.analysis.fragment.TipPoint;
import net.operando.analysis.rod.LengthSeries;
import net.operando.analysis.rod.RodCalibration;

/** What happened to one rod as a particle: its length, cracks and pieces, each as far as it could be measured. Immutable. */
public final class RodParticle {

	private final LengthSeries length;
	private final RodCalibration calibration;
	private final CrackAnalysis cracks;
	private final FragmentAnalysis fragments;
	private final List<FragmentFront> fragmentFronts;
	private final List<TipPoint> tips;
	private final List<String> warnings;

	RodParticle(final LengthSeries length, final RodCalibration calibration, final CrackAnalysis cracks,
		final FragmentAnalysis fragments, final List<FragmentFront> fragmentFronts, final List<TipPoint> tips,
		final List<String> warnings)
	{
		this.length = length;
		this.calibration = calibration;
		this.cracks = cracks;
		this.fragments = fragments;
		this.fragmentFronts = List.copyOf(fragmentFronts);
		this.tips = List.copyOf(tips);
		this.warnings = List.copyOf(warnings);
	}

	/** Length, strain and x in every frame; empty if not measured. */
	public Optional<LengthSeries> length() {
		return Optional.ofNullable(length);
	}

	/** Elongation and intensity against x; empty if not measured or without a point. */
	public Optional<RodCalibration> calibration() {
		return Optional.ofNullable(calibration).filter(c -> c.size() > 0);
	}

	/** Cracks, perhaps none; empty if they were not looked for. */
	public Optional<CrackAnalysis> cracks() {
		return Optional.ofNullable(cracks);
	}

	/** The pieces; empty if the rod did not crack. */
	public Optional<FragmentAnalysis> fragments() {
		return Optional.ofNullable(fragments);
	}

	/** Fronts found in single pieces; those from the faces of cracks have the origin {@code interior}. */
	public List<FragmentFront> fragmentFronts() {
		return fragmentFronts;
	}

	/** The tips of the cracks in the image. */
	public List<TipPoint> tips() {
		return tips;
	}

	/** What could not be measured and why, and what to mind. */
	public List<String> warnings() {
		return warnings;
	}
}
