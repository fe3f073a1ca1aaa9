package net.operando.experiment;

import java.util.Arrays;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.data.electrochem.CurrentSign;
import net.operando.model.titration.DiffusionCurve;
import net.operando.model.titration.ParticleShape;
import net.operando.model.titration.TitrationMethod;
import net.operando.model.titration.TitrationParameters;

/**
 * How a titration becomes D(x): its evaluation, the flags accepted all the same, and a D known from elsewhere that the
 * curve is scaled to. Immutable; plain fields, so that it can be kept as JSON. NaN is "not given".
 */
public final class TitrationSettings {

	private static final List<String> FLAGS = List.of("bent", "late", "early", "curved_ocv", "uncertain", "ir_unknown", "by_voltage",
		"wrong_way");

	private TitrationParameters titration = TitrationParameters.defaults();
	private String[] accept = {};
	private double scaleX = Double.NaN;
	private double scaleSquareMetresPerSecond = Double.NaN;

	/** {@link TitrationParameters#defaults()}, nothing accepted, not scaled. */
	public TitrationSettings() {}

	private TitrationSettings copy() {
		final TitrationSettings s = new TitrationSettings();
		s.titration = titration;
		s.accept = accept;
		s.scaleX = scaleX;
		s.scaleSquareMetresPerSecond = scaleSquareMetresPerSecond;
		return s;
	}

	/** @param micrometres slab: from the face to the closed end or symmetry plane; sphere: the radius */
	public TitrationSettings withMethod(final TitrationMethod method, final ParticleShape shape,
		final double micrometres)
	{
		final TitrationSettings s = copy();
		s.titration = titration.withMethod(method).withShape(shape, micrometres);
		return s;
	}

	/** @param mAh takes x from 0 to 1; @param startX at the first sample; NaN finds either from the data */
	public TitrationSettings withCharge(final double mAh, final double startX, final CurrentSign sign) {
		final TitrationSettings s = copy();
		s.titration = titration.withCapacityMilliampereHours(mAh).withStartX(startX).withCurrentSign(sign);
		return s;
	}

	/**
	 * @param flags words with commas between, as in the column flag; empty for none
	 * @throws InvalidInputException if one is no flag
	 */
	public TitrationSettings accepting(final String flags) {
		final TitrationSettings s = copy();
		s.accept = Arrays.stream(flags.split("[,+\\s]+")).filter(f -> !f.isEmpty()).toArray(String[]::new);
		for (final String flag : s.accept)
			if (!FLAGS.contains(flag)) throw new InvalidInputException("'" + flag +
				"' is no flag that accept can take: use some of " + String.join(", ", FLAGS) + ".");
		return s;
	}

	/**
	 * @param x where D is known; @param squareMetresPerSecond that D; NaN for both: not scaled
	 * @throws InvalidInputException if only one is given
	 */
	public TitrationSettings scaledTo(final double x, final double squareMetresPerSecond) {
		if (Double.isNaN(x) != Double.isNaN(squareMetresPerSecond)) throw new InvalidInputException(
			"Scaling needs both the x and the D known there: give scalex and scaled, or neither.");
		final TitrationSettings s = copy();
		s.scaleX = x;
		s.scaleSquareMetresPerSecond = squareMetresPerSecond;
		return s;
	}

	public TitrationParameters titration() {
		return titration;
	}

	/** Whether some flags are accepted. */
	boolean acceptsFlags() {
		return accept.length > 0;
	}

	/** The flags accepted, with commas between. */
	String accepted() {
		return String.join(", ", accept);
	}

	/** The curve as asked for: flags accepted first, then scaled. */
	DiffusionCurve finished(final DiffusionCurve measured) {
		final DiffusionCurve curve = measured.accepting(accept);
		return Double.isNaN(scaleX) ? curve : curve.scaledTo(scaleX, scaleSquareMetresPerSecond);
	}
}
