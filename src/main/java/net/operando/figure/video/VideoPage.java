package net.operando.figure.video;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import net.operando.figure.FigureWriter;
import net.operando.figure.TracePlot;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.draw.AxisScale;
import net.operando.figure.draw.ColourBar;
import net.operando.figure.draw.DisplayUnit;
import net.operando.figure.draw.Marker;
import net.operando.figure.draw.PlotArea;
import net.operando.figure.draw.QuantityText;
import net.operando.figure.draw.Raster;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.ScaleBar;
import net.operando.figure.draw.Style;
import net.operando.figure.draw.Ticks;

/**
 * The picture of an annotated video: what stands still is drawn once, then each frame's image, clock and cursor on a copy
 * of it. Laid out in points like a figure, at two pixels each. Not thread-safe.
 */
final class VideoPage {

	private static final double PIXELS_PER_POINT = 2;
	private static final int MOST_WIDTH = 900;
	private static final int MOST_HEIGHT = 640;
	private static final int LEAST_PLOT_WIDTH = 440;
	private static final int MOST_ZOOM = 8;
	private static final double TOP = 16;
	private static final double TRACE_HEIGHT = 56;
	private static final double CLOCK = 9;

	private final AnnotatedVideo video;
	private final ColourLimits limits;
	private final BufferedImage ground;
	private final BufferedImage canvas;
	private final Rectangle2D imagePlace;
	private final int zoom;
	private final double plotRight;
	private PlotArea traceArea;
	private DisplayUnit timeUnit;
	private double traceFactor;

	VideoPage(final AnnotatedVideo video, final ColourLimits limits, final boolean clipped, final double first_s,
		final double last_s)
	{
		this.video = video;
		this.limits = limits;
		final double fit = Math.min(MOST_WIDTH / (double) video.region().width(), MOST_HEIGHT / (double) video.region()
			.height());
		zoom = (int) Math.max(1, Math.min(MOST_ZOOM, fit));
		final double scale = fit >= 1 ? zoom : fit;
		final double w = Math.round(video.region().width() * scale) / PIXELS_PER_POINT;
		final double h = Math.round(video.region().height() * scale) / PIXELS_PER_POINT;
		final double plotWidth = Math.max(w, LEAST_PLOT_WIDTH / PIXELS_PER_POINT);
		final ColourBar bar = new ColourBar(video.map(), limits, QuantityText.name(video.quantity()), QuantityText.unit(video
			.quantity()), clipped, clipped);
		TracePlot plot = null;
		double left = 6;
		if (video.trace() != null) {
			final double margin = first_s < last_s ? 0 : 0.5;
			timeUnit = DisplayUnit.choose("s", Math.max(Math.abs(first_s), Math.abs(last_s)));
			plot = new TracePlot(video.trace(), first_s - margin, last_s + margin, timeUnit);
			traceFactor = plot.factor();
			left = Math.ceil(PlotArea.yAxisWidth(plot.labelWidth(TRACE_HEIGHT)) + 2);
			traceArea = new PlotArea(new Rectangle2D.Double(left, TOP + h + (video.bands().isEmpty() ? 10 : 18), plotWidth,
				TRACE_HEIGHT), AxisScale.linear((first_s - margin) * timeUnit.factor(), (last_s + margin) * timeUnit.factor()),
				AxisScale.linear(0, 1));
		}
		plotRight = left + plotWidth;
		imagePlace = new Rectangle2D.Double(left + Math.round((plotWidth - w) / 2), TOP, w, h);
		final double width = plotRight + 6 + bar.width(h) + 3;
		final double height = plot == null ? TOP + h + 5 : traceArea.bounds().getMaxY() + PlotArea.xAxisHeight() + 3;
		ground = new BufferedImage(even(width), even(height), BufferedImage.TYPE_INT_RGB);
		canvas = new BufferedImage(ground.getWidth(), ground.getHeight(), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = graphics(ground);
		g.setColor(Color.WHITE);
		g.fill(new Rectangle2D.Double(0, 0, width + 2, height + 2));
		g.setColor(Style.INK);
		title(plotWidth - RichText.of(clock(-Math.max(Math.abs(first_s), Math.abs(last_s))), CLOCK, Font.PLAIN).width() - 8).draw(g,
			left, TOP - 5);
		bar.draw(g, plotRight + 6, TOP, TOP + Math.max(h, 50));
		if (plot != null) {
			final AxisScale time = traceArea.x();
			traceArea = plot.draw(g, traceArea.bounds(), time, video.bands(), true, 1 + 0.5 * Style.TEXT);
			traceArea.drawXAxis(g, traceArea.xTicks(), true, QuantityText.time(timeUnit.text(), video.movie().times().isNominal()));
		}
		g.dispose();
	}

	/** The title, cut short where it would meet the clock. */
	private RichText title(final double room) {
		String text = video.title();
		while (text.length() > 1 && RichText.of(text, CLOCK, Font.PLAIN).width() > room)
			text = text.substring(0, text.length() - 2).trim() + "…";
		return RichText.of(text, CLOCK, Font.PLAIN);
	}

	/** Codecs halve the colour resolution, so sides are even. */
	private static int even(final double points) {
		return 2 * (int) Math.ceil(points * PIXELS_PER_POINT / 2);
	}

	private static Graphics2D graphics(final BufferedImage image) {
		final Graphics2D g = image.createGraphics();
		FigureWriter.smooth(g);
		g.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
		return g;
	}

	int width() {
		return ground.getWidth();
	}

	int height() {
		return ground.getHeight();
	}

	/** The picture for a frame; the same image is drawn on again for the next one. */
	BufferedImage draw(final double time_s, final float[] values) {
		final Graphics2D plain = canvas.createGraphics();
		plain.drawImage(ground, 0, 0, null);
		plain.dispose();
		final Graphics2D g = graphics(canvas);
		final BufferedImage image = Raster.image(values, video.region().width(), video.region().height(), video.map(), limits,
			zoom);
		Raster.draw(g, image, imagePlace);
		if (video.movie().calibration().isKnown()) {
			final ScaleBar bar = new ScaleBar(imagePlace.getWidth() / (video.region().width() * video.movie().calibration()
				.micrometresPerPixel()), imagePlace.getWidth());
			bar.drawLevel(g, bar.levelPlate(imagePlace, true));
		}
		g.setColor(Style.INK);
		RichText.of(clock(time_s), CLOCK, Font.PLAIN).drawRight(g, plotRight, TOP - 5);
		if (traceArea != null) drawCursor(g, time_s);
		g.dispose();
		return canvas;
	}

	private String clock(final double time_s) {
		return (video.movie().times().isNominal() ? "nominal " : "") + "*t* = " + Ticks.number(time_s, 1) + " s";
	}

	private void drawCursor(final Graphics2D g, final double time_s) {
		final double x = traceArea.pageX(time_s * timeUnit.factor());
		g.setColor(new Color(0xD55E00));
		g.setStroke(new BasicStroke(1));
		g.draw(new Line2D.Double(x, traceArea.bounds().getMinY(), x, traceArea.bounds().getMaxY()));
		final double value = video.trace().at(time_s) * traceFactor;
		if (!Double.isNaN(value)) Marker.CIRCLE.draw(g, x, traceArea.pageY(value), 4.5, new Color(0xD55E00), Color.WHITE);
	}
}
