package net.operando.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Calibration;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.LinePath;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;
import net.operando.figure.draw.ColourBar;
import net.operando.figure.draw.QuantityText;
import net.operando.figure.draw.Raster;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.ScaleBar;
import net.operando.figure.draw.Style;

/**
 * Images at chosen times in rows, all with the same colours, with the time above each, one scale bar and one colour bar
 * (Figure 3 of the paper). Immutable.
 */
public final class DifferentialPanelFigure implements Figure {

	private static final double BETWEEN = 5;
	private static final double LABEL_HEIGHT = 1.15 * Style.TEXT + 2;
	private static final double PERCENT = 99.8;
	private static final double MOST_IMAGE_WIDTH = 170;
	/** Points between an image and the scale bar under it. */
	private static final double BAR_BELOW = 2;

	private final List<ImagePanel> images;
	private final Calibration calibration;
	private final KymographQuantity quantity;
	private final ColourMap map;
	private final ColourLimits limits;
	private final int columns;
	private final double width_mm;

	private DifferentialPanelFigure(final List<ImagePanel> images, final Calibration calibration,
		final KymographQuantity quantity, final ColourMap map, final ColourLimits limits, final int columns,
		final double width_mm)
	{
		this.images = images;
		this.calibration = calibration;
		this.quantity = quantity;
		this.map = map;
		this.limits = limits;
		this.columns = columns;
		this.width_mm = width_mm;
	}

	/**
	 * Images in one row (in several from eight images), two columns of the journal wide, with automatic limits.
	 *
	 * @param images of one size
	 * @param quantity what their values are; rates are shown with the diverging map, intensities in grey
	 * @throws InvalidInputException if there is none, or they differ in size
	 */
	public static DifferentialPanelFigure of(final List<ImagePanel> images, final Calibration calibration,
		final KymographQuantity quantity)
	{
		if (images.isEmpty()) throw new InvalidInputException("There is no image to draw: give at least one time.");
		final List<float[]> values = new ArrayList<>();
		for (final ImagePanel image : images) {
			if (image.width() != images.get(0).width() || image.height() != images.get(0).height())
				throw new InvalidInputException("Images of different sizes cannot stand in one row: crop them to one size.");
			values.add(image.values());
		}
		final ColourLimits limits = quantity.isRate() ? ColourLimits.symmetric(values, PERCENT) : ColourLimits.range(values,
			PERCENT);
		final int rows = (images.size() + 6) / 7;
		return new DifferentialPanelFigure(List.copyOf(images), calibration, quantity, quantity.isRate() ? ColourMap
			.diverging() : ColourMap.grey(), limits, (images.size() + rows - 1) / rows, DOUBLE_COLUMN_MM);
	}

	/** This figure with limits in the unit of the values. */
	public DifferentialPanelFigure withLimits(final ColourLimits colourLimits) {
		return new DifferentialPanelFigure(images, calibration, quantity, map, colourLimits, columns, width_mm);
	}

	/** This figure with a colour map. */
	public DifferentialPanelFigure withMap(final ColourMap colourMap) {
		return new DifferentialPanelFigure(images, calibration, quantity, colourMap, limits, columns, width_mm);
	}

	/** This figure with so many images abreast. */
	public DifferentialPanelFigure withColumns(final int abreast) {
		return new DifferentialPanelFigure(images, calibration, quantity, map, limits, Math.max(1, abreast), width_mm);
	}

	/** This figure at a width in mm. */
	public DifferentialPanelFigure withWidth(final double mm) {
		return new DifferentialPanelFigure(images, calibration, quantity, map, limits, columns, mm);
	}

	public ColourLimits limits() {
		return limits;
	}

	private int rows() {
		return (images.size() + columns - 1) / columns;
	}

	private ColourBar bar() {
		boolean low = false;
		boolean high = false;
		for (final ImagePanel image : images)
			for (final float v : image.values()) {
				low |= v < limits.low();
				high |= v > limits.high();
			}
		return new ColourBar(map, limits, QuantityText.name(quantity), QuantityText.unit(quantity), low, high);
	}

	private double imageWidth(final double width, final double barWidth) {
		// a few images abreast do not grow beyond what a page can hold
		return Math.min(MOST_IMAGE_WIDTH, (width - barWidth - 8 - columns * BETWEEN) / columns);
	}

	private double imageHeight(final double imageWidth) {
		return imageWidth * images.get(0).height() / images.get(0).width();
	}

