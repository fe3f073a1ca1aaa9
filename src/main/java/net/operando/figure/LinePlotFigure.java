package net.operando.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.figure.draw.PlotArea;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.Style;
import net.operando.figure.draw.Ticks;

/** One or more panels of x-y plots in rows and columns: x(z, t), D(x), Arrhenius lines, lengths. Immutable. */
public final class LinePlotFigure implements Figure {

	private static final double BETWEEN = 12;
	private static final double TOP = 5;

	private final List<PlotPanel> panels;
	private final int columns;
	private final double width_mm;
	private final double panelHeight_mm;

	private LinePlotFigure(final List<PlotPanel> panels, final int columns, final double width_mm,
		final double panelHeight_mm)
	{
		this.panels = panels;
		this.columns = columns;
		this.width_mm = width_mm;
		this.panelHeight_mm = panelHeight_mm;
	}

	/**
	 * Panels from left to right and top to bottom; one column of the journal wide for one panel abreast, else two.
	 *
	 * @param columns panels abreast
	 * @throws InvalidInputException if there is no panel
	 */
	public static LinePlotFigure of(final List<PlotPanel> panels, final int columns) {
		if (panels.isEmpty() || columns < 1) throw new InvalidInputException("There is nothing to plot: give at least one panel.");
		return new LinePlotFigure(List.copyOf(panels), columns, columns == 1 ? SINGLE_COLUMN_MM : DOUBLE_COLUMN_MM, columns > 2
			? 42 : 50);
	}

	/** This figure at a width in mm. */
	public LinePlotFigure withWidth(final double mm) {
		return new LinePlotFigure(panels, columns, mm, panelHeight_mm);
	}

	/** This figure with axes of a height in mm. */
	public LinePlotFigure withPanelHeight(final double mm) {
		return new LinePlotFigure(panels, columns, width_mm, mm);
	}

	private int rows() {
		return (panels.size() + columns - 1) / columns;
	}

	private double titleHeight() {
		for (final PlotPanel panel : panels)
			if (!panel.title().isEmpty()) return 1.15 * Style.TEXT + 2;
		return 0;
	}

	private double rowHeight() {
		return titleHeight() + panelHeight_mm * POINTS_PER_MM + PlotArea.xAxisHeight();
	}

	@Override
	public double width_mm() {
		return width_mm;
	}

	@Override
	public double height_mm() {
		return (TOP + rows() * rowHeight() + (rows() - 1) * BETWEEN / 2 + 2) / POINTS_PER_MM;
	}

	@Override
	public void draw(final Graphics2D g, final double width, final double height) {
		final double stretch = height / (height_mm() * POINTS_PER_MM);
		final double cell = (width - (columns - 1) * BETWEEN) / columns;
		final double panelHeight = panelHeight_mm * POINTS_PER_MM * stretch;
		final double letterColumn = panels.size() > 1 ? 9 : 0;
		for (int i = 0; i < panels.size(); i++) {
			final double x = i % columns * (cell + BETWEEN);
			final double y = (TOP + i / columns * (rowHeight() + BETWEEN / 2) + titleHeight()) * stretch;
			if (panels.size() > 1) {
				g.setColor(Style.INK);
				final RichText letter = RichText.of(String.valueOf((char) ('a' + i)), Style.LETTER, Font.BOLD);
				letter.draw(g, x + 0.5, y + letter.capHeight());
			}
			final double labels = labelWidth(i % columns, panelHeight);
			final double left = x + letterColumn + PlotArea.yAxisWidth(labels);
			final double right = x + cell - 4 - barWidth(i % columns, panelHeight);
			drawPanel(g, panels.get(i), new Rectangle2D.Double(left, y, right - left, panelHeight), x + letterColumn + 0.5 *
				Style.TEXT);
		}
	}

	/** Width of the tick labels in a column, so that its axes stand under one another. */
	private double labelWidth(final int column, final double panelHeight) {
		double widest = 0;
		for (int i = column; i < panels.size(); i += columns)
			widest = Math.max(widest, area(panels.get(i), new Rectangle2D.Double(0, 0, 1, panelHeight)).yTicks().labelWidth());
		return widest;
	}

	private double barWidth(final int column, final double panelHeight) {
		double widest = 0;
		for (int i = column; i < panels.size(); i += columns)
			if (panels.get(i).hasColourBar()) widest = Math.max(widest, 6 + panels.get(i).colourBar().width(panelHeight));
		return widest;
	}

	private static PlotArea area(final PlotPanel panel, final Rectangle2D place) {
		return new PlotArea(place, panel.xScale(), panel.yScale());
	}

	private static void drawPanel(final Graphics2D g, final PlotPanel panel, final Rectangle2D place, final double titleX) {
		final PlotArea area = area(panel, place);
		final List<PlotMark> marks = panel.marks();
		for (int i = 0; i < marks.size(); i++)
			marks.get(i).draw(g, area, i);
		area.frame(g);
		final Ticks xTicks = area.xTicks();
		final Ticks yTicks = area.yTicks();
		area.drawXAxis(g, xTicks, true, panel.xTitle(xTicks.exponent()));
		area.drawYAxis(g, yTicks, panel.yTitle(yTicks.exponent()), titleX);
		if (!panel.title().isEmpty()) RichText.of(panel.title()).drawCentred(g, place.getCenterX(), place.getMinY() - 4);
		if (panel.hasColourBar()) panel.colourBar().draw(g, place.getMaxX() + 6, place.getMinY(), place.getMaxY());
		final Legend legend = Legend.of(marks);
		final List<Point2D> busy = new ArrayList<>();
		for (final PlotMark mark : marks)
			busy.addAll(mark.outline(area));
		legend.drawInside(g, place, busy, panel.isLegendLeft());
	}

	@Override
	public String description() {
		final StringBuilder s = new StringBuilder();
		for (int i = 0; i < panels.size(); i++) {
			final PlotPanel panel = panels.get(i);
			s.append(i == 0 ? "" : " ").append(panels.size() > 1 ? (char) ('a' + i) + ": " : "").append(panel.title().isEmpty() ? ""
				: RichText.plain(panel.title()) + ": ").append(RichText.plain(panel.yTitle(0))).append(" against ").append(RichText
					.plain(panel.xTitle(0)));
			final List<String> labels = new ArrayList<>();
			for (final PlotMark mark : panel.marks())
				if (!mark.label().isEmpty()) labels.add(RichText.plain(mark.label()));
			s.append(labels.isEmpty() ? "." : ": " + String.join(", ", labels) + ".");
		}
		return s.toString();
	}
}
