package net.operando.figure;

import java.awt.Graphics2D;

/**
 * A page of plots, complete before it is drawn. Implementations are immutable; drawing twice gives the same.
 */
public interface Figure {

	/** Width of a figure in one column of a journal, in mm. */
	double SINGLE_COLUMN_MM = 89;
	/** Width of a figure across both columns, in mm. */
	double DOUBLE_COLUMN_MM = 183;
	/** Points in a millimetre. */
	double POINTS_PER_MM = 72 / 25.4;

	/** Width in print in mm. */
	double width_mm();

	/** Height in print in mm. */
	double height_mm();

	/**
	 * Draws the figure from (0, 0) to (width, height) in points (1/72 inch), letters and lines in their print size.
	 *
	 * @param g on a white ground, with y downwards; its colour, font and stroke are changed
	 */
	void draw(Graphics2D g, double width, double height);

	/** What is seen, in one or a few sentences of plain text: for captions, for those who cannot see it, for search. */
	String description();
}
