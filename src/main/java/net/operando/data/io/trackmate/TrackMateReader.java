package net.operando.data.io.trackmate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.operando.base.InvalidInputException;
import net.operando.data.io.FormatException;
import net.operando.data.track.FeatureDimension;
import net.operando.data.track.Track;
import net.operando.data.track.TrackEdge;
import net.operando.data.track.TrackFeature;
import net.operando.data.track.TrackGraph;
import net.operando.data.track.TrackSpot;

/** Reads one TrackMate file. */
final class TrackMateReader {

	private final Path file;

	TrackMateReader(final Path file) {
		this.file = file;
	}

	TrackMateFile read() {
		final XmlNode root = XmlNode.read(file);
		if (!root.name.equals("TrackMate")) throw new FormatException(file, "is XML, but of " + root.name +
			" instead of TrackMate: give a file that TrackMate saved.");
		final String version = root.needText("version", file);
		if (!version.matches("[78]\\..*")) throw new FormatException(file, "was written by TrackMate " + version +
			", which is not known: open it in TrackMate 7 or 8 and save it there.");
		final XmlNode model = root.need("Model", file);
		final XmlNode settings = root.need("Settings", file);
		final XmlNode rest = new XmlNode(root.name);
		rest.attributes.putAll(root.attributes);
		rest.children.addAll(root.children);
		final XmlNode log = root.child("Log");
		return new TrackMateFile(version, graph(model), image(settings.need("ImageData", file)), rest, log == null ? ""
			: log.text);
	}

	private TrackGraph graph(final XmlNode model) {
		final XmlNode declared = model.need("FeatureDeclarations", file);
		final TrackGraph empty = TrackGraph.empty(model.needText("spatialunits", file), model.needText("timeunits", file))
			.declaring(features(declared.need("SpotFeatures", file)), features(declared.need("EdgeFeatures", file)), features(
				declared.need("TrackFeatures", file)));
		final List<TrackSpot> spots = new ArrayList<>();
		for (final XmlNode frame : model.need("AllSpots", file).children) {
			final int number = frame.needInt("frame", file);
			for (final XmlNode spot : frame.children)
				spots.add(spot(spot, number));
		}
		final Set<Integer> visible = new HashSet<>();
		for (final XmlNode id : model.need("FilteredTracks", file).children)
			visible.add(id.needInt("TRACK_ID", file));
		final List<Track> tracks = new ArrayList<>();
		for (final XmlNode track : model.need("AllTracks", file).children)
			tracks.add(track(track, visible));
		visible.removeIf(id -> tracks.stream().anyMatch(t -> t.id() == id));
		if (!visible.isEmpty()) throw new FormatException(file, "lists track " + visible.iterator().next() +
			" as visible, which it does not have: save it anew in TrackMate.");
		try {
			return empty.with(spots, tracks);
		}
		catch (final InvalidInputException e) {
			throw new FormatException(file, "does not hold together: " + e.getMessage(), e);
		}
	}

	private List<TrackFeature> features(final XmlNode declarations) {
		final List<TrackFeature> features = new ArrayList<>();
		for (final XmlNode f : declarations.children) {
			final String dimension = f.needText("dimension", file);
			final FeatureDimension kind;
			try {
				kind = FeatureDimension.valueOf(dimension);
			}
			catch (final IllegalArgumentException e) {
				throw new FormatException(file, "declares the feature " + f.needText("feature", file) + " with the dimension " +
					dimension + ", which TrackMate does not have: save it anew in TrackMate.", e);
			}
			features.add(TrackFeature.of(f.needText("feature", file), f.needText("name", file), f.needText("shortname", file),
				kind, Boolean.parseBoolean(f.needText("isint", file))));
		}
		return features;
	}

	private TrackSpot spot(final XmlNode node, final int frame) {
		final int id = node.needInt("ID", file);
		final String name = node.attributes.getOrDefault("name", "ID" + id);
		final Map<String, Double> features = new LinkedHashMap<>();
		for (final String key : node.attributes.keySet())
			if (!key.equals("ID") && !key.equals("name") && !key.equals("ROI_N_POINTS")) features.put(key, node.needNumber(key,
				file));
		return TrackSpot.of(id, name, frame, features, outline(node));
	}

	private double[] outline(final XmlNode spot) {
		if (!spot.attributes.containsKey("ROI_N_POINTS")) return new double[0];
		final int n = spot.needInt("ROI_N_POINTS", file);
		final String[] numbers = spot.text.isEmpty() ? new String[0] : spot.text.split("\\s+");
		if (n < 0 || numbers.length != 2 * n) throw new FormatException(file, "has an outline of " + n + " points with " +
			numbers.length + " instead of " + 2 * n + " numbers: save it anew in TrackMate.");
		final double[] xy = new double[2 * n];
		for (int i = 0; i < xy.length; i++) {
			try {
				xy[i] = Double.parseDouble(numbers[i]);
			}
			catch (final NumberFormatException e) {
				throw new FormatException(file, "has '" + numbers[i] +
					"' instead of a number in an outline: save it anew in TrackMate.", e);
			}
		}
		return xy;
	}

	private Track track(final XmlNode node, final Set<Integer> visible) {
		final int id = node.needInt("TRACK_ID", file);
		final List<TrackEdge> edges = new ArrayList<>();
		for (final XmlNode e : node.children)
			edges.add(TrackEdge.of(e.needInt("SPOT_SOURCE_ID", file), e.needInt("SPOT_TARGET_ID", file), numbers(e,
				"SPOT_SOURCE_ID", "SPOT_TARGET_ID")));
		return Track.of(id, node.attributes.getOrDefault("name", "Unnamed"), visible.contains(id), numbers(node, "TRACK_ID",
			"name"), edges);
	}

	private Map<String, Double> numbers(final XmlNode node, final String... without) {
		final Map<String, Double> numbers = new LinkedHashMap<>();
		for (final String key : node.attributes.keySet())
			if (!Set.of(without).contains(key)) numbers.put(key, node.needNumber(key, file));
		return numbers;
	}

	private TrackImage image(final XmlNode node) {
		return new TrackImage(node.needText("filename", file), node.needText("folder", file), node.needInt("width", file), node
			.needInt("height", file), node.needInt("nslices", file), node.needInt("nframes", file), node.needNumber("pixelwidth",
				file), node.needNumber("pixelheight", file), node.needNumber("voxeldepth", file), node.needNumber("timeinterval",
					file));
	}
}
