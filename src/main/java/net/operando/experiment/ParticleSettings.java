package net.operando.experiment;

import java.nio.file.Path;
import java.nio.file.Paths;

import net.operando.analysis.crack.CrackParameters;
import net.operando.analysis.fragment.FragmentParameters;
import net.operando.analysis.rod.ExpansionTable;
import net.operando.analysis.rod.RodFinderParameters;
import net.operando.base.InvalidInputException;

/** What is measured on each rod besides its fronts: length, cracks, fragments. Immutable, JSON by field. */
public final class ParticleSettings {

	private double minLengthMicrometres = 5;
	private double maxWidthMicrometres = 6;
	private boolean lengths = true;
	private boolean cracks = true;
	private boolean fragments = true;
	private String expansion = "";
	private double crackSensitivity = 1;
	private double ratioThreshold = 1.2;

	/** All is measured. */
	public ParticleSettings() {}

	/** Nothing but fronts is measured. */
	public static ParticleSettings none() {
		final ParticleSettings s = new ParticleSettings();
		s.lengths = false;
		s.cracks = false;
		s.fragments = false;
		return s;
	}

	/** @throws InvalidInputException naming the key that cannot be meant */
	void check() {
		finder();
		crack().validate();
		new FragmentParameters().withRatioThreshold(ratioThreshold).check();
		if (!expansion().isEmpty()) expansionTable();
	}

	RodFinderParameters finder() {
		return new RodFinderParameters().withSizes(minLengthMicrometres, maxWidthMicrometres);
	}

	boolean lengths() {
		return lengths;
	}

	boolean cracks() {
		return cracks;
	}

	/** Whether pieces are followed where there are cracks. */
	boolean fragments() {
		return fragments && cracks;
	}

	private String expansion() {
		return expansion == null ? "" : expansion.trim();
	}

	/** Elongation against x: the file given, or the placeholder. */
	ExpansionTable expansionTable() {
		if (expansion().isEmpty()) return ExpansionTable.placeholder();
		final Path file = Paths.get(expansion());
		return ExpansionTable.read(file);
	}

	CrackParameters crack() {
		return new CrackParameters().withSensitivity(crackSensitivity);
	}

	FragmentParameters fragment(final String rodId) {
		return new FragmentParameters().withRodId(rodId).withRatioThreshold(ratioThreshold);
	}
}
