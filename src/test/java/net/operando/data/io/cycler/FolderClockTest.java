package net.operando.data.io.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.electrochem.AmbiguousDateException;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.io.FormatException;

class FolderClockTest {

	@TempDir
	Path folder;

	private void file(final String name, final String date, final String time, final int rows) throws IOException {
		ElectrochemText.write(folder, name, ElectrochemText.dta(date, time, rows));
	}

	private CyclerRecording read(final DateOrder order) throws IOException {
		return ElectrochemFiles.read(folder, ElectrochemOptions.defaults().withDateOrder(order), Progress.NONE);
	}

	@Test
	void restGapsStayGaps() throws IOException {
		file("a.DTA", "14/3/2026", "10:00:00", 60);
		file("b.DTA", "14/3/2026", "10:05:30", 60);
		final CyclerRecording r = read(DateOrder.AUTO);
		assertEquals(60, r.timeSeconds(59));
		assertEquals(331, r.timeSeconds(60));
		assertEquals(-1, r.segmentAt(200));
		assertEquals(0, r.segmentAt(0.5));
		assertEquals(1, r.segmentAt(330));
		assertEquals(LocalDateTime.of(2026, 3, 14, 10, 0), r.origin().get());
		assertEquals(java.util.List.of("a.DTA", "b.DTA"), r.sourceFiles());
	}

	@Test
	void oneDayAboveTwelveSettlesTheWholeFolder() throws IOException {
		file("a.DTA", "12/3/2026", "23:59:00", 30);
		file("b.DTA", "13/3/2026", "00:01:00", 30);
		assertEquals(121, read(DateOrder.AUTO).timeSeconds(30));
	}

	@Test
	void fileNumbersSettleTheOrder() throws IOException {
		// month first, #2 would come in February and #1 in March
		file("step_#1.DTA", "3/11/2026", "10:00:00", 30);
		file("step_#2.DTA", "4/11/2026", "10:00:00", 30);
		file("step_#3.DTA", "2/12/2026", "10:00:00", 30);
		final CyclerRecording r = read(DateOrder.AUTO);
		assertEquals(LocalDateTime.of(2026, 11, 3, 10, 0), r.origin().get());
		assertTrue(r.notes().stream().anyMatch(n -> n.contains("read as DMY")), r.notes().toString());
	}

	@Test
	void anOpenDateThatMattersIsAskedFor() throws IOException {
		file("step_#1.DTA", "3/11/2026", "10:00:00", 30);
		file("step_#2.DTA", "4/11/2026", "10:00:00", 30);
		final AmbiguousDateException e = assertThrows(AmbiguousDateException.class, () -> read(DateOrder.AUTO));
		assertTrue(e.getMessage().contains("add dateorder=DMY or MDY"), e.getMessage());
		assertEquals(86401, read(DateOrder.DMY).timeSeconds(30));
		// 3 March to 11 April: 31 days
		assertEquals(31 * 86400 + 1, read(DateOrder.MDY).timeSeconds(30));
	}

	@Test
	void anOpenDateThatDoesNotMatterIsNoted() throws IOException {
		file("a.DTA", "3/11/2026", "10:00:00", 30);
		file("b.DTA", "3/11/2026", "10:10:00", 30);
		final CyclerRecording r = read(DateOrder.AUTO);
		assertEquals(601, r.timeSeconds(30));
		assertEquals(LocalDateTime.of(2026, 11, 3, 10, 0), r.origin().get());
		assertEquals(LocalDateTime.of(2026, 3, 11, 10, 0), r.otherOrigin().get());
		assertTrue(r.notes().stream().anyMatch(n -> n.contains("day/month or month/day")), r.notes().toString());
	}

	@Test
	void theSameReadBothWaysIsNotOpen() throws IOException {
		file("a.DTA", "10/10/2026", "10:00:00", 30);
		assertTrue(read(DateOrder.AUTO).otherOrigin().isEmpty());
	}

	@Test
	void dotsAndDecimalCommasMeanDayFirst() throws IOException {
		file("a.DTA", "3.11.2026", "10:00:00", 30);
		assertEquals(LocalDateTime.of(2026, 11, 3, 10, 0), read(DateOrder.AUTO).origin().get());
		ElectrochemText.write(folder, "a.DTA", ElectrochemText.dta("3/11/2026", "10:00:00", 30).replaceAll("(\\d)\\.(\\d)",
			"$1,$2"));
		assertTrue(read(DateOrder.AUTO).otherOrigin().isEmpty());
		assertEquals(LocalDateTime.of(2026, 11, 3, 10, 0), read(DateOrder.AUTO).origin().get());
	}

