package net.operando.data.movie;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;

/**
 * The frames of another movie with other values, 32 bit: all else is that movie's, asked for each time, since what it warns
 * of may grow while it is read. Closing it closes that movie.
 */
abstract class DerivedMovie implements Movie {

	private final Movie source;

	DerivedMovie(final Movie source) {
		this.source = source;
	}

	final Movie source() {
		return source;
	}

	@Override
	public final String name() {
		return source.name();
	}

	@Override
	public final int width() {
		return source.width();
	}

	@Override
	public final int height() {
		return source.height();
	}

	@Override
	public final int frameCount() {
		return source.frameCount();
	}

	@Override
	public final PixelType pixelType() {
		return PixelType.FLOAT32;
	}

	@Override
	public final double fullScale() {
		return source.fullScale();
	}

	@Override
	public final TimeAxis times() {
		return source.times();
	}

	@Override
	public final Calibration calibration() {
		return source.calibration();
	}

	@Override
	public final void close() {
		source.close();
	}
}
