package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

class KymographTiffTest {

	private static final Instant START = Instant.parse("2026-03-01T10:00:00.25Z");

	private static Kymograph kymograph(final double... times) {
		final float[][] values = new float[times.length][5];
		for (int c = 0; c < times.length; c++)
			for (int r = 0; r < 5; r++)
				values[c][r] = c - 10f * r + 0.25f;
		values[1][2] = Float.NaN;
		return Kymograph.of(values, null, TimeAxis.of(times).startingAt(START), 69.4e-9, KymographQuantity.INTENSITY_RATE, 1,
			List.of("mind the gap"));
	}

	@Test
	void comesBackFromTheFileWithTimesScaleAndWarnings(@TempDir final Path folder) throws Exception {
		final Path file = folder.resolve("kymograph.tif");
		final Provenance provenance = Provenance.of("Line-Cut Kymograph", new int[0], List.of(), List.of());
		KymographTiff.write(kymograph(0.5, 1.5, 12.25), file, provenance);
		final ImagePlus image = KymographTiff.open(file);
		assertTrue(KymographTiff.isKymograph(image));
		assertTrue(((String) image.getProperty("Info")).contains("Line-Cut Kymograph"), "provenance is in the image");
		final Kymograph back = KymographTiff.read(image);
		assertArrayEquals(new double[] { 0.5, 1.5, 12.25 }, back.times().toArray());
		assertEquals(START, back.times().origin().orElseThrow());
		assertEquals(5, back.rows());
		assertEquals(2 - 30 + 0.25f, back.value(2, 3));
		assertTrue(Float.isNaN(back.value(1, 2)));
		// through um and back: one rounding each way
		assertEquals(69.4e-9, back.positionStepMetres(), 1e-21);
		assertEquals(KymographQuantity.INTENSITY_RATE, back.quantity());
		assertEquals(List.of("mind the gap"), back.warnings());
	}

	@Test
	void calibratesTimeOnlyWhereItIsUniform() {
		final ImagePlus uniform = KymographTiff.image(kymograph(5, 6, 7), "k", null);
		assertEquals("s", uniform.getCalibration().getXUnit());
		assertEquals(1, uniform.getCalibration().pixelWidth);
		assertEquals(6, uniform.getCalibration().getX(1), "the ruler starts at the first column's time");
		final ImagePlus paused = KymographTiff.image(kymograph(5, 6, 17), "k", null);
		assertEquals("column", paused.getCalibration().getXUnit());
	}

	@Test
	void readsForeignKymographsWithTimeAlongEitherAxis() {
		final ByteProcessor pixels = new ByteProcessor(3, 2);
		for (int i = 0; i < 6; i++)
			pixels.set(i, i);
		final ImagePlus image = new ImagePlus("foreign", pixels);
		assertFalse(KymographTiff.isKymograph(image));
		assertThrows(InvalidInputException.class, () -> KymographTiff.read(image));
		final Kymograph alongX = KymographTiff.read(image, false, 2, 1e-7, KymographQuantity.INTENSITY, 0);
		assertEquals(3, alongX.columns());
		assertEquals(4, alongX.value(1, 1));
		final Kymograph alongY = KymographTiff.read(image, true, 2, 1e-7, KymographQuantity.INTENSITY, 0);
		assertEquals(2, alongY.columns());
		assertEquals(4, alongY.value(1, 1));
		assertEquals(5, alongY.value(1, 2));
		assertTrue(alongY.times().isNominal());
	}

	@Test
	void refusesAKymographThatWasCropped() {
		final ImagePlus image = KymographTiff.image(kymograph(5, 6, 7), "k", null);
		final ImagePlus cropped = new ImagePlus("cropped", image.getProcessor().resize(2, 5));
		cropped.setProperty("Info", image.getProperty("Info"));
		assertThrows(InvalidInputException.class, () -> KymographTiff.read(cropped));
	}

	@Test
	void refusesAFileThatIsNoImage(@TempDir final Path folder) throws Exception {
		final Path file = Files.writeString(folder.resolve("notes.txt.tif"), "no image");
		assertThrows(FormatException.class, () -> KymographTiff.open(file));
	}

	@Test
	void theTableHasOneRowPerValue() {
		final TidyTable table = KymographTable.of(kymograph(0.5, 1.5, 12.25));
		assertEquals(List.of("time_s", "position_um", "value", "standard_error"), table.columns());
		assertEquals(15, table.rowCount());
		assertEquals("12.25", table.text(14, "time_s"));
		assertEquals("0.2776", table.text(14, "position_um"));
		assertEquals("", table.text(14, "standard_error"), "not known is empty");
		assertEquals("", table.text(7, "value"), "NaN is empty");
	}
}
