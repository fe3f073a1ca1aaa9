package net.operando.figure;

import java.util.ArrayList;
import java.util.List;

import net.operando.analysis.rod.Rod;
import net.operando.analysis.rod.RodAxis;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;
import net.operando.data.movie.Region;

/** The first frame of a movie with the outlines of its rods. */
public final class RodFigure {

	private RodFigure() {}

	public static Figure of(final Movie movie, final List<Rod> rods) {
		final List<RodAxis> axes = new ArrayList<>();
		for (final Rod rod : rods)
			axes.add(rod.axis());
		return of(movie, axes, Region.of(0, 0, movie.width(), movie.height()));
	}

	/** The same for a part of the image; axes are in pixels of the whole. */
	public static Figure of(final Movie movie, final List<RodAxis> axes, final Region region) {
		final List<LinePath> outlines = new ArrayList<>();
		for (final RodAxis axis : axes)
			outlines.add(outline(axis, region));
		final ImagePanel frame = ImagePanel.ofFrame(movie, movie.times().seconds(0), region).withLines(outlines);
		return DifferentialPanelFigure.of(List.of(frame), movie.calibration(), KymographQuantity.INTENSITY).withWidth(
			Figure.SINGLE_COLUMN_MM);
	}

	private static LinePath outline(final RodAxis axis, final Region region) {
		final double half = 0.5 * axis.widthPixels();
		final double x = half * (axis.y1() - axis.y0()) / axis.lengthPixels();
		final double y = half * (axis.x0() - axis.x1()) / axis.lengthPixels();
		final double x0 = axis.x0() - region.x();
		final double x1 = axis.x1() - region.x();
		final double y0 = axis.y0() - region.y();
		final double y1 = axis.y1() - region.y();
		return LinePath.polyline(new double[] { x0 + x, x1 + x, x1 - x, x0 - x, x0 + x }, new double[] { y0 + y, y1 + y, y1 - y,
			y0 - y, y0 + y });
	}
}
