package net.operando.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import net.operando.figure.colour.ColourMap;
import net.operando.figure.draw.AxisScale;
import net.operando.figure.draw.Marker;
import net.operando.figure.draw.PlotArea;
import net.operando.figure.draw.Raster;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.ScaleBar;
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
	private static final double TOP = 6 + 1.15 * Style.TEXT;
	private static final double BETWEEN = 10;
	private static final double MARKER = 6;
	/** A label of a line stays this far from frame and marker, in points. */
	private static final double CLEAR = 24;

	/** Fractions of the sequential map, pale for what shows little. */
	private static final double[] SHADES = { 0.18, 0.5, 0.76, 0.97 };
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

	/** @param rod its start content is not used; errors as those of {@link RegimeMap#of} */
	public static RegimeFigure of(final Material material, final Rod rod, final SimulationOptions options) {
		final double[] startX = new double[CONTENTS];
		for (int i = 0; i < CONTENTS; i++)
			startX[i] = (i + 0.5) / CONTENTS;
		final double[] up = new double[RATES];
		final double[] down = new double[RATES];
		for (int j = 0; j < RATES; j++) {
			up[j] = LEAST_RATE * Math.pow(GREATEST_RATE / LEAST_RATE, (j + 0.5) / RATES);
			down[j] = -up[j];
		}
		return new RegimeFigure(RegimeMap.of(material, rod, options, startX, up), RegimeMap.of(material, rod, options, startX,
			down), Double.NaN, Double.NaN, "");
	}

	/**
	 * This figure with a run marked on it.
	 *
	 * @param cRate positive for lithiation
	 */
	public RegimeFigure withRun(final double startX, final double cRate, final Regime regime) {
		return new RegimeFigure(lithiation, delithiation, startX, cRate, "This run: " + name(regime.kind()) + ", *S* = " +
			PlusMinus.digits(regime.s(), 2));
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
		return ColourMap.sequential().colour(SHADES[kind.ordinal()]);
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
		final Legend legend = Legend.of(keys());
		final AxisScale contents = AxisScale.linear(0, 1);
		final AxisScale rates = AxisScale.log(LEAST_RATE, GREATEST_RATE);
		// the legend has a strip of its own: on the maps it would hide a region
		final double bottom = height - PlotArea.xAxisHeight() - legend.height() - 6;
		final double labels = new PlotArea(new Rectangle2D.Double(0, 0, 1, bottom - TOP), contents, rates).yTicks()
			.labelWidth();
		final double axis = 10 + PlotArea.yAxisWidth(labels);
		final double cell = (width - BETWEEN - 8) / 2;
		for (int side = 0; side < 2; side++) {
			final double x = side * (cell + BETWEEN);
			g.setColor(Style.INK);
			final RichText letter = RichText.of(side == 0 ? "a" : "b", Style.LETTER, Font.BOLD);
			letter.draw(g, x + 0.5, TOP + letter.capHeight());
			drawMap(g, new PlotArea(new Rectangle2D.Double(x + axis, TOP, cell - axis, bottom - TOP), contents, rates), side == 0,
				x + 10 + 0.5 * Style.TEXT);
		}
		legend.draw(g, axis - 2, bottom + PlotArea.xAxisHeight() + 4);
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
		final Point2D run = marked ? new Point2D.Double(area.pageX(runX), area.pageY(Math.abs(runCRate))) : null;
		for (final double level : LEVELS)
			drawLevel(g, area, map, level, run);
		if (marked) Marker.DIAMOND.draw(g, run.getX(), run.getY(), MARKER, Color.WHITE, Style.INK);
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

	private static void drawLevel(final Graphics2D g, final PlotArea area, final RegimeMap map, final double level,
		final Point2D run)
	{
		final double[] rates = rates(map, level);
		final double[] contents = map.startX();
		g.setColor(Color.WHITE);
		g.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
		area.drawLine(g, contents, rates);
		g.setColor(Style.INK);
		g.setStroke(Style.line(Style.LINE));
		area.drawLine(g, contents, rates);
		final int at = labelled(area, contents, rates, run);
		if (at < 0) return;
		final RichText text = RichText.of("*S* = " + Ticks.number(level, 0));
		final double w = text.width() + 4;
		final double h = text.height() + 1;
		ScaleBar.drawPlate(g, new Rectangle2D.Double(area.pageX(contents[at]) - w / 2, area.pageY(rates[at]) - h / 2, w, h));
		text.drawCentred(g, area.pageX(contents[at]), area.pageY(rates[at]) + text.capHeight() / 2);
	}

	/** Where a line is flattest, away from frame and marker; -1 if there is no such place. */
	private static int labelled(final PlotArea area, final double[] contents, final double[] rates, final Point2D run) {
		final int reach = CONTENTS / 40;
		int best = -1;
		double flattest = Double.POSITIVE_INFINITY;
		for (int i = reach; i < CONTENTS - reach; i++) {
			final double x = area.pageX(contents[i]);
			final double y = area.pageY(rates[i]);
			final double slope = Math.abs(area.pageY(rates[i + reach]) - area.pageY(rates[i - reach]));
			if (Double.isNaN(slope + y) || slope >= flattest) continue;
			final Rectangle2D b = area.bounds();
			if (x < b.getMinX() + CLEAR || x > b.getMaxX() - CLEAR || y < b.getMinY() + 8 || y > b.getMaxY() - 8) continue;
			if (run != null && run.distance(x, y) < CLEAR) continue;
			flattest = slope;
			best = i;
		}
		return best;
	}

	private List<PlotMark> keys() {
		final List<PlotMark> keys = new ArrayList<>();
		for (final Regime.Kind kind : Regime.Kind.values())
			keys.add(new LegendKey(NAMES[kind.ordinal()], (g, place) -> {
				g.setColor(shade(kind));
				g.fill(place);
				g.setColor(Style.INK);
				g.setStroke(Style.line(Style.AXIS));
				g.draw(place);
			}));
		if (!Double.isNaN(runX)) keys.add(new LegendKey(runLabel, (g, place) -> Marker.DIAMOND.draw(g, place.getCenterX(), place
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