	@Test
	void afternoonTimesAreRead() throws IOException {
		file("a.DTA", "11/13/2026", "12:30:05 AM", 30);
		file("b.DTA", "11/13/2026", "1:00:00 PM", 30);
		final CyclerRecording r = read(DateOrder.AUTO);
		assertEquals(LocalDateTime.of(2026, 11, 13, 0, 30, 5), r.origin().get());
		assertEquals(12.5 * 3600 - 5 + 1, r.timeSeconds(30));
	}

	@Test
	void overlapsAreRefusedByName() throws IOException {
		file("a.DTA", "14/3/2026", "10:00:00", 60);
		file("b.DTA", "14/3/2026", "10:00:50", 60);
		final InvalidInputException e = assertThrows(InvalidInputException.class, () -> read(DateOrder.AUTO));
		assertTrue(e.getMessage().contains("b.DTA starts") && e.getMessage().contains("before a.DTA ends"), e.getMessage());
	}

	@Test
	void startsCutToWholeSecondsMaySeemToOverlapByOne() throws IOException {
		file("a.DTA", "14/3/2026", "10:00:00", 60);
		file("b.DTA", "14/3/2026", "10:00:58", 60);
		final CyclerRecording r = read(DateOrder.AUTO);
		// the second file's first sample (59 s by its stamp) comes just after the first's last (60 s)
		assertEquals(60.001, r.timeSeconds(60), 1e-9);
	}

	@Test
	void offsetsAreAddedWhereTheSequenceSharesOneStart() throws IOException {
		final String dta = ElectrochemText.dta("14/3/2026", "10:00:00", 10);
		ElectrochemText.write(folder, "CHARGE_#1.DTA", dta + "STARTTIMEOFFSET\tQUANT\t0.0\tStart Time Offset (s)\r\n");
		ElectrochemText.write(folder, "DISCHARGE_#1.DTA", dta + "STARTTIMEOFFSET\tQUANT\t16.5\tStart Time Offset (s)\r\n");
		final CyclerRecording r = read(DateOrder.AUTO);
		assertEquals(17.5, r.timeSeconds(10), 1e-9);
	}

	@Test
	void filesWithoutSamplesAreLeftOutWithAWarning() throws IOException {
		file("a.DTA", "14/3/2026", "10:00:00", 60);
		ElectrochemText.write(folder, "eis.DTA", "EXPLAIN\nTAG\tEISPOT\nZCURVE\tTABLE\n\tPt\tTime\tFreq\n\t#\ts\tHz\n");
		ElectrochemText.write(folder, "readme.txt", "nothing here\n");
		final CyclerRecording r = read(DateOrder.AUTO);
		assertEquals(1, r.segments().size());
		assertTrue(r.warnings().stream().anyMatch(w -> w.contains("eis.DTA is an impedance spectrum")), r.warnings()
			.toString());
	}

	@Test
	void aFileWithoutStartCannotJoinAFolder() throws IOException {
		file("a.DTA", "14/3/2026", "10:00:00", 60);
		file("b.DTA", "no date", "10:10:00", 60);
		assertTrue(assertThrows(InvalidInputException.class, () -> read(DateOrder.AUTO)).getMessage().startsWith("b.DTA"));
	}

	@Test
	void datesOfTwoKindsOfComputersAreRefused() throws IOException {
		file("a.DTA", "14/3/2026", "10:00:00", 60);
		file("b.DTA", "3/14/2026", "10:10:00", 60);
		assertTrue(assertThrows(InvalidInputException.class, () -> read(DateOrder.AUTO)).getMessage().contains(
			"cannot be in one order"));
		assertTrue(assertThrows(InvalidInputException.class, () -> read(DateOrder.DMY)).getMessage().contains(
			"impossible with dateorder=DMY"));
	}

	@Test
	void anEmptyFolderIsRefused() {
		assertThrows(FormatException.class, () -> read(DateOrder.AUTO));
		assertThrows(InvalidInputException.class, () -> ElectrochemFiles.read(folder.resolve("no"), ElectrochemOptions
			.defaults(), Progress.NONE));
	}
}
