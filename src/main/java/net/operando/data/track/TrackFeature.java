package net.operando.data.track;

import java.util.Objects;

/** The declaration of a feature: how it is called and what kind of quantity it is. Immutable. */
public final class TrackFeature {

	private final String key;
	private final String name;
	private final String shortName;
	private final FeatureDimension dimension;
	private final boolean whole;

	private TrackFeature(final String key, final String name, final String shortName, final FeatureDimension dimension,
		final boolean whole)
	{
		this.key = Objects.requireNonNull(key);
		this.name = Objects.requireNonNull(name);
		this.shortName = Objects.requireNonNull(shortName);
		this.dimension = Objects.requireNonNull(dimension);
		this.whole = whole;
	}

	/**
	 * @param key upper case letters, digits and underscores ("MEAN_INTENSITY_CH1")
	 * @param name for people
	 * @param shortName for column heads
	 * @param whole whether its values are whole numbers
	 */
	public static TrackFeature of(final String key, final String name, final String shortName,
		final FeatureDimension dimension, final boolean whole)
	{
		return new TrackFeature(key, name, shortName, dimension, whole);
	}

	public String key() {
		return key;
	}

	public String name() {
		return name;
	}

	public String shortName() {
		return shortName;
	}

	public FeatureDimension dimension() {
		return dimension;
	}

	/** Whether its values are whole numbers. */
	public boolean isWhole() {
		return whole;
	}

	@Override
	public boolean equals(final Object other) {
		if (!(other instanceof TrackFeature)) return false;
		final TrackFeature f = (TrackFeature) other;
		return key.equals(f.key) && name.equals(f.name) && shortName.equals(f.shortName) && dimension == f.dimension &&
			whole == f.whole;
	}

	@Override
	public int hashCode() {
		return key.hashCode();
	}

	@Override
	public String toString() {
		return key + " (" + name + ", " + dimension + ")";
	}
}
