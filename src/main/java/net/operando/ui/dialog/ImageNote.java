package net.operando.ui.dialog;

import java.awt.Font;
import java.util.Locale;

import javax.swing.JComponent;
import javax.swing.JLabel;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;

/** Which image a command will work on, and what of it matters: size, scale, times, selection. */
final class ImageNote {

	private ImageNote() {}

	static JComponent of(final ImagePlus image, final Font font) {
		final JLabel note = new JLabel("<html>" + escape(image.getTitle()) + "<br>" + escape(text(image)) + "</html>");
		note.setFont(font);
		note.setName("image");
		return note;
	}

	private static String text(final ImagePlus image) {
		final Calibration scale = image.getCalibration();
		final StringBuilder text = new StringBuilder(image.getWidth() + " x " + image.getHeight() + " px");
		if (image.getStackSize() > 1) text.append(", ").append(image.getStackSize()).append(" frames");
		if (scale.scaled() && !scale.getXUnit().equals(scale.getYUnit())) text.append(String.format(Locale.ROOT,
			", %.4g %s by %.4g %s", scale.pixelWidth, scale.getXUnit(), scale.pixelHeight, scale.getYUnit()));
		else if (scale.scaled()) text.append(String.format(Locale.ROOT, ", %.4g %s/px", scale.pixelWidth, scale.getXUnit()));
		else text.append(", no pixel size");
		final Roi roi = image.getRoi();
		if (roi != null) text.append(", selection: ").append(roi.getTypeAsString().toLowerCase(Locale.ROOT));
		return text.toString();
	}

	private static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}
}
