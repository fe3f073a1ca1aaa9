package net.operando.data.io.trackmate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import net.operando.data.track.Track;
import net.operando.data.track.TrackEdge;
import net.operando.data.track.TrackFeature;
import net.operando.data.track.TrackGraph;
import net.operando.data.track.TrackSpot;

/** Makes the elements of a TrackMate file. */
final class TrackMateWriter {

	private TrackMateWriter() {}

	static XmlNode document(final TrackMateFile file) {
		if (file.rest() == null) return own(file);
		final XmlNode root = new XmlNode(file.rest().name);
		root.attributes.putAll(file.rest().attributes);
		for (final XmlNode child : file.rest().children)
			root.add(child.name.equals("Model") ? model(file.graph(), emptyFrames(child)) : child);
		return root;
	}

	/** A file that TrackMate's "Load a TrackMate file" opens at its display options: found by hand, so nothing is computed anew. */
	private static XmlNode own(final TrackMateFile file) {
		final XmlNode root = new XmlNode("TrackMate").with("version", file.version());
		if (!file.log().isEmpty()) root.add("Log").text = file.log();
		root.add(model(file.graph(), List.of()));
		final XmlNode settings = root.add("Settings");
		final TrackImage i = file.image();
		settings.add("ImageData").with("filename", i.fileName()).with("folder", i.folder()).with("width", i.width()).with(
			"height", i.height()).with("nslices", i.slices()).with("nframes", i.frames()).with("pixelwidth", i.pixelWidth())
			.with("pixelheight", i.pixelHeight()).with("voxeldepth", i.voxelDepth()).with("timeinterval", i.timeInterval());
		settings.add("BasicSettings").with("xstart", 0).with("xend", i.width() - 1).with("ystart", 0).with("yend", i.height() -
			1).with("zstart", 0).with("zend", i.slices() - 1).with("tstart", 0).with("tend", i.frames() - 1);
		settings.add("DetectorSettings").with("DETECTOR_NAME", "MANUAL_DETECTOR").with("RADIUS", meanRadius(file.graph()));
		// qualities are shares of 1, so nothing is filtered away
		settings.add("InitialSpotFilter").with("feature", TrackSpot.QUALITY).with("value", 0.0).with("isabove", true);
		settings.add("SpotFilterCollection");
		settings.add("TrackerSettings").with("TRACKER_NAME", "MANUAL_TRACKER");
		settings.add("TrackFilterCollection");
		final XmlNode analyzers = settings.add("AnalyzerCollection");
		analyzers.add("SpotAnalyzers");
		analyzers.add("EdgeAnalyzers");
		analyzers.add("TrackAnalyzers");
		root.add("GUIState").with("state", "ConfigureViews");
		root.add("DisplaySettings").text = DISPLAY;
		return root;
	}

	/** What differs from TrackMate's own defaults, which its reader keeps for all that is not said: names shown, tracks whole. */
	private static final String DISPLAY = "{\n  \"name\": \"Operando\",\n  \"spotShowName\": true,\n" +
		"  \"spotDisplayedAsRoi\": true,\n  \"trackDisplayMode\": \"FULL\"\n}";

	private static double meanRadius(final TrackGraph graph) {
		return graph.spots().stream().mapToDouble(s -> s.feature(TrackSpot.RADIUS)).filter(r -> r > 0).average().orElse(1);
	}

	/** Frames that are listed though nothing is in them: TrackMate remembers so that they were looked at. */
	private static List<Integer> emptyFrames(final XmlNode model) {
		final List<Integer> frames = new ArrayList<>();
		for (final XmlNode frame : model.child("AllSpots").children)
			if (frame.children.isEmpty()) frames.add(Integer.valueOf(frame.attributes.get("frame").trim()));
		return frames;
	}

	private static XmlNode model(final TrackGraph graph, final List<Integer> emptyFrames) {
		final XmlNode model = new XmlNode("Model").with("spatialunits", graph.spaceUnit()).with("timeunits", graph.timeUnit());
		final XmlNode declared = model.add("FeatureDeclarations");
		declare(declared.add("SpotFeatures"), graph.spotFeatures());
		declare(declared.add("EdgeFeatures"), graph.edgeFeatures());
		declare(declared.add("TrackFeatures"), graph.trackFeatures());
		addSpots(model.add("AllSpots"), graph, emptyFrames);
		final Set<String> wholeOfTracks = whole(graph.trackFeatures());
		final Set<String> wholeOfEdges = whole(graph.edgeFeatures());
		final XmlNode all = model.add("AllTracks");
		final XmlNode filtered = model.add("FilteredTracks");
		for (final Track track : graph.tracks()) {
			final XmlNode node = all.add("Track").with("name", track.name()).with("TRACK_ID", track.id());
			addNumbers(node, track.features(), wholeOfTracks);
			for (final TrackEdge e : track.edges())
				addNumbers(node.add("Edge").with("SPOT_SOURCE_ID", e.source()).with("SPOT_TARGET_ID", e.target()), e.features(),
					wholeOfEdges);
			if (track.isVisible()) filtered.add("TrackID").with("TRACK_ID", track.id());
		}
		return model;
	}

	private static void declare(final XmlNode parent, final List<TrackFeature> features) {
		for (final TrackFeature f : features)
			parent.add("Feature").with("feature", f.key()).with("name", f.name()).with("shortname", f.shortName()).with(
				"dimension", f.dimension()).with("isint", f.isWhole());
	}

	private static void addSpots(final XmlNode all, final TrackGraph graph, final List<Integer> emptyFrames) {
		all.with("nspots", graph.spots().size());
		final Set<String> whole = whole(graph.spotFeatures());
		final Map<Integer, XmlNode> frames = new TreeMap<>();
		for (final int f : emptyFrames)
			frames.put(f, new XmlNode("SpotsInFrame").with("frame", f));
		for (final TrackSpot spot : graph.spots()) {
			final XmlNode node = frames.computeIfAbsent(spot.frame(), f -> new XmlNode("SpotsInFrame").with("frame", f)).add(
				"Spot").with("ID", spot.id()).with("name", spot.name());
			addNumbers(node, spot.features(), whole);
			final double[] outline = spot.outline();
			if (outline.length == 0) continue;
			node.with("ROI_N_POINTS", outline.length / 2);
			final StringBuilder s = new StringBuilder();
			for (final double v : outline)
				s.append(s.length() == 0 ? "" : " ").append(v);
			node.text = s.toString();
		}
		all.children.addAll(frames.values());
	}

	private static Set<String> whole(final List<TrackFeature> features) {
		final Set<String> keys = new HashSet<>();
		for (final TrackFeature f : features)
			if (f.isWhole()) keys.add(f.key());
		return keys;
	}

	private static void addNumbers(final XmlNode node, final Map<String, Double> features, final Set<String> whole) {
		features.forEach((key, v) -> node.with(key, whole.contains(key) && v == Math.rint(v) ? Long.toString(v.longValue())
			: v.toString()));
	}
}
