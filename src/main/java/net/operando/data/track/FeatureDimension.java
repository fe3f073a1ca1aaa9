package net.operando.data.track;

/** What kind of quantity a feature is, from which its unit follows. The constants are those TrackMate knows. */
public enum FeatureDimension {

	NONE, QUALITY, COST, INTENSITY, INTENSITY_SQUARED, POSITION, VELOCITY, LENGTH, AREA, TIME, ANGLE, RATE, ANGLE_RATE,
	STRING;

	/**
	 * The unit of a quantity of this kind; empty if it has none.
	 *
	 * @param space unit of length
	 * @param time unit of time
	 */
	public String unit(final String space, final String time) {
		switch (this) {
			case POSITION:
			case LENGTH:
				return space;
			case AREA:
				return space + "^2";
			case VELOCITY:
				return space + "/" + time;
			case TIME:
				return time;
			case INTENSITY:
				return "counts";
			case INTENSITY_SQUARED:
				return "counts^2";
			case ANGLE:
				return "rad";
			case RATE:
				return "1/" + time;
			case ANGLE_RATE:
				return "rad/" + time;
			default:
				return "";
		}
	}
}
