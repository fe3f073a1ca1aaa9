package net.operando.figure;

import java.util.ArrayList;
import java.util.List;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontPoint;
import net.operando.analysis.front.FrontVelocity;

/** Traced fronts as they are drawn on their kymograph: the points used, and a line with the velocity that was found. */
public final class FrontOverlays {

	private FrontOverlays() {}

	/** One overlay per front that was followed; one seen in too few columns is left to the tables, which say so. */
	public static List<FrontOverlay> of(final FrontAnalysis analysis) {
		final List<FrontOverlay> overlays = new ArrayList<>();
		for (final FrontVelocity front : analysis.fronts())
			if (!front.hasFlag(FrontVelocity.TOO_FEW) && !front.hasFlag(FrontVelocity.NOT_FOLLOWED)) overlays.add(of(front));
		return overlays;
	}

	/** The line has the front's velocity and goes through the middle of its points. */
	private static FrontOverlay of(final FrontVelocity front) {
		final double[] t = front.points().stream().filter(FrontPoint::isUsed).mapToDouble(FrontPoint::timeSeconds).toArray();
		final double[] z = front.points().stream().filter(FrontPoint::isUsed).mapToDouble(FrontPoint::positionMetres)
			.toArray();
		final FrontOverlay points = FrontOverlay.points(t, z);
		if (!front.velocity().isKnown() || t.length == 0) return points.labelled(front.flag().replace('_', ' '), "");
		final double v = front.velocity().value();
		double meanTime = 0;
		double meanPosition = 0;
		for (int i = 0; i < t.length; i++) {
			meanTime += t[i] / t.length;
			meanPosition += z[i] / t.length;
		}
		return points.withLine(front.firstSeconds(), meanPosition + v * (front.firstSeconds() - meanTime), front.lastSeconds(),
			meanPosition + v * (front.lastSeconds() - meanTime)).withSpeed(front.velocity());
	}
}
