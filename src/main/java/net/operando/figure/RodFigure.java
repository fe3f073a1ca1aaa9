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
		final List<LinePath> outlines = new ArrayList<>();
		for (final Rod rod : rods)
			outlines.add(outline(rod.axis()));
		final ImagePanel frame = ImagePanel.ofFrame(movie, movie.times().seconds(0), Region.of(0, 0, movie.width(), movie
			.height())).withLines(outlines);
		return DifferentialPanelFigure.of(List.of(frame), movie.calibration(), KymographQuantity.INTENSITY).withWidth(
			Figure.SINGLE_COLUMN_MM);
	}

	private static LinePath outline(final RodAxis axis) {
		final double half = 0.5 * axis.widthPixels();
		final double x = half * (axis.y1() - axis.y0()) / axis.lengthPixels();
		final double y = half * (axis.x0() - axis.x1()) / axis.lengthPixels();
		return LinePath.polyline(new double[] { axis.x0() + x, axis.x1() + x, axis.x1() - x, axis.x0() - x, axis.x0() + x },
			new double[] { axis.y0() + y, axis.y1() + y, axis.y1() - y, axis.y0() - y, axis.y0() + y });
	}
}