	/** The bar's width hardly depends on its height; half a column stands for both. */
	private static double barWidth(final ColourBar bar) {
		return bar.width(80);
	}

	@Override
	public double width_mm() {
		return width_mm;
	}

	@Override
	public double height_mm() {
		final double w = imageWidth(width_mm * POINTS_PER_MM, barWidth(bar()));
		// a low row still needs room for the colour bar's title
		return (Math.max(rows() * (LABEL_HEIGHT + imageHeight(w)) + (rows() - 1) * BETWEEN + barHeight(w), 62) + 6) /
			POINTS_PER_MM;
	}

	@Override
	public void draw(final Graphics2D g, final double width, final double height) {
		final ColourBar bar = bar();
		final double w = imageWidth(width, barWidth(bar));
		final double h = imageHeight(w);
		final int zoom = (int) Math.max(1, Math.ceil(w * Raster.PIXELS_PER_POINT / 2 / images.get(0).width()));
		for (int i = 0; i < images.size(); i++) {
			final ImagePanel image = images.get(i);
			final Rectangle2D place = new Rectangle2D.Double(1 + i % columns * (w + BETWEEN), 2 + LABEL_HEIGHT + i / columns * (h +
				LABEL_HEIGHT + BETWEEN), w, h);
			final BufferedImage raster = Raster.image(image.values(), image.width(), image.height(), map, limits, zoom);
			Raster.draw(g, raster, place);
			drawLines(g, image, place);
			g.setColor(Style.INK);
			g.setStroke(Style.line(Style.AXIS));
			g.draw(place);
			RichText.of(image.label()).drawCentred(g, place.getCenterX(), place.getMinY() - 3);
			if (i == (rows() - 1) * columns && calibration.isKnown()) drawScaleBar(g, place);
		}
		final double top = 2 + LABEL_HEIGHT;
		final double bottom = Math.max(top + rows() * h + (rows() - 1) * (LABEL_HEIGHT + BETWEEN), top + 52);
		bar.draw(g, 1 + columns * (w + BETWEEN) + 1, top, bottom);
	}

	/** Under the lowest image of the first column, so that it covers nothing of any. */
	private void drawScaleBar(final Graphics2D g, final Rectangle2D place) {
		final ScaleBar bar = scaleBar(place.getWidth());
		final double h = bar.levelPlate(place, false).getHeight();
		bar.drawLevel(g, bar.levelPlate(new Rectangle2D.Double(place.getX() - 3, place.getMaxY(), place.getWidth(), h + 3 +
			BAR_BELOW), false));
	}

	private ScaleBar scaleBar(final double imageWidth) {
		return new ScaleBar(imageWidth / (images.get(0).width() * calibration.micrometresPerPixel()), imageWidth);
	}

	/** What the scale bar takes below the images; 0 where pixels have no size. */
	private double barHeight(final double imageWidth) {
		return calibration.isKnown() ? scaleBar(imageWidth).levelPlate(new Rectangle2D.Double(), false).getHeight() + BAR_BELOW
			: 0;
	}

	/** The centre of the first pixel, (0, 0), lies half a pixel inside the image. */
	private static double pageX(final Rectangle2D place, final ImagePanel image, final double x) {
		return place.getX() + (x + 0.5) * place.getWidth() / image.width();
	}

	private static double pageY(final Rectangle2D place, final ImagePanel image, final double y) {
		return place.getY() + (y + 0.5) * place.getHeight() / image.height();
	}

	private static void drawLines(final Graphics2D g, final ImagePanel image, final Rectangle2D place) {
		for (final LinePath line : image.lines()) {
			final Path2D path = new Path2D.Double();
			for (int v = 0; v < line.vertexCount(); v++) {
				final double x = pageX(place, image, line.x(v));
				final double y = pageY(place, image, line.y(v));
				if (v == 0) path.moveTo(x, y);
				else path.lineTo(x, y);
			}
			g.setColor(Color.WHITE);
			g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
			g.draw(path);
			g.setColor(Style.INK);
			g.setStroke(Style.dashed(0.8));
			g.draw(path);
		}
	}

	@Override
	public String description() {
		final List<String> labels = new ArrayList<>();
		for (final ImagePanel image : images)
			labels.add(RichText.plain(image.label()));
		return images.size() + " images of " + RichText.plain(bar().title()) + " at " + String.join(", ", labels) +
			"; colour limits: " + limits.method() + ".";
	}
}
