package net.operando.figure;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BiConsumer;

import net.operando.figure.draw.PlotArea;

/** A line of a legend for what is drawn otherwise than as a mark: it has a label and a key but no data. Immutable. */
final class LegendKey implements PlotMark {

	private final String label;
	private final BiConsumer<Graphics2D, Rectangle2D> key;

	LegendKey(final String label, final BiConsumer<Graphics2D, Rectangle2D> key) {
		this.label = label;
		this.key = key;
	}

	@Override
	public double[] xRange(final boolean positive) {
		return new double[] { Double.NaN, Double.NaN };
	}

	@Override
	public double[] yRange(final boolean positive) {
		return xRange(positive);
	}

	@Override
	public void draw(final Graphics2D g, final PlotArea area, final int index) {
		// what it explains is drawn elsewhere
	}

	@Override
	public String label() {
		return label;
	}

	@Override
	public void drawKey(final Graphics2D g, final Rectangle2D place, final int index) {
		key.accept(g, place);
	}

	@Override
	public List<Point2D> outline(final PlotArea area) {
		return List.of();
	}
}
