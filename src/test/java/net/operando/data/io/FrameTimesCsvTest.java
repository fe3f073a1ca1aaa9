package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTimesCsvTest {

	@TempDir
	Path folder;

	private FrameTimesCsv read(final String text) throws IOException {
		return FrameTimesCsv.read(Files.writeString(folder.resolve("times.csv"), text));
	}

	@Test
	void readsTimesAndTheInstantOfSecondZero() throws IOException {
		final FrameTimesCsv times = read("\ufeffframe,time_s,utc\r\n3,0.5,\r\n4,1e0,2021-05-04T09:30:01Z\r\n\r\n5,7.25,2021-05-04T11:30:07+02:00\r\n");
		assertEquals(3, times.firstFrame());
		assertEquals(3, times.size());
		assertEquals(Instant.parse("2021-05-04T09:30:00Z"), times.origin().get());
		assertArrayEquals(new double[] { 1, 7.25 }, times.axis(3, 5).toArray());
		assertFalse(times.axis(2, 5).isNominal());
		assertEquals(times.origin(), times.axis(2, 5).origin());
		assertTrue(assertThrows(FormatException.class, () -> times.axis(0, 5)).getMessage().contains("3-5"));
		assertFalse(read("frame,time_s\n1,0\n").origin().isPresent());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "time_s,frame;1,0|line 1", "frame,time_s|line 1", "frame,time_s;1,0;3,1|line 3",
		"frame,time_s;1,0;2,0|line 3", "frame,time_s;1,x|line 2", "frame,time_s;0,1|line 2", "frame,time_s;1,NaN|line 2",
		"frame,time_s;1,0;2|line 3", "frame,time_s,utc;1,0,noon|line 2",
		"frame,time_s,utc;1,0,2021-05-04T09:30:00Z;2,1,2021-05-04T09:30:05Z|line 3" })
	void namesTheLineThatIsWrong(final String text, final String line) {
		final FormatException e = assertThrows(FormatException.class, () -> read(text.replace(';', '\n')));
		assertTrue(e.getMessage().contains(line), e.getMessage());
	}

	@Test
	void refusesWhatIsNoTextOrNotThere() throws IOException {
		final Path file = Files.write(folder.resolve("binary.csv"), new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1 });
		assertThrows(FormatException.class, () -> FrameTimesCsv.read(file));
		assertThrows(InvalidInputException.class, () -> FrameTimesCsv.read(folder.resolve("none.csv")));
		assertThrows(OperandoException.class, () -> FrameTimesCsv.read(folder));
	}
}
