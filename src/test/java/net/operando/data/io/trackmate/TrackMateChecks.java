package net.operando.data.io.trackmate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.google.gson.JsonParser;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

import net.operando.data.track.FeatureDimension;

/**
 * Walks a file as TrackMate's TmXmlReader and LoadTrackMatePlugIn do (7.14 and 8.1 ask for the same) and lists everything
 * they would complain of or fail at. Written from what they ask for, with the JDK's own parser, not with ours.
 */
final class TrackMateChecks {

	private static final Set<String> DETECTORS = Set.of("MANUAL_DETECTOR", "LOG_DETECTOR", "DOG_DETECTOR",
		"LABEL_IMAGE_DETECTOR", "MASK_DETECTOR", "THRESHOLD_DETECTOR");
	private static final Set<String> TRACKERS = Set.of("MANUAL_TRACKER", "SPARSE_LAP_TRACKER", "SIMPLE_SPARSE_LAP_TRACKER",
		"OVERLAP_TRACKER", "KALMAN_TRACKER", "NEAREST_NEIGHBOR_TRACKER");

	private final List<String> complaints = new ArrayList<>();

	private TrackMateChecks() {}

	static List<String> complaintsAbout(final Path file) throws IOException, SAXException, ParserConfigurationException {
		final Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
		final TrackMateChecks checks = new TrackMateChecks();
		checks.root(document.getDocumentElement());
		return checks.complaints;
	}

	private void root(final Element root) {
		expect(root.getTagName().equals("TrackMate"), "root is " + root.getTagName());
		// VersionUtils.compare(version, "2.1.0") >= 0
		expect(root.getAttribute("version").matches("([3-9]|2\\.[1-9])\\..*"), "version " + root.getAttribute("version"));
		final Element model = child(root, "Model");
		attribute(model, "spatialunits");
		attribute(model, "timeunits");
		final Element declarations = child(model, "FeatureDeclarations");
		declared(child(declarations, "SpotFeatures"));
		final Map<String, Boolean> edgeFeatures = declared(child(declarations, "EdgeFeatures"));
		declared(child(declarations, "TrackFeatures"));
		final Map<Integer, Integer> frameOfSpot = spots(child(model, "AllSpots"));
		final Set<Integer> tracks = tracks(child(model, "AllTracks"), frameOfSpot, edgeFeatures);
		for (final Element id : children(child(model, "FilteredTracks"), "TrackID"))
			expect(tracks.contains(whole(id, "TRACK_ID")), "filtered track that is not there");
		settings(child(root, "Settings"));
		if (child(root, "GUIState") != null) attribute(child(root, "GUIState"), "state");
		final Element display = child(root, "DisplaySettings");
		if (display != null && !display.getTextContent().isEmpty()) expect(JsonParser.parseString(display.getTextContent())
			.isJsonObject(), "display settings are no JSON object");
	}

	private Map<String, Boolean> declared(final Element features) {
		final Map<String, Boolean> whole = new HashMap<>();
		for (final Element f : children(features, "Feature")) {
			for (final String key : new String[] { "feature", "name", "shortname", "dimension", "isint" })
				attribute(f, key);
			// Dimension.valueOf throws for others
			expect(java.util.Arrays.stream(FeatureDimension.values()).anyMatch(d -> d.name().equals(f.getAttribute("dimension"))),
				"dimension " + f.getAttribute("dimension"));
			expect(f.getAttribute("isint").matches("true|false"), "isint " + f.getAttribute("isint"));
			whole.put(f.getAttribute("feature"), Boolean.valueOf(f.getAttribute("isint")));
		}
		return whole;
	}

	private Map<Integer, Integer> spots(final Element all) {
		final Map<Integer, Integer> frames = new HashMap<>();
		for (final Element frame : children(all, "SpotsInFrame"))
			for (final Element spot : children(frame, "Spot")) {
				final int id = whole(spot, "ID");
				expect(frames.put(id, whole(frame, "frame")) == null, "spot id twice " + id);
				for (int i = 0; i < spot.getAttributes().getLength(); i++) {
					final Node a = spot.getAttributes().item(i);
					if (!a.getNodeName().equals("ID") && !a.getNodeName().equals("name")) number(spot, a.getNodeName());
				}
				// what its views and trackers take from every spot without asking whether it is there
				for (final String key : new String[] { "POSITION_X", "POSITION_Y", "POSITION_Z", "POSITION_T", "FRAME", "RADIUS",
					"QUALITY", "VISIBILITY" })
					attribute(spot, key);
				expect(whole(spot, "FRAME") == whole(frame, "frame"), "FRAME of spot " + id);
				if (!spot.hasAttribute("ROI_N_POINTS")) continue;
				// str.split("\\s+") on the text as it stands: space before the first number would be an empty number
				final String[] values = spot.getTextContent().split("\\s+");
				expect(whole(spot, "ROI_N_POINTS") > 2 && values.length >= 2 * whole(spot, "ROI_N_POINTS"), "outline of spot " + id);
				for (final String v : values)
					expect(!v.isEmpty() && Double.isFinite(Double.parseDouble(v)), "outline of spot " + id);
			}
		final int stated = whole(all, "nspots");
		expect(stated == frames.size(), "nspots " + stated + " of " + frames.size());
		return frames;
	}

