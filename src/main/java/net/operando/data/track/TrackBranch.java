package net.operando.data.track;

import java.util.List;

/** A stretch of a track between splits and merges. Immutable. */
public final class TrackBranch {

	private final String id;
	private final List<String> parents;
	private final int trackId;
	private final List<TrackSpot> spots;

	TrackBranch(final String id, final List<String> parents, final int trackId, final List<TrackSpot> spots) {
		this.id = id;
		this.parents = List.copyOf(parents);
		this.trackId = trackId;
		this.spots = List.copyOf(spots);
	}

	/**
	 * The name its spots share if they do and no other branch has it; otherwise the id of what it split from and a number
	 * ("Track_0.2"), in the order of position.
	 */
	public String id() {
		return id;
	}

	/** The branches it came from: none at the start of a track, several after a merge. */
	public List<String> parents() {
		return parents;
	}

	public int trackId() {
		return trackId;
	}

	/** In the order of time; at least one. */
	public List<TrackSpot> spots() {
		return spots;
	}

	public TrackSpot first() {
		return spots.get(0);
	}

	public TrackSpot last() {
		return spots.get(spots.size() - 1);
	}
}
