package net.operando.acquire.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.data.io.acquired.RecordingInfo;
import net.operando.data.io.acquired.StreamInfo;
import net.operando.data.movie.PixelType;

/** {@link SampleLog} and {@link EventLog} on their {@link LineLog}: what they bound, and what a crash leaves of them. */
class SampleLogTest {

	private static final long S = 1_000_000_000L;
	private static final long START = 100 * S;
	private static final Instant UTC = Instant.parse("2026-03-17T10:00:00Z");

	@TempDir
	Path folder;

	private static RecordingInfo info() {
		return RecordingInfo.of("none", "plan", START, UTC, 8, false, List.of(StreamInfo.of("movie", 4, 4, PixelType.UINT16, 0.07)));
	}

	private Map<String, SampleLog.Zero> written(final long[]... afterSecondsArrival) throws IOException {
		try (SampleLog log = SampleLog.create(folder)) {
			for (final long[] row : afterSecondsArrival)
				log.add("01,A.DTA", row[1], 2.5, -1e-6, row[0], row[2]);
		}
		return SampleLog.writeEchem(folder, info());
	}

	@Test
	void looksBeforeAndAfterEveryRowBoundTheFilesSecondZero() throws IOException {
		// second 0 at 102 s: the row of 3 s came between 104.9 and 105.2, that of 4 s between 105.95 and 106.4
		final SampleLog.Zero zero = written(new long[] { 104_900_000_000L, 3, 105_200_000_000L }, new long[] { 105_950_000_000L, 4,
			106_400_000_000L }).get("01_A.DTA");
		assertEquals(2, zero.rows);
		assertEquals(102_075_000_000L, zero.nanos);
		assertEquals(0.125, zero.halfWidthSeconds, 1e-9);
		assertEquals("second 0 is at 2.0750 s within 0.1250 s", zero.describe(info()));
		final List<String> echem = Files.readAllLines(folder.resolve("echem.csv"));
		assertEquals("time_s,utc,voltage_V,current_A", echem.get(0));
		assertEquals("5.075,2026-03-17T10:00:05.075Z,2.5,-1e-06".replace("1e-06", "1.0E-6"), echem.get(1));
	}

	/** A file that was there before the recording has no look before any row: nothing is known but that it is not later. */
	@Test
	void aFileOfBeforeHasNoUncertaintyAndSaysWhy() throws IOException {
		final SampleLog.Zero zero = written(new long[] { Long.MIN_VALUE, 1, START }, new long[] { Long.MIN_VALUE, 2, START }).get(
			"01_A.DTA");
		assertEquals(98 * S, zero.nanos);
		assertEquals("second 0 is at -2.0000 s or earlier: all its rows were there before the recording began, so how much earlier is not known",
			zero.describe(info()));
	}

	/** A potentiostat that writes some rows late contradicts itself; no row is seen before it is measured, so the earliest holds. */
	@Test
	void rowsHeldBackHaveNoUncertaintyAndSayWhy() throws IOException {
		final SampleLog.Zero zero = written(new long[] { 104_900_000_000L, 3, 105_000_000_000L }, new long[] { 106_500_000_000L, 4,
			106_600_000_000L }).get("01_A.DTA");
		assertEquals(102 * S, zero.nanos);
		assertEquals(0.5, zero.heldBackSeconds, 1e-9);
		assertEquals("second 0 is at 2.0000 s or earlier: some of its rows were written up to 0.5000 s later than others, so how much earlier is not known",
			zero.describe(info()));
	}

	@Test
	void theReportNeverSaysNan() throws IOException {
		Files.writeString(folder.resolve(RecordingInfo.FILE), info().toJson());
		written(new long[] { Long.MIN_VALUE, 1, START });
		RecordingReport.write(folder, null);
		final String report = Files.readString(folder.resolve(Recording.REPORT));
		assertTrue(report.contains("01_A.DTA: 1 samples; its second 0 is at -1.0000 s or earlier: "), report);
		assertFalse(report.contains("NaN"), report);
	}

	/** Cut off within its last number, a row still looks like one: its arrival would be in the file's first second. */
	@Test
	void aRowThatWasCutOffIsNotRead() throws IOException {
		written(new long[] { 104_900_000_000L, 3, 105_200_000_000L });
		Files.writeString(folder.resolve(SampleLog.FILE), "01_A.DTA,4.0,2.5,-1.0E-6,105950000000,1064", StandardOpenOption.APPEND);
		final SampleLog.Zero zero = SampleLog.writeEchem(folder, info()).get("01_A.DTA");
		assertEquals(1, zero.rows);
		assertEquals(0.15, zero.halfWidthSeconds, 1e-9);
	}

	@Test
	void eventsAreWholeLinesInTheirOrder() throws IOException {
		try (EventLog log = EventLog.create(folder)) {
			log.add(START, UTC, "gap", "dropped 12 3");
			log.add(START + S, UTC.plusSeconds(1), "warning", "one, two\nthree");
		}
		Files.writeString(folder.resolve(EventLog.FILE), "102000000000,2026-03-17T10:00:02Z,gap,dropped 1", StandardOpenOption.APPEND);
		final List<EventLog.Event> events = EventLog.read(folder);
		assertEquals(2, events.size());
		assertEquals("dropped 12 3", events.get(0).text);
		assertEquals("one two three", events.get(1).text);
		assertEquals(UTC.plusSeconds(1), events.get(1).utc);
		assertEquals(List.of(), EventLog.read(folder.resolve("elsewhere")));
	}
}
