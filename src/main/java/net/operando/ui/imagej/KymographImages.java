package net.operando.ui.imagej;

import ij.ImagePlus;
import ij.measure.Calibration;
import net.operando.base.InvalidInputException;
import net.operando.data.io.KymographTiff;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/** Kymographs from images: our own, which know their axes, and any other with what the user or ImageJ says of them. */
public final class KymographImages {

	private static final String BEHIND = "operando.kymograph";

	private KymographImages() {}

	/** Notes on a figure which image it shows. */
	static void remember(final ImagePlus figure, final ImagePlus kymograph) {
		figure.setProperty(BEHIND, kymograph);
	}

	/** The image that a figure of ours shows; any other image itself. */
	public static ImagePlus behind(final ImagePlus image) {
		return image.getProperty(BEHIND) instanceof ImagePlus ? (ImagePlus) image.getProperty(BEHIND) : image;
	}

	/**
	 * @param timeAxis "x" or "y"; our own kymographs have time along x whatever is said
	 * @param frameIntervalSeconds time per column in s; 0 takes the image's calibration, if its unit is one of time
	 * @param pixelSizeMicrometres distance per row in um; 0 takes the image's calibration, if its unit is one of length
	 * @param quantity what the values are
	 * @throws InvalidInputException if the time per column is not known
	 */
	public static Kymograph read(final ImagePlus image, final String timeAxis, final double frameIntervalSeconds,
		final double pixelSizeMicrometres, final KymographQuantity quantity)
	{
		if (image.getStackSize() > 1) throw new InvalidInputException("'" + image.getTitle() +
			"' is a stack: a kymograph is a single image; make one with Line-Cut Kymograph.");
		if (image.getType() == ImagePlus.COLOR_RGB) throw new InvalidInputException("'" + image.getTitle() +
			"' is a colour image: a kymograph has one value per position and time; give one made by Line-Cut Kymograph, or a grey image.");
		if (KymographTiff.isKymograph(image)) return KymographTiff.read(image);
		if (!timeAxis.equals("x") && !timeAxis.equals("y")) throw new InvalidInputException("'" + timeAxis +
			"' is no time axis: use timeaxis=x or timeaxis=y.");
		final boolean alongY = timeAxis.equals("y");
		final Calibration scale = image.getCalibration();
		double interval = frameIntervalSeconds;
		if (interval == 0) interval = (alongY ? scale.pixelHeight : scale.pixelWidth) * seconds(alongY ? scale.getYUnit()
			: scale.getXUnit());
		if (!(interval > 0)) throw new InvalidInputException("'" + image.getTitle() +
			"' does not say how long a column lasts: give frameintervalseconds.");
		double step = pixelSizeMicrometres;
		if (step == 0) step = (alongY ? scale.pixelWidth : scale.pixelHeight) * micrometres(alongY ? scale.getXUnit() : scale
			.getYUnit());
		return KymographTiff.read(image, alongY, interval, step * 1e-6, quantity, quantity.isRate() ? interval : 0);
	}

	private static double seconds(final String unit) {
		if (unit == null) return Double.NaN;
		return unit.equals("s") || unit.startsWith("sec") ? 1 : unit.equals("ms") ? 1e-3 : unit.startsWith("min") ? 60
			: Double.NaN;
	}

	private static double micrometres(final String unit) {
		if (unit == null) return Double.NaN;
		return unit.equals("um") || unit.equals("µm") || unit.equals("μm") || unit.startsWith("micron") ? 1 : unit.equals(
			"nm") ? 1e-3 : unit.equals("mm") ? 1e3 : Double.NaN;
	}
}
