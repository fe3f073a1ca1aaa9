package net.operando.data.io.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.electrochem.CyclerRecording;

/**
 * Seeded damage to electrochemistry files: bytes changed, removed, repeated, the file cut. Whatever happens must be a
 * typed error with a sentence, or a read in which every sample that is unlike the undamaged file's is explained by the
 * damage: by a warning, or by being the few samples whose own bytes were touched.
 */
final class DamagedElectrochem {

	int refused;
	int warned;
	int clean;

	private final Path folder;
	private final Set<String> undamaged = new HashSet<>();

	DamagedElectrochem(final Path folder) {
		this.folder = folder;
	}

	static Map<String, String> originals() {
		final Map<String, String> files = new LinkedHashMap<>();
		files.put("a.DTA", ElectrochemText.dta("14/3/2026", "10:00:00", 40) +
			"STARTTIMEOFFSET\tQUANT\t12.5\tStart Time Offset (s)\r\n");
		files.put("comma.DTA", ElectrochemText.dta("14/3/2026", "10:00:00", 40).replaceAll("(\\d)\\.(\\d)", "$1,$2"));
		files.put("a.mpt", ElectrochemText.mpt("04/11/2026 10:55:16.521", 40));
		files.put("a.csv", ElectrochemText.csv(40));
		return files;
	}

	/** Damages a file in {@code count} ways and reads each. */
	void run(final String name, final String text, final int count, final long seed) throws IOException {
		final byte[] original = text.getBytes(StandardCharsets.ISO_8859_1);
		final CyclerRecording good = read(name, original);
		assertTrue(good.warnings().isEmpty(), good.warnings().toString());
		undamaged.clear();
		for (int i = 0; i < good.size(); i++)
			undamaged.add(sample(good, i));
		final Random random = new Random(seed);
		for (int k = 0; k < count; k++) {
			final int kind = k % 5;
			one(name, damaged(original, kind, random), kind, good);
		}
	}

	private static byte[] damaged(final byte[] original, final int kind, final Random random) {
		final int at = random.nextInt(original.length);
		if (kind == 0) return Arrays.copyOf(original, at);
		if (kind == 1) {
			final byte[] b = original.clone();
			b[at] = (byte) random.nextInt(256);
			return b;
		}
		final int length = 1 + random.nextInt(kind == 4 ? 400 : 12);
		final int end = Math.min(original.length, at + length);
		final byte[] b = new byte[kind == 2 ? original.length - (end - at) : original.length + (kind == 3 ? end - at : 0)];
		if (kind == 2) {
			System.arraycopy(original, 0, b, 0, at);
			System.arraycopy(original, end, b, at, original.length - end);
		}
		else if (kind == 3) {
			System.arraycopy(original, 0, b, 0, end);
			System.arraycopy(original, at, b, end, original.length - at);
		}
		else {
			System.arraycopy(original, 0, b, 0, original.length);
			for (int i = at; i < end; i++)
				b[i] = (byte) random.nextInt(256);
		}
		return b;
	}

	private void one(final String name, final byte[] bytes, final int kind, final CyclerRecording good)
		throws IOException
	{
		final CyclerRecording r;
		try {
			r = read(name, bytes);
		}
		catch (final OperandoException e) {
			assertTrue(e.getMessage().length() > 20 && e.getMessage().endsWith("."), e.getMessage());
			refused++;
			return;
		}
		if (r.warnings().isEmpty()) clean++;
		else warned++;
		if (kind == 0) assertPrefix(good, r);
		else if (kind == 1) assertFewChanged(good, r);
		else assertTrue(r.size() <= good.size() + 40, "samples appeared: " + r.size());
	}

	/** A file cut short reads as the first samples of the whole, with nothing invented at the end. */
	private static void assertPrefix(final CyclerRecording good, final CyclerRecording r) {
		for (int i = 0; i < r.size(); i++)
			assertEquals(sample(good, i), sample(r, i), "after a cut, sample " + i);
		assertTrue(r.size() >= 1);
	}

	/**
	 * One byte changes one sample, unless it is in what gives all samples their meaning: then (a unit, a column's name) all
	 * may change, or the time base may shift by a constant.
	 */
	private void assertFewChanged(final CyclerRecording good, final CyclerRecording r) {
		int changed = 0;
		for (int i = 0; i < r.size(); i++)
			if (!undamaged.contains(sample(r, i))) changed++;
		final boolean meaning = changed == r.size() || changed > 0 && sameSteps(good, r);
		// a row split in two by a line end makes two rows, a time changed into a repeat moves a neighbour
		assertTrue(changed <= 2 || meaning, changed + " samples changed by one byte");
		assertFalse(r.size() < good.size() - 2 && r.warnings().isEmpty() && r.segments().stream().allMatch(s -> s.notes()
			.isEmpty()), "samples vanished without a word: " + r.size() + " of " + good.size());
	}

	private static boolean sameSteps(final CyclerRecording a, final CyclerRecording b) {
		return a.size() == b.size() && a.voltageVolts(a.size() / 2) == b.voltageVolts(a.size() / 2);
	}

	private static String sample(final CyclerRecording r, final int i) {
		return r.timeSeconds(i) + " " + r.voltageVolts(i) + " " + r.currentAmperes(i);
	}

	private CyclerRecording read(final String name, final byte[] bytes) throws IOException {
		return ElectrochemFiles.read(Files.write(folder.resolve(name), bytes), ElectrochemOptions.defaults(), Progress.NONE);
	}
}
