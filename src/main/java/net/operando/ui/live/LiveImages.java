package net.operando.ui.live;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import net.operando.acquire.engine.LivePreview;
import net.operando.base.InvalidInputException;
import net.operando.data.movie.LinePath;
import net.operando.ui.imagej.DivergingDisplay;
import net.operando.ui.imagej.ImageSelection;

/**
 * The images of a running recording: the last frame, its change per second, and the kymograph along the line that is selected on the
 * live image. Pixels change in place, so that selections, zoom and contrast are the user's. An image that the user closes stays
 * closed. Event thread only.
 */
final class LiveImages {

	static final String LIVE = "Operando live";
	static final String CHANGE = "Operando change per second";
	static final String KYMOGRAPH = "Operando kymograph";
	/** Columns of the kymograph that are shown; older ones leave it at the left. */
	static final int COLUMNS = 512;

	private final LivePreview preview;
	private final Window above;
	private long shown;
	private ImagePlus live;
	private ImagePlus change;
	private ImagePlus kymograph;
	private LinePath line;

	/** @param above the window that they are placed under */
	LiveImages(final LivePreview preview, final Window above) {
		this.preview = preview;
		this.above = above;
	}

	/** Shows what is new. */
	void refresh() {
		followLine();
		final long count = preview.count();
		if (count == shown) return;
		shown = count;
		showLive();
		showChange();
		showKymograph();
	}

	private void followLine() {
		if (isClosed(live)) return;
		final LinePath selected = selected(live.getRoi());
		if (selected == null || selected.equals(line)) return;
		line = selected;
		preview.cutAlong(line);
		// of another line it is another image, also when the old one was closed
		if (kymograph != null) kymograph.close();
		kymograph = null;
	}

	/** The line that is selected, when it is drawn to its end; null if there is none. */
	private static LinePath selected(final Roi roi) {
		if (roi == null || roi.getState() != Roi.NORMAL) return null;
		try {
			return ImageSelection.of(roi).map(ImageSelection::line).orElse(null);
		}
		catch (final InvalidInputException e) {
			// a line without length, as a click leaves it
			return null;
		}
	}

	private void showLive() {
		final float[] samples = preview.last();
		if (live == null) {
			live = shown(LIVE, samples, preview.width(), above.getX(), top());
			return;
		}
		replace(live, samples);
	}

	private void showChange() {
		if (change != null && isClosed(change)) return;
		final float[] difference = preview.difference();
		if (difference == null) return;
		for (int i = 0; i < difference.length; i++)
			if (Float.isNaN(difference[i])) difference[i] = 0;
		if (change != null) {
			replace(change, difference);
			return;
		}
		final Rectangle beside = liveBounds();
		change = shown(CHANGE, difference, preview.width(), beside.x + beside.width, beside.y);
		DivergingDisplay.centre(change);
		change.updateAndDraw();
	}

	private void showKymograph() {
		if (kymograph != null && isClosed(kymograph)) return;
		final List<float[]> columns = preview.lastColumns(COLUMNS);
		if (columns.isEmpty()) return;
		final int height = columns.get(0).length;
		final float[] samples = new float[COLUMNS * height];
		Arrays.fill(samples, Float.NaN);
		for (int c = 0; c < columns.size(); c++)
			for (int y = 0; y < height; y++)
				samples[y * COLUMNS + c] = columns.get(c)[y];
		final Rectangle over = liveBounds();
		if (kymograph == null) kymograph = shown(KYMOGRAPH, samples, COLUMNS, over.x, over.y + over.height);
		else replace(kymograph, samples);
		kymograph.resetDisplayRange();
		kymograph.updateAndDraw();
	}

	private static ImagePlus shown(final String title, final float[] samples, final int width, final int x, final int y) {
		final ImagePlus image = new ImagePlus(title, new FloatProcessor(width, samples.length / width, samples.clone()));
		// show() would wait in a macro until the window is active, which it does not become while the event thread waits
		final Window window = new ImageWindow(image);
		final Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		// what does not fit beside the others overlaps them rather than leave the screen
		window.setLocation(Math.max(screen.x, Math.min(x, screen.x + screen.width - window.getWidth())), Math.max(screen.y, Math
			.min(y, screen.y + screen.height - window.getHeight())));
		return image;
	}

	private int top() {
		return above.getY() + above.getHeight();
	}

	/** Where the live window begins and ends; it may be closed by now. */
	private Rectangle liveBounds() {
		return isClosed(live) ? new Rectangle(above.getX(), top(), 0, 0) : live.getWindow().getBounds();
	}

	private static void replace(final ImagePlus image, final float[] samples) {
		if (isClosed(image)) return;
		final float[] pixels = (float[]) image.getProcessor().getPixels();
		if (pixels.length != samples.length) return;
		System.arraycopy(samples, 0, pixels, 0, pixels.length);
		image.updateAndDraw();
	}

	private static boolean isClosed(final ImagePlus image) {
		return image == null || image.getWindow() == null;
	}
}
