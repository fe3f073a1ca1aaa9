package net.operando.figure.draw;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of text as scientists write it: Unicode superscripts and subscripts (s⁻¹, Li₁₇) are drawn as small raised or
 * lowered digits of the same typeface, because few typefaces hold them, and a word between asterisks (*x*) in italics.
 * Widths are measured without hinting, so that a layout is the same on every device. Immutable.
 */
public final class RichText {

	private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);
	private static final String SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ";
	private static final String SUPER_PLAIN = "0123456789+−n";
	private static final String SUB = "₀₁₂₃₄₅₆₇₈₉₊₋ₓₐₑₒₕₖₗₘₙₚₛₜ";
	private static final String SUB_PLAIN = "0123456789+−xaeohklmnpst";
	private static final int LONGEST_ITALIC = 12;

	private static final class Run {

		private final String text;
		private final Font font;
		private final double x;
		private final double rise;

		private Run(final String text, final Font font, final double x, final double rise) {
			this.text = text;
			this.font = font;
			this.x = x;
			this.rise = rise;
		}
	}

	private final List<Run> runs = new ArrayList<>();
	private final double size;
	private double width;

	private RichText(final String text, final double size, final int style) {
		this.size = size;
		final StringBuilder run = new StringBuilder();
		int level = 0;
		int italicEnd = -1;
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			// no typeface shows control characters and XML forbids them
			if (Character.isISOControl(c)) continue;
			if (c == '*') {
				final int close = italicEnd < 0 ? text.indexOf('*', i + 1) : -1;
				final boolean opens = close > i + 1 && close - i <= LONGEST_ITALIC;
				if (opens || i == italicEnd) {
					add(run, level, style | (italicEnd >= 0 ? Font.ITALIC : 0));
					italicEnd = opens ? close : -1;
					continue;
				}
			}
			final int up = SUPER.indexOf(c);
			final int down = SUB.indexOf(c);
			final int here = up >= 0 ? 1 : down >= 0 ? -1 : 0;
			if (here != level) {
				add(run, level, style | (italicEnd >= 0 ? Font.ITALIC : 0));
				level = here;
			}
			run.append(up >= 0 ? SUPER_PLAIN.charAt(up) : down >= 0 ? SUB_PLAIN.charAt(down) : c);
		}
		add(run, level, style);
	}

	/** Text in the figures' size. */
	public static RichText of(final String text) {
		return new RichText(text, Style.TEXT, Font.PLAIN);
	}

	/** Text at a size in points, in a style of {@link Font}. */
	public static RichText of(final String text, final double size, final int style) {
		return new RichText(text, size, style);
	}

	/** The text without the asterisks of italics, for where there is no type. */
	public static String plain(final String text) {
		return text.replaceAll("\\*([^*]{1," + (LONGEST_ITALIC - 1) + "})\\*", "$1");
	}

	private void add(final StringBuilder run, final int level, final int style) {
		if (run.length() == 0) return;
		final String text = run.toString();
		run.setLength(0);
		// whole points, since SVG output knows no others
		final double fontSize = level == 0 ? size : Math.max(5, Math.rint(0.72 * size));
		Font font = Style.font(fontSize, style);
		if (font.canDisplayUpTo(text) >= 0) font = new Font(Font.SANS_SERIF, style, 1).deriveFont((float) fontSize);
		// SVG drops leading blanks, so they become a distance.
		int blanks = 0;
		while (blanks < text.length() && text.charAt(blanks) == ' ')
			blanks++;
		final double indent = blanks == 0 ? 0 : advance(font, text.substring(0, blanks));
		if (blanks < text.length()) runs.add(new Run(text.substring(blanks), font, width + indent, level > 0 ? 0.36 * size
			: level < 0 ? -0.16 * size : 0));
		width += advance(font, text);
	}

	private static double advance(final Font font, final String text) {
		return font.getStringBounds(text, UNHINTED).getWidth();
	}

	public double width() {
		return width;
	}

	/** Height of capitals above the baseline. */
	public double capHeight() {
		return 0.72 * size;
	}

	/** Height of a box that holds the line, with ascenders, descenders and raised digits. */
	public double height() {
		return 1.15 * size;
	}

	/** The box that holds the line if it is drawn from this point on its baseline. */
	public Rectangle2D box(final double x, final double baseline) {
		return new Rectangle2D.Double(x, baseline - 0.92 * size, width, height());
	}

	/** Draws from a point on the baseline, in the current colour. */
	public void draw(final Graphics2D g, final double x, final double baseline) {
		for (final Run run : runs) {
			g.setFont(run.font);
			g.drawString(run.text, (float) (x + run.x), (float) (baseline - run.rise));
		}
	}

	/** Draws with the middle of its width at x. */
	public void drawCentred(final Graphics2D g, final double x, final double baseline) {
		draw(g, x - width / 2, baseline);
	}

	/** Draws with its end at x. */
	public void drawRight(final Graphics2D g, final double x, final double baseline) {
		draw(g, x - width, baseline);
	}

	/** Draws upwards, the middle of its length at (x, y), its letters' height centred on x. */
	public void drawUpwards(final Graphics2D g, final double x, final double y) {
		final AffineTransform before = g.getTransform();
		g.translate(x + capHeight() / 2, y);
		g.rotate(-Math.PI / 2);
		draw(g, -width / 2, 0);
		g.setTransform(before);
	}
}
