package net.operando.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.data.kymograph.Kymograph;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.draw.AxisScale;
import net.operando.figure.draw.ColourBar;
import net.operando.figure.draw.ColumnEdges;
import net.operando.figure.draw.DisplayUnit;
import net.operando.figure.draw.PlotArea;
import net.operando.figure.draw.QuantityText;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.Style;
import net.operando.figure.draw.Ticks;

/**
 * Voltage and current over one or several kymographs on one time axis, with the traced fronts drawn on them: Figures 3
 * and 4 of the paper. Kymographs of one quantity share their colour limits unless a panel has its own, so measured and
 * simulated ones can be compared. Immutable.
 */
public final class KymographFigure implements Figure {

	private static final double BETWEEN = 8;
	private static final double LETTER_COLUMN = 10;
	private static final double FIRST_TRACE = 58;
	private static final double OTHER_TRACE = 44;
	private static final double BAND_STRIP = 11;

	private final List<KymographPanel> panels;
	private final List<TraceData> traces;
	private final List<StepBand> bands;
	private final List<ColourLimits> limits;
	private final double start_s;
	private final double end_s;
	private final double width_mm;
	private final boolean scaleBars;

	private KymographFigure(final List<KymographPanel> panels, final List<TraceData> traces, final List<StepBand> bands,
		final double start_s, final double end_s, final double width_mm, final boolean scaleBars)
	{
		this.panels = panels;
		this.traces = traces;
		this.bands = bands;
		this.limits = sharedLimits(panels);
		this.start_s = start_s;
		this.end_s = end_s;
		this.width_mm = width_mm;
		this.scaleBars = scaleBars;
	}

	/**
	 * Kymographs from top to bottom, over the time they last, two columns wide.
	 *
	 * @throws InvalidInputException if there is none
	 */
	public static KymographFigure of(final List<KymographPanel> panels) {
		if (panels.isEmpty()) throw new InvalidInputException("There is no kymograph to draw: make one first.");
		double start = Double.POSITIVE_INFINITY;
		double end = Double.NEGATIVE_INFINITY;
		for (final KymographPanel panel : panels) {
			final ColumnEdges edges = edges(panel.kymograph());
			start = Math.min(start, edges.first());
			end = Math.max(end, edges.last());
		}
		return new KymographFigure(List.copyOf(panels), List.of(), List.of(), start, end, DOUBLE_COLUMN_MM, true);
	}

	/** This figure with a panel per trace above the kymographs. */
	public KymographFigure withTraces(final List<TraceData> traceList) {
		return new KymographFigure(panels, List.copyOf(traceList), bands, start_s, end_s, width_mm, scaleBars);
	}

	/** This figure with steps shaded behind the traces. */
	public KymographFigure withBands(final List<StepBand> bandList) {
		return new KymographFigure(panels, traces, List.copyOf(bandList), start_s, end_s, width_mm, scaleBars);
	}

	/** This figure from one time to another, in s. */
	public KymographFigure withTimes(final double from_s, final double to_s) {
		if (!(from_s < to_s)) throw new InvalidInputException("Times from " + from_s + " s to " + to_s +
			" s cannot be drawn: give a start before the end.");
		return new KymographFigure(panels, traces, bands, from_s, to_s, width_mm, scaleBars);
	}

	/** This figure at a width in mm: {@link Figure#SINGLE_COLUMN_MM}, {@link Figure#DOUBLE_COLUMN_MM} or another. */
	public KymographFigure withWidth(final double mm) {
		return new KymographFigure(panels, traces, bands, start_s, end_s, mm, scaleBars);
	}

	/** This figure with or without a scale bar on each kymograph; it has them at first. */
	public KymographFigure withScaleBars(final boolean drawn) {
		return new KymographFigure(panels, traces, bands, start_s, end_s, width_mm, drawn);
	}

	private static ColumnEdges edges(final Kymograph kymograph) {
		return ColumnEdges.of(kymograph.times(), kymograph.lagSeconds() > 0 ? kymograph.lagSeconds() : 1);
	}

	private static List<ColourLimits> sharedLimits(final List<KymographPanel> panels) {
		final List<ColourLimits> limits = new ArrayList<>();
		for (final KymographPanel panel : panels) {
			if (panel.limits() != null) {
				limits.add(panel.limits());
				continue;
			}
			final List<Kymograph> same = new ArrayList<>();
			for (final KymographPanel other : panels)
				if (other.limits() == null && other.kymograph().quantity() == panel.kymograph().quantity()) same.add(other.kymograph());
			limits.add(KymographPanel.automatic(same));
		}
		return limits;
	}

	/** The limits a panel's colours are stretched over, in the unit of its kymograph. */
	public ColourLimits limits(final int panel) {
		return limits.get(panel);
	}

	@Override
	public double width_mm() {
		return width_mm;
	}

	@Override
	public double height_mm() {
		double points = top() + PlotArea.xAxisHeight() + 2;
		for (int i = 0; i < traces.size(); i++)
			points += (i == 0 ? FIRST_TRACE : OTHER_TRACE) + BETWEEN;
		points += panels.size() * (kymographHeight() + BETWEEN) - BETWEEN;
		return points / POINTS_PER_MM;
	}

	private double kymographHeight() {
		return width_mm < 120 ? 92 : 118;
	}

	private double top() {
		return bands.isEmpty() || traces.isEmpty() ? 5 : BAND_STRIP + 2;
	}

