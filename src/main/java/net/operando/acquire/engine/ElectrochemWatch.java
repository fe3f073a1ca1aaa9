package net.operando.acquire.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import net.operando.acquire.plan.CellSettings;
import net.operando.acquire.recording.Recording;
import net.operando.data.io.cycler.CyclerTail;

/** The potentiostat as its growing files show it: the last sample, the charge, x. Used from the grabbing thread. */
final class ElectrochemWatch {

	/** A pause between rows longer than this is one in which no current was recorded. */
	private static final double LONGEST_STEP_SECONDS = 600;

	private final CyclerTail tail;
	private final CellSettings cell;
	private final Recording recording;
	private long lookedAt = Long.MIN_VALUE;
	private long sampleNanos;
	private double volts = Double.NaN;
	private double amperes = Double.NaN;
	private double coulombs;
	private String file = "";
	private double lastSeconds;

	/** @param path null if there is no potentiostat to follow */
	ElectrochemWatch(final Path path, final CellSettings cell, final Recording recording) {
		tail = path == null ? null : CyclerTail.of(path);
		this.cell = cell;
		this.recording = recording;
	}

	/** Takes what was written since the last look. */
	void look(final long now) throws IOException {
		if (tail == null) return;
		final List<CyclerTail.Sample> samples = tail.poll();
		for (final CyclerTail.Sample s : samples) {
			final double step = s.file().equals(file) ? s.seconds() - lastSeconds : 0;
			// charge of before the recording belongs to the x that it starts with
			if (lookedAt != Long.MIN_VALUE && step > 0 && step < LONGEST_STEP_SECONDS) coulombs += 0.5 * step * (s.amperes() +
				amperes);
			file = s.file();
			lastSeconds = s.seconds();
			volts = s.volts();
			amperes = s.amperes();
			sampleNanos = now;
			recording.sample(s.file(), s.seconds(), s.volts(), s.amperes(), lookedAt, now);
		}
		lookedAt = now;
	}

	double volts() {
		return volts;
	}

	double amperes() {
		return amperes;
	}

	/** Lithium content; NaN if the plan's cell is not known. */
	double x() {
		return tail != null && cell.isKnown() ? cell.x(coulombs) : Double.NaN;
	}

	/** Puts the last sample beside an exposure. */
	void describe(final RawExposure raw) {
		if (Double.isNaN(volts)) return;
		raw.volts = volts;
		raw.amperes = amperes;
		raw.sampleAgeSeconds = 1e-9 * (raw.frame.monotonicNanos() - sampleNanos);
	}
}
