package net.operando.data.movie;

import java.util.Arrays;

/** A set of pixels of frames of one size. Immutable and thread-safe. */
public final class PixelMask {

	private final int width;
	private final int height;
	private final boolean[] inside;
	private final int count;

	private PixelMask(final int width, final int height, final boolean[] inside) {
		if (inside.length != width * height) throw new IllegalArgumentException("a mask of " + inside.length +
			" pixels is not " + width + " x " + height);
		this.width = width;
		this.height = height;
		this.inside = inside;
		int n = 0;
		for (final boolean in : inside)
			if (in) n++;
		count = n;
	}

	/** @param inside row-major, one per pixel; copied */
	public static PixelMask of(final int width, final int height, final boolean[] inside) {
		return new PixelMask(width, height, inside.clone());
	}

	/** The mask that holds no pixel. */
	public static PixelMask none(final int width, final int height) {
		return new PixelMask(width, height, new boolean[width * height]);
	}

	/** The pixels of a rectangle. */
	public static PixelMask of(final int width, final int height, final Region region) {
		final boolean[] inside = new boolean[width * height];
		for (int y = region.y(); y < region.y() + region.height(); y++)
			Arrays.fill(inside, y * width + region.x(), y * width + region.x() + region.width(), true);
		return new PixelMask(width, height, inside);
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Number of pixels in it. */
	public int count() {
		return count;
	}

	/** Part of the frame it covers, 0 to 1. */
	public double share() {
		return count / (double) inside.length;
	}

	/** @param index row-major */
	public boolean contains(final int index) {
		return inside[index];
	}

	/** The pixels in this mask or the other. */
	public PixelMask or(final PixelMask other) {
		if (other.width != width || other.height != height) throw new IllegalArgumentException(other.width + " x " +
			other.height + " is not " + width + " x " + height);
		final boolean[] either = inside.clone();
		for (int i = 0; i < either.length; i++)
			either[i] |= other.inside[i];
		return new PixelMask(width, height, either);
	}

	/** All pixels that are not in it. */
	public PixelMask inverted() {
		final boolean[] not = new boolean[inside.length];
		for (int i = 0; i < not.length; i++)
			not[i] = !inside[i];
		return new PixelMask(width, height, not);
	}

	/** Every pixel that is at most so many columns and rows from one of the mask. */
	public PixelMask grown(final int pixels) {
		if (pixels <= 0 || count == 0) return this;
		final float[] ones = new float[inside.length];
		for (int i = 0; i < ones.length; i++)
			ones[i] = inside[i] ? 1 : 0;
		final float[] mean = BoxMean.of(ones, width, height, pixels);
		final boolean[] grown = new boolean[inside.length];
		for (int i = 0; i < grown.length; i++)
			grown[i] = mean[i] > 0;
		return new PixelMask(width, height, grown);
	}

	/** The mask moved by whole pixels to the right and down; what comes in from outside is not in it. */
	public PixelMask movedBy(final int dx, final int dy) {
		if (dx == 0 && dy == 0) return this;
		final boolean[] moved = new boolean[inside.length];
		for (int y = Math.max(0, dy); y < Math.min(height, height + dy); y++)
			for (int x = Math.max(0, dx); x < Math.min(width, width + dx); x++)
				moved[y * width + x] = inside[(y - dy) * width + x - dx];
		return new PixelMask(width, height, moved);
	}
}
