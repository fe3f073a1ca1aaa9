package net.operando.figure.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes that tell series apart without colour. */
public enum Marker {

	CIRCLE, SQUARE, TRIANGLE, DIAMOND;

	/** The marker of a series by its number from 0; they repeat after four. */
	public static Marker of(final int index) {
		return values()[index % values().length];
	}

	/** The shape around a point, with about the same area for all markers. */
	public Shape at(final double x, final double y, final double diameter) {
		final double r = diameter / 2;
		if (this == CIRCLE) return new Ellipse2D.Double(x - r, y - r, diameter, diameter);
		if (this == SQUARE) return new Rectangle2D.Double(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
		final Path2D path = new Path2D.Double();
		if (this == TRIANGLE) {
			path.moveTo(x, y - 1.25 * r);
			path.lineTo(x + 1.15 * r, y + 0.8 * r);
			path.lineTo(x - 1.15 * r, y + 0.8 * r);
		}
		else {
			path.moveTo(x, y - 1.25 * r);
			path.lineTo(x + 1.25 * r, y);
			path.lineTo(x, y + 1.25 * r);
			path.lineTo(x - 1.25 * r, y);
		}
		path.closePath();
		return path;
	}

	/** Draws the marker filled with one colour and edged with another. */
	public void draw(final Graphics2D g, final double x, final double y, final double diameter, final Color fill,
		final Color edge)
	{
		final Shape shape = at(x, y, diameter);
		g.setColor(fill);
		g.fill(shape);
		g.setColor(edge);
		g.setStroke(Style.line(Style.AXIS));
		g.draw(shape);
	}
}
