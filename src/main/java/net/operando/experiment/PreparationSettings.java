package net.operando.experiment;

import java.nio.file.Path;
import java.nio.file.Paths;

import net.operando.analysis.drift.DriftParameters;

/** What is done to a movie before it is measured. Immutable, JSON by field. */
public final class PreparationSettings {

	private String flatField = "";
	private String illumination = "Auto";
	private String drift = "Auto";
	private double maxShiftPixels = 20;
	/** A tenth of a degree turns the ends of a rod against its fringes by a quarter of a pixel; looking for it costs little. */
	private boolean rotation = true;

	/** Light and drift are corrected where a look at the movie says that they have to be. */
	public PreparationSettings() {}

	/** @param illumination "Auto", "On" or "Off"; @param drift the same */
	public static PreparationSettings of(final String illumination, final String drift) {
		final PreparationSettings s = new PreparationSettings();
		s.illumination = illumination;
		s.drift = drift;
		return s;
	}

	/** @throws net.operando.base.InvalidInputException naming the key that cannot be meant */
	void check() {
		driftMode();
		illuminationMode();
		drift().check();
	}

	/** A movie of an even field, or "". */
	String flatField() {
		return flatField == null ? "" : flatField.trim();
	}

	Path flatFieldPath() {
		return Paths.get(flatField());
	}

	Toggle illuminationMode() {
		return Toggle.parse(illumination, "illumination");
	}

	Toggle driftMode() {
		return Toggle.parse(drift, "drift");
	}

	DriftParameters drift() {
		return new DriftParameters().withMaxShiftPixels(maxShiftPixels).withRotation(rotation);
	}
}
