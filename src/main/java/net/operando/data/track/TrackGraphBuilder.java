package net.operando.data.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects spots and links and makes a graph of them: what hangs together becomes a track, named as its first spot, with the
 * features TrackMate itself gives tracks and edges. Not thread-safe.
 */
public final class TrackGraphBuilder {

	private static final String[] COUNTS = { "NUMBER_GAPS", "NUMBER_SPLITS", "NUMBER_MERGES", "NUMBER_COMPLEX",
		"LONGEST_GAP" };

	private final String spaceUnit;
	private final String timeUnit;
	private final Map<String, TrackFeature> declared = new LinkedHashMap<>();
	private final List<TrackSpot> spots = new ArrayList<>();
	private final Map<Integer, List<Integer>> targets = new LinkedHashMap<>();
	private final Map<Integer, Integer> sources = new HashMap<>();
	/** For every spot one of its track; itself for the first. */
	private final List<Integer> together = new ArrayList<>();

	/** @param spaceUnit of positions; @param timeUnit of times */
	public TrackGraphBuilder(final String spaceUnit, final String timeUnit) {
		this.spaceUnit = spaceUnit;
		this.timeUnit = timeUnit;
		declare(TrackFeature.of(TrackSpot.QUALITY, "Quality", "Quality", FeatureDimension.QUALITY, false));
		declare(TrackFeature.of(TrackSpot.X, "X", "X", FeatureDimension.POSITION, false));
		declare(TrackFeature.of(TrackSpot.Y, "Y", "Y", FeatureDimension.POSITION, false));
		declare(TrackFeature.of(TrackSpot.Z, "Z", "Z", FeatureDimension.POSITION, false));
		declare(TrackFeature.of(TrackSpot.T, "T", "T", FeatureDimension.TIME, false));
		declare(TrackFeature.of(TrackSpot.FRAME, "Frame", "Frame", FeatureDimension.NONE, true));
		declare(TrackFeature.of(TrackSpot.RADIUS, "Radius", "R", FeatureDimension.LENGTH, false));
		declare(TrackFeature.of(TrackSpot.VISIBILITY, "Visibility", "Visibility", FeatureDimension.NONE, true));
	}

	/** Declares a feature of spots. */
	public TrackGraphBuilder declare(final TrackFeature feature) {
		declared.put(feature.key(), feature);
		return this;
	}

	/**
	 * Adds a spot; see {@link TrackSpot#at}. Features whose values are NaN are left out.
	 *
	 * @param outline corners relative to the position, or nothing
	 * @return its id
	 */
	public int spot(final String name, final int frame, final double x, final double y, final double time,
		final double radius, final Map<String, Double> features, final double... outline)
	{
		final int id = spots.size();
		TrackSpot spot = TrackSpot.at(id, name, frame, x, y, time, radius, 1).withOutline(outline);
		for (final Map.Entry<String, Double> f : features.entrySet()) {
			if (!declared.containsKey(f.getKey())) throw new IllegalArgumentException("undeclared feature " + f.getKey());
			if (!Double.isNaN(f.getValue())) spot = spot.with(f.getKey(), f.getValue());
		}
		spots.add(spot);
		together.add(id);
		return id;
	}

	/** Links a spot to a later one. */
	public void link(final int source, final int target) {
		targets.computeIfAbsent(source, k -> new ArrayList<>()).add(target);
		sources.merge(target, 1, Integer::sum);
		final int a = root(source);
		final int b = root(target);
		together.set(Math.max(a, b), Math.min(a, b));
	}

	private int root(final int spot) {
		int r = spot;
		while (together.get(r) != r)
			r = together.get(r);
		return r;
	}

	/** The graph of all that was added; spots that nothing is linked to belong to no track. */
	public TrackGraph build() {
		final Map<Integer, List<TrackEdge>> edges = new LinkedHashMap<>();
		targets.forEach((source, all) -> all.forEach(target -> edges.computeIfAbsent(root(source), k -> new ArrayList<>()).add(
			edge(spots.get(source), spots.get(target)))));
		final List<Track> tracks = new ArrayList<>();
		for (final Map.Entry<Integer, List<TrackEdge>> e : edges.entrySet())
			tracks.add(Track.of(tracks.size(), spots.get(e.getKey()).name(), true, features(tracks.size(), e.getValue()), e
				.getValue()));
		return TrackGraph.empty(spaceUnit, timeUnit).declaring(new ArrayList<>(declared.values()), edgeFeatures(),
			trackFeatures()).with(spots, tracks);
	}

