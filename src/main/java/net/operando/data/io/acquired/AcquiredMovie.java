package net.operando.data.io.acquired;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.FileSet;
import net.operando.data.io.SampleReader;
import net.operando.data.io.SampleType;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;

/** A recording's frames, found by its journal and read when they are asked for. Thread-safe. */
final class AcquiredMovie implements Movie {

	private final String name;
	private final AcquiredStream stream;
	private final TimeAxis times;
	private final List<String> warnings;
	private final FileSet files = new FileSet();
	private final Map<Integer, Integer> fileOfPart = new HashMap<>();
	private final SampleReader reader = new SampleReader(files);

	AcquiredMovie(final String name, final AcquiredStream stream, final TimeAxis times, final List<String> warnings) {
		this.name = name;
		this.stream = stream;
		this.times = times;
		this.warnings = List.copyOf(warnings);
		for (final FrameEntry frame : stream.frames())
			fileOfPart.computeIfAbsent(frame.part, p -> files.add(stream.info().part(stream.folder(), p)));
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public int width() {
		return stream.info().width();
	}

	@Override
	public int height() {
		return stream.info().height();
	}

	@Override
	public int frameCount() {
		return times.size();
	}

	@Override
	public PixelType pixelType() {
		return stream.info().samples();
	}

	/** Means of 16 bit counts are floating point, yet none is above what a count can be. */
	@Override
	public double fullScale() {
		return PixelType.UINT16.maximum();
	}

	@Override
	public TimeAxis times() {
		return times;
	}

	@Override
	public Calibration calibration() {
		return stream.info().calibration();
	}

	@Override
	public List<String> warnings() {
		return warnings;
	}

	private int file(final int frame) {
		return fileOfPart.get(stream.frames().get(frame).part);
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		return region(frame, Region.of(0, 0, width(), height()), reuse);
	}

	@Override
	public short[] frame16(final int frame, final short[] reuse) {
		if (pixelType() != PixelType.UINT16) return Movie.super.frame16(frame, reuse);
		final int size = width() * height();
		final short[] to = reuse != null && reuse.length == size ? reuse : new short[size];
		reader.shorts(file(frame), stream.offset(frame), ByteOrder.LITTLE_ENDIAN, to, 0, size);
		return to;
	}

	@Override
	public float[] region(final int frame, final Region region, final float[] reuse) {
		if (!region.isInside(width(), height())) throw new IllegalArgumentException(region + " is not inside " + width() +
			" x " + height());
		final float[] to = reuse != null && reuse.length == region.size() ? reuse : new float[region.size()];
		final SampleType kind = pixelType() == PixelType.UINT16 ? SampleType.UINT16 : SampleType.FLOAT32;
		final boolean wholeRows = region.width() == width();
		final int rows = wholeRows ? 1 : region.height();
		final int count = wholeRows ? region.size() : region.width();
		for (int row = 0; row < rows; row++)
			reader.floats(file(frame), stream.offset(frame) + ((long) (region.y() + row) * width() + region.x()) * kind.bytes(),
				kind, ByteOrder.LITTLE_ENDIAN, to, row * count, count);
		return to;
	}

	@Override
	public void close() {
		files.close();
	}
}
