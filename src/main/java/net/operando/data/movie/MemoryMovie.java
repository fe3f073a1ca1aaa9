package net.operando.data.movie;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;

/** A movie whose frames are held in memory. The arrays given to it are kept, not copied, and must not be changed. */
public final class MemoryMovie extends DescribedMovie {

	private final int width;
	private final short[][] counts;
	private final float[][] values;

	private MemoryMovie(final String name, final int width, final int height, final short[][] counts,
		final float[][] values, final TimeAxis times, final Calibration calibration, final List<String> warnings)
	{
		super(name, width, height, counts != null ? PixelType.UINT16 : PixelType.FLOAT32, times, calibration, warnings);
		final Object[] frames = counts == null ? values : counts;
		if (frames.length == 0) throw new InvalidInputException("The movie " + name + " has no frames.");
		if (times.size() != frames.length) throw new InvalidInputException("The movie " + name + " has " + frames.length +
			" frames but " + times.size() + " times: give one time per frame.");
		for (final Object frame : frames) {
			final int length = counts == null ? ((float[]) frame).length : ((short[]) frame).length;
			if (length != width * height) throw new IllegalArgumentException("a frame of " + length + " samples is not " + width +
				" x " + height);
		}
		this.width = width;
		this.counts = counts;
		this.values = values;
	}

	/** A movie of unsigned 16 bit counts; one array of {@code width * height} samples per frame. */
	public static MemoryMovie ofCounts(final String name, final int width, final int height, final short[][] frames,
		final TimeAxis times, final Calibration calibration)
	{
		return new MemoryMovie(name, width, height, frames, null, times, calibration, new ArrayList<>());
	}

	/** A movie of 32 bit floating point values; one array of {@code width * height} samples per frame. */
	public static MemoryMovie ofValues(final String name, final int width, final int height, final float[][] frames,
		final TimeAxis times, final Calibration calibration, final List<String> warnings)
	{
		return new MemoryMovie(name, width, height, null, frames, times, calibration, warnings);
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		if (values != null) return values[frame];
		final short[] from = counts[frame];
		final float[] to = sized(reuse, from.length);
		for (int i = 0; i < from.length; i++)
			to[i] = from[i] & 0xffff;
		return to;
	}

	@Override
	public short[] frame16(final int frame, final short[] reuse) {
		if (counts == null) return super.frame16(frame, reuse);
		return counts[frame];
	}

	@Override
	public float[] region(final int frame, final Region region, final float[] reuse) {
		final float[] part = sized(reuse, region.size());
		for (int row = 0, to = 0; row < region.height(); row++) {
			int from = (region.y() + row) * width + region.x();
			for (int end = to + region.width(); to < end; to++, from++)
				part[to] = values != null ? values[frame][from] : counts[frame][from] & 0xffff;
		}
		return part;
	}

	@Override
	public void close() {
		// memory is let go with the object
	}
}
