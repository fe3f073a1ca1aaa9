package net.operando.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import net.operando.figure.draw.LabelPlacer;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.ScaleBar;
import net.operando.figure.draw.Style;

/** The names of marks, one under another, each behind its key. Immutable. */
final class Legend {

	private static final double KEY = 12;
	private static final double LINE_HEIGHT = 1.3 * Style.TEXT;
	private static final double PAD = 2;

	private final List<PlotMark> marks;

	private Legend(final List<PlotMark> marks) {
		this.marks = marks;
	}

	/** Of the marks that have a label; their number in the list is that of their colour. */
	static Legend of(final List<? extends PlotMark> marks) {
		return new Legend(List.copyOf(marks));
	}

	private int lines() {
		int n = 0;
		for (final PlotMark mark : marks)
			if (!mark.label().isEmpty()) n++;
		return n;
	}

	double width() {
		double widest = 0;
		for (final PlotMark mark : marks)
			widest = Math.max(widest, RichText.of(mark.label()).width());
		return KEY + 3 + widest + 2 * PAD;
	}

	double height() {
		return lines() * LINE_HEIGHT + PAD;
	}

	/** Draws the legend where it covers the fewest of the busy points, in an upper corner if it can choose. */
	void drawInside(final Graphics2D g, final Rectangle2D place, final List<Point2D> busy, final boolean left) {
		if (lines() == 0) return;
		final LabelPlacer placer = new LabelPlacer(place);
		final List<Point2D> inside = new ArrayList<>(busy);
		inside.removeIf(p -> !place.contains(p));
		inside.forEach(placer::avoid);
		final double x = left ? place.getMinX() + width() / 2 : place.getMaxX() - width() / 2;
		final double y = place.getMinY() + height() / 2;
		placer.place(width(), height(), new Line2D.Double(x, y, x, y)).ifPresent(plate -> {
			ScaleBar.drawPlate(g, plate);
			draw(g, plate.getX(), plate.getY());
		});
	}

	/** Draws the legend from its upper left corner. */
	void draw(final Graphics2D g, final double left, final double top) {
		double y = top + PAD / 2;
		for (int i = 0; i < marks.size(); i++) {
			if (marks.get(i).label().isEmpty()) continue;
			marks.get(i).drawKey(g, new Rectangle2D.Double(left + PAD, y + LINE_HEIGHT / 2 - 2.5, KEY, 5), i);
			g.setColor(Style.INK);
			final RichText text = RichText.of(marks.get(i).label());
			text.draw(g, left + PAD + KEY + 3, y + LINE_HEIGHT / 2 + text.capHeight() / 2);
			y += LINE_HEIGHT;
		}
	}
}
