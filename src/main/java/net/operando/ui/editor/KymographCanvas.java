package net.operando.ui.editor;

import java.awt.Canvas;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Where the kymograph is drawn, without flicker and with every pixel of the screen. Event thread. */
final class KymographCanvas extends Canvas {

	private static final long serialVersionUID = 1L;

	private final transient KymographPainter painter;
	private final transient EditorState state;
	private transient EditorScale scale;
	private transient BufferedImage buffer;

	KymographCanvas(final KymographPainter painter, final EditorState state, final Dimension size) {
		this.painter = painter;
		this.state = state;
		setPreferredSize(size);
		setBackground(Color.WHITE);
		setFocusable(true);
		scale = EditorScale.of(state.fronts().kymograph(), painter.plot(size.width, size.height));
	}

	/** What is shown where, as the window is now. */
	EditorScale scale() {
		if (getWidth() > 0) scale = scale.in(painter.plot(getWidth(), getHeight()));
		return scale;
	}

	/** Shows another part. */
	void show(final EditorScale other) {
		scale = other;
		repaint();
	}

	@Override
	public void update(final Graphics g) {
		// no clearing first: all is drawn over
		paint(g);
	}

	@Override
	public void paint(final Graphics g) {
		final AffineTransform screen = ((Graphics2D) g).getTransform();
		final double device = Math.max(1, screen.getScaleX());
		final int width = (int) Math.ceil(getWidth() * device);
		final int height = (int) Math.ceil(getHeight() * device);
		if (width < 1 || height < 1) return;
		if (buffer == null || buffer.getWidth() != width || buffer.getHeight() != height) buffer = new BufferedImage(width, height,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D drawing = buffer.createGraphics();
		drawing.setColor(getBackground());
		drawing.fillRect(0, 0, width, height);
		drawing.scale(device, device);
		painter.paint(drawing, scale(), state, device);
		drawing.dispose();
		final Graphics2D on = (Graphics2D) g.create();
		on.scale(1 / device, 1 / device);
		on.drawImage(buffer, 0, 0, null);
		on.dispose();
	}
}
