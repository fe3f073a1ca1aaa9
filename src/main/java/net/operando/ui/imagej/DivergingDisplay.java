package net.operando.ui.imagej;

import ij.ImagePlus;
import ij.process.ImageStatistics;
import ij.process.LUT;
import net.operando.figure.colour.ColourMap;

/** Shows signed rates with the zero-centred diverging colours of the figures. */
public final class DivergingDisplay {

	private static final int COLOURS = 256;
	/** So many standard deviations of the first image span half the colours: strong fronts stay inside. */
	static final double SPAN = 4;

	private DivergingDisplay() {}

	/** Gives an image the diverging colours, with limits symmetric about zero. Pixels are not changed. */
	public static void centre(final ImagePlus image) {
		image.setLut(colours());
		final ImageStatistics statistics = image.getStatistics(ij.measure.Measurements.STD_DEV);
		final double limit = SPAN * statistics.stdDev;
		if (limit > 0) image.setDisplayRange(-limit, limit);
	}

	/** The diverging colours of the figures. */
	static LUT colours() {
		final ColourMap map = ColourMap.diverging();
		final byte[] red = new byte[COLOURS];
		final byte[] green = new byte[COLOURS];
		final byte[] blue = new byte[COLOURS];
		for (int i = 0; i < COLOURS; i++) {
			final int rgb = map.rgb(i / (COLOURS - 1.0));
			red[i] = (byte) (rgb >> 16);
			green[i] = (byte) (rgb >> 8);
			blue[i] = (byte) rgb;
		}
		return new LUT(8, COLOURS, red, green, blue);
	}
}
