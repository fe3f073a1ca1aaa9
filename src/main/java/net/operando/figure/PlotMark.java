package net.operando.figure;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import net.operando.figure.draw.PlotArea;

/** Something drawn between a pair of axes: a series, a band, later a box. Values are in the units of the axes. */
public interface PlotMark {

	/** Smallest and largest x, of positive values only if asked for; NaN if there are none. */
	double[] xRange(boolean positive);

	/** Smallest and largest y, error bars included, of positive values only if asked for; NaN if there are none. */
	double[] yRange(boolean positive);

	/**
	 * Draws it.
	 *
	 * @param index its number in the panel, from 0, which gives it a colour and a marker
	 */
	void draw(Graphics2D g, PlotArea area, int index);

	/** What the legend says; empty if it is not to be in the legend. */
	String label();

	/** Draws what stands before the label in a legend. */
	void drawKey(Graphics2D g, Rectangle2D place, int index);

	/** Points of the page that a legend should not cover. */
	List<Point2D> outline(PlotArea area);
}
