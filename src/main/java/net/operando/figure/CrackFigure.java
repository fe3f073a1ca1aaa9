package net.operando.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

import net.operando.analysis.crack.Crack;
import net.operando.analysis.crack.CrackAnalysis;
import net.operando.analysis.crack.CrackTip;
import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Estimate;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;
import net.operando.data.movie.Region;
import net.operando.figure.colour.ColourMap;

/**
 * One crack: the rod before it, while its tip runs and after it, the crack's path drawn beside it on the last; and the tip's
 * position against time with the fitted path (Figure 4 of the paper). Immutable.
 */
public final class CrackFigure implements Figure {

	private static final double AROUND_UM = 4;
	private static final double BETWEEN = 6;

	private final DifferentialPanelFigure images;
	private final LinePlotFigure tips;
	private final String description;

	private CrackFigure(final DifferentialPanelFigure images, final LinePlotFigure tips, final String description) {
		this.images = images;
		this.tips = tips;
		this.description = description;
	}

	/**
	 * Reads four frames of the movie.
	 *
	 * @param crack of the analysis
	 * @throws InvalidInputException if the crack is not of this analysis
	 */
	public static CrackFigure of(final Movie movie, final CrackAnalysis analysis, final Crack crack) {
		if (!analysis.cracks().contains(crack)) throw new InvalidInputException("Crack " + crack.id() +
			" is not of this analysis: give one of its " + analysis.cracks().size() + " cracks.");
		final double from = crack.onsetSeconds().value();
		final double run = crack.crossedSeconds() - from;
		final double interval = movie.times().medianIntervalSeconds();
		final double[] times = { from - 2 * interval, from + 0.35 * run, from + 0.7 * run, from + run + 2 * interval };
		final Region region = region(movie, crack.path());
		final List<ImagePanel> panels = new ArrayList<>();
		for (int i = 0; i < times.length; i++) {
			final ImagePanel panel = ImagePanel.ofFrame(movie, times[i], region);
			panels.add(i == times.length - 1 ? panel.withLines(beside(crack.path(), region)) : panel);
		}
		return new CrackFigure(DifferentialPanelFigure.of(panels, movie.calibration(), KymographQuantity.INTENSITY).withMap(
			ColourMap.grey()), LinePlotFigure.of(List.of(plot(crack)), 1).withWidth(DOUBLE_COLUMN_MM), describe(crack));
	}

	private static Region region(final Movie movie, final LinePath path) {
		final double around = AROUND_UM / movie.calibration().micrometresPerPixel();
		final double x = 0.5 * (path.x(0) + path.x(1));
		final double y = 0.5 * (path.y(0) + path.y(1));
		final int left = (int) Math.max(0, Math.floor(x - around));
		final int top = (int) Math.max(0, Math.floor(y - around));
		return Region.of(left, top, (int) Math.min(movie.width(), Math.ceil(x + around)) - left, (int) Math.min(movie
			.height(), Math.ceil(y + around)) - top);
	}

	/** The ends of the crack, drawn on outwards: a line on the crack itself would hide it. */
	private static List<LinePath> beside(final LinePath path, final Region region) {
		final List<LinePath> lines = new ArrayList<>();
		final double dx = path.x(1) - path.x(0);
		final double dy = path.y(1) - path.y(0);
		for (int end = 0; end < 2; end++) {
			final double outward = end == 0 ? -0.3 : 0.3;
			final double x = path.x(end) - region.x();
			final double y = path.y(end) - region.y();
			lines.add(LinePath.straight(x, y, x + outward * dx, y + outward * dy));
		}
		return lines;
	}

	private static PlotPanel plot(final Crack crack) {
		final int n = crack.tips().size();
		final double[] t = new double[n];
		final double[] tip = new double[n];
		final double[] error = new double[n];
		for (int i = 0; i < n; i++) {
			final CrackTip point = crack.tips().get(i);
			t[i] = point.timeSeconds();
			tip[i] = 1e6 * point.metres();
			error[i] = 1e6 * point.standardErrorMetres();
		}
		final double[] ends = { crack.onsetSeconds().value(), crack.crossedSeconds() };
		final double crossed = 1e6 * crack.tipVelocity().value() * (ends[1] - ends[0]);
		final List<Series> series = new ArrayList<>();
		series.add(Series.points("tip, frame by frame", t, tip).withErrors(error));
		series.add(Series.line("joint fit, " + speed(crack), ends, new double[] { 0, crossed }));
		return PlotPanel.of("Time", "s", "Tip from " + crack.startEdge().key() + " edge", "um", series);
	}

	private static String speed(final Crack crack) {
		final Estimate v = crack.tipVelocity().times(1e9);
		return PlusMinus.text(v, "nm/s");
	}

	private static String describe(final Crack crack) {
		return String.format(java.util.Locale.ROOT, "Crack %d at %.1f um along the rod: it starts at %.1f s at the %s edge and runs at %s.",
			crack.id(), 1e6 * crack.positionMetres(), crack.onsetSeconds().value(), crack.startEdge().key(), speed(crack));
	}

	@Override
	public double width_mm() {
		return DOUBLE_COLUMN_MM;
	}

	@Override
	public double height_mm() {
		return images.height_mm() + tips.height_mm() + BETWEEN / POINTS_PER_MM;
	}

	@Override
	public void draw(final Graphics2D g, final double width, final double height) {
		final double perMm = height / height_mm();
		images.draw(g, width, images.height_mm() * perMm);
		final AffineTransform before = g.getTransform();
		g.translate(0, images.height_mm() * perMm + BETWEEN);
		tips.draw(g, width, tips.height_mm() * perMm);
		g.setTransform(before);
	}

	@Override
	public String description() {
		return description + " " + images.description() + " " + tips.description();
	}
}
