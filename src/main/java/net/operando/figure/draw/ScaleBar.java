package net.operando.figure.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** A bar of a round length with that length written beside it, on a plate so that it is read on any image. Immutable. */
public final class ScaleBar {

	private static final double THICKNESS = 1.5;
	private static final double PAD = 2;
	private static final Color PLATE = new Color(255, 255, 255, 215);

	private final double length;
	private final RichText label;

	/**
	 * @param pointsPerMicrometre how long a micrometre is on the page
	 * @param available points of the page the image takes in the bar's direction; the bar takes a sixth to a third
	 */
	public ScaleBar(final double pointsPerMicrometre, final double available) {
		final double most = available / 3.2 / pointsPerMicrometre;
		final double power = Math.pow(10, Math.floor(Math.log10(most)));
		final double micrometres = (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1) * power;
		length = micrometres * pointsPerMicrometre;
		final boolean nano = micrometres < 1;
		label = RichText.of(Ticks.number(nano ? micrometres * 1000 : micrometres, 0) + (nano ? " nm" : " µm"));
	}

	/** What a level bar in the lower right or the lower left corner of a rectangle covers. */
	public Rectangle2D levelPlate(final Rectangle2D in, final boolean right) {
		final double w = Math.max(length, label.width()) + 2 * PAD;
		final double h = THICKNESS + label.capHeight() + 2 + 2 * PAD;
		return new Rectangle2D.Double(right ? in.getMaxX() - w - 3 : in.getX() + 3, in.getMaxY() - h - 3, w, h);
	}

	/** Draws a level bar, label above it, on a plate from {@link #levelPlate}. */
	public void drawLevel(final Graphics2D g, final Rectangle2D plate) {
		drawPlate(g, plate);
		g.fill(new Rectangle2D.Double(plate.getCenterX() - length / 2, plate.getMaxY() - PAD - THICKNESS, length, THICKNESS));
		label.drawCentred(g, plate.getCenterX(), plate.getMaxY() - PAD - THICKNESS - 2);
	}

	/** Draws an upright bar, label left of it, in the lower right corner of a rectangle; returns what it covers. */
	public Rectangle2D drawUpright(final Graphics2D g, final Rectangle2D in) {
		final double w = THICKNESS + 2 + label.width() + 2 * PAD;
		final double h = Math.max(length, label.height()) + 2 * PAD;
		final Rectangle2D plate = new Rectangle2D.Double(in.getMaxX() - w - 3, in.getMaxY() - h - 3, w, h);
		drawPlate(g, plate);
		g.fill(new Rectangle2D.Double(plate.getMaxX() - PAD - THICKNESS, plate.getCenterY() - length / 2, THICKNESS, length));
		label.draw(g, plate.getX() + PAD, plate.getCenterY() + label.capHeight() / 2);
		return plate;
	}

	/** A white plate that lets a little of the image through; leaves the ink set. */
	public static void drawPlate(final Graphics2D g, final Rectangle2D plate) {
		g.setColor(PLATE);
		g.fill(plate);
		g.setColor(Style.INK);
	}

	/** The length as it is written. */
	public double lengthPoints() {
		return length;
	}
}
