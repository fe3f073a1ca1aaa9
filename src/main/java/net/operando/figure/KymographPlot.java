package net.operando.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import net.operando.data.kymograph.Kymograph;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.draw.AxisScale;
import net.operando.figure.draw.ColourBar;
import net.operando.figure.draw.ColumnEdges;
import net.operando.figure.draw.DisplayUnit;
import net.operando.figure.draw.LabelPlacer;
import net.operando.figure.draw.Marker;
import net.operando.figure.draw.PlotArea;
import net.operando.figure.draw.QuantityText;
import net.operando.figure.draw.Raster;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.ScaleBar;
import net.operando.figure.draw.Style;

/** A kymograph's panel: raster, axes, fronts and their labels, scale bar. Immutable. */
final class KymographPlot {

	private static final double POINT_SIZE = 2.6;
	/** Of points closer than this to the one before only that is drawn. */
	private static final double POINT_APART = 2.4;
	private static final double PAD = 2;
	/** A label further than this from what it names gets a leader. */
	private static final double LEADER_FROM = 6;

	private final KymographPanel panel;
	private final ColourLimits limits;
	private final ColumnEdges edges;
	private final double start_s;
	private final double end_s;
	private final DisplayUnit timeUnit;
	/** Position steps in the unit of the position axis. */
	private final double step;
	private final boolean[] beyond;

	KymographPlot(final KymographPanel panel, final ColourLimits limits, final ColumnEdges edges, final double start_s,
		final double end_s, final DisplayUnit timeUnit)
	{
		this.panel = panel;
		this.limits = limits;
		this.edges = edges;
		this.start_s = start_s;
		this.end_s = end_s;
		this.timeUnit = timeUnit;
		final Kymograph kymograph = panel.kymograph();
		this.step = kymograph.isCalibrated() ? kymograph.positionStepMetres() * 1e6 : 1;
		this.beyond = KymographPanel.beyond(kymograph, limits);
	}

	/** Whether values lie beyond the lower (0) or the upper (1) limit. */
	boolean isBeyond(final int end) {
		return beyond[end];
	}

	boolean hasColoursOf(final KymographPlot other) {
		return other.panel.kymograph().quantity() == panel.kymograph().quantity() && other.limits.equals(limits) &&
			other.panel.map().name().equals(panel.map().name());
	}

	ColourBar bar(final boolean beyondLow, final boolean beyondHigh) {
		return new ColourBar(panel.map(), limits, QuantityText.name(panel.kymograph().quantity()), QuantityText.unit(panel
			.kymograph().quantity()), beyondLow, beyondHigh);
	}

	private PlotArea area(final Rectangle2D place, final AxisScale time) {
		return new PlotArea(place, time, AxisScale.linear(-0.5 * step, (panel.kymograph().rows() - 0.5) * step));
	}

	double labelWidth(final double height) {
		return area(new Rectangle2D.Double(0, 0, 1, height), AxisScale.linear(0, 1)).yTicks().labelWidth();
	}

	void draw(final Graphics2D g, final Rectangle2D place, final AxisScale time, final boolean timeLabels,
		final double titleX, final boolean scaleBar)
	{
		final PlotArea area = area(place, time);
		Raster.draw(g, Raster.kymograph(panel.kymograph(), edges, panel.map(), limits, start_s, end_s, pixels(place
			.getWidth()), pixels(place.getHeight())), place);
		final LabelPlacer placer = new LabelPlacer(place);
		if (panel.kymograph().quantity().isRate()) placer.avoidSignal((x, y) -> signal(area, x, y));
		final boolean calibrated = panel.kymograph().isCalibrated();
		if (calibrated) area.clipped(g, () -> drawFronts(g, area, placer));
		area.frame(g);
		area.drawXAxis(g, area.xTicks(), timeLabels, timeLabels ? QuantityText.time(timeUnit.text(), panel.kymograph().times()
			.isNominal()) : null);
		area.drawYAxis(g, area.yTicks(), calibrated ? "Position (µm)" : "Position (px)", titleX);
		if (!panel.title().isEmpty()) drawTitle(g, place, placer);
		if (scaleBar && calibrated) placer.reserve(new ScaleBar(place.getHeight() / (panel.kymograph().rows() * step), place
			.getHeight()).drawUpright(g, place));
		if (calibrated) drawLabels(g, area, placer);
	}

	private static int pixels(final double points) {
		return Math.max(1, (int) Math.round(points * Raster.PIXELS_PER_POINT));
	}

	private void drawTitle(final Graphics2D g, final Rectangle2D place, final LabelPlacer placer) {
		final RichText title = RichText.of(panel.title());
		// in the upper right corner, where the scale bar is below it and fronts have mostly met, if it is free
		final double w = title.width() + 2 * PAD + 1;
		final double h = title.height() + PAD;
		final Rectangle2D right = new Rectangle2D.Double(place.getMaxX() - w - 3, place.getY() + 3, w, h);
		final Rectangle2D left = new Rectangle2D.Double(place.getX() + 3, place.getY() + 3, w, h);
		final Rectangle2D plate = placer.isFree(right) || !placer.isFree(left) ? right : left;
		ScaleBar.drawPlate(g, plate);
		title.draw(g, plate.getX() + PAD + 0.5, plate.getCenterY() + title.capHeight() / 2);
		placer.reserve(plate);
	}

