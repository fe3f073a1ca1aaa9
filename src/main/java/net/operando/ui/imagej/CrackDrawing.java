package net.operando.ui.imagej;

import java.awt.Color;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import net.operando.analysis.crack.Crack;
import net.operando.analysis.crack.CrackAnalysis;
import net.operando.analysis.crack.CrackTip;

/** Draws cracks on their movie as an overlay: its path, and each tip on its own frame; pixels are not changed. */
public final class CrackDrawing {

	/** Vermilion, apart from grey and visible to colour-blind readers (Okabe and Ito's palette). */
	private static final Color COLOUR = new Color(0xd55e00);

	private CrackDrawing() {}

	/** @param image whose slices are the frames of the movie analysed */
	public static void draw(final CrackAnalysis analysis, final ImagePlus image) {
		final Overlay overlay = new Overlay();
		for (final Crack crack : analysis.cracks()) {
			final Line path = new Line(crack.path().x(0), crack.path().y(0), crack.path().x(1), crack.path().y(1));
			path.setStrokeColor(COLOUR);
			path.setName("crack " + crack.id());
			overlay.add(path, path.getName());
			for (final CrackTip tip : crack.tips()) {
				final PointRoi point = new PointRoi(tip.xPixels(), tip.yPixels());
				point.setPointType(PointRoi.CROSSHAIR);
				point.setStrokeColor(COLOUR);
				point.setPosition(tip.frame() + 1);
				overlay.add(point, "crack " + crack.id() + " tip");
			}
		}
		image.setOverlay(overlay);
	}
}
