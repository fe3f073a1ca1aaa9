package net.operando.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import net.operando.figure.draw.AxisScale;
import net.operando.figure.draw.Marker;
import net.operando.figure.draw.PlotArea;
import net.operando.figure.draw.Raster;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.Style;
import net.operando.figure.draw.Ticks;
import net.operando.model.phasefield.Material;
import net.operando.model.phasefield.Regime;
import net.operando.model.phasefield.RegimeMap;
import net.operando.model.phasefield.Rod;
import net.operando.model.phasefield.SimulationOptions;

/**
 * What to expect of a rod over start content and C-rate, for lithiation and for delithiation: filled regions for the
 * regimes, told apart by lightness alone too, and lines of equal sharpening number S where D rises in the direction of
 * change. See {@link Regime} for the numbers. Immutable.
 */
public final class RegimeFigure implements Figure {

	private static final int CONTENTS = 400;
	private static final int RATES = 240;
	private static final double LEAST_RATE = 0.1;
	private static final double GREATEST_RATE = 100;
	private static final double[] LEVELS = { 1, 10, 100 };
	private static final float[][] DASHES = { { 1, 1.5f }, { 4, 2 }, null };
	private static final double TOP = 6 + 1.15 * Style.TEXT;
	private static final double BETWEEN = 10;
	private static final double MARKER = 6;

	/** Fronts warm, none cool or grey, and each darker than the next, so that lightness alone tells them apart. */
	private static final int[] SHADES = { 0xd55e00, 0xf3c26b, 0xbcd9ee, 0xf3f3f3 };
	private static final String[] NAMES = { "Sharp front (*S* ≥ 10)", "Broad front (*S* ≥ 1)", "Gradient (*B* ≥ 0.1)",
		"Uniform" };

	private final RegimeMap lithiation;
	private final RegimeMap delithiation;
	private final double runX;
	private final double runCRate;
	private final String runLabel;

	private RegimeFigure(final RegimeMap lithiation, final RegimeMap delithiation, final double runX,
		final double runCRate, final String runLabel)
	{
		this.lithiation = lithiation;
		this.delithiation = delithiation;
		this.runX = runX;
		this.runCRate = runCRate;
		this.runLabel = runLabel;
	}

	/**
	 * The map of a rod, with a run marked on it.
	 *
	 * @param rod its start content is that of the run
	 * @param cRate of the run, positive for lithiation; 0 marks none
	 * @throws net.operando.base.InvalidInputException as {@link RegimeMap#of}
	 */
	public static RegimeFigure of(final Material material, final Rod rod, final SimulationOptions options,
		final double cRate)
	{
		final Regime regime = Regime.of(material, rod, cRate, options);
		return new RegimeFigure(map(material, rod, options, cRate, 1), map(material, rod, options, cRate, -1), rod.startX(),
			cRate, cRate == 0 ? "" : "This run: " + name(regime.kind()) + ", *S* = " + PlusMinus.digits(regime.s(), 2));
	}

	/** From the side on which the current starts: empty for lithiation, full for delithiation. */
	private static RegimeMap map(final Material material, final Rod rod, final SimulationOptions options,
		final double cRate, final int sign)
	{
		final double[] rates = new double[RATES];
		for (int j = 0; j < RATES; j++)
			rates[j] = sign * LEAST_RATE * Math.pow(GREATEST_RATE / LEAST_RATE, (j + 0.5) / RATES);
		final RegimeMap whole = RegimeMap.of(material, rod, options, contents(0, 1), rates);
		// what has no front at any rate is shown as far again as what has
		double far = cRate * sign > 0 ? 0.52 * (sign > 0 ? rod.startX() : 1 - rod.startX()) : 0;
		for (int i = 0; i < CONTENTS; i++)
			if (isFront(whole.regime(i, RATES - 1))) far = Math.max(far, sign > 0 ? whole.startX()[i] : 1 - whole.startX()[i]);
		final double shown = far == 0 ? 1 : Math.min(1, Math.ceil(20 * 2 * far) / 20);
		return shown == 1 ? whole : RegimeMap.of(material, rod, options, sign > 0 ? contents(0, shown) : contents(1 - shown, 1),
			rates);
	}

	private static boolean isFront(final Regime regime) {
		return regime.kind() == Regime.Kind.SHARP_FRONT || regime.kind() == Regime.Kind.BROAD_FRONT;
	}

	private static double[] contents(final double from, final double to) {
		final double[] x = new double[CONTENTS];
		for (int i = 0; i < CONTENTS; i++)
			x[i] = from + (to - from) * (i + 0.5) / CONTENTS;
		return x;
	}

	/** A C-rate as figures write it: "5C", "C/3". */
	public static String rateText(final double cRate) {
		final double size = Math.abs(cRate);
		final String text = PlusMinus.digits(size >= 0.95 ? size : 1 / size, 3).replaceFirst("\\.0+$|(\\.\\d*?)0+$", "$1");
		return size >= 0.95 ? text + "C" : "C/" + text;
	}

	private static String name(final Regime.Kind kind) {
		return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
	}

	private static Color shade(final Regime.Kind kind) {
		return new Color(SHADES[kind.ordinal()]);
	}

	@Override
	public double width_mm() {
		return DOUBLE_COLUMN_MM;
	}

	@Override
	public double height_mm() {
		return 82;
	}

