package net.operando.acquire.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.io.cycler.GamryDtaWriter;
import net.operando.model.synthetic.LiveScene;

/**
 * A potentiostat that cycles the scene's cell and writes a Gamry file per step, row by row as time goes on; every third look
 * finds half a row at the end, as others' programs leave them. Not thread-safe.
 */
final class SimulatedPotentiostat {

	private final LiveScene scene;
	private final Path folder;
	private final Instant zero;
	private final byte[][] texts;
	private final CyclerRecord[] records;
	private final int[][] ends;
	private final int[] written;
	private int looks;

	/** @param zero the time of day of the scene's second 0; dates are written in this computer's time zone */
	SimulatedPotentiostat(final LiveScene scene, final Path folder, final Instant zero) {
		this.scene = scene;
		this.folder = folder;
		this.zero = zero;
		texts = new byte[scene.steps()][];
		records = new CyclerRecord[scene.steps()];
		ends = new int[scene.steps()][];
		written = new int[scene.steps()];
	}

	/** Writes all that has happened until a time of the scene. */
	void advanceTo(final double seconds) {
		looks++;
		for (int step = 0; step < texts.length && scene.stepStartSeconds(step) <= seconds; step++) {
			if (texts[step] == null) begin(step);
			final double t = seconds - scene.stepStartSeconds(step);
			int rows = 0;
			while (rows < records[step].size() && records[step].timeSeconds(rows) <= t)
				rows++;
			int end = ends[step][rows];
			if (looks % 3 == 0 && rows < records[step].size()) end += (ends[step][rows + 1] - end) / 2;
			append(step, end);
		}
	}

	private void begin(final int step) {
		final Instant at = zero.plusNanos(Math.round(1e9 * scene.stepStartSeconds(step)));
		records[step] = scene.record(step, LocalDateTime.ofInstant(at, ZoneId.systemDefault()));
		final String text = GamryDtaWriter.defaults().text(records[step]);
		texts[step] = text.getBytes(StandardCharsets.ISO_8859_1);
		final int n = records[step].size();
		ends[step] = new int[n + 1];
		int end = text.length();
		for (int row = n; row >= 0; row--) {
			ends[step][row] = end;
			end = text.lastIndexOf('\n', end - 2) + 1;
		}
	}

	private void append(final int step, final int end) {
		if (end <= written[step]) return;
		try {
			Files.createDirectories(folder);
			Files.write(folder.resolve(records[step].fileName()), java.util.Arrays.copyOfRange(texts[step], written[step], end),
				StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		written[step] = end;
	}
}
