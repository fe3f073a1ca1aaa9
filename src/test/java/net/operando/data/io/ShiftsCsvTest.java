package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.FrameShift;
import net.operando.data.movie.FrameShifts;

class ShiftsCsvTest {

	@TempDir
	Path folder;

	private final Calibration small = Calibration.ofMicrometres(0.05);
	private final FrameShifts shifts = FrameShifts.of(TimeAxis.of(0.5, 1.75, 3), List.of(FrameShift.of(0, 0, 0).withQuality(0,
		1), FrameShift.of(2.5, -1.25, 0.125).withQuality(0.002, 0.98).withFocus(0.7, true), FrameShift.unknown()));

	private Path written(final String text) throws Exception {
		return Files.writeString(folder.resolve("shifts.csv"), text);
	}

	@Test
	void comesBackAsItWas() throws Exception {
		final String csv = ShiftsCsv.table(shifts, small).toCsv();
		assertTrue(csv.startsWith("frame,time_s,dx_um,dy_um,rotation_deg,quality,"), csv);
		for (final Calibration calibration : new Calibration[] { small, Calibration.unknown() }) {
			final FrameShifts back = ShiftsCsv.read(written(csv), calibration);
			assertEquals(2.5, back.shift(1).dxPixels(), 1e-12);
			assertEquals(-1.25, back.shift(1).dyPixels(), 1e-12);
			assertEquals(0.125, back.shift(1).rotationDegrees());
			assertFalse(back.shift(2).isKnown());
			assertEquals(1.75, back.times().seconds(1));
		}
	}

	@Test
	void lengthsFitTheBinnedMovie() throws Exception {
		final FrameShifts binned = ShiftsCsv.read(written(ShiftsCsv.table(shifts, small).toCsv()), small.binnedBy(2));
		assertEquals(1.25, binned.shift(1).dxPixels(), 1e-12);
	}

	@Test
	void uncalibratedMoviesHavePixelsOnly() throws Exception {
		final String csv = ShiftsCsv.table(shifts, Calibration.unknown()).toCsv();
		assertTrue(csv.contains("\n2,1.75,,,0.125,0.98,2.5,-1.25,0.002,0.7,true\n"), csv);
		assertEquals(2.5, ShiftsCsv.read(written(csv), Calibration.unknown()).shift(1).dxPixels());
	}

	@Test
	void refusesOtherFiles() throws Exception {
		for (final String bad : new String[] { "", "a,b\n1,2\n", "time_s,dx_um,dy_um\n", "time_s,dx_um,dy_um\n1,x,2\n",
			"time_s,dx_um,dy_um\n1,2\n" })
			assertThrows(FormatException.class, () -> ShiftsCsv.read(written(bad), small), bad);
		assertTrue(assertThrows(FormatException.class, () -> ShiftsCsv.read(written("time_s,dx_um,dy_um\n1,2,3\n"), Calibration
			.unknown())).getMessage().contains("pixelsizeum"));
	}
}
