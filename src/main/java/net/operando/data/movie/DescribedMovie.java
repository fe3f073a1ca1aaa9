package net.operando.data.movie;

import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;

/** A movie of which all but the samples is known when it is made. Immutable as far as it goes. */
public abstract class DescribedMovie implements Movie {

	private final String name;
	private final int width;
	private final int height;
	private final PixelType pixelType;
	private final TimeAxis times;
	private final Calibration calibration;
	private final List<String> warnings;

	/** @param times one per frame */
	protected DescribedMovie(final String name, final int width, final int height, final PixelType pixelType,
		final TimeAxis times, final Calibration calibration, final List<String> warnings)
	{
		this.name = name;
		this.width = width;
		this.height = height;
		this.pixelType = pixelType;
		this.times = times;
		this.calibration = calibration;
		this.warnings = List.copyOf(warnings);
	}

	@Override
	public final String name() {
		return name;
	}

	@Override
	public final int width() {
		return width;
	}

	@Override
	public final int height() {
		return height;
	}

	@Override
	public final int frameCount() {
		return times.size();
	}

	@Override
	public final PixelType pixelType() {
		return pixelType;
	}

	@Override
	public final TimeAxis times() {
		return times;
	}

	@Override
	public final Calibration calibration() {
		return calibration;
	}

	@Override
	public final List<String> warnings() {
		return warnings;
	}

	/** The array to fill: the one given to be used again, if it is of the right length. */
	protected static float[] sized(final float[] reuse, final int size) {
		return reuse != null && reuse.length == size ? reuse : new float[size];
	}

	/** As {@link #sized(float[], int)}. */
	protected static short[] sized(final short[] reuse, final int size) {
		return reuse != null && reuse.length == size ? reuse : new short[size];
	}
}
