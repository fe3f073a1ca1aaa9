package net.operando.ui.editor;

import java.awt.geom.Rectangle2D;

import net.operando.data.kymograph.Kymograph;
import net.operando.figure.draw.ColumnEdges;

/** Which times and positions a rectangle of the window shows. Positions rise upwards, as in figures. Immutable. */
final class EditorScale {

	private static final double CLOSEST = 40;

	private final Rectangle2D plot;
	private final double[] whole;
	private final double[] shown;

	private EditorScale(final Rectangle2D plot, final double[] whole, final double[] shown) {
		this.plot = plot;
		this.whole = whole;
		this.shown = shown;
	}

	/** All of a kymograph in a rectangle. */
	static EditorScale of(final Kymograph kymograph, final Rectangle2D plot) {
		final ColumnEdges edges = ColumnEdges.of(kymograph.times(), 1);
		final double step = kymograph.positionStepMetres();
		final double[] whole = { edges.first(), edges.last(), -0.5 * step, (kymograph.rows() - 0.5) * step };
		return new EditorScale(plot, whole, whole);
	}

	/** The same part in another rectangle. */
	EditorScale in(final Rectangle2D other) {
		return new EditorScale(other, whole, shown);
	}

	EditorScale all() {
		return new EditorScale(plot, whole, whole);
	}

	/** Closer by a factor about a place of the window, which stays where it is; never beyond the kymograph. */
	EditorScale zoomed(final double factor, final double x, final double y) {
		final double[] next = new double[4];
		final double[] about = { seconds(x), metres(y) };
		for (int axis = 0; axis < 2; axis++) {
			final double low = whole[2 * axis];
			final double high = whole[2 * axis + 1];
			final double range = Math.max((high - low) / CLOSEST, Math.min(high - low, (shown[2 * axis + 1] - shown[2 * axis]) /
				factor));
			final double share = (about[axis] - shown[2 * axis]) / (shown[2 * axis + 1] - shown[2 * axis]);
			final double from = Math.max(low, Math.min(high - range, about[axis] - share * range));
			next[2 * axis] = from;
			next[2 * axis + 1] = from + range;
		}
		return new EditorScale(plot, whole, next);
	}

	/** Shows other times, by a share of those shown. */
	EditorScale scrolled(final double share) {
		final double range = shown[1] - shown[0];
		final double from = Math.max(whole[0], Math.min(whole[1] - range, shown[0] + share * range));
		return new EditorScale(plot, whole, new double[] { from, from + range, shown[2], shown[3] });
	}

	Rectangle2D plot() {
		return plot;
	}

	double x(final double seconds) {
		return plot.getX() + plot.getWidth() * (seconds - shown[0]) / (shown[1] - shown[0]);
	}

	double y(final double metres) {
		return plot.getMaxY() - plot.getHeight() * (metres - shown[2]) / (shown[3] - shown[2]);
	}

	double seconds(final double x) {
		return shown[0] + (shown[1] - shown[0]) * (x - plot.getX()) / plot.getWidth();
	}

	double metres(final double y) {
		return shown[2] + (shown[3] - shown[2]) * (plot.getMaxY() - y) / plot.getHeight();
	}

	/** Times and positions shown: from and to of each. */
	double[] shown() {
		return shown.clone();
	}

	/** All there are. */
	double[] whole() {
		return whole.clone();
	}
}
