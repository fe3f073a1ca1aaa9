package net.operando.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import net.operando.analysis.fragment.Contact;
import net.operando.analysis.fragment.Fragment;
import net.operando.analysis.fragment.FragmentAnalysis;
import net.operando.base.quantity.Calibration;
import net.operando.data.movie.Movie;
import net.operando.data.movie.Region;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;
import net.operando.figure.draw.Raster;
import net.operando.figure.draw.RichText;
import net.operando.figure.draw.ScaleBar;
import net.operando.figure.draw.Style;
import net.operando.figure.draw.Ticks;

/**
 * The pieces of a rod: outlined with their ids on the image in which the rod holds least lithium, and below it how bright each is
 * over the darkest one, without fringes, against time. A piece has one colour in both; the outline and line of one that lost contact are
 * dashed. Immutable.
 */
public final class FragmentFigure implements Figure {

	private static final double LETTER_COLUMN = 9;
	private static final double LABEL_HEIGHT = 1.15 * Style.TEXT + 2;
	private static final double AROUND_MICROMETRES = 1.5;
	private static final double MOST_IMAGE_HEIGHT = 190;
	private static final double PERCENT = 99.8;

	private final float[] image;
	private final Region region;
	private final Calibration calibration;
	private final String label;
	private final int frame;
	private final FragmentAnalysis rod;
	private final LinePlotFigure plot;

	private FragmentFigure(final float[] image, final Region region, final Calibration calibration, final String label,
		final int frame, final FragmentAnalysis rod, final LinePlotFigure plot)
	{
		this.image = image;
		this.region = region;
		this.calibration = calibration;
		this.label = label;
		this.frame = frame;
		this.rod = rod;
		this.plot = plot;
	}

	/** @param movie the pieces were measured on */
	public static FragmentFigure of(final Movie movie, final FragmentAnalysis rod) {
		final List<Fragment> last = rod.fragmentsIn(movie.frameCount() - 1);
		final int frame = last.get(0).firstMeasuredFrame();
		final Region region = around(movie, rod, rod.fragmentsIn(frame), frame);
		final double t = movie.times().seconds(frame);
		final List<PlotMark> marks = new ArrayList<>();
		for (int i = 0; i < rod.fragments().size(); i++) {
			final Fragment piece = rod.fragments().get(i);
			final int n = piece.lastFrame() - piece.firstFrame() + 1;
			final double[] seconds = new double[n];
			final double[] ratio = new double[n];
			boolean known = false;
			for (int f = 0; f < n; f++) {
				seconds[f] = movie.times().seconds(piece.firstFrame() + f);
				ratio[f] = rod.ratio(piece, piece.firstFrame() + f);
				known |= !Double.isNaN(ratio[f]);
			}
			if (!known) continue;
			final Series line = Series.line(piece.id(), seconds, ratio).withColour(Style.series(i));
			marks.add(piece.contact() == Contact.DISCONNECTED ? line.asDashed() : line);
		}
		final LinePlotFigure plot = marks.isEmpty() ? null : LinePlotFigure.of(List.of(PlotPanel.of("Time", "s",
			"Intensity over the darkest piece", "", marks)), 1);
		return new FragmentFigure(movie.region(frame, region, null).clone(), region, movie.calibration(), "*t* = " + Ticks.number(
			t, Math.abs(t) < 100 ? 1 : 0) + " s", frame, rod, plot);
	}

	private static Region around(final Movie movie, final FragmentAnalysis rod, final List<Fragment> pieces, final int frame) {
		double left = Double.POSITIVE_INFINITY;
		double right = Double.NEGATIVE_INFINITY;
		double top = Double.POSITIVE_INFINITY;
		double bottom = Double.NEGATIVE_INFINITY;
		for (final Fragment piece : pieces) {
			final double[] xy = rod.corners(piece, frame);
			for (int i = 0; i < xy.length; i += 2) {
				left = Math.min(left, xy[i]);
				right = Math.max(right, xy[i]);
				top = Math.min(top, xy[i + 1]);
				bottom = Math.max(bottom, xy[i + 1]);
			}
		}
		final double margin = AROUND_MICROMETRES * 1e-6 / rod.metresPerPixel();
		final int x0 = (int) Math.max(0, Math.min(movie.width() - 1, Math.floor(left - margin)));
		final int y0 = (int) Math.max(0, Math.min(movie.height() - 1, Math.floor(top - margin)));
		final int x1 = (int) Math.max(x0, Math.min(movie.width() - 1, Math.ceil(right + margin)));
		final int y1 = (int) Math.max(y0, Math.min(movie.height() - 1, Math.ceil(bottom + margin)));
		return Region.of(x0, y0, x1 - x0 + 1, y1 - y0 + 1);
	}