	private static TrackEdge edge(final TrackSpot from, final TrackSpot to) {
		final double displacement = Math.hypot(to.x() - from.x(), to.y() - from.y());
		final Map<String, Double> f = new LinkedHashMap<>();
		f.put("SPEED", displacement / (to.time() - from.time()));
		f.put("DISPLACEMENT", displacement);
		f.put("EDGE_TIME", 0.5 * (from.time() + to.time()));
		return TrackEdge.of(from.id(), to.id(), f);
	}

	private Map<String, Double> features(final int index, final Collection<TrackEdge> edges) {
		final int[] members = edges.stream().flatMapToInt(e -> Arrays.stream(new int[] { e.source(), e.target() })).distinct()
			.toArray();
		final Map<String, Double> f = new LinkedHashMap<>();
		f.put("TRACK_INDEX", (double) index);
		f.put("NUMBER_SPOTS", (double) members.length);
		final double[] counts = new double[COUNTS.length];
		for (final TrackEdge e : edges) {
			final int gap = spots.get(e.target()).frame() - spots.get(e.source()).frame() - 1;
			if (gap > 0) counts[0]++;
			counts[4] = Math.max(counts[4], gap);
		}
		for (final int spot : members) {
			final boolean splits = targets.getOrDefault(spot, List.of()).size() > 1;
			final boolean merges = sources.getOrDefault(spot, 0) > 1;
			if (splits && merges) counts[3]++;
			else if (splits) counts[1]++;
			else if (merges) counts[2]++;
		}
		for (int i = 0; i < counts.length; i++)
			f.put(COUNTS[i], counts[i]);
		final double start = Arrays.stream(members).mapToDouble(s -> spots.get(s).time()).min().orElse(Double.NaN);
		final double stop = Arrays.stream(members).mapToDouble(s -> spots.get(s).time()).max().orElse(Double.NaN);
		f.put("TRACK_DURATION", stop - start);
		f.put("TRACK_START", start);
		f.put("TRACK_STOP", stop);
		return f;
	}

	private static List<TrackFeature> edgeFeatures() {
		return List.of(TrackFeature.of("SPOT_SOURCE_ID", "Source spot ID", "Source ID", FeatureDimension.NONE, true),
			TrackFeature.of("SPOT_TARGET_ID", "Target spot ID", "Target ID", FeatureDimension.NONE, true), TrackFeature.of("SPEED",
				"Speed", "Speed", FeatureDimension.VELOCITY, false), TrackFeature.of("DISPLACEMENT", "Displacement", "Disp.",
					FeatureDimension.LENGTH, false), TrackFeature.of("EDGE_TIME", "Edge time", "Edge T", FeatureDimension.TIME,
						false));
	}

	private static List<TrackFeature> trackFeatures() {
		return List.of(TrackFeature.of("TRACK_INDEX", "Track index", "Index", FeatureDimension.NONE, true), TrackFeature.of(
			"TRACK_ID", "Track ID", "ID", FeatureDimension.NONE, true), TrackFeature.of("NUMBER_SPOTS",
				"Number of spots in track", "N spots", FeatureDimension.NONE, true), TrackFeature.of("NUMBER_GAPS",
					"Number of gaps", "N gaps", FeatureDimension.NONE, true), TrackFeature.of("NUMBER_SPLITS",
						"Number of split events", "N splits", FeatureDimension.NONE, true), TrackFeature.of("NUMBER_MERGES",
							"Number of merge events", "N merges", FeatureDimension.NONE, true), TrackFeature.of("NUMBER_COMPLEX",
								"Number of complex points", "N complex", FeatureDimension.NONE, true), TrackFeature.of("LONGEST_GAP",
									"Longest gap", "Lgst gap", FeatureDimension.NONE, true), TrackFeature.of("TRACK_DURATION",
										"Track duration", "Duration", FeatureDimension.TIME, false), TrackFeature.of("TRACK_START",
											"Track start", "Track start", FeatureDimension.TIME, false), TrackFeature.of("TRACK_STOP",
												"Track stop", "Track stop", FeatureDimension.TIME, false));
	}
}
