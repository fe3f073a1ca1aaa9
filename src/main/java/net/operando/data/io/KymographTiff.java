package net.operando.data.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/**
 * Kymographs as calibrated 32-bit ImageJ images: time along x, position along y. The image's metadata ("Info") holds the
 * time of every column as JSON; the x axis is calibrated in seconds only where the columns are uniform within 1 %,
 * since a ruler on any other image would lie. This is the one class outside the user interface that uses ImageJ, so
 * that files and windows are made by the same code.
 */
public final class KymographTiff {

	/** Key of the image property that holds the metadata. */
	private static final String INFO = "Info";
	private static final String MARK = "operando-kymograph";
	/** Columns whose intervals differ by less than this fraction count as uniform (the file contract's 1 %). */
	private static final double UNIFORM = 0.01;

	/** What the image's pixels do not say; field names are the JSON keys. */
	private static final class Metadata {

		private final String format = MARK;
		private KymographQuantity quantity;
		private double lag_s;
		private double position_step_um;
		private double[] time_s;
		private boolean times_nominal;
		private String origin;
		private List<String> warnings;
		private Provenance provenance;
	}

	private KymographTiff() {}

	/**
	 * The kymograph as an image that is not shown.
	 *
	 * @param provenance where it comes from; may be null
	 */
	public static ImagePlus image(final Kymograph kymograph, final String title, final Provenance provenance) {
		final int width = kymograph.columns();
		final int height = kymograph.rows();
		final FloatProcessor pixels = new FloatProcessor(width, height);
		for (int c = 0; c < width; c++)
			for (int r = 0; r < height; r++)
				pixels.setf(c, r, kymograph.value(c, r));
		final ImagePlus image = new ImagePlus(title, pixels);
		final Calibration scale = image.getCalibration();
		if (kymograph.isCalibrated()) {
			scale.pixelHeight = kymograph.positionStepMetres() * 1e6;
			scale.setYUnit("um");
		}
		final TimeAxis times = kymograph.times();
		if (times.size() > 1 && times.isUniformWithin(UNIFORM)) {
			scale.pixelWidth = times.medianIntervalSeconds();
			scale.xOrigin = -times.seconds(0) / scale.pixelWidth;
			scale.setXUnit("s");
		}
		else {
			scale.pixelWidth = 1;
			scale.setXUnit("column");
		}
		scale.setValueUnit(kymograph.quantity().unit());
		final Metadata metadata = new Metadata();
		metadata.quantity = kymograph.quantity();
		metadata.lag_s = kymograph.lagSeconds();
		metadata.position_step_um = kymograph.isCalibrated() ? kymograph.positionStepMetres() * 1e6 : Double.NaN;
		metadata.time_s = times.toArray();
		metadata.times_nominal = times.isNominal();
		metadata.origin = times.origin().map(Instant::toString).orElse(null);
		metadata.warnings = kymograph.warnings();
		metadata.provenance = provenance;
		image.setProperty(INFO, Json.write(metadata));
		return image;
	}

	/**
	 * Writes {@code kymograph.tif}.
	 *
	 * @throws IOException if the file system fails
	 */
	public static void write(final Kymograph kymograph, final Path file, final Provenance provenance) throws IOException {
		final ImagePlus image = image(kymograph, String.valueOf(file.getFileName()), provenance);
		Files.write(file, new FileSaver(image).serialize());
	}

	/** Whether an image carries the metadata of one of our kymographs. */
	public static boolean isKymograph(final ImagePlus image) {
		final Object info = image.getProperty(INFO);
		return info instanceof String && ((String) info).contains("\"" + MARK + "\"");
	}

	/**
	 * The kymograph in an image made by {@link #image}. Its standard errors are not part of the image.
	 *
	 * @throws InvalidInputException if the image is not one, or its size was changed since
	 */
	public static Kymograph read(final ImagePlus image) {
		if (!isKymograph(image)) throw new InvalidInputException("'" + image.getTitle() +
			"' is not a kymograph made by Operando: make one with Line-Cut Kymograph, or say how its axes are scaled.");
		final Metadata metadata = metadata(image);
		if (metadata.time_s == null || metadata.time_s.length != image.getWidth()) throw new InvalidInputException("'" + image
			.getTitle() + "' has " + image.getWidth() + " columns but the times of another number: it was cropped or scaled; " +
			"use fromseconds and toseconds on the original instead.");
		TimeAxis times = TimeAxis.of(metadata.time_s).markedNominal(metadata.times_nominal);
		if (metadata.origin != null) times = times.startingAt(Instant.parse(metadata.origin));
		return Kymograph.of(columns(image, false), null, times, metadata.position_step_um * 1e-6, metadata.quantity,
			metadata.lag_s, metadata.warnings);
	}

