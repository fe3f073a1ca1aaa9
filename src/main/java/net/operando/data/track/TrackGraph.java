package net.operando.data.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.operando.base.InvalidInputException;

/**
 * Spots, the tracks through them, and what their features mean. Every edge leads from a spot of the graph to another one,
 * once, and a spot belongs to one track at most. Immutable.
 */
public final class TrackGraph {

	private final String spaceUnit;
	private final String timeUnit;
	private final List<TrackFeature> spotFeatures;
	private final List<TrackFeature> edgeFeatures;
	private final List<TrackFeature> trackFeatures;
	private final Map<Integer, TrackSpot> spots;
	private final List<Track> tracks;

	private TrackGraph(final String spaceUnit, final String timeUnit, final List<TrackFeature> spotFeatures,
		final List<TrackFeature> edgeFeatures, final List<TrackFeature> trackFeatures, final Map<Integer, TrackSpot> spots,
		final List<Track> tracks)
	{
		this.spaceUnit = spaceUnit;
		this.timeUnit = timeUnit;
		this.spotFeatures = spotFeatures;
		this.edgeFeatures = edgeFeatures;
		this.trackFeatures = trackFeatures;
		this.spots = spots;
		this.tracks = tracks;
	}

	/** Nothing yet, in units such as "um" and "sec". */
	public static TrackGraph empty(final String spaceUnit, final String timeUnit) {
		return new TrackGraph(spaceUnit, timeUnit, List.of(), List.of(), List.of(), Map.of(), List.of());
	}

	/** This graph with its features declared, in the order they are to be listed. */
	public TrackGraph declaring(final List<TrackFeature> ofSpots, final List<TrackFeature> ofEdges,
		final List<TrackFeature> ofTracks)
	{
		return new TrackGraph(spaceUnit, timeUnit, List.copyOf(ofSpots), List.copyOf(ofEdges), List.copyOf(ofTracks), spots,
			tracks);
	}

	/**
	 * This graph with other spots and tracks.
	 *
	 * @throws InvalidInputException if two spots or tracks have one id, an edge leads to a spot that is not there, to
	 *           itself or is there twice, or a spot belongs to two tracks
	 */
	public TrackGraph with(final List<TrackSpot> newSpots, final List<Track> newTracks) {
		final Map<Integer, TrackSpot> byId = new LinkedHashMap<>();
		for (final TrackSpot spot : newSpots)
			if (byId.put(spot.id(), spot) != null) throw new InvalidInputException("The spot id " + spot.id() +
				" is there twice: every spot needs an id of its own.");
		final Set<Integer> trackIds = new HashSet<>();
		final Map<Integer, Integer> trackOfSpot = new HashMap<>();
		for (final Track track : newTracks) {
			if (!trackIds.add(track.id())) throw new InvalidInputException("The track id " + track.id() +
				" is there twice: every track needs an id of its own.");
			final Set<Long> seen = new HashSet<>();
			for (final TrackEdge e : track.edges())
				checkEdge(track, e, byId, seen, trackOfSpot);
		}
		return new TrackGraph(spaceUnit, timeUnit, spotFeatures, edgeFeatures, trackFeatures, Collections.unmodifiableMap(
			byId), List.copyOf(newTracks));
	}

	private static void checkEdge(final Track track, final TrackEdge e, final Map<Integer, TrackSpot> spots,
		final Set<Long> seen, final Map<Integer, Integer> trackOfSpot)
	{
		for (final int id : new int[] { e.source(), e.target() }) {
			if (!spots.containsKey(id)) throw new InvalidInputException("Track " + track.id() + " has an edge to spot " + id +
				", which is not there: save the tracks anew.");
			final Integer other = trackOfSpot.put(id, track.id());
			if (other != null && other != track.id()) throw new InvalidInputException("Spot " + id + " belongs to tracks " +
				other + " and " + track.id() + ": tracks that share a spot are one track.");
		}
		if (e.source() == e.target()) throw new InvalidInputException("Track " + track.id() + " has an edge from spot " + e
			.source() + " to itself: save the tracks anew.");
		final long low = Math.min(e.source(), e.target());
		final long high = Math.max(e.source(), e.target());
		if (!seen.add(low << 32 | high & 0xffffffffL)) throw new InvalidInputException("Track " + track.id() +
			" links the spots " + low + " and " + high + " twice: save the tracks anew.");
	}

	public String spaceUnit() {
		return spaceUnit;
	}

	public String timeUnit() {
		return timeUnit;
	}

	public List<TrackFeature> spotFeatures() {
		return spotFeatures;
	}

	public List<TrackFeature> edgeFeatures() {
		return edgeFeatures;
	}

	public List<TrackFeature> trackFeatures() {
		return trackFeatures;
	}

	/** All spots in the order they were given, those of no track too. */
	public List<TrackSpot> spots() {
		return new ArrayList<>(spots.values());
	}

	/** @throws InvalidInputException if there is no spot of that id */
	public TrackSpot spot(final int id) {
		final TrackSpot spot = spots.get(id);
		if (spot == null) throw new InvalidInputException("There is no spot " + id + ".");
		return spot;
	}

	public List<Track> tracks() {
		return tracks;
	}

	/** The branches of all tracks, each track from its start; see {@link TrackBranch}. */
	public List<TrackBranch> branches() {
		return Branching.branches(this);
	}
}
