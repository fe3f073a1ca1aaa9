package net.operando.ui.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import net.operando.base.InvalidInputException;
import net.operando.data.io.FormatException;
import net.operando.data.movie.PixelMask;

class RoiMasksTest {

	@TempDir
	Path folder;

	private static byte[] bytes(final Roi roi) throws Exception {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		new RoiEncoder(out).write(roi);
		return out.toByteArray();
	}

	@Test
	void readsOneAreaAndSeveral() throws Exception {
		final Path one = Files.write(folder.resolve("one.roi"), bytes(new Roi(3, 4, 5, 2)));
		final PixelMask mask = RoiMasks.read(one, 20, 10);
		assertEquals(10, mask.count());
		assertTrue(mask.contains(4 * 20 + 3) && mask.contains(5 * 20 + 7));
		final Path several = folder.resolve("several.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(several))) {
			for (final Roi roi : new Roi[] { new Roi(0, 0, 2, 2), new OvalRoi(10, 2, 6, 6), new Roi(18, 8, 9, 9), new Line(0, 9, 9,
				9) }) {
				zip.putNextEntry(new ZipEntry(roi.getTypeAsString() + roi.getBounds().x + ".roi"));
				zip.write(bytes(roi));
				zip.closeEntry();
			}
		}
		final PixelMask both = RoiMasks.read(several, 20, 10);
		// a square of 4, an oval of less than 36 and more than 20, a square cut to 4 by the image; lines hold nothing
		assertTrue(both.contains(0) && both.contains(5 * 20 + 13) && both.contains(9 * 20 + 19) && both.count() > 28 && both
			.count() < 44, both.count() + " pixels");
	}

	@Test
	void refusesWhatIsNoArea() throws Exception {
		final Path text = Files.writeString(folder.resolve("no.roi"), "this is no ROI at all, whatever its name says it is");
		assertThrows(FormatException.class, () -> RoiMasks.read(text, 20, 10));
		final Path outside = Files.write(folder.resolve("outside.roi"), bytes(new Roi(30, 40, 5, 2)));
		assertThrows(InvalidInputException.class, () -> RoiMasks.read(outside, 20, 10));
	}
}
