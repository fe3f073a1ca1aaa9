package net.operando.data.io.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.LocalDateTime;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.io.FormatException;

/** Real Gamry files of others. Numbers are compared exactly: the file's own decimal digits are what must be read. */
@Tag("conformance")
class GamryConformanceTest {

	private static Path folder() {
		final String data = System.getProperty("conformance.data");
		assertTrue(data != null && !data.isEmpty(), "set -Dconformance.data");
		final Path gamry = Paths.get(data, "gamry");
		assertTrue(Files.isDirectory(gamry), gamry + " is missing");
		return gamry;
	}

	private static Path file(final String part) throws IOException {
		try (Stream<Path> list = Files.list(folder())) {
			return list.filter(p -> p.getFileName().toString().contains(part)).findFirst().orElseThrow(() -> new AssertionError(
				part + " is missing"));
		}
	}

	private static CyclerRecording read(final String part, final DateOrder order) throws IOException {
		return ElectrochemFiles.read(file(part), ElectrochemOptions.defaults().withDateOrder(order), Progress.NONE);
	}

	private static CyclerRecord only(final CyclerRecording r) {
		assertEquals(1, r.segments().size());
		return r.segments().get(0);
	}

	private static void sample(final CyclerRecord r, final int i, final double t, final double v, final double a) {
		assertEquals(t, r.timeSeconds(i), "time of sample " + i);
		assertEquals(v, r.voltageVolts(i), "voltage of sample " + i);
		assertEquals(a, r.currentAmperes(i), "current of sample " + i);
	}

	@Test
	void chargeWithOffsetAfterTheCurve() throws IOException {
		final CyclerRecording recording = read("ccd_charge", DateOrder.AUTO);
		final CyclerRecord r = only(recording);
		assertEquals(66, r.size());
		assertEquals("PWR800_CHARGE", r.tag());
		sample(r, 0, 0.1, -0.289835, 0.0200063);
		sample(r, 65, 6.56833, 0.297851, 0.0200068);
		assertTrue(recording.notes().stream().anyMatch(n -> n.contains("STARTTIMEOFFSET 16.83167")), recording.notes()
			.toString());
		assertEquals(LocalDateTime.of(2015, 11, 12, 11, 16, 43), read("ccd_charge", DateOrder.MDY).origin().get());
	}

	@Test
	void claimedRowsAreNotBelieved() throws IOException {
		final CyclerRecord r = only(read("chronoa_data", DateOrder.AUTO));
		assertEquals(10, r.size());
		assertTrue(r.notes().stream().anyMatch(n -> n.contains("claims 5258 rows and holds 10")), r.notes().toString());
	}

	@Test
	void decimalCommasReadTheSame() throws IOException {
		final CyclerRecord point = only(read("chronoa_data", DateOrder.AUTO));
		final CyclerRecord comma = only(read("chronoa_de_data", DateOrder.AUTO));
		assertEquals(point.size(), comma.size());
		// the first row was edited by hand in one of the two files
		sample(point, 0, 0, -5.4e-4, -2.34197e-8);
		sample(comma, 0, 0, -5e-4, -2e-8);
		for (int i = 1; i < point.size(); i++)
			sample(comma, i, point.timeSeconds(i), point.voltageVolts(i), point.currentAmperes(i));
	}

	@Test
	void openCircuit() throws IOException {
		final CyclerRecord r = only(read("ocp_data", DateOrder.DMY));
		assertEquals(21, r.size());
		sample(r, 0, 5.00833, 0.0205436, 0);
		sample(r, 20, 105.175, 0.0345678, 0);
		assertEquals(LocalDateTime.of(2020, 2, 10, 17, 18), r.start().get());
	}

	@Test
	void openCircuitCurveBeforeTheCurve() throws IOException {
		final CyclerRecording r = read("ocvcurve", DateOrder.AUTO);
		assertEquals(2, r.segments().size());
		assertEquals("OCVCURVE", r.segments().get(0).table());
		assertEquals(40, r.segments().get(0).size());
		sample(r.segments().get(0), 0, 0.258333, 0.283470, 0);
		assertEquals("CURVE1", r.segments().get(1).table());
		assertEquals(11, r.segments().get(1).size());
		sample(r.segments().get(1), 0, 0.3, 0.398788, 6.55358e-7);
		sample(r.segments().get(1), 10, 3.3, 0.250361, -4.2422e-5);
		// time restarts in CURVE1, which comes after the 40 samples of the table before it
		assertEquals(10.3333 + 0.3, r.timeSeconds(40), 1e-12);
		assertEquals(LocalDateTime.of(2019, 8, 15, 11, 50, 33), r.origin().get());
	}

	@Test
	void galvanostaticWithExponentsAndCommas() throws IOException {
		final CyclerRecording recording = read("Activacion", DateOrder.AUTO);
		final CyclerRecord r = only(recording);
		assertEquals(251, r.size());
		sample(r, 0, 0, 1.79106, 9.96611);
		sample(r, 250, 250, 1.92651, 10.9666);
		// day/month, as its decimal commas tell
		assertEquals(LocalDateTime.of(2025, 11, 3, 15, 11, 26), recording.origin().get());
	}

	@Test
	void openCircuitWithCommas() throws IOException {
		final CyclerRecord r = only(read("OCP_1", DateOrder.AUTO));
		assertEquals(545, r.size());
		sample(r, 0, 0.11, -5.63428e-3, 0);
		sample(r, 544, 59.95, -5.22146e-3, 0);
	}

	@Test
	void incompleteHeaderIsRefused() throws IOException {
		final FormatException e = assertThrows(FormatException.class, () -> read("incompleteheader", DateOrder.AUTO));
		assertTrue(e.getMessage().contains("ends within its header (CV)"), e.getMessage());
	}

	@Test
	void impedanceIsRefusedByName() throws IOException {
		final FormatException e = assertThrows(FormatException.class, () -> read("eispot", DateOrder.AUTO));
		assertTrue(e.getMessage().contains("is an impedance spectrum (EISPOT)") && e.getMessage().contains("aborted"), e
			.getMessage());
	}

	@Test
	void everyFileReadsOrIsRefusedInASentence() throws IOException {
		int read = 0;
		try (Stream<Path> list = Files.list(folder())) {
			for (final Path p : (Iterable<Path>) list::iterator)
				try {
					assertNotNull(ElectrochemFiles.read(p, ElectrochemOptions.defaults(), Progress.NONE));
					read++;
				}
				catch (final OperandoException e) {
					assertTrue(e.getMessage().startsWith(p.getFileName().toString()) && e.getMessage().endsWith("."), e
						.getMessage());
				}
		}
		assertEquals(7, read);
	}
}
