package net.operando.data.io.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.Progress;
import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.io.FormatException;

class GamryDtaReaderTest {

	@TempDir
	Path folder;

	private CyclerRecord read(final String text) throws IOException {
		return GamryDtaReader.read(ElectrochemText.write(folder, "a.DTA", text)).records.get(0);
	}

	@Test
	void readsByStructureWhateverPrecedesTheCurve() throws IOException {
		final String text = ElectrochemText.dta("3/14/2026", "9:05:07", 20);
		final CyclerRecord r = read(text);
		assertEquals(20, r.size());
		assertEquals("PWR800_DISCHARGE", r.tag());
		assertEquals("Test", r.label());
		assertEquals(1, r.timeSeconds(0));
		assertEquals(2, r.voltageVolts(0));
		assertEquals(-1e-3, r.currentAmperes(0));
		final CyclerRecord more = read(text.replace("DATE\t", "EXTRA\tQUANT\t1\tx\r\nMORE\tIQUANT\t2\ty\r\nDATE\t"));
		assertEquals(20, more.size());
	}

	@Test
	void headersAndTablesMayFollowTheCurve() throws IOException {
		final String text = ElectrochemText.dta("3/14/2026", "9:05:07", 5) +
			"STARTTIMEOFFSET\tQUANT\t12,5\tStart Time Offset (s)\r\nEXPERIMENTABORTED\tTOGGLE\tT\tExperiment Aborted\r\n" +
			"RPTABLE\tTABLE\t2\r\n\tPt\tT\tVf\tIm\r\n\t#\ts\tV\tA\r\n\t0\t1\t9\t9\r\n";
		final CyclerFile file = GamryDtaReader.read(ElectrochemText.write(folder, "a.DTA", text));
		assertEquals(1, file.records.size());
		assertEquals(5, file.records.get(0).size());
		assertEquals(12.5, file.startTimeOffsetSeconds);
		assertTrue(file.records.get(0).isAborted());
		assertTrue(file.records.get(0).notes().stream().anyMatch(n -> n.contains("was aborted")));
	}

	@Test
	void unitsAreHonouredInAnyEncoding() throws IOException {
		final String mv = ElectrochemText.dta("3/14/2026", "9:05:07", 5).replace("\ts\tV vs. Ref.\tA\t",
			"\tmin\tmV vs. Ref.\t\u00b5A\t");
		for (final boolean utf8 : new boolean[] { false, true }) {
			final Path f = Files.write(folder.resolve("u.DTA"), mv.getBytes(utf8 ? StandardCharsets.UTF_8
				: StandardCharsets.ISO_8859_1));
			final CyclerRecord r = GamryDtaReader.read(f).records.get(0);
			assertEquals(60, r.timeSeconds(0));
			assertEquals(2e-3, r.voltageVolts(0), 1e-18);
			assertEquals(-1e-9, r.currentAmperes(0), 1e-24);
		}
	}

	@Test
	void aCurrentDensityIsRefused() {
		final FormatException e = assertThrows(FormatException.class, () -> read(ElectrochemText.dta("3/14/2026", "9:05:07",
			5).replace("V vs. Ref.\tA\t", "V vs. Ref.\tmA/cm^2\t")));
		assertTrue(e.getMessage().contains("Im in 'mA/cm^2'"), e.getMessage());
	}

	@Test
	void aLastLineCutShortIsLeftOutWithAWarning() throws IOException {
		final String text = ElectrochemText.dta("3/14/2026", "9:05:07", 12);
		// cut within the current of the last row: -1.00000E-003 must not be read as -1
		final CyclerRecord r = read(text.substring(0, text.lastIndexOf("E-003")));
		assertEquals(11, r.size());
		assertTrue(r.warnings().get(0).contains("1 of 12 rows"), r.warnings().toString());
	}

