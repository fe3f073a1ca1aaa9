package net.operando.ui.editor;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import net.operando.analysis.front.FrontPath;
import net.operando.analysis.front.FrontPoint;
import net.operando.analysis.front.FrontVelocity;
import net.operando.data.kymograph.Kymograph;
import net.operando.figure.draw.AxisScale;
import net.operando.figure.draw.ColumnEdges;
import net.operando.figure.draw.Raster;
import net.operando.figure.draw.Ticks;
import net.operando.figure.KymographPanel;
import net.operando.figure.colour.ColourLimits;
import net.operando.ui.imagej.FrontDrawing;

/** Draws a kymograph with its fronts, the cursor, and the voltage below, at whatever resolution the screen has. */
final class KymographPainter {

	private static final float TEXT = 12;
	private static final double LEFT = 58;
	private static final double RIGHT = 16;
	private static final double TOP = 12;
	private static final double BOTTOM = 44;
	private static final double STRIP = 84;
	private static final double GAP = 12;
	static final double HANDLE = 4.5;
	static final double POINT = 3.6;
	private static final Color CURSOR = new Color(0x20, 0x20, 0x20, 160);

	private final Kymograph kymograph;
	private final ColumnEdges edges;
	private final KymographPanel panel;
	private final ColourLimits limits;
	private final Optional<VoltageCurve> voltage;
	private final double zoom;
	private BufferedImage raster;
	private String rasterKey = "";

	/** @param zoom by how much ImageJ's user has asked for larger text */
	KymographPainter(final Kymograph kymograph, final Optional<VoltageCurve> voltage, final double zoom) {
		this.kymograph = kymograph;
		this.edges = ColumnEdges.of(kymograph.times(), 1);
		this.panel = KymographPanel.of(kymograph);
		this.limits = limits(kymograph);
		this.voltage = voltage;
		this.zoom = zoom;
	}

	private static ColourLimits limits(final Kymograph k) {
		final List<float[]> columns = new ArrayList<>();
		for (int c = 0; c < k.columns(); c++)
			columns.add(k.column(c));
		return k.quantity().isRate() ? ColourLimits.symmetric(columns, 99.5) : ColourLimits.range(columns, 99.5);
	}

	/** Where the kymograph is in a window of a size. */
	Rectangle2D plot(final double width, final double height) {
		final double strip = voltage.isPresent() ? (STRIP + GAP) * zoom : 0;
		return new Rectangle2D.Double(LEFT * zoom, TOP * zoom, Math.max(20, width - (LEFT + RIGHT) * zoom), Math.max(20, height -
			(TOP + BOTTOM) * zoom - strip));
	}

	private Rectangle2D strip(final Rectangle2D plot) {
		return new Rectangle2D.Double(plot.getX(), plot.getMaxY() + GAP * zoom, plot.getWidth(), STRIP * zoom);
	}

