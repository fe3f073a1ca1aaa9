package net.operando.data.track;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something seen in one frame: an id, a name, features by key, and its outline if that is known. Immutable. */
public final class TrackSpot {

	/** Keys of what every spot has: position and radius in the graph's unit of length, time in its unit of time. */
	public static final String X = "POSITION_X";
	public static final String Y = "POSITION_Y";
	public static final String Z = "POSITION_Z";
	public static final String T = "POSITION_T";
	public static final String FRAME = "FRAME";
	public static final String RADIUS = "RADIUS";
	public static final String QUALITY = "QUALITY";
	public static final String VISIBILITY = "VISIBILITY";

	private final int id;
	private final String name;
	private final int frame;
	private final Map<String, Double> features;
	private final double[] outline;

	private TrackSpot(final int id, final String name, final int frame, final Map<String, Double> features,
		final double[] outline)
	{
		this.id = id;
		this.name = name;
		this.frame = frame;
		this.features = features;
		this.outline = outline;
	}

	/**
	 * @param frame counted from 0
	 * @param features by key, in the order they are to be written; copied
	 * @param outline x and y of the corners, one after the other, relative to the spot's position; empty for none; copied
	 */
	public static TrackSpot of(final int id, final String name, final int frame, final Map<String, Double> features,
		final double... outline)
	{
		return new TrackSpot(id, name, frame, Collections.unmodifiableMap(new LinkedHashMap<>(features)), outline.clone());
	}

	/**
	 * A spot with the features every spot has.
	 *
	 * @param frame counted from 0
	 * @param x in the graph's unit of length; @param y likewise
	 * @param time in the graph's unit of time
	 * @param radius in the graph's unit of length
	 * @param quality larger is better; TrackMate's first filter goes by it
	 */
	public static TrackSpot at(final int id, final String name, final int frame, final double x, final double y,
		final double time, final double radius, final double quality)
	{
		final Map<String, Double> f = new LinkedHashMap<>();
		f.put(QUALITY, quality);
		f.put(X, x);
		f.put(Y, y);
		f.put(Z, 0.0);
		f.put(T, time);
		f.put(FRAME, (double) frame);
		f.put(RADIUS, radius);
		f.put(VISIBILITY, 1.0);
		return of(id, name, frame, f);
	}

	/** This spot with another feature. */
	public TrackSpot with(final String key, final double value) {
		final Map<String, Double> f = new LinkedHashMap<>(features);
		f.put(key, value);
		return of(id, name, frame, f, outline);
	}

	/** This spot with an outline; see {@link #of}. */
	public TrackSpot withOutline(final double... corners) {
		return of(id, name, frame, features, corners);
	}

	public int id() {
		return id;
	}

	public String name() {
		return name;
	}

	/** Counted from 0. */
	public int frame() {
		return frame;
	}

	/** Features by key, in the order they were given. */
	public Map<String, Double> features() {
		return features;
	}

	/** A feature; NaN if the spot has none of that key. */
	public double feature(final String key) {
		return features.getOrDefault(key, Double.NaN);
	}

	public double x() {
		return feature(X);
	}

	public double y() {
		return feature(Y);
	}

	public double time() {
		return feature(T);
	}

	/** A copy of the corners relative to the spot's position: x and y one after the other; empty if not known. */
	public double[] outline() {
		return outline.clone();
	}

	@Override
	public String toString() {
		return name + " (spot " + id + " in frame " + frame + ")";
	}
}
