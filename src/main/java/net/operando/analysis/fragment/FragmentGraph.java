package net.operando.analysis.fragment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.operando.base.quantity.TimeAxis;
import net.operando.data.track.FeatureDimension;
import net.operando.data.track.TrackFeature;
import net.operando.data.track.TrackGraph;
import net.operando.data.track.TrackGraphBuilder;

/**
 * Pieces, tips and fronts as tracks, in um and s, as TrackMate shows them: a spot for each piece and frame, linked from frame
 * to frame and, where a piece breaks, to what it broke into; likewise for the tip of each crack and for each front.
 */
public final class FragmentGraph {

	/** Radius that tips and fronts, which have none, are drawn with, in um. */
	private static final double POINT_RADIUS = 0.15;

	private FragmentGraph() {}

	/**
	 * @param rods the pieces of each rod
	 * @param tips of their cracks; may be empty
	 * @param fronts in the pieces; may be empty
	 * @param times of the movie
	 */
	public static TrackGraph of(final List<FragmentAnalysis> rods, final List<TipPoint> tips,
		final List<FragmentFront> fronts, final TimeAxis times)
	{
		final TrackGraphBuilder graph = new TrackGraphBuilder("um", "sec").declare(TrackFeature.of("MEAN_INTENSITY_CH1",
			"Mean intensity ch1", "Mean ch1", FeatureDimension.INTENSITY, false)).declare(TrackFeature.of("AREA", "Area", "Area",
				FeatureDimension.AREA, false)).declare(TrackFeature.of("FRAGMENT_LENGTH", "Fragment length", "Length",
					FeatureDimension.LENGTH, false)).declare(TrackFeature.of("RATIO_TO_DARKEST", "Ratio to the darkest fragment",
						"Ratio", FeatureDimension.NONE, false)).declare(TrackFeature.of("DISCONNECTED", "Disconnected", "Disc.",
							FeatureDimension.NONE, true)).declare(TrackFeature.of("FRONT_SPEED", "Speed of the whole front", "Front v",
								FeatureDimension.VELOCITY, false));
		for (final FragmentAnalysis rod : rods)
			addPieces(graph, rod, times);
		addTips(graph, tips, rods.isEmpty() ? Double.NaN : rods.get(0).metresPerPixel() * 1e6, times);
		for (final FragmentFront front : fronts)
			addFront(graph, front, times);
		return graph.build();
	}

	private static void addPieces(final TrackGraphBuilder graph, final FragmentAnalysis rod, final TimeAxis times) {
		final double um = rod.metresPerPixel() * 1e6;
		final Map<String, Integer> lastSpot = new HashMap<>();
		for (final Fragment piece : rod.fragments()) {
			Integer before = lastSpot.get(piece.parentId());
			for (int f = piece.firstFrame(); f <= piece.lastFrame(); f++) {
				final double[] middle = rod.middle(piece, f);
				final double[] corners = rod.corners(piece, f);
				for (int i = 0; i < corners.length; i++)
					corners[i] = (corners[i] - middle[i % 2]) * um;
				final double length = (piece.endMetres(f) - piece.startMetres(f)) * 1e6;
				final double area = length * piece.areaSquareMetres() / piece.lengthMetres() * 1e6;
				final Map<String, Double> features = new LinkedHashMap<>();
				features.put("MEAN_INTENSITY_CH1", piece.level(f));
				features.put("AREA", area);
				features.put("FRAGMENT_LENGTH", length);
				features.put("RATIO_TO_DARKEST", rod.ratio(piece, f));
				features.put("DISCONNECTED", piece.contact() == Contact.UNDECIDED ? Double.NaN : piece
					.contact() == Contact.DISCONNECTED ? 1 : 0);
				final int spot = graph.spot(piece.id(), f, middle[0] * um, middle[1] * um, times.seconds(f), Math.sqrt(Math.max(0,
					area) / Math.PI), features, corners);
				if (before != null) graph.link(before, spot);
				before = spot;
			}
			lastSpot.put(piece.id(), before);
		}
	}

	private static void addTips(final TrackGraphBuilder graph, final List<TipPoint> tips, final double um,
		final TimeAxis times)
	{
		final Map<Integer, Integer> lastSpot = new HashMap<>();
		for (final TipPoint tip : tips) {
			final int spot = graph.spot("crack " + tip.crackId() + " tip", tip.frame(), tip.xPixels() * um, tip.yPixels() * um,
				times.seconds(tip.frame()), POINT_RADIUS, Map.of());
			final Integer before = lastSpot.put(tip.crackId(), spot);
			if (before != null) graph.link(before, spot);
		}
	}

	/** A front has a point per column of its kymograph, which lies between two frames: it is given to the nearest one. */
	private static void addFront(final TrackGraphBuilder graph, final FragmentFront front, final TimeAxis times) {
		Integer before = null;
		int lastFrame = -1;
		for (final FragmentFront.Point p : front.points()) {
			final int frame = times.nearest(p.timeSeconds());
			if (frame == lastFrame) continue;
			final int spot = graph.spot(front.id(), frame, p.x_um(), p.y_um(), p.timeSeconds(), POINT_RADIUS, Map.of("FRONT_SPEED",
				Math.abs(front.velocity().velocity().value()) * 1e6));
			if (before != null) graph.link(before, spot);
			before = spot;
			lastFrame = frame;
		}
	}
}
