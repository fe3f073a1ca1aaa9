package net.operando.data.io.tiff;

import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.FileSet;
import net.operando.data.movie.DescribedMovie;
import net.operando.data.movie.PixelType;
import net.operando.data.movie.Region;

/** A movie whose frames are planes of TIFF files, read by position when asked for. Thread-safe. */
final class TiffMovie extends DescribedMovie {

	private final FileSet files;
	private final TiffPlane[] planes;
	private final TiffPixels pixels;

	TiffMovie(final String name, final FileSet files, final List<TiffPlane> planes, final TimeAxis times,
		final Calibration calibration, final List<String> warnings)
	{
		super(name, planes.get(0).layout.width, planes.get(0).layout.height, planes.get(0).layout.kind.pixelType(), times,
			calibration, warnings);
		if (times.size() != planes.size()) throw new IllegalArgumentException(times.size() + " times for " + planes.size() +
			" frames");
		this.files = files;
		this.planes = planes.toArray(new TiffPlane[0]);
		pixels = new TiffPixels(files);
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		return region(frame, Region.of(0, 0, width(), height()), reuse);
	}

	@Override
	public short[] frame16(final int frame, final short[] reuse) {
		if (pixelType() != PixelType.UINT16) return super.frame16(frame, reuse);
		final int size = width() * height();
		final short[] to = sized(reuse, size);
		pixels.read16(planes[frame], to);
		return to;
	}

	@Override
	public float[] region(final int frame, final Region region, final float[] reuse) {
		if (!region.isInside(width(), height())) throw new IllegalArgumentException(region + " is not inside " + width() +
			" x " + height());
		final float[] to = sized(reuse, region.size());
		pixels.read(planes[frame], region, to);
		return to;
	}

	@Override
	public void close() {
		files.close();
	}
}
