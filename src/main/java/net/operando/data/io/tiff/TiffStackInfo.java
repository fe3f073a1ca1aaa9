package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import net.operando.base.quantity.Calibration;
import net.operando.data.io.FileSet;
import net.operando.data.io.FormatException;

/**
 * What is written into a TIFF stack beside its samples: size of a pixel with units, start, range of display and
 * provenance. Immutable; the {@code with} methods return changed copies.
 */
public final class TiffStackInfo {

	private double pixelWidth = Double.NaN;
	private double pixelHeight = Double.NaN;
	private String xUnit = "pixel";
	private String yUnit = "pixel";
	private Instant origin;
	private boolean nominalTimes;
	private double displayMinimum = Double.NaN;
	private double displayMaximum = Double.NaN;
	private String provenance = "";

	private TiffStackInfo() {}

	private TiffStackInfo(final TiffStackInfo from) {
		pixelWidth = from.pixelWidth;
		pixelHeight = from.pixelHeight;
		xUnit = from.xUnit;
		yUnit = from.yUnit;
		origin = from.origin;
		nominalTimes = from.nominalTimes;
		displayMinimum = from.displayMinimum;
		displayMaximum = from.displayMaximum;
		provenance = from.provenance;
	}

	/** Uncalibrated, no start, the whole range of the samples displayed, no provenance. */
	public static TiffStackInfo defaults() {
		return new TiffStackInfo();
	}

	/** Square pixels in um, or uncalibrated ones. */
	public TiffStackInfo withCalibration(final Calibration calibration) {
		final TiffStackInfo i = new TiffStackInfo(this);
		i.pixelWidth = calibration.isKnown() ? calibration.micrometresPerPixel() : Double.NaN;
		i.pixelHeight = i.pixelWidth;
		i.xUnit = calibration.isKnown() ? "um" : "pixel";
		i.yUnit = i.xUnit;
		return i;
	}

	/**
	 * Axes of a plot-like image, such as a kymograph with time along x ("sec") and position along y ("um").
	 *
	 * @param xPerPixel units of x per pixel, above 0
	 * @param yPerPixel units of y per pixel, above 0
	 */
	public TiffStackInfo withAxes(final double xPerPixel, final String unitOfX, final double yPerPixel,
		final String unitOfY)
	{
		final TiffStackInfo i = new TiffStackInfo(this);
		i.pixelWidth = xPerPixel;
		i.pixelHeight = yPerPixel;
		i.xUnit = unitOfX;
		i.yUnit = unitOfY;
		return i;
	}

	/** The instant of second 0; null if it is not known. */
	public TiffStackInfo withOrigin(final Instant instantOfSecondZero) {
		final TiffStackInfo i = new TiffStackInfo(this);
		i.origin = instantOfSecondZero;
		return i;
	}

	/** Whether the times of the frames were made from a rate alone. */
	public TiffStackInfo withNominalTimes(final boolean isNominal) {
		final TiffStackInfo i = new TiffStackInfo(this);
		i.nominalTimes = isNominal;
		return i;
	}

	/** The range that ImageJ displays; NaN takes the least and the greatest sample. */
	public TiffStackInfo withDisplayRange(final double minimum, final double maximum) {
		final TiffStackInfo i = new TiffStackInfo(this);
		i.displayMinimum = minimum;
		i.displayMaximum = maximum;
		return i;
	}

	/** JSON that says how the stack was made: version, parameters, hashes of input files. */
	public TiffStackInfo withProvenance(final String json) {
		final TiffStackInfo i = new TiffStackInfo(this);
		i.provenance = json == null ? "" : json.trim();
		return i;
	}

	double pixelWidth() {
		return pixelWidth;
	}

	double pixelHeight() {
		return pixelHeight;
	}

	String xUnit() {
		return xUnit;
	}

	String yUnit() {
		return yUnit;
	}

	double displayMinimum() {
		return displayMinimum;
	}

	double displayMaximum() {
		return displayMaximum;
	}

	/** The info text of the file, which ImageJ shows under Image &gt; Show Info. */
	String infoText() {
		final StringBuilder s = new StringBuilder();
		s.append(nominalTimes ? ImageJMetadata.NOMINAL : ImageJMetadata.MEASURED).append('\n');
		if (origin != null) s.append(ImageJMetadata.ORIGIN).append(origin).append('\n');
		if (!provenance.isEmpty()) s.append(ImageJMetadata.PROVENANCE).append(provenance).append('\n');
		return s.toString();
	}

	/**
	 * The provenance JSON that a TIFF stack of ours carries, also after ImageJ saved it again.
	 *
	 * @return empty if it carries none
	 * @throws FormatException if it is no readable TIFF file
	 * @throws IOException if the file system fails
	 */
	public static Optional<String> provenanceOf(final Path tiff) throws IOException {
		try (FileSet files = new FileSet()) {
			final TiffFile file = new TiffFile(files, files.add(tiff));
			final String info = ImageJMetadata.of(file.firstDirectory(), file.bytes().order()).info();
			final int at = info.indexOf(ImageJMetadata.PROVENANCE);
			return at < 0 ? Optional.empty() : Optional.of(info.substring(at + ImageJMetadata.PROVENANCE.length()).trim());
		}
	}
}
