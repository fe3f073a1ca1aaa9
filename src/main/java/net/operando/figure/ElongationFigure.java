package net.operando.figure;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.operando.base.InvalidInputException;
import net.operando.figure.draw.Style;

/**
 * Elongation of rods against specific capacity, a line for each rod and a colour and marker for each C-rate, with a
 * reference curve such as that of X-ray diffraction (Figure 2e of the paper). Immutable.
 */
public final class ElongationFigure implements Figure {

	/** Markers on each line where there are few lines of a C-rate; else its end only. */
	private static final int MARKERS = 6;
	private static final int FEW = 3;
	/** The reference is shown as far as this many times the largest capacity of a rod, so that short curves are seen. */
	private static final double BEYOND = 1.5;

	private final List<ElongationCurve> curves;
	private final Series reference;
	private final LinePlotFigure plot;

	private ElongationFigure(final List<ElongationCurve> curves, final Series reference) {
		this.curves = curves;
		this.reference = reference;
		plot = LinePlotFigure.of(List.of(PlotPanel.of("Specific capacity", "mAh/g", "Elongation", "%", marks())
			.withLegendLeft()), 1);
	}

	/** @throws InvalidInputException if there is no curve */
	public static ElongationFigure of(final List<ElongationCurve> curves) {
		if (curves.isEmpty()) throw new InvalidInputException("There is nothing to plot: give at least one elongation.");
		return new ElongationFigure(List.copyOf(curves), null);
	}

	/**
	 * This figure with a dashed curve of reference, shown up to 1.5 times the largest capacity of a rod.
	 *
	 * @param capacity_mAh_per_g rising
	 */
	public ElongationFigure withReference(final String label, final double[] capacity_mAh_per_g,
		final double[] percent)
	{
		double end = 0;
		for (final ElongationCurve curve : curves)
			for (final double capacity : curve.capacity_mAh_per_g())
				if (capacity > end) end = capacity;
		end *= BEYOND;
		final double[] x = capacity_mAh_per_g.clone();
		final double[] y = percent.clone();
		int n = 0;
		while (n < x.length && x[n] <= end)
			n++;
		if (n > 0 && n < x.length) {
			y[n] = y[n - 1] + (y[n] - y[n - 1]) * (end - x[n - 1]) / (x[n] - x[n - 1]);
			x[n++] = end;
		}
		return new ElongationFigure(curves, Series.line(label, Arrays.copyOf(x, n), Arrays.copyOf(y, n)).withColour(Style.INK)
			.asDashed());
	}

	/** Markers come first: their number in the panel tells the C-rates apart. */
	private List<PlotMark> marks() {
		final Map<Double, List<ElongationCurve>> byRate = new TreeMap<>();
		for (final ElongationCurve curve : curves)
			byRate.computeIfAbsent(curve.cRate(), r -> new ArrayList<>()).add(curve);
		final List<PlotMark> marks = new ArrayList<>();
		final List<PlotMark> lines = new ArrayList<>();
		for (final Map.Entry<Double, List<ElongationCurve>> rate : byRate.entrySet()) {
			final int index = marks.size();
			for (final ElongationCurve curve : rate.getValue())
				lines.add(Series.line("", curve.capacity_mAh_per_g(), curve.percent()).withColour(Style.series(index)));
			final int rods = rate.getValue().size();
			marks.add(markers(RegimeFigure.rateText(rate.getKey()) + (rods == 1 ? "" : " (*n* = " + rods + ")"), rate
				.getValue()));
		}
		marks.addAll(lines);
		if (reference != null) marks.add(reference);
		return marks;
	}

	/** The last point of a line carries a marker, and some before it where that is clear. */
	private static Series markers(final String label, final List<ElongationCurve> curves) {
		final List<double[]> points = new ArrayList<>();
		final int most = curves.size() > FEW ? 1 : MARKERS;
		for (final ElongationCurve curve : curves) {
			final int last = curve.last();
			for (int k = 1; k <= Math.min(most, last + 1); k++) {
				final int i = (int) ((long) last * k / most);
				points.add(new double[] { curve.capacity_mAh_per_g()[i], curve.percent()[i] });
			}
		}
		return Series.points(label, points.stream().mapToDouble(p -> p[0]).toArray(), points.stream().mapToDouble(p -> p[1])
			.toArray());
	}

	@Override
	public double width_mm() {
		return plot.width_mm();
	}

	@Override
	public double height_mm() {
		return plot.height_mm();
	}

	@Override
	public void draw(final Graphics2D g, final double width, final double height) {
		plot.draw(g, width, height);
	}

	@Override
	public String description() {
		return plot.description();
	}
}