	@Override
	public double width_mm() {
		return SINGLE_COLUMN_MM;
	}

	@Override
	public double height_mm() {
		return (LABEL_HEIGHT + imageHeight(width_mm() * POINTS_PER_MM) + 10) / POINTS_PER_MM + (plot == null ? 0 : plot
			.height_mm());
	}

	private double scale(final double width) {
		return Math.min((width - LETTER_COLUMN - 4) / region.width(), MOST_IMAGE_HEIGHT / region.height());
	}

	private double imageHeight(final double width) {
		return scale(width) * region.height();
	}

	@Override
	public void draw(final Graphics2D g, final double width, final double height) {
		final double scale = scale(width);
		final Rectangle2D place = new Rectangle2D.Double(LETTER_COLUMN, 2 + LABEL_HEIGHT, scale * region.width(), scale * region
			.height());
		final ColourLimits limits = ColourLimits.range(List.of(image), PERCENT);
		final int zoom = (int) Math.max(1, Math.ceil(scale * Raster.PIXELS_PER_POINT / 2));
		Raster.draw(g, Raster.image(image, region.width(), region.height(), ColourMap.grey(), limits, zoom), place);
		for (int i = 0; i < rod.fragments().size(); i++)
			if (!Double.isNaN(rod.fragments().get(i).startMetres(frame))) drawPiece(g, rod.fragments().get(i), i, place, scale);
		g.setColor(Style.INK);
		g.setStroke(Style.line(Style.AXIS));
		g.draw(place);
		RichText.of(label).drawCentred(g, place.getCenterX(), place.getMinY() - 3);
		if (calibration.isKnown()) {
			final ScaleBar bar = new ScaleBar(scale / calibration.micrometresPerPixel(), place.getWidth());
			bar.drawLevel(g, bar.levelPlate(place, true));
		}
		letter(g, "a", place.getMinY());
		if (plot == null) return;
		final double top = place.getMaxY() + 8;
		final AffineTransform before = g.getTransform();
		g.translate(0, top);
		plot.draw(g, width, height - top);
		g.setTransform(before);
		letter(g, "b", top + 5);
	}

	private static void letter(final Graphics2D g, final String text, final double y) {
		g.setColor(Style.INK);
		final RichText letter = RichText.of(text, Style.LETTER, Font.BOLD);
		letter.draw(g, 0.5, y + letter.capHeight());
	}

	private void drawPiece(final Graphics2D g, final Fragment piece, final int index, final Rectangle2D place,
		final double scale)
	{
		final double[] xy = rod.corners(piece, frame);
		final Path2D outline = new Path2D.Double();
		for (int i = 0; i < xy.length; i += 2) {
			// the centre of the first pixel, (0, 0), lies half a pixel inside the image
			final double x = place.getX() + (xy[i] + 0.5 - region.x()) * scale;
			final double y = place.getY() + (xy[i + 1] + 0.5 - region.y()) * scale;
			if (i == 0) outline.moveTo(x, y);
			else outline.lineTo(x, y);
		}
		outline.closePath();
		g.setColor(Color.WHITE);
		g.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		g.draw(outline);
		g.setColor(Style.series(index));
		g.setStroke(piece.contact() == Contact.DISCONNECTED ? Style.dashed(1.1) : Style.line(1.1));
		g.draw(outline);
		final double[] middle = rod.middle(piece, frame);
		final RichText id = RichText.of(piece.id(), Style.TEXT, Font.BOLD);
		final double x = place.getX() + (middle[0] + 0.5 - region.x()) * scale;
		final double y = place.getY() + (middle[1] + 0.5 - region.y()) * scale;
		g.setColor(new Color(255, 255, 255, 215));
		g.fill(new Rectangle2D.Double(x - 0.5 * id.width() - 1.5, y - 0.5 * id.capHeight() - 1.5, id.width() + 3, id.capHeight() +
			3));
		g.setColor(Style.INK);
		id.drawCentred(g, x, y + 0.5 * id.capHeight());
	}

	@Override
	public String description() {
		final StringBuilder s = new StringBuilder("a: the pieces ");
		final List<String> ids = new ArrayList<>();
		final List<String> lost = new ArrayList<>();
		for (final Fragment piece : rod.fragmentsIn(frame)) {
			ids.add(piece.id());
			if (piece.contact() == Contact.DISCONNECTED) lost.add(piece.id());
		}
		s.append(String.join(", ", ids)).append(" at ").append(RichText.plain(label)).append(lost.isEmpty()
			? "; none is found disconnected." : "; disconnected (dashed): " + String.join(", ", lost) + ".");
		if (plot != null) s.append(" b: ").append(plot.description());
		return s.toString();
	}
}