	private Set<Integer> tracks(final Element all, final Map<Integer, Integer> frameOfSpot,
		final Map<String, Boolean> edgeFeatures)
	{
		final Set<Integer> ids = new HashSet<>();
		for (final Element track : children(all, "Track")) {
			attribute(track, "name");
			expect(ids.add(whole(track, "TRACK_ID")), "track id twice");
			for (int i = 0; i < track.getAttributes().getLength(); i++)
				if (!track.getAttributes().item(i).getNodeName().equals("name")) number(track, track.getAttributes().item(i)
					.getNodeName());
			final Set<Set<Integer>> links = new HashSet<>();
			final List<Element> edges = children(track, "Edge");
			expect(!edges.isEmpty(), "a track without edges");
			for (final Element edge : edges) {
				final int source = whole(edge, "SPOT_SOURCE_ID");
				final int target = whole(edge, "SPOT_TARGET_ID");
				expect(frameOfSpot.containsKey(source) && frameOfSpot.containsKey(target), "edge to nowhere");
				expect(source != target && links.add(Set.of(source, target)), "edge " + source + " " + target);
				expect(frameOfSpot.getOrDefault(source, 0) < frameOfSpot.getOrDefault(target, 1), "edge back in time");
				for (final Map.Entry<String, Boolean> f : edgeFeatures.entrySet())
					if (edge.hasAttribute(f.getKey())) {
						if (f.getValue()) whole(edge, f.getKey());
						else number(edge, f.getKey());
					}
			}
		}
		return ids;
	}

	private void settings(final Element settings) {
		final Element image = child(settings, "ImageData");
		for (final String key : new String[] { "pixelwidth", "pixelheight", "voxeldepth", "timeinterval" })
			number(image, key);
		for (final String key : new String[] { "width", "height", "nslices", "nframes" })
			whole(image, key);
		attribute(image, "filename");
		attribute(image, "folder");
		expect(!image.getAttribute("filename").isEmpty(), "no file name of the image");
		for (final String key : new String[] { "xstart", "xend", "ystart", "yend", "zstart", "zend", "tstart", "tend" })
			whole(child(settings, "BasicSettings"), key);
		final Element detector = child(settings, "DetectorSettings");
		expect(DETECTORS.contains(detector.getAttribute("DETECTOR_NAME")), "detector");
		// ManualDetectorFactory.unmarshall reads RADIUS and checks that it is there
		if (detector.getAttribute("DETECTOR_NAME").equals("MANUAL_DETECTOR")) number(detector, "RADIUS");
		final Element initial = child(settings, "InitialSpotFilter");
		attribute(initial, "feature");
		number(initial, "value");
		expect(initial.getAttribute("isabove").matches("true|false"), "isabove");
		child(settings, "SpotFilterCollection");
		child(settings, "TrackFilterCollection");
		expect(TRACKERS.contains(child(settings, "TrackerSettings").getAttribute("TRACKER_NAME")), "tracker");
		final Element analyzers = child(settings, "AnalyzerCollection");
		for (final String kind : new String[] { "SpotAnalyzers", "EdgeAnalyzers", "TrackAnalyzers" })
			for (final Element a : children(child(analyzers, kind), "Analyzer"))
				attribute(a, "key");
	}

	private void expect(final boolean holds, final String complaint) {
		if (!holds) complaints.add(complaint);
	}

	private void attribute(final Element e, final String key) {
		expect(e.hasAttribute(key), e.getTagName() + " lacks " + key);
	}

	private int whole(final Element e, final String key) {
		attribute(e, key);
		expect(e.getAttribute(key).matches("-?\\d+"), e.getTagName() + "." + key + " = " + e.getAttribute(key));
		return e.getAttribute(key).matches("-?\\d+") ? Integer.parseInt(e.getAttribute(key)) : 0;
	}

	private void number(final Element e, final String key) {
		attribute(e, key);
		try {
			Double.parseDouble(e.getAttribute(key));
		}
		catch (final NumberFormatException x) {
			complaints.add(e.getTagName() + "." + key + " = " + e.getAttribute(key));
		}
	}

	private Element child(final Element parent, final String name) {
		final List<Element> all = children(parent, name);
		expect(!all.isEmpty(), parent.getTagName() + " lacks " + name);
		return all.isEmpty() ? null : all.get(0);
	}

	private static List<Element> children(final Element parent, final String name) {
		final List<Element> all = new ArrayList<>();
		for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling())
			if (n instanceof Element && ((Element) n).getTagName().equals(name)) all.add((Element) n);
		return all;
	}
}
