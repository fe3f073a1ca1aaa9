package net.operando.data.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Cuts tracks into branches at splits and merges. */
final class Branching {

	private static final Comparator<TrackSpot> BY_TIME_THEN_PLACE = Comparator.comparingInt(TrackSpot::frame).thenComparing(
		TrackSpot::x).thenComparing(TrackSpot::y).thenComparing(TrackSpot::id);

	private final TrackGraph graph;
	private final Track track;
	private final Map<Integer, List<TrackSpot>> next = new HashMap<>();
	private final Map<Integer, List<TrackSpot>> before = new HashMap<>();
	/** Id of the branch that ends with a spot. */
	private final Map<Integer, String> endingWith = new HashMap<>();
	private final Map<String, Integer> children = new HashMap<>();

	private Branching(final TrackGraph graph, final Track track) {
		this.graph = graph;
		this.track = track;
		for (final TrackEdge e : track.edges()) {
			TrackSpot from = graph.spot(e.source());
			TrackSpot to = graph.spot(e.target());
			if (from.frame() > to.frame()) {
				final TrackSpot later = from;
				from = to;
				to = later;
			}
			next.computeIfAbsent(from.id(), k -> new ArrayList<>()).add(to);
			before.computeIfAbsent(to.id(), k -> new ArrayList<>()).add(from);
		}
	}

	static List<TrackBranch> branches(final TrackGraph graph) {
		final List<TrackBranch> all = new ArrayList<>();
		final Set<String> taken = new HashSet<>();
		for (final Track track : graph.tracks())
			all.addAll(new Branching(graph, track).run(taken));
		return all;
	}

	private List<TrackBranch> run(final Set<String> taken) {
		final TreeMap<TrackSpot, Boolean> heads = new TreeMap<>(BY_TIME_THEN_PLACE);
		final Set<Integer> ids = new HashSet<>(next.keySet());
		ids.addAll(before.keySet());
		for (final int id : ids)
			if (startsBranch(id)) heads.put(graph.spot(id), true);
		final List<TrackBranch> branches = new ArrayList<>();
		int roots = 0;
		for (final TrackSpot head : heads.keySet()) {
			final List<TrackSpot> run = new ArrayList<>(List.of(head));
			while (following(run.get(run.size() - 1)) != null)
				run.add(following(run.get(run.size() - 1)));
			final List<String> parents = new ArrayList<>();
			for (final TrackSpot p : before.getOrDefault(head.id(), List.of()))
				if (endingWith.containsKey(p.id())) parents.add(endingWith.get(p.id()));
			final String numbered;
			if (parents.isEmpty()) numbered = roots++ == 0 ? track.name() : track.name() + "-" + roots;
			else if (parents.size() == 1) numbered = parents.get(0) + "." + children.merge(parents.get(0), 1, Integer::sum);
			else numbered = String.join("+", parents);
			final String id = named(run, numbered, taken);
			taken.add(id);
			endingWith.put(run.get(run.size() - 1).id(), id);
			branches.add(new TrackBranch(id, parents, track.id(), run));
		}
		return branches;
	}

	/** The name the spots share, unless it is taken or says nothing but an id. */
	private static String named(final List<TrackSpot> run, final String otherwise, final Set<String> taken) {
		final String name = run.get(0).name();
		for (final TrackSpot spot : run)
			if (!spot.name().equals(name)) return otherwise;
		return taken.contains(name) || name.equals("ID" + run.get(0).id()) ? otherwise : name;
	}

	private boolean startsBranch(final int id) {
		final List<TrackSpot> from = before.getOrDefault(id, List.of());
		return from.size() != 1 || next.get(from.get(0).id()).size() > 1;
	}

	private TrackSpot following(final TrackSpot spot) {
		final List<TrackSpot> to = next.getOrDefault(spot.id(), List.of());
		return to.size() == 1 && before.get(to.get(0).id()).size() == 1 ? to.get(0) : null;
	}
}
