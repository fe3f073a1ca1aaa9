package net.operando.model.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.data.electrochem.CyclerRecord;
import net.operando.data.io.cycler.GamryDtaWriter;
import net.operando.model.phasefield.Material;

/**
 * The potentiostat's files of a scene: one Gamry .DTA per step, each with a time that restarts and a DATE and TIME of the
 * potentiostat's own clock (read as UTC) cut to whole seconds. Anodic current is positive, so lithiation is negative.
 */
final class EchemFolder {

	private EchemFolder() {}

	/** Name of a step's file: number and experiment, as a sequence saves them. */
	static String fileName(final Cell cell, final int step) {
		return String.format(Locale.ROOT, "%02d_%s.DTA", step + 1, tag(cell.steps().get(step)));
	}

	private static String tag(final CellStep step) {
		return step.isHold() ? "PWR800_POTENTIOSTATIC" : step.isRest() ? "CORPOT" : step.cRate() > 0 ? "PWR800_DISCHARGE" : "PWR800_CHARGE";
	}

	private static String title(final CellStep step) {
		if (step.isHold()) return "Hold";
		return step.isRest() ? "Open circuit" : step.cRate() > 0 ? "Lithiation" : "Delithiation";
	}

	/** DATE and TIME that a step's file states. */
	static LocalDateTime statedStart(final Scene scene, final int step) {
		return start(scene, step).truncatedTo(ChronoUnit.SECONDS);
	}

	/** By how much the stated start is earlier than the true one on the potentiostat's clock. */
	static double cutSeconds(final Scene scene, final int step) {
		return start(scene, step).getNano() * 1e-9;
	}

	private static LocalDateTime start(final Scene scene, final int step) {
		final double seconds = scene.cell().potentiostatSeconds(scene.cell().stepStartSeconds(step));
		final Instant instant = scene.startTime().plusNanos(Math.round(seconds * 1e9));
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	/** Writes all steps into a folder; returns the files. */
	static List<Path> write(final Scene scene, final Path folder) throws IOException {
		Files.createDirectories(folder);
		final List<Path> files = new ArrayList<>();
		final Material material = scene.material();
		for (int i = 0; i < scene.cell().steps().size(); i++) {
			final Path file = folder.resolve(fileName(scene.cell(), i));
			GamryDtaWriter.defaults().write(record(scene, i, material, start(scene, i)), file);
			files.add(file);
		}
		return files;
	}

	/** What the potentiostat records of a step, which begins at a time of day. */
	static CyclerRecord record(final Scene scene, final int step, final Material material, final LocalDateTime start) {
		final double[][] rows = scene.cell().record(step, material, scene.seed());
		final double[] time = new double[rows.length];
		final double[] voltage = new double[rows.length];
		final double[] current = new double[rows.length];
		for (int r = 0; r < rows.length; r++) {
			time[r] = rows[r][0];
			voltage[r] = rows[r][1];
			current[r] = -rows[r][2];
		}
		final CellStep s = scene.cell().steps().get(step);
		return CyclerRecord.of(fileName(scene.cell(), step), time, voltage, current).withTag(tag(s), title(s))
			.withStart(start, 1, null);
	}
}
