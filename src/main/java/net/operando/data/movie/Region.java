package net.operando.data.movie;

/** A rectangle of whole pixels. Immutable. */
public final class Region {

	private final int x;
	private final int y;
	private final int width;
	private final int height;

	private Region(final int x, final int y, final int width, final int height) {
		this.x = x;
		this.y = y;
		this.width = width;
		this.height = height;
	}

	/** @throws IllegalArgumentException if a side is not positive */
	public static Region of(final int x, final int y, final int width, final int height) {
		if (width <= 0 || height <= 0) throw new IllegalArgumentException("empty region " + width + " x " + height);
		return new Region(x, y, width, height);
	}

	public int x() {
		return x;
	}

	public int y() {
		return y;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Number of pixels. */
	public int size() {
		return width * height;
	}

	/** Whether it lies wholly inside an image of the given size. */
	public boolean isInside(final int imageWidth, final int imageHeight) {
		return x >= 0 && y >= 0 && x + width <= imageWidth && y + height <= imageHeight;
	}

	@Override
	public String toString() {
		return width + " x " + height + " at (" + x + ", " + y + ")";
	}
}