	@Override
	public void draw(final Graphics2D g, final double width, final double height) {
		final double perPoint = height / (height_mm() * POINTS_PER_MM);
		final DisplayUnit timeUnit = DisplayUnit.choose("s", Math.max(Math.abs(start_s), Math.abs(end_s)));
		final AxisScale time = AxisScale.linear(start_s * timeUnit.factor(), end_s * timeUnit.factor());
		final List<TracePlot> plots = new ArrayList<>();
		final List<KymographPlot> kymographs = new ArrayList<>();
		double labelWidth = 0;
		double barWidth = 0;
		for (int i = 0; i < traces.size(); i++) {
			final TracePlot plot = new TracePlot(traces.get(i), start_s, end_s, timeUnit);
			plots.add(plot);
			labelWidth = Math.max(labelWidth, plot.labelWidth((i == 0 ? FIRST_TRACE : OTHER_TRACE) * perPoint));
		}
		for (int i = 0; i < panels.size(); i++) {
			final KymographPlot plot = new KymographPlot(panels.get(i), limits.get(i), edges(panels.get(i).kymograph()), start_s,
				end_s, timeUnit);
			kymographs.add(plot);
			labelWidth = Math.max(labelWidth, plot.labelWidth(kymographHeight() * perPoint));
			barWidth = Math.max(barWidth, plot.bar(false, false).width(kymographHeight() * perPoint));
		}
		final double left = LETTER_COLUMN + PlotArea.yAxisWidth(labelWidth);
		final double titleX = LETTER_COLUMN + 0.5 * Style.TEXT;
		final double plotWidth = width - left - 6 - barWidth - 1;
		double y = top();
		int letter = 0;
		for (int i = 0; i < plots.size(); i++) {
			final double h = (i == 0 ? FIRST_TRACE : OTHER_TRACE) * perPoint;
			drawLetter(g, letter++, y);
			plots.get(i).draw(g, new Rectangle2D.Double(left, y, plotWidth, h), time, bands, i == 0, titleX);
			y += h + BETWEEN;
		}
		final List<Rectangle2D> places = new ArrayList<>();
		for (int i = 0; i < kymographs.size(); i++) {
			final double h = kymographHeight() * perPoint;
			drawLetter(g, letter++, y);
			final Rectangle2D place = new Rectangle2D.Double(left, y, plotWidth, h);
			places.add(place);
			kymographs.get(i).draw(g, place, time, i == kymographs.size() - 1, titleX, scaleBars);
			y += h + BETWEEN;
		}
		drawBars(g, kymographs, places);
	}

	/** One bar for neighbours with the same colours, as tall as all of them. */
	private void drawBars(final Graphics2D g, final List<KymographPlot> plots, final List<Rectangle2D> places) {
		int first = 0;
		while (first < plots.size()) {
			int end = first + 1;
			boolean low = plots.get(first).isBeyond(0);
			boolean high = plots.get(first).isBeyond(1);
			while (end < plots.size() && plots.get(end).hasColoursOf(plots.get(first))) {
				low |= plots.get(end).isBeyond(0);
				high |= plots.get(end).isBeyond(1);
				end++;
			}
			plots.get(first).bar(low, high).draw(g, places.get(first).getMaxX() + 6, places.get(first).getMinY(), places.get(end -
				1).getMaxY());
			first = end;
		}
	}

	private void drawLetter(final Graphics2D g, final int index, final double top) {
		if (traces.size() + panels.size() < 2) return;
		g.setColor(Style.INK);
		final RichText letter = RichText.of(String.valueOf((char) ('a' + index)), Style.LETTER, Font.BOLD);
		letter.draw(g, 0.5, top + letter.capHeight());
	}

	@Override
	public String description() {
		final StringBuilder s = new StringBuilder();
		for (int i = 0; i < traces.size(); i++)
			s.append(i == 0 ? "" : ", ").append(RichText.plain(traces.get(i).label()));
		if (!traces.isEmpty()) s.append(" over ");
		s.append(panels.size() == 1 ? "kymograph" : panels.size() + " kymographs").append(" against time from ").append(
			PlusMinus.digits(start_s, 3)).append(" to ").append(PlusMinus.digits(end_s, 3)).append(" s.");
		if (!bands.isEmpty() && !traces.isEmpty()) {
			final List<String> steps = new ArrayList<>();
			for (final StepBand band : bands)
				if (band.end_s() > start_s && band.start_s() < end_s) steps.add(RichText.plain(band.label()) + " from " + PlusMinus
					.digits(band.start_s(), 3) + " s");
			s.append(" Shaded: ").append(String.join("; ", steps)).append(".");
		}
		for (int i = 0; i < panels.size(); i++)
			describe(s, panels.get(i), limits.get(i));
		s.append(" Hatched: no value; white: no frame.");
		return s.toString();
	}

	private static void describe(final StringBuilder s, final KymographPanel panel, final ColourLimits limits) {
		final DisplayUnit unit = QuantityText.unit(panel.kymograph().quantity());
		s.append(' ').append(panel.title().isEmpty() ? "Colours" : RichText.plain(panel.title())).append(": ").append(RichText
			.plain(unit.title(QuantityText.name(panel.kymograph().quantity()), 0))).append(" from ").append(PlusMinus.digits(
				limits.low() * unit.factor(), 3)).append(" to ").append(PlusMinus.digits(limits.high() * unit.factor(), 3)).append(
					" (").append(limits.method()).append(")");
		if (panel.kymograph().lagSeconds() > 0) s.append(", lag ").append(Ticks.number(panel.kymograph().lagSeconds(), 2)
			.replaceFirst("\\.?0+$", "")).append(" s");
		for (final FrontOverlay front : panel.fronts())
			if (!front.label().isEmpty()) s.append("; front ").append(RichText.plain(front.label())).append(front.detail()
				.isEmpty() ? "" : " (" + RichText.plain(front.detail()) + ")");
		s.append(".");
	}
}