	/** @param device pixels of the screen per unit of the graphics */
	void paint(final Graphics2D g, final EditorScale scale, final EditorState state, final double device) {
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) (TEXT * zoom)));
		final Rectangle2D plot = scale.plot();
		final Shape clip = g.getClip();
		g.clip(plot);
		drawRaster(g, scale, device);
		state.path().ifPresent(p -> dashed(g, path(scale, p), Color.BLACK));
		for (final FrontVelocity front : state.fronts().analysis().fronts())
			drawFront(g, scale, state, front);
		drawHandles(g, scale, state);
		drawDraft(g, scale, state);
		drawCursor(g, scale, state);
		g.setClip(clip);
		final Rectangle2D lowest = voltage.isPresent() ? strip(plot) : plot;
		voltage.ifPresent(v -> drawVoltage(g, scale, v, state.cursorSeconds()));
		axes(g, scale, plot, lowest);
	}

	private void drawRaster(final Graphics2D g, final EditorScale scale, final double device) {
		final Rectangle2D plot = scale.plot();
		final double[] shown = scale.shown();
		final double[] whole = scale.whole();
		final double stretch = (whole[3] - whole[2]) / (shown[3] - shown[2]);
		final int width = (int) Math.max(1, Math.round(plot.getWidth() * device));
		final int height = (int) Math.max(1, Math.round(plot.getHeight() * device * stretch));
		final String key = width + " " + height + " " + shown[0] + " " + shown[1];
		if (!key.equals(rasterKey)) {
			raster = Raster.kymograph(kymograph, edges, panel.map(), limits, shown[0], shown[1], width, height);
			rasterKey = key;
		}
		Raster.draw(g, raster, new Rectangle2D.Double(plot.getX(), scale.y(whole[3]), plot.getWidth(), plot.getHeight() * stretch));
	}

	private void drawFront(final Graphics2D g, final EditorScale scale, final EditorState state, final FrontVelocity front) {
		final boolean selected = front.id() == state.selected();
		final Color colour = FrontDrawing.colour(front.id());
		if (front.velocity().isKnown()) {
			final FrontPath line = FrontPath.of(front);
			outlined(g, path(scale, line), colour, selected ? 2.2f : 1.4f);
		}
		for (final FrontPoint p : front.points()) {
			final double r = POINT * zoom;
			final Shape dot = new Ellipse2D.Double(scale.x(p.timeSeconds()) - r, scale.y(p.positionMetres()) - r, 2 * r, 2 * r);
			g.setColor(p.isUsed() ? colour : Color.WHITE);
			g.fill(dot);
			g.setColor(p.isUsed() && !colour.equals(Color.BLACK) ? Color.BLACK : p.isUsed() ? Color.WHITE : colour);
			g.setStroke(new BasicStroke((float) (0.9 * zoom)));
			g.draw(dot);
			if (selected && p.timeSeconds() == state.point()) ring(g, scale.x(p.timeSeconds()), scale.y(p.positionMetres()));
		}
		if (!front.points().isEmpty()) {
			// not where fronts meet, which is at their ends, and to the right of the line, whichever way it runs
			final FrontPoint named = front.points().get(front.points().size() / 3);
			final boolean rises = front.points().get(front.points().size() - 1).positionMetres() > named.positionMetres();
			label(g, front.id() + ":  " + FrontText.velocity(front), scale.x(named.timeSeconds()) + 10 * zoom, scale.y(named
				.positionMetres()) + (rises ? 20 : -6) * zoom, scale.plot());
		}
	}

	private void ring(final Graphics2D g, final double x, final double y) {
		final double r = 3 * POINT * zoom;
		g.setColor(Color.BLACK);
		g.setStroke(new BasicStroke((float) (1.6 * zoom)));
		g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
	}

	private void label(final Graphics2D g, final String text, final double x, final double y, final Rectangle2D plot) {
		final Rectangle2D size = g.getFontMetrics().getStringBounds(text, g);
		final double left = Math.max(plot.getX() + 3, Math.min(plot.getMaxX() - size.getWidth() - 8, x));
		final double base = Math.max(plot.getY() + size.getHeight(), Math.min(plot.getMaxY() - 6, y - 4 * zoom));
		g.setColor(new Color(255, 255, 255, 210));
		g.fill(new Rectangle2D.Double(left - 3, base - size.getHeight() + 3, size.getWidth() + 6, size.getHeight() + 1));
		g.setColor(Color.BLACK);
		g.drawString(text, (float) left, (float) base);
	}

	private static Path2D path(final EditorScale scale, final FrontPath path) {
		final Path2D drawn = new Path2D.Double();
		for (int i = 0; i < path.size(); i++) {
			if (i == 0) drawn.moveTo(scale.x(path.seconds(i)), scale.y(path.metres(i)));
			else drawn.lineTo(scale.x(path.seconds(i)), scale.y(path.metres(i)));
		}
		return drawn;
	}

	private void outlined(final Graphics2D g, final Shape shape, final Color colour, final float width) {
		g.setColor(new Color(255, 255, 255, 200));
		g.setStroke(new BasicStroke((float) ((width + 2) * zoom)));
		g.draw(shape);
		g.setColor(colour);
		g.setStroke(new BasicStroke((float) (width * zoom)));
		g.draw(shape);
	}

	private void dashed(final Graphics2D g, final Shape shape, final Color colour) {
		g.setColor(colour);
		g.setStroke(new BasicStroke((float) (1.4 * zoom), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] { (float) (5 *
			zoom), (float) (4 * zoom) }, 0));
		g.draw(shape);
	}

	/** The handles of the selected front's path, and crosses where columns are left out. */
	private void drawHandles(final Graphics2D g, final EditorScale scale, final EditorState state) {
		final Optional<FrontPath> path = state.path();
		if (path.isEmpty()) return;
		for (int i = 0; i < path.get().size(); i++)
			handle(g, scale.x(path.get().seconds(i)), scale.y(path.get().metres(i)), i == state.vertex());
		g.setStroke(new BasicStroke((float) (1.4 * zoom)));
		for (final double t : state.fronts().leftOut(state.selected())) {
			final double x = scale.x(t);
			final double y = scale.y(path.get().at(t));
			final double r = POINT * zoom;
			g.draw(new Line2D.Double(x - r, y - r, x + r, y + r));
			g.draw(new Line2D.Double(x - r, y + r, x + r, y - r));
		}
	}

	private void handle(final Graphics2D g, final double x, final double y, final boolean selected) {
		final double r = HANDLE * zoom;
		final Shape square = new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r);
		g.setColor(selected ? Color.YELLOW : Color.WHITE);
		g.fill(square);
		g.setColor(Color.BLACK);
		g.setStroke(new BasicStroke((float) (1.2 * zoom)));
		g.draw(square);
	}

	private void drawDraft(final Graphics2D g, final EditorScale scale, final EditorState state) {
		if (!state.isDrawing()) return;
		final Path2D drawn = new Path2D.Double();
		for (final double[] v : state.draft()) {
			if (drawn.getCurrentPoint() == null) drawn.moveTo(scale.x(v[0]), scale.y(v[1]));
			else drawn.lineTo(scale.x(v[0]), scale.y(v[1]));
			handle(g, scale.x(v[0]), scale.y(v[1]), false);
		}
		if (drawn.getCurrentPoint() == null) return;
		drawn.lineTo(scale.x(state.cursorSeconds()), scale.y(state.cursorMetres()));
		dashed(g, drawn, Color.BLACK);
	}

	private void drawCursor(final Graphics2D g, final EditorScale scale, final EditorState state) {
		final double x = scale.x(state.cursorSeconds());
		final double y = scale.y(state.cursorMetres());
		g.setColor(CURSOR);
		g.setStroke(new BasicStroke((float) (0.9 * zoom)));
		g.draw(new Line2D.Double(x, scale.plot().getY(), x, scale.plot().getMaxY()));
		g.draw(new Line2D.Double(scale.plot().getX(), y, scale.plot().getMaxX(), y));
	}

	private void drawVoltage(final Graphics2D g, final EditorScale scale, final VoltageCurve curve, final double cursor) {
		final Rectangle2D place = strip(scale.plot());
		final double[] shown = scale.shown();
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < curve.seconds().length; i++)
			if (curve.seconds()[i] >= shown[0] && curve.seconds()[i] <= shown[1] && !Double.isNaN(curve.volts()[i])) {
				low = Math.min(low, curve.volts()[i]);
				high = Math.max(high, curve.volts()[i]);
			}
		final AxisScale volts = AxisScale.holding(low, high, 0.1, false);
		g.setColor(Color.WHITE);
		g.fill(place);
		final Shape clip = g.getClip();
		g.clip(place);
		final Path2D trace = new Path2D.Double();
		for (int i = 0; i < curve.seconds().length; i++) {
			if (Double.isNaN(curve.volts()[i]) || Double.isNaN(curve.seconds()[i])) continue;
			final double x = scale.x(curve.seconds()[i]);
			final double y = place.getMaxY() - place.getHeight() * volts.fraction(curve.volts()[i]);
			if (trace.getCurrentPoint() == null) trace.moveTo(x, y);
			else trace.lineTo(x, y);
		}
		g.setColor(new Color(0x0072B2));
		g.setStroke(new BasicStroke((float) (1.6 * zoom)));
		g.draw(trace);
		final double x = scale.x(cursor);
		g.setColor(CURSOR);
		g.setStroke(new BasicStroke((float) (0.9 * zoom)));
		g.draw(new Line2D.Double(x, place.getY(), x, place.getMaxY()));
		final double now = curve.at(cursor);
		if (!Double.isNaN(now)) {
			final double y = place.getMaxY() - place.getHeight() * volts.fraction(now);
			g.setColor(Color.BLACK);
			g.fill(new Ellipse2D.Double(x - POINT * zoom, y - POINT * zoom, 2 * POINT * zoom, 2 * POINT * zoom));
			label(g, String.format(Locale.ROOT, "%.3f V", now), x + 6 * zoom, y, place);
		}
		g.setClip(clip);
		frame(g, place);
		ticks(g, volts, place, 1, "V");
	}

	private void frame(final Graphics2D g, final Rectangle2D place) {
		g.setColor(Color.BLACK);
		g.setStroke(new BasicStroke((float) zoom));
		g.draw(place);
	}

	/** Ticks and numbers on the left of a rectangle, and the unit. */
	private void ticks(final Graphics2D g, final AxisScale scale, final Rectangle2D place, final double factor,
		final String title)
	{
		final Ticks ticks = Ticks.of(AxisScale.linear(scale.min() * factor, scale.max() * factor), (int) Math.max(2, Math.min(7, place
			.getHeight() / (24 * zoom))));
		for (int i = 0; i < ticks.count(); i++) {
			final double y = place.getMaxY() - place.getHeight() * scale.fraction(ticks.value(i) / factor);
			g.draw(new Line2D.Double(place.getX() - 4 * zoom, y, place.getX(), y));
			final double width = g.getFontMetrics().stringWidth(ticks.label(i));
			g.drawString(ticks.label(i), (float) (place.getX() - 7 * zoom - width), (float) (y + 4 * zoom));
		}
		final Graphics2D turned = (Graphics2D) g.create();
		turned.translate(13 * zoom, place.getCenterY());
		turned.rotate(-Math.PI / 2);
		turned.drawString(title, -g.getFontMetrics().stringWidth(title) / 2, 0);
		turned.dispose();
	}

	private void axes(final Graphics2D g, final EditorScale scale, final Rectangle2D plot, final Rectangle2D lowest) {
		frame(g, plot);
		final double[] shown = scale.shown();
		ticks(g, AxisScale.linear(shown[2], shown[3]), plot, 1e6, "Position (µm)");
		final Ticks times = Ticks.of(AxisScale.linear(shown[0], shown[1]), (int) Math.max(2, Math.min(10, plot.getWidth() / (70 *
			zoom))));
		for (int i = 0; i < times.count(); i++) {
			final double x = scale.x(times.value(i));
			g.draw(new Line2D.Double(x, lowest.getMaxY(), x, lowest.getMaxY() + 4 * zoom));
			g.drawString(times.label(i), (float) (x - g.getFontMetrics().stringWidth(times.label(i)) / 2.0), (float) (lowest
				.getMaxY() + 18 * zoom));
		}
		final String title = kymograph.times().isNominal() ? "Time (s, nominal)" : "Time (s)";
		g.drawString(title, (float) (lowest.getCenterX() - g.getFontMetrics().stringWidth(title) / 2.0), (float) (lowest.getMaxY() +
			36 * zoom));
	}
}
