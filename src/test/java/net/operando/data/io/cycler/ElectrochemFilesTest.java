package net.operando.data.io.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.Progress;
import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.io.FormatException;

/** BioLogic text, CSV in its many spellings, and how the kind of a file is found. */
class ElectrochemFilesTest {

	@TempDir
	Path folder;

	private CyclerRecording read(final String name, final String text) throws IOException {
		return ElectrochemFiles.read(ElectrochemText.write(folder, name, text), ElectrochemOptions.defaults(), Progress.NONE);
	}

	@Test
	void biologicText() throws IOException {
		final CyclerRecording r = read("a.mpt", ElectrochemText.mpt("04/11/2026 10:55:16.521", 40));
		assertEquals(40, r.size());
		assertEquals(100, r.timeSeconds(0));
		assertEquals(0.5e-3, r.currentAmperes(39), 1e-18);
		// EC-Lab writes the month first
		assertEquals(LocalDateTime.of(2026, 4, 11, 10, 55, 16, 521_000_000), r.origin().get());
		assertEquals(1e-3, r.originResolutionSeconds());
		assertEquals("Modulo Bat", r.segments().get(0).label());
		assertEquals(r.voltageVolts(7), read("b.mpt", ElectrochemText.mpt("04/11/2026 10:55:16.521", 40).replaceAll(
			"(\\d)\\.(\\d)", "$1,$2")).voltageVolts(7));
	}

	@Test
	void biologicTimesAsDates() throws IOException {
		final CyclerRecording r = read("a.mpt", "EC-Lab ASCII FILE\nNb header lines : 99\n\nmode\ttime/s\t<Ewe>/V\tI/A\n" +
			"1\t04/12/2026 23:59:59.5000\t1.5\t0.1\n1\t04/13/2026 00:00:01.0000\t1.6\t0.1\n");
		assertEquals(1.5, r.timeSeconds(1), 1e-9);
		assertEquals(LocalDateTime.of(2026, 4, 12, 23, 59, 59, 500_000_000), r.origin().get());
	}

	@Test
	void biologicFilesOfOneExperimentShareItsClock() throws IOException {
		final String mpt = ElectrochemText.mpt("04/11/2026 10:55:16.521", 10);
		ElectrochemText.write(folder, "x_01.mpt", mpt);
		ElectrochemText.write(folder, "x_02.mpt", mpt.replaceAll("\t10(\\d\\.\\d{3})", "\t20$1"));
		final CyclerRecording r = ElectrochemFiles.read(folder, ElectrochemOptions.defaults(), Progress.NONE);
		assertEquals(2, r.segments().size());
		assertEquals(200, r.timeSeconds(10), 1e-9);
	}

	@Test
	void biologicImpedanceAndMissingCurrentAreRefused() {
		final String mpt = ElectrochemText.mpt("04/11/2026 10:55:16.521", 4);
		assertTrue(assertThrows(FormatException.class, () -> read("a.mpt", mpt.replace("control/mA", "freq/Hz"))).getMessage()
			.contains("impedance"));
		assertTrue(assertThrows(FormatException.class, () -> read("a.mpt", mpt.replace("<I>/mA", "Q/mA.h"))).getMessage()
			.contains("no current column"));
		assertTrue(assertThrows(FormatException.class, () -> read("a.mpt", "EC-Lab ASCII FILE\nNb header lines : 3\n"))
			.getMessage().contains("time/s and Ewe/V"));
	}

	@Test
	void plainCsvWithUtc() throws IOException {
		final CyclerRecording r = read("a.csv", ElectrochemText.csv(90));
		assertEquals(90, r.size());
		assertEquals(-2e-3, r.currentAmperes(5));
		assertEquals(LocalDateTime.of(2026, 1, 20, 10, 0, 0, 250_000_000), r.origin().get());
		assertEquals(ZoneOffset.UTC, r.zone().get());
	}