	@Override
	public void draw(final Graphics2D g, final double width, final double height) {
		final Legend regimes = Legend.of(regimeKeys());
		final AxisScale rates = AxisScale.log(LEAST_RATE, GREATEST_RATE);
		// the legend has a strip of its own: on the maps it would hide a region
		final double bottom = height - PlotArea.xAxisHeight() - regimes.height() - 6;
		final double labels = new PlotArea(new Rectangle2D.Double(0, 0, 1, bottom - TOP), AxisScale.linear(0, 1), rates).yTicks()
			.labelWidth();
		final double axis = 10 + PlotArea.yAxisWidth(labels);
		final double cell = (width - BETWEEN - 8) / 2;
		for (int side = 0; side < 2; side++) {
			final double x = side * (cell + BETWEEN);
			g.setColor(Style.INK);
			final RichText letter = RichText.of(side == 0 ? "a" : "b", Style.LETTER, Font.BOLD);
			letter.draw(g, x + 0.5, TOP + letter.capHeight());
			drawMap(g, new PlotArea(new Rectangle2D.Double(x + axis, TOP, cell - axis, bottom - TOP), scale(side == 0
				? lithiation : delithiation), rates), side == 0, x + 10 + 0.5 * Style.TEXT);
		}
		final double below = bottom + PlotArea.xAxisHeight() + 4;
		regimes.draw(g, axis - 2, below);
		Legend.of(lineKeys()).draw(g, cell + BETWEEN + axis - 2, below);
	}

	/** The contents of a map, from edge to edge. */
	private static AxisScale scale(final RegimeMap map) {
		final double[] x = map.startX();
		final double half = 0.5 * (x[1] - x[0]);
		return AxisScale.linear(x[0] - half, x[CONTENTS - 1] + half);
	}

	private void drawMap(final Graphics2D g, final PlotArea area, final boolean intoRod, final double titleX) {
		final RegimeMap map = intoRod ? lithiation : delithiation;
		final BufferedImage image = new BufferedImage(CONTENTS, RATES, BufferedImage.TYPE_INT_RGB);
		final int[] shades = new int[Regime.Kind.values().length];
		for (final Regime.Kind kind : Regime.Kind.values())
			shades[kind.ordinal()] = shade(kind).getRGB();
		for (int i = 0; i < CONTENTS; i++)
			for (int j = 0; j < RATES; j++)
				image.setRGB(i, RATES - 1 - j, shades[map.regime(i, j).kind().ordinal()]);
		Raster.draw(g, image, area.bounds());
		final boolean marked = intoRod ? runCRate > 0 : runCRate < 0;
		for (int level = 0; level < LEVELS.length; level++)
			drawLevel(g, area, map, level);
		if (marked) area.clipped(g, () -> Marker.DIAMOND.draw(g, area.pageX(runX), area.pageY(Math.abs(runCRate)), MARKER,
			Color.WHITE, Style.INK));
		area.frame(g);
		final Ticks x = area.xTicks();
		area.drawXAxis(g, x, true, "*x* at the start");
		area.drawYAxis(g, area.yTicks(), "C-rate", titleX);
		RichText.of(intoRod ? "Lithiation" : "Delithiation").drawCentred(g, area.bounds().getCenterX(), area.bounds().getMinY() -
			4);
	}

	/** The C-rates at which S has a value: S is proportional to the rate. NaN where D does not rise with the change. */
	private static double[] rates(final RegimeMap map, final double level) {
		final double[] rates = new double[CONTENTS];
		final double reference = Math.abs(map.cRates()[0]);
		for (int i = 0; i < CONTENTS; i++) {
			final Regime regime = map.regime(i, 0);
			final double rate = regime.risesWithChange() && regime.s() > 0 ? reference * level / regime.s() : Double.NaN;
			rates[i] = rate >= LEAST_RATE && rate <= GREATEST_RATE ? rate : Double.NaN;
		}
		return rates;
	}

	private static void drawLevel(final Graphics2D g, final PlotArea area, final RegimeMap map, final int level) {
		g.setColor(Style.INK);
		g.setStroke(stroke(level));
		area.drawLine(g, map.startX(), rates(map, LEVELS[level]));
	}

	/** Dotted, dashed and whole as S grows. */
	private static BasicStroke stroke(final int level) {
		return new BasicStroke((float) Style.LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES[level], 0);
	}

	private static List<PlotMark> regimeKeys() {
		final List<PlotMark> keys = new ArrayList<>();
		for (final Regime.Kind kind : Regime.Kind.values())
			keys.add(new LegendKey(NAMES[kind.ordinal()], (g, place) -> {
				g.setColor(shade(kind));
				g.fill(place);
				g.setColor(Style.INK);
				g.setStroke(Style.line(Style.AXIS));
				g.draw(place);
			}));
		return keys;
	}

	private List<PlotMark> lineKeys() {
		final List<PlotMark> keys = new ArrayList<>();
		for (int i = 0; i < LEVELS.length; i++) {
			final int level = i;
			keys.add(new LegendKey("*S* = " + Ticks.number(LEVELS[i], 0), (g, place) -> {
				g.setColor(Style.INK);
				g.setStroke(stroke(level));
				g.draw(new Line2D.Double(place.getX(), place.getCenterY(), place.getMaxX(), place.getCenterY()));
			}));
		}
		if (!runLabel.isEmpty()) keys.add(new LegendKey(runLabel, (g, place) -> Marker.DIAMOND.draw(g, place.getCenterX(), place
			.getCenterY(), MARKER, Color.WHITE, Style.INK)));
		return keys;
	}

	@Override
	public String description() {
		return "Regime expected over x at the start and C-rate, for lithiation and for delithiation: sharp front, broad front, gradient or uniform, with lines of S = 1, 10 and 100." +
			(runLabel.isEmpty() ? "" : " " + RichText.plain(runLabel) + " at x = " + PlusMinus.digits(runX, 3) + ", " + rateText(
				runCRate) + ".");
	}
}
