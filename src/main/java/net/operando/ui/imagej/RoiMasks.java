package net.operando.ui.imagej;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import net.operando.base.InvalidInputException;
import net.operando.data.io.FormatException;
import net.operando.data.movie.PixelMask;

/** Areas drawn in ImageJ and saved (.roi, or a .zip of several) as sets of pixels. */
public final class RoiMasks {

	private RoiMasks() {}

	/**
	 * @param width of the image the areas are for; @param height likewise
	 * @throws FormatException if the file holds no ROI
	 * @throws InvalidInputException if no area of it lies on the image
	 */
	public static PixelMask read(final Path file, final int width, final int height) throws IOException {
		final boolean[] inside = new boolean[width * height];
		if (file.getFileName().toString().toLowerCase().endsWith(".zip")) {
			try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
				for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
					if (entry.getName().endsWith(".roi")) add(roi(file, zip.readAllBytes()), width, height, inside);
			}
		}
		else add(roi(file, Files.readAllBytes(file)), width, height, inside);
		final PixelMask mask = PixelMask.of(width, height, inside);
		if (mask.count() == 0) throw new InvalidInputException("No area of " + file + " lies on the image of " + width + " x " +
			height + " pixels: draw areas on this image and save them (.roi or .zip).");
		return mask;
	}

	private static Roi roi(final Path file, final byte[] bytes) {
		try {
			final Roi roi = new RoiDecoder(bytes, file.getFileName().toString()).getRoi();
			if (roi != null) return roi;
		}
		catch (final IOException | RuntimeException e) {
			throw new FormatException(file, "is no ROI file: save areas from ImageJ's ROI Manager (.roi or .zip).", e);
		}
		throw new FormatException(file, "is no ROI file: save areas from ImageJ's ROI Manager (.roi or .zip).");
	}

	private static void add(final Roi roi, final int width, final int height, final boolean[] inside) {
		if (!roi.isArea()) return;
		final Rectangle bounds = roi.getBounds().intersection(new Rectangle(0, 0, width, height));
		for (int y = bounds.y; y < bounds.y + bounds.height; y++)
			for (int x = bounds.x; x < bounds.x + bounds.width; x++)
				inside[y * width + x] |= roi.contains(x, y);
	}
}