	private Point2D at(final PlotArea area, final double time_s, final double position_m) {
		return new Point2D.Double(area.pageX(time_s * timeUnit.factor()), area.pageY(position_m * 1e6));
	}

	private Line2D line(final PlotArea area, final FrontOverlay front) {
		return new Line2D.Double(at(area, front.t0_s(), front.z0_m()), at(area, front.t1_s(), front.z1_m()));
	}

	/** Lines on a white edge, then the points they were fitted to, so that both stand out from any colour. */
	private void drawFronts(final Graphics2D g, final PlotArea area, final LabelPlacer placer) {
		final List<FrontOverlay> fronts = panel.fronts();
		for (final FrontOverlay front : fronts)
			if (front.hasLine()) {
				final Line2D line = line(area, front);
				g.setColor(Color.WHITE);
				g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
				g.draw(line);
				g.setColor(Style.INK);
				g.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
				g.draw(line);
				placer.avoid(line);
			}
		for (int f = 0; f < fronts.size(); f++) {
			Point2D before = null;
			for (int i = 0; i < fronts.get(f).size(); i++) {
				final Point2D p = at(area, fronts.get(f).time_s(i), fronts.get(f).position_m(i));
				// markers on top of one another are a black bar
				if (Double.isNaN(p.getX() + p.getY()) || before != null && p.distance(before) < POINT_APART) continue;
				before = p;
				Marker.of(f).draw(g, p.getX(), p.getY(), POINT_SIZE, Color.WHITE, Style.INK);
				placer.avoid(p);
			}
		}
	}

	/** How strong the signal is around a place, as a share of the limit: mean over about 1 um and 3 columns. */
	private double signal(final PlotArea area, final double pageX, final double pageY) {
		final Kymograph kymograph = panel.kymograph();
		final Rectangle2D place = area.bounds();
		final int column = edges.at(start_s + (end_s - start_s) * (pageX - place.getX()) / place.getWidth());
		if (column < 0) return 0;
		final int row = (int) (kymograph.rows() * (place.getMaxY() - pageY) / place.getHeight());
		final int reach = Math.max(1, kymograph.rows() / 40);
		double sum = 0;
		int n = 0;
		for (int c = Math.max(0, column - 1); c <= Math.min(kymograph.columns() - 1, column + 1); c++)
			for (int r = Math.max(0, row - reach); r <= Math.min(kymograph.rows() - 1, row + reach); r++)
				if (!Float.isNaN(kymograph.value(c, r))) {
					sum += kymograph.value(c, r);
					n++;
				}
		return n == 0 ? 0 : Math.min(1, Math.abs(sum / n) / limits.high());
	}

	private void drawLabels(final Graphics2D g, final PlotArea area, final LabelPlacer placer) {
		for (final FrontOverlay front : panel.fronts()) {
			if (front.label().isEmpty() || front.size() == 0 && !front.hasLine()) continue;
			final List<RichText> lines = new ArrayList<>();
			lines.add(RichText.of(front.label()));
			if (!front.detail().isEmpty()) lines.add(RichText.of(front.detail()));
			final double w = lines.stream().mapToDouble(RichText::width).max().getAsDouble() + 2 * PAD;
			final double h = lines.size() * 1.2 * Style.TEXT + PAD;
			final int middle = front.size() / 2;
			final Line2D named = front.hasLine() ? line(area, front) : new Line2D.Double(at(area, front.time_s(middle), front
				.position_m(middle)), at(area, front.time_s(middle), front.position_m(middle)));
			placer.place(w, h, named).ifPresent(plate -> {
				drawLeader(g, plate, named);
				ScaleBar.drawPlate(g, plate);
				double baseline = plate.getY() + PAD / 2 + 0.92 * Style.TEXT;
				for (final RichText text : lines) {
					text.drawCentred(g, plate.getCenterX(), baseline);
					baseline += 1.2 * Style.TEXT;
				}
			});
		}
	}

	private static void drawLeader(final Graphics2D g, final Rectangle2D plate, final Line2D named) {
		final double cx = plate.getCenterX();
		final double cy = plate.getCenterY();
		final double dx = named.getX2() - named.getX1();
		final double dy = named.getY2() - named.getY1();
		final double squared = dx * dx + dy * dy;
		final double f = squared == 0 ? 0 : Math.max(0.02, Math.min(0.98, ((cx - named.getX1()) * dx + (cy - named.getY1()) *
			dy) / squared));
		final double x = named.getX1() + f * dx;
		final double y = named.getY1() + f * dy;
		final double edgeX = Math.max(plate.getMinX(), Math.min(plate.getMaxX(), x));
		final double edgeY = Math.max(plate.getMinY(), Math.min(plate.getMaxY(), y));
		if (Point2D.distance(edgeX, edgeY, x, y) < LEADER_FROM) return;
		g.setColor(Style.INK);
		g.setStroke(Style.line(Style.AXIS));
		g.draw(new Line2D.Double(edgeX, edgeY, x, y));
	}
}
