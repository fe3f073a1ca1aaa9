package net.operando.ui.imagej;

import java.awt.Color;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import net.operando.analysis.fragment.Contact;
import net.operando.analysis.fragment.Fragment;
import net.operando.analysis.fragment.FragmentAnalysis;

/** Draws pieces with their ids on the movie, each on the frames it lives in, as an overlay; pixels are not changed. */
public final class FragmentDrawing {

	private static final Color CONNECTED = new Color(0x56b4e9);
	private static final Color DISCONNECTED = new Color(0xe69f00);
	/** More outlines than this make an overlay too slow to show; then every n-th frame has them. */
	private static final int MOST = 4000;

	private FragmentDrawing() {}

	public static void draw(final FragmentAnalysis rod, final ImagePlus image) {
		final Overlay overlay = new Overlay();
		int outlines = 0;
		for (final Fragment piece : rod.fragments())
			outlines += piece.lastFrame() - piece.firstFrame() + 1;
		final int every = 1 + outlines / MOST;
		for (final Fragment piece : rod.fragments())
			for (int f = piece.firstFrame(); f <= piece.lastFrame(); f += every) {
				final double[] xy = rod.corners(piece, f);
				final float[] x = new float[xy.length / 2];
				final float[] y = new float[x.length];
				for (int i = 0; i < x.length; i++) {
					// areas are counted from the corner of the first pixel
					x[i] = (float) (xy[2 * i] + 0.5);
					y[i] = (float) (xy[2 * i + 1] + 0.5);
				}
				final Color colour = piece.contact() == Contact.DISCONNECTED ? DISCONNECTED : CONNECTED;
				final Roi outline = new PolygonRoi(x, y, Roi.POLYGON);
				outline.setStrokeColor(colour);
				final double[] middle = rod.middle(piece, f);
				final TextRoi name = new TextRoi(middle[0], middle[1], piece.id());
				name.setJustification(TextRoi.CENTER);
				name.setStrokeColor(colour);
				for (final Roi roi : new Roi[] { outline, name }) {
					roi.setPosition(f + 1);
					overlay.add(roi, piece.id());
				}
			}
		image.setOverlay(overlay);
		for (final Roi roi : overlay.toArray())
			roi.setImage(image);
	}
}