	@Test
	void aSummaryOfCyclesIsRefusedByName() {
		final FormatException e = assertThrows(FormatException.class, () -> read(
			"EXPLAIN\nTAG\tPWR800_CYCLICCHARGEDISCHARGE\nCAPACITYCURVE\tTABLE\n\tPt\tTime\tCharge\n\t#\ts\tC\n\t1\t3493\t4362\n"));
		assertTrue(e.getMessage().contains("summary of charge and discharge steps"), e.getMessage());
	}

	@Test
	void aGalvanostaticCurveWithoutCurrentIsRefused() {
		final FormatException e = assertThrows(FormatException.class, () -> read(ElectrochemText.dta("3/14/2026", "9:05:07",
			5).replace("\tIm\t", "\tIx\t")));
		assertTrue(e.getMessage().contains("without a current column Im"), e.getMessage());
	}

	@Test
	void everyTagOfTheFormatIsRead() throws IOException {
		for (final String tag : new String[] { "PWR800_CHARGE", "PWR800_DISCHARGE", "PWR800_GALVANOSTATIC",
			"PWR800_POTENTIOSTATIC", "PWR800_CYCLICCHARGEDISCHARGE", "CORPOT", "GALV", "CHRONOP", "CHRONOA", "CV" })
			assertEquals(tag, read(ElectrochemText.dta("3/14/2026", "9:05:07", 5).replace("PWR800_DISCHARGE", tag)).tag());
	}

	@Test
	void curvesOneAfterAnotherMakeSegments() throws IOException {
		final String one = ElectrochemText.dta("3/14/2026", "9:05:07", 4).replace("\nCURVE\t", "\nCURVE1\t");
		final String table = one.substring(one.indexOf("CURVE1\t")).replace("CURVE1", "CURVE2");
		final CyclerRecording r = ElectrochemFiles.read(ElectrochemText.write(folder, "cv.DTA", one + table),
			ElectrochemOptions.defaults(), Progress.NONE);
		assertEquals(2, r.segments().size());
		assertEquals(5, r.timeSeconds(4));
		assertTrue(r.notes().stream().anyMatch(n -> n.contains("time restarts in CURVE2")));
	}

	@Test
	void writtenFilesReadBack() throws IOException {
		final double[] t = { 0.5, 1, 1.5, 2.25 };
		final double[] v = { 1.79106, 1.8, -0.0289835, 2 };
		final double[] a = { 2.00063e-2, -3.4e-6, 0, 1 };
		for (final DateOrder order : new DateOrder[] { DateOrder.DMY, DateOrder.MDY })
			for (final boolean comma : new boolean[] { false, true }) {
				final Path f = folder.resolve("w.DTA");
				GamryDtaWriter.defaults().withDateOrder(order).withDecimalComma(comma).write(CyclerRecord.of("x", t, v, a).withTag(
					"PWR800_GALVANOSTATIC", "Step").withStart(java.time.LocalDateTime.of(2026, 3, 14, 15, 9, 26, 535_000_000), 1,
						null), f);
				final CyclerRecording r = ElectrochemFiles.read(f, ElectrochemOptions.defaults().withDateOrder(order),
					Progress.NONE);
				assertEquals(java.time.LocalDateTime.of(2026, 3, 14, 15, 9, 26), r.origin().get());
				for (int i = 0; i < t.length; i++) {
					assertEquals(t[i], r.timeSeconds(i));
					assertEquals(v[i], r.voltageVolts(i));
					assertEquals(a[i], r.currentAmperes(i));
				}
				assertFalse(r.segments().get(0).isAborted());
			}
	}

	@Test
	void aWrittenRestHasNoCurrentColumn() throws IOException {
		final Path f = folder.resolve("w.DTA");
		GamryDtaWriter.defaults().write(CyclerRecord.of("x", new double[] { 1, 2 }, new double[] { 1.5, 1.6 }, new double[] {
			0, 0 }).withTag("CORPOT", "Rest").withStart(java.time.LocalDateTime.of(2026, 3, 14, 15, 9), 1, null), f);
		assertFalse(new String(Files.readAllBytes(f), StandardCharsets.ISO_8859_1).contains("Im"));
		assertEquals(1.6, GamryDtaReader.read(f).records.get(0).voltageVolts(1));
	}
}
