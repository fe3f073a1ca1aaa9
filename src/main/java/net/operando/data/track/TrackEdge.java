package net.operando.data.track;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A link from a spot to what it became. Immutable. */
public final class TrackEdge {

	private final int source;
	private final int target;
	private final Map<String, Double> features;

	private TrackEdge(final int source, final int target, final Map<String, Double> features) {
		this.source = source;
		this.target = target;
		this.features = features;
	}

	/**
	 * @param source id of the earlier spot
	 * @param target id of the later spot
	 * @param features by key, without the two ids; copied
	 */
	public static TrackEdge of(final int source, final int target, final Map<String, Double> features) {
		return new TrackEdge(source, target, Collections.unmodifiableMap(new LinkedHashMap<>(features)));
	}

	/** Id of the earlier spot. */
	public int source() {
		return source;
	}

	/** Id of the later spot. */
	public int target() {
		return target;
	}

	/** Features by key, in the order they were given. */
	public Map<String, Double> features() {
		return features;
	}

	@Override
	public String toString() {
		return source + " -> " + target;
	}
}
