package net.operando.ui.imagej;

import java.awt.Color;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontPoint;
import net.operando.analysis.front.FrontVelocity;
import net.operando.data.kymograph.Kymograph;

/** Draws the traced points of fronts on the image of their kymograph, as an overlay; pixels are not changed. */
public final class FrontDrawing {

	/** Distinct on both ends of the diverging map, also for colour-blind readers (Okabe and Ito's palette). */
	private static final Color[] COLOURS = { new Color(0x000000), new Color(0x009e73), new Color(0xcc79a7), new Color(
		0xe69f00) };

	private FrontDrawing() {}

	/** The colour of a front by its number. */
	public static Color colour(final int id) {
		return COLOURS[(id - 1) % COLOURS.length];
	}

	/**
	 * @param timeAlongY whether the image has time down its columns
	 */
	public static void draw(final FrontAnalysis analysis, final Kymograph kymograph, final ImagePlus image,
		final boolean timeAlongY)
	{
		final Overlay overlay = new Overlay();
		for (final FrontVelocity front : analysis.fronts()) {
			final PointRoi points = new PointRoi();
			for (final FrontPoint p : front.points()) {
				if (!p.isUsed()) continue;
				final double column = kymograph.times().nearest(p.timeSeconds());
				final double row = p.positionMetres() / kymograph.positionStepMetres();
				if (timeAlongY) points.addPoint(row, column);
				else points.addPoint(column, row);
			}
			points.setPointType(PointRoi.DOT);
			points.setStrokeColor(colour(front.id()));
			points.setName("front " + front.id() + " " + front.criterion().key());
			overlay.add(points, points.getName());
		}
		image.setOverlay(overlay);
		for (final Roi roi : overlay.toArray())
			roi.setImage(image);
	}
}
