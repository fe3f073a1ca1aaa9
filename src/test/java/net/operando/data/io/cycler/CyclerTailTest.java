package net.operando.data.io.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.data.electrochem.CyclerRecord;

/** CyclerTail on files that grow byte by byte, in pieces that end anywhere. */
class CyclerTailTest {

	@TempDir
	Path folder;

	private static CyclerRecord record(final int rows, final String tag) {
		final double[] t = new double[rows];
		final double[] v = new double[rows];
		final double[] i = new double[rows];
		for (int r = 0; r < rows; r++) {
			t[r] = 0.5 * (r + 1);
			v[r] = 1.5 + 1e-3 * r;
			i[r] = tag.equals("CORPOT") ? 0 : -1e-3 - 1e-6 * r;
		}
		return CyclerRecord.of("x", t, v, i).withTag(tag, "test").withStart(LocalDateTime.of(2026, 3, 17, 10, 0, 0), 1, null);
	}

	/** Grows a file in random pieces; every row must come once, whole, and not before its line end. */
	private void grow(final String name, final byte[] text, final CyclerRecord expected, final long seed) throws Exception {
		final Path file = folder.resolve(name);
		final CyclerTail tail = CyclerTail.of(folder);
		final Random random = new Random(seed);
		final List<CyclerTail.Sample> seen = new ArrayList<>();
		assertTrue(tail.poll().isEmpty());
		for (int at = 0; at < text.length;) {
			final int end = Math.min(text.length, at + 1 + random.nextInt(90));
			Files.write(file, Arrays.copyOfRange(text, at, end), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			at = end;
			seen.addAll(tail.poll());
		}
		assertEquals(expected.size(), seen.size(), name);
		for (int r = 0; r < seen.size(); r++) {
			assertEquals(expected.timeSeconds(r), seen.get(r).seconds(), 1e-9);
			// six digits are written
			assertEquals(expected.voltageVolts(r), seen.get(r).volts(), 1e-5);
			assertEquals(expected.currentAmperes(r), seen.get(r).amperes(), 1e-8);
			assertEquals(name, seen.get(r).file());
		}
		Files.delete(file);
	}

	@Test
	void gamryFilesGrow() throws Exception {
		for (int seed = 0; seed < 5; seed++) {
			final CyclerRecord discharge = record(40, "PWR800_DISCHARGE");
			grow("a.DTA", GamryDtaWriter.defaults().text(discharge).getBytes(StandardCharsets.ISO_8859_1), discharge, seed);
			grow("b.DTA", GamryDtaWriter.defaults().withDecimalComma(true).text(discharge).getBytes(
				StandardCharsets.ISO_8859_1), discharge, seed);
			final CyclerRecord rest = record(40, "CORPOT");
			grow("c.DTA", GamryDtaWriter.defaults().text(rest).getBytes(StandardCharsets.ISO_8859_1), rest, seed);
		}
	}

	@Test
	void tablesGrow() throws Exception {
		final CyclerRecord record = record(30, "CSV");
		final StringBuilder s = new StringBuilder("time_s,voltage_V,current_A\n");
		for (int r = 0; r < record.size(); r++)
			s.append(record.timeSeconds(r)).append(',').append(record.voltageVolts(r)).append(',').append(record.currentAmperes(
				r)).append('\n');
		grow("d.csv", s.toString().getBytes(StandardCharsets.US_ASCII), record, 9);
	}

	/** What follows the curve in a finished file is no row, and a file written anew is read anew. */
	@Test
	void theEndAndANewBeginning() throws Exception {
		final CyclerRecord record = record(5, "PWR800_CHARGE");
		final Path file = folder.resolve("e.DTA");
		final String text = GamryDtaWriter.defaults().text(record.withAborted(true));
		Files.writeString(file, text + "STARTTIMEOFFSET\tQUANT\t1.0\tOffset\r\n");
		final CyclerTail tail = CyclerTail.of(file);
		assertEquals(5, tail.poll().size());
		assertEquals(0, tail.poll().size());
		Files.writeString(file, GamryDtaWriter.defaults().text(record(3, "PWR800_CHARGE")));
		assertEquals(3, tail.poll().size());
	}
}
