package net.operando.ui.imagej;

import java.awt.Rectangle;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.process.FloatPolygon;
import net.operando.base.InvalidInputException;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Region;

/**
 * The selection on an image as a line. ImageJ counts the coordinates of lines from the centre of the top left pixel, as
 * {@link LinePath} does, and those of areas from its corner; the half pixel between is taken off here.
 */
public final class ImageSelection {

	private final LinePath line;
	private final double widthPixels;

	private ImageSelection(final LinePath line, final double widthPixels) {
		this.line = line;
		this.widthPixels = widthPixels;
	}

	/**
	 * The line given as text, or else the line, polyline or rotated rectangle selected on the image.
	 *
	 * @param text "x0,y0,x1,y1" in pixels; empty takes the selection
	 * @throws InvalidInputException if there is neither
	 */
	public static ImageSelection lineOn(final ImagePlus image, final String text) {
		if (text != null && !text.trim().isEmpty()) return new ImageSelection(LinePath.parse(text), Double.NaN);
		return of(image.getRoi()).orElseThrow(() -> new InvalidInputException("'" + image.getTitle() +
			"' has no line on it: draw a straight line, a segmented line " +
			"or a rotated rectangle along the rod, or give line=x0,y0,x1,y1 in pixels."));
	}

	/** A selection as a line; empty if it is none. */
	public static Optional<ImageSelection> of(final Roi roi) {
		if (roi instanceof RotatedRectRoi) {
			// the two ends of its axis, then its width
			final double[] p = ((RotatedRectRoi) roi).getParams();
			return Optional.of(new ImageSelection(LinePath.straight(p[0] - 0.5, p[1] - 0.5, p[2] - 0.5, p[3] - 0.5), p[4]));
		}
		if (roi instanceof Line) {
			final Line l = (Line) roi;
			return Optional.of(new ImageSelection(LinePath.straight(l.x1d, l.y1d, l.x2d, l.y2d), widthOf(roi)));
		}
		if (roi instanceof PolygonRoi && roi.getType() == Roi.POLYLINE) {
			final FloatPolygon p = roi.getFloatPolygon();
			final double[] x = new double[p.npoints];
			final double[] y = new double[p.npoints];
			for (int i = 0; i < p.npoints; i++) {
				x[i] = p.xpoints[i];
				y[i] = p.ypoints[i];
			}
			return Optional.of(new ImageSelection(LinePath.polyline(x, y), widthOf(roi)));
		}
		return Optional.empty();
	}

	/** The rectangle around the area selected on the image, clipped to it; the whole image if no area is selected. */
	public static Region areaOn(final ImagePlus image) {
		final Rectangle all = new Rectangle(0, 0, image.getWidth(), image.getHeight());
		final Roi roi = image.getRoi();
		final Rectangle area = roi == null || !roi.isArea() ? all : roi.getBounds().intersection(all);
		if (area.isEmpty()) throw new InvalidInputException("The selection on '" + image.getTitle() +
			"' is outside the image: draw it on the image.");
		return Region.of(area.x, area.y, area.width, area.height);
	}

	private static double widthOf(final Roi roi) {
		return roi.getStrokeWidth() > 1 ? roi.getStrokeWidth() : Double.NaN;
	}

	public LinePath line() {
		return line;
	}

	/** The width the selection itself has, in pixels; NaN if it has none. */
	public double widthPixels() {
		return widthPixels;
	}
}
