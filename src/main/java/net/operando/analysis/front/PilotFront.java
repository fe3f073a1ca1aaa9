package net.operando.analysis.front;

/** A front as found: a straight line over some columns, its sign and, about it, its leading flank. Lengths in um. Immutable; {@link DrawnFront} bends. */
class PilotFront {

	final double sign;
	final double speed;
	final double referenceSeconds;
	final double referencePosition;
	final int firstColumn;
	final int lastColumn;
	final double score;
	final double width;
	final double roughness;
	final double lead;

	/**
	 * firstColumn and lastColumn inclusive; width, roughness (of the spline) and lead (from
	 * crest to leading half maximum) are NaN until they are known. */
	PilotFront(final double sign, final double speed, final double referenceSeconds, final double referencePosition,
		final int firstColumn, final int lastColumn, final double score, final double width, final double roughness,
		final double lead)
	{
		this.sign = sign;
		this.speed = speed;
		this.referenceSeconds = referenceSeconds;
		this.referencePosition = referencePosition;
		this.firstColumn = firstColumn;
		this.lastColumn = lastColumn;
		this.score = score;
		this.width = width;
		this.roughness = roughness;
		this.lead = lead;
	}

	int direction() {
		return speed >= 0 ? 1 : -1;
	}

	double at(final double seconds) {
		return referencePosition + speed * (seconds - referenceSeconds);
	}

	/** Time at which the line is at a position. */
	double reaches(final double position) {
		return referenceSeconds + (position - referencePosition) / speed;
	}

	PilotFront withFlank(final double aheadOfLine, final double profileWidth, final double profileRoughness,
		final double crestToFlank) {
		return new PilotFront(sign, speed, referenceSeconds, referencePosition + direction() * aheadOfLine, firstColumn,
			lastColumn, score, profileWidth, profileRoughness, crestToFlank);
	}

	PilotFront withColumns(final int first, final int last) {
		return new PilotFront(sign, speed, referenceSeconds, referencePosition, first, last, score, width, roughness, lead);
	}
}