	private static Metadata metadata(final ImagePlus image) {
		final String info = (String) image.getProperty(INFO);
		// ImageJ may append lines of its own after the JSON object.
		return Json.read(info.substring(info.indexOf('{'), info.lastIndexOf('}') + 1), Metadata.class, "the kymograph " + image
			.getTitle());
	}

	/** Where a kymograph made by {@link #image} comes from; empty for any other image and where it was not said. */
	public static Optional<Provenance> provenance(final ImagePlus image) {
		return isKymograph(image) ? Optional.ofNullable(metadata(image).provenance) : Optional.empty();
	}

	/**
	 * A kymograph from elsewhere: any single image with the user's word for its axes.
	 *
	 * @param timeAlongY whether time runs down the image instead of along x
	 * @param frameIntervalSeconds time from column to column, above 0; marked nominal
	 * @param positionStepMetres distance from row to row in m; NaN if not known
	 * @param quantity what the values are
	 * @param lagSeconds lag of a rate in s
	 */
	public static Kymograph read(final ImagePlus image, final boolean timeAlongY, final double frameIntervalSeconds,
		final double positionStepMetres, final KymographQuantity quantity, final double lagSeconds)
	{
		final float[][] values = columns(image, timeAlongY);
		return Kymograph.of(values, null, TimeAxis.nominal(values.length, frameIntervalSeconds), positionStepMetres, quantity,
			lagSeconds, List.of("The kymograph " + image.getTitle() + " was made elsewhere: its times are nominal (" +
				frameIntervalSeconds + " s per column)."));
	}

	/**
	 * Reads a kymograph file.
	 *
	 * @throws FormatException if it is no image, or was cut short
	 */
	public static ImagePlus open(final Path file) {
		final Opener opener = new Opener();
		// the reason goes to the caller, not into a window of ImageJ's
		opener.setSilentMode(true);
		refuseCutShort(file);
		final ImagePlus image = opener.getFileType(file.toString()) == Opener.UNKNOWN ? null : opener.openImage(file.toString());
		if (image == null) throw new FormatException(file, "is not an image that can be read: give a TIFF kymograph.");
		return image;
	}

	/** ImageJ reads what is missing of a TIFF as zeros. */
	private static void refuseCutShort(final Path file) {
		final FileInfo[] images;
		final long size;
		try {
			images = new TiffDecoder("", file.toString()).getTiffInfo();
			size = Files.size(file);
		}
		catch (final IOException e) {
			// not a TIFF, or one that the opener will refuse
			return;
		}
		if (images == null || images.length == 0 || images[0].compression > FileInfo.COMPRESSION_NONE) return;
		final FileInfo first = images[0];
		long end = first.getOffset() + (long) first.width * first.height * first.getBytesPerPixel();
		if (first.stripOffsets != null && first.stripLengths != null && first.stripOffsets.length > 1) {
			end = 0;
			for (int i = 0; i < first.stripOffsets.length; i++)
				end = Math.max(end, (first.stripOffsets[i] & 0xffffffffL) + first.stripLengths[i]);
		}
		if (end > size) throw new FormatException(file, "was cut short: it holds " + size + " of " + end + " bytes; copy it again.");
	}

	private static float[][] columns(final ImagePlus image, final boolean timeAlongY) {
		final ij.process.ImageProcessor pixels = image.getProcessor();
		final int columns = timeAlongY ? image.getHeight() : image.getWidth();
		final int rows = timeAlongY ? image.getWidth() : image.getHeight();
		final float[][] values = new float[columns][rows];
		for (int c = 0; c < columns; c++)
			for (int r = 0; r < rows; r++)
				values[c][r] = timeAlongY ? pixels.getf(r, c) : pixels.getf(c, r);
		return values;
	}
}
