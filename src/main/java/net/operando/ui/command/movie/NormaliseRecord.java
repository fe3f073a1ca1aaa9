package net.operando.ui.command.movie;

import net.operando.data.movie.PixelMask;

/** On what a movie's light was measured, as it is written beside the result. */
final class NormaliseRecord {

	private final int backgroundPixels;
	private final double backgroundShare;
	private final boolean flatField;

	private NormaliseRecord(final int backgroundPixels, final double backgroundShare, final boolean flatField) {
		this.backgroundPixels = backgroundPixels;
		this.backgroundShare = backgroundShare;
		this.flatField = flatField;
	}

	static NormaliseRecord of(final PixelMask background, final boolean flatField) {
		return new NormaliseRecord(background.count(), background.share(), flatField);
	}
}