	@Test
	void otherSpellingsOfCsv() throws IOException {
		for (final String text : new String[] { "time_s,voltage_V,current_A\n0,1.5,0.002\n60,1.6,0.002\n",
			"# a comment\nPt;Time (min);Voltage (mV);Current (mA);Q\n1;0;1500;2;0\n2;1;1600;2;0\n",
			"Time [s]\tEwe/V\t<I>/mA\n0\t1,5\t2\n60\t1,6\t2\n", "\"Test Time (s)\",\"Potential (V)\",\"Current (uA)\"\n" +
				"0,1.5,2000\n60,1.6,2000\n", "elapsed;V;I\n0:00:00;1,5;0,002\n0:01:00;1,6;0,002\n",
			"utc,voltage_V,current_A\n2026-01-20T10:00:00Z,1.5,0.002\n2026-01-20T10:01:00Z,1.6,0.002\n" }) {
			final CyclerRecord r = read("a.csv", text).segments().get(0);
			assertEquals(2, r.size(), text);
			assertEquals(60, r.timeSeconds(1), text);
			assertEquals(1.6, r.voltageVolts(1), 1e-15, text);
			assertEquals(2e-3, r.currentAmperes(1), 1e-18, text);
		}
	}

	@Test
	void rowsOutOfOrderAreLeftOutWithAWarning() throws IOException {
		final CyclerRecording r = read("a.csv", "time_s,voltage_V,current_A\n0,1,0\n1,1,0\n900,1,0\n2,1,0\n3,x,0\n4,1,0\n5,1\n");
		assertEquals(4, r.size());
		assertTrue(r.warnings().stream().anyMatch(w -> w.contains("time out of order")), r.warnings().toString());
		assertTrue(r.warnings().stream().anyMatch(w -> w.contains("could not be read")), r.warnings().toString());
	}

	@Test
	void repeatedTimesAreSpread() throws IOException {
		final CyclerRecording r = read("a.csv",
			"time_s,voltage_V,current_A\n100000,1,0\n100000,1,0\n100001,1,0\n100001,1,0\n100002,1,0\n");
		assertEquals(100000.5, r.timeSeconds(1));
		assertEquals(100001.5, r.timeSeconds(3));
		assertTrue(r.warnings().get(0).contains("repeat"), r.warnings().toString());
	}

	@Test
	void anythingElseIsRefused() throws IOException {
		assertTrue(assertThrows(FormatException.class, () -> read("a.csv", "a,b\n1,2\n")).getMessage().contains(
			"no Gamry .DTA"));
		assertFalse(ElectrochemFiles.recognises(ElectrochemText.write(folder, "b.csv", "a,b\n")));
		assertTrue(ElectrochemFiles.recognises(ElectrochemText.write(folder, "c.csv", ElectrochemText.csv(1))));
	}

	@Test
	void aFolderOfOtherPeoplesDtaFilesIsCalledSo() throws IOException {
		final Path others = Files.createDirectories(folder.resolve("stata"));
		Files.writeString(others.resolve("a.dta"), "<stata_dta>");
		Files.writeString(others.resolve("b.DTA"), "hello");
		final String message = assertThrows(FormatException.class, () -> ElectrochemFiles.read(others, ElectrochemOptions
			.defaults(), Progress.NONE)).getMessage();
		assertTrue(message.contains("a.dta and 1 more are named .DTA but not of Gamry"), message);
	}

	@Test
	void numbersOfAllCountriesAndNothingElse() {
		assertEquals(-5.63428e-3, DecimalText.parse("-5,63428E-003"));
		assertEquals(6.56833, DecimalText.parse(" 6.56833 "));
		for (final String s : new String[] { "", "-", "1.2.3", "1,234.5", "NaN", "Infinity", "0x10", "1f", "1E", "1E+", "E5",
			"1 2", "--1" })
			assertTrue(Double.isNaN(DecimalText.parse(s)), s);
	}
}
