package net.operando.ui.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

/**
 * Any open grey-scale image stack as a movie. Its times are nominal, from ImageJ's frame interval. A virtual stack is
 * read one slice at a time. Closing the movie leaves the image open.
 */
final class ImagePlusMovie implements Movie {

	private final String name;
	private final ImageStack stack;
	private final int channels;
	private final int slices;
	private final boolean slicesAreTime;
	private final int channel;
	private final PixelType pixelType;
	private final TimeAxis times;
	private final Calibration calibration;
	private final List<String> warnings = new ArrayList<>();

	ImagePlusMovie(final ImagePlus image, final double frameIntervalSeconds) {
		if (image.getType() != ImagePlus.GRAY8 && image.getType() != ImagePlus.GRAY16 && image
			.getType() != ImagePlus.GRAY32) throw new InvalidInputException("'" + image.getTitle() +
				"' is a colour image: intensities are measured on grey images; use Image > Type > 16-bit or open the recorded file.");
		name = image.getShortTitle();
		stack = image.getStack();
		channels = image.getNChannels();
		slices = image.getNSlices();
		slicesAreTime = image.getNFrames() == 1;
		channel = image.getC();
		pixelType = image.getType() == ImagePlus.GRAY8 ? PixelType.UINT8 : image.getType() == ImagePlus.GRAY16
			? PixelType.UINT16 : PixelType.FLOAT32;
		final int frames = slicesAreTime ? slices : image.getNFrames();
		calibration = calibrationOf(image);
		times = timesOf(image, frames, frameIntervalSeconds);
		if (channels > 1) warnings.add("Channel " + channel + " of " + channels + " of " + name + " was used.");
		if (!slicesAreTime && slices > 1) warnings.add("Slice 1 of " + slices + " of every frame of " + name + " was used.");
		if (times.isNominal()) warnings.add(String.format(Locale.ROOT,
			"The frame times of %s are nominal (%.6g s per frame): pauses and lost frames do not show in them.", name, times
				.medianIntervalSeconds()));
	}

	private static Calibration calibrationOf(final ImagePlus image) {
		final ij.measure.Calibration scale = image.getCalibration();
		final String unit = scale.getUnit();
		final double um = unit == null ? Double.NaN : unit.equals("um") || unit.equals("µm") || unit.equals("μm") || unit
			.startsWith("micron") ? 1 : unit.equals("nm") ? 1e-3 : unit.equals("mm") ? 1e3 : unit.equals("m") ? 1e6
				: Double.NaN;
		if (Double.isNaN(um)) return Calibration.unknown();
		if (Math.abs(scale.pixelWidth / scale.pixelHeight - 1) > 0.01) throw new InvalidInputException("The pixels of '" + image
			.getTitle() + "' are not square (" + scale.pixelWidth + " x " + scale.pixelHeight + " " + unit +
			"): correct them in Image > Properties.");
		return Calibration.ofMicrometres(scale.pixelWidth * um);
	}

	private static TimeAxis timesOf(final ImagePlus image, final int frames, final double given) {
		if (frames == 1) return TimeAxis.of(0.0);
		final ij.measure.Calibration scale = image.getCalibration();
		final String unit = scale.getTimeUnit();
		final double seconds = given > 0 ? given : scale.frameInterval * (unit == null || unit.startsWith("s") ? 1 : unit
			.startsWith("ms") ? 1e-3 : unit.startsWith("min") ? 60 : unit.startsWith("h") ? 3600 : Double.NaN);
		if (!(seconds > 0)) throw new InvalidInputException("'" + image.getTitle() +
			"' has no frame interval: set it in Image > Properties, or open the file with Open Operando Movie.");
		return TimeAxis.nominal(frames, seconds);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public int width() {
		return stack.getWidth();
	}

	@Override
	public int height() {
		return stack.getHeight();
	}

	@Override
	public int frameCount() {
		return times.size();
	}

	@Override
	public PixelType pixelType() {
		return pixelType;
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
		return List.copyOf(warnings);
	}

	/** ImageJ's stacks are not made for several threads, virtual ones least of all. */
	private Object pixels(final int frame) {
		final int slice = slicesAreTime ? frame * channels + channel : (frame * slices) * channels + channel;
		synchronized (stack) {
			final ImageProcessor processor = stack.getProcessor(slice);
			return processor.getPixels();
		}
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		final Object pixels = pixels(frame);
		final int length = width() * height();
		final float[] to = reuse != null && reuse.length == length ? reuse : new float[length];
		if (pixels instanceof float[]) System.arraycopy(pixels, 0, to, 0, length);
		else if (pixels instanceof short[]) for (int i = 0; i < length; i++)
			to[i] = ((short[]) pixels)[i] & 0xffff;
		else for (int i = 0; i < length; i++)
			to[i] = ((byte[]) pixels)[i] & 0xff;
		return to;
	}

	@Override
	public short[] frame16(final int frame, final short[] reuse) {
		if (pixelType != PixelType.UINT16) return Movie.super.frame16(frame, reuse);
		return (short[]) pixels(frame);
	}

	@Override
	public void close() {
		// the image belongs to the user
	}
}
