package net.operando.data.track;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Edges that hang together. Immutable. */
public final class Track {

	private final int id;
	private final String name;
	private final boolean visible;
	private final Map<String, Double> features;
	private final List<TrackEdge> edges;

	private Track(final int id, final String name, final boolean visible, final Map<String, Double> features,
		final List<TrackEdge> edges)
	{
		this.id = id;
		this.name = name;
		this.visible = visible;
		this.features = features;
		this.edges = edges;
	}

	/**
	 * @param visible whether it passes the filters that were set when it was stored
	 * @param features by key, without its id; copied
	 * @param edges at least one
	 */
	public static Track of(final int id, final String name, final boolean visible, final Map<String, Double> features,
		final List<TrackEdge> edges)
	{
		return new Track(id, name, visible, Collections.unmodifiableMap(new LinkedHashMap<>(features)), List.copyOf(edges));
	}

	public int id() {
		return id;
	}

	public String name() {
		return name;
	}

	/** Whether it passes the filters that were set when it was stored. */
	public boolean isVisible() {
		return visible;
	}

	/** Features by key, in the order they were given. */
	public Map<String, Double> features() {
		return features;
	}

	public List<TrackEdge> edges() {
		return edges;
	}
}
