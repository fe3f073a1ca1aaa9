package net.operando.model.synthetic;

/** A rectangle of the sensor's grid, which goes on beyond the sensor: its first column and row, and those behind its last. Immutable. */
final class GridPart {

	final int left;
	final int top;
	final int right;
	final int bottom;

	GridPart(final int left, final int top, final int right, final int bottom) {
		this.left = left;
		this.top = top;
		this.right = right;
		this.bottom = bottom;
	}

	int width() {
		return right - left;
	}

	int height() {
		return bottom - top;
	}

	int size() {
		return width() * height();
	}

	boolean isEmpty() {
		return right <= left || bottom <= top;
	}

	boolean holds(final GridPart other) {
		return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
	}

	GridPart grown(final int by) {
		return new GridPart(left - by, top - by, right + by, bottom + by);
	}

	/** The smallest that holds both. */
	GridPart with(final GridPart other) {
		return new GridPart(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right), Math.max(
			bottom, other.bottom));
	}

	/** What lies in both. */
	GridPart within(final GridPart other) {
		return new GridPart(Math.max(left, other.left), Math.max(top, other.top), Math.min(right, other.right), Math.min(
			bottom, other.bottom));
	}
}
