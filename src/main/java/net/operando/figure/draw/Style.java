package net.operando.figure.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;

/** One look for all figures: a journal's type sizes and line widths in points, and inks that colour-blind readers tell apart. */
public final class Style {

	/** Size of tick and axis labels and of legends. */
	public static final double TEXT = 7;
	/** Size of panel letters. */
	public static final double LETTER = 8;
	/** Width of axes and ticks. */
	public static final double AXIS = 0.5;
	/** Width of data lines. */
	public static final double LINE = 1;
	/** Length of a tick. */
	public static final double TICK = 2.5;
	/** Space between a tick and its label, and between other neighbours. */
	public static final double GAP = 2;

	public static final Color INK = new Color(0x1a1a1a);
	/** For what is said besides: grids, leaders, secondary text. */
	public static final Color FAINT = new Color(0x6b6b6b);

	/** Families with the same advance widths, so that an SVG looks the same with whichever of them the reader has. */
	private static final String[] FAMILIES = { "Arial", "Liberation Sans", "Helvetica", "Nimbus Sans" };
	/** The families as SVG and HTML name them. */
	public static final String CSS_FAMILIES = "Arial, Helvetica, Liberation Sans, Nimbus Sans, sans-serif";

	private static final String FAMILY = family();

	/** Colours of M. Okabe and K. Ito, "Color universal design" (2008), the dark ones first; black is the axes' own. */
	private static final int[] INKS = { 0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xE69F00, 0x5c5c5c };

	private Style() {}

	private static String family() {
		for (final String name : FAMILIES)
			if (name.equals(new Font(name, Font.PLAIN, 1).getFamily())) return name;
		return Font.SANS_SERIF;
	}

	/** The figures' typeface at a size in points. */
	public static Font font(final double size, final int style) {
		return new Font(FAMILY, style, 1).deriveFont((float) size);
	}

	/** A plain stroke of a width in points. */
	public static Stroke line(final double width) {
		return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
	}

	/** A dashed stroke of a width in points. */
	public static Stroke dashed(final double width) {
		return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] { 3, 2 }, 0);
	}

	/** The colour of a series by its number from 0; they repeat after seven. */
	public static Color series(final int index) {
		return new Color(INKS[index % INKS.length]);
	}
}
