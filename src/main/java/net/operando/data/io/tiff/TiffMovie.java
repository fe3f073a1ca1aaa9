package net.operando.data.io.tiff;

import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.FileSet;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;

/** A movie whose frames are planes of TIFF files, read by position when asked for. Thread-safe. */
final class TiffMovie implements Movie {

	private final String name;
	private final FileSet files;
	private final TiffPlane[] planes;
	private final TiffPixels pixels;
	private final TimeAxis times;
	private final Calibration calibration;
	private final List<String> warnings;

	TiffMovie(final String name, final FileSet files, final List<TiffPlane> planes, final TimeAxis times,
		final Calibration calibration, final List<String> warnings)
	{
		if (times.size() != planes.size()) throw new IllegalArgumentException(times.size() + " times for " + planes.size() +
			" frames");
		this.name = name;
		this.files = files;
		this.planes = planes.toArray(new TiffPlane[0]);
		this.times = times;
		this.calibration = calibration;
		this.warnings = List.copyOf(warnings);
		pixels = new TiffPixels(files);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public int width() {
		return planes[0].layout.width;
	}

	@Override
	public int height() {
		return planes[0].layout.height;
	}

	@Override
	public int frameCount() {
		return planes.length;
	}

	@Override
	public PixelType pixelType() {
		return planes[0].layout.kind.pixelType();
	}

	@Override
	public TimeAxis times() {
		return times;
	}

	@Override
	public Calibration calibration() {
		return calibration;
	}

	@Override
	public List<String> warnings() {
		return warnings;
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
		pixels.read16(planes[frame], to);
		return to;
	}

	@Override
	public float[] region(final int frame, final Region region, final float[] reuse) {
		if (!region.isInside(width(), height())) throw new IllegalArgumentException(region + " is not inside " + width() +
			" x " + height());
		final float[] to = reuse != null && reuse.length == region.size() ? reuse : new float[region.size()];
		pixels.read(planes[frame], region, to);
		return to;
	}

	@Override
	public void close() {
		files.close();
	}
}
