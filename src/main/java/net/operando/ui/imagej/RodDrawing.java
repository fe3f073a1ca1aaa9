package net.operando.ui.imagej;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.io.RoiEncoder;
import net.operando.analysis.rod.Rod;

/** Rods as ImageJ's selections: an overlay with names, and an archive for the ROI Manager. Pixels are not changed. */
public final class RodDrawing {

	private static final Color COLOUR = new Color(0xe69f00);

	private RodDrawing() {}

	/** The rod as a rotated rectangle along its axis, named by its id; areas are counted from a pixel's corner. */
	public static Roi roi(final Rod rod) {
		final Roi roi = new RotatedRectRoi(rod.axis().x0() + 0.5, rod.axis().y0() + 0.5, rod.axis().x1() + 0.5, rod.axis().y1() +
			0.5, rod.axis().widthPixels());
		roi.setName(rod.id());
		roi.setStrokeColor(COLOUR);
		return roi;
	}

	/** Draws the rods on an image, as an overlay with labels. */
	public static void draw(final List<Rod> rods, final ImagePlus image) {
		image.setOverlay(overlay(rods));
	}

	/** The rods with their names. */
	public static Overlay overlay(final List<Rod> rods) {
		final Overlay overlay = new Overlay();
		for (final Rod rod : rods)
			overlay.add(roi(rod), rod.id());
		overlay.drawLabels(true);
		overlay.drawNames(true);
		overlay.setLabelColor(COLOUR);
		return overlay;
	}

	/** The rods as a zip of .roi files, as the ROI Manager saves and opens them. */
	public static byte[] archive(final List<Rod> rods) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (final Rod rod : rods) {
				zip.putNextEntry(new ZipEntry(rod.id() + ".roi"));
				zip.write(RoiEncoder.saveAsByteArray(roi(rod)));
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}
}
