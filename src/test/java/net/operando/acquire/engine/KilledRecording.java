package net.operando.acquire.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.StoragePolicy;
import net.operando.acquire.port.Light;
import net.operando.acquire.port.SystemClock;
import net.operando.acquire.recording.Recovery;
import net.operando.acquire.recording.RecordingReport;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.acquired.FrameEntry;
import net.operando.data.io.acquired.FrameJournal;
import net.operando.data.io.acquired.RecordingInfo;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;

/** A recording in a program of its own that is killed, and what is left of it. */
final class KilledRecording {

	/** The lamp of the child says in a file until when it stays on without being told again, in ms of the day's clock. */
	static final long GUARD_MS = 1000;

	private KilledRecording() {}

	/** The child: records 200 exposures per second of 320 x 240 until it is ended. */
	public static final class Child {

		public static void main(final String[] arguments) throws Exception {
			final Path folder = Path.of(arguments[0]);
			final Light light = new FileLight(folder.resolveSibling("light"));
			final ReplayMicroscope microscope = new ReplayMicroscope(new SystemClock(), light, ReplayMicroscope.ring(7, 320 *
				240), 320, 240, 1000);
			final AcquisitionPlan plan = AcquisitionPlan.defaults().withExposureMs(2).withPhases(Phase.of("record", 200, 5,
				600)).withStorage(StoragePolicy.defaults().withReserveGigabytes(0)).withLight(AcquisitionPlan.defaults().light()
					.withSettleSeconds(0));
			Acquisition.of(microscope, plan, folder, AcquisitionListener.NONE).run(Progress.NONE);
		}
	}

	/** A lamp with a guard, whose state outlives the program. */
	static final class FileLight implements Light {

		private final Path file;
		private double power;

		FileLight(final Path file) {
			this.file = file;
		}

		@Override
		public String name() {
			return "lamp with a guard";
		}

		@Override
		public double mostPower() {
			return 1;
		}

		@Override
		public synchronized void on(final double newPower) {
			power = newPower;
			write(System.currentTimeMillis() + GUARD_MS);
		}

		@Override
		public synchronized void off() {
			power = 0;
			write(0);
		}

		private void write(final long until) {
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
				channel.write(ByteBuffer.allocate(8).putLong(0, until), 0);
			}
			catch (final IOException e) {
				throw new java.io.UncheckedIOException(e);
			}
		}

		@Override
		public synchronized boolean isOn() {
			return power > 0;
		}

		@Override
		public synchronized double power() {
			return power;
		}

		@Override
		public double guardSeconds() {
			return 1e-3 * GUARD_MS;
		}
	}

	/** Until when the child's lamp stays on, ms of the day; 0 when it was switched off. */
	static long lightUntil(final Path folder) throws IOException {
		return ByteBuffer.wrap(Files.readAllBytes(folder.resolveSibling("light"))).getLong();
	}

	static Process start(final Path folder) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp", System
			.getProperty("java.class.path"), Child.class.getName(), folder.toString()).redirectErrorStream(true).redirectOutput(
				folder.resolveSibling("child.txt").toFile()).start();
	}

	/** Waits until the journal has so many bytes; the moment is then any between two instructions of the child. */
	static void awaitJournal(final Process child, final Path folder, final long bytes) throws Exception {
		final Path journal = folder.resolve("journal.csv");
		while (!Files.exists(journal) || Files.size(journal) < bytes) {
			if (!child.isAlive()) throw new AssertionError("the child ended: " + Files.readString(folder.resolveSibling(
				"child.txt")));
			Thread.onSpinWait();
		}
	}

	/** What a kill left; how many frames were journaled, opened and recovered. */
	static final class Outcome {

		int journaled;
		int opened;
		int recovered;
		int damaged;
		boolean recoveryReported;
	}

	/** Reads the folder as it is, recovers it, reads it again; every frame's bytes are compared with the journal's checksum. */
	static Outcome examine(final Path folder) throws Exception {
		final Outcome outcome = new Outcome();
		final Path journal = folder.resolve("journal.csv");
		outcome.journaled = FrameJournal.read(journal).size();
		// lines counted without the reader
		final long lines = Files.readString(journal).lines().skip(1).filter(l -> l.endsWith(",.")).count();
		if (lines != outcome.journaled) throw new AssertionError(lines + " lines, " + outcome.journaled + " entries");
		outcome.opened = opened(folder, outcome);
		final RecordingReport report = Recovery.recover(folder);
		outcome.recoveryReported = report.isRecovered() && report.frames("movie") == outcome.journaled && report
			.expectedExposures() == report.receivedExposures() + report.missingExposures();
		outcome.recovered = opened(folder, outcome);
		// the part alone, as other programs open it
		try (Movie alone = MovieFiles.open(folder.resolve("movie_0001.ome.tif"), MovieOpenOptions.defaults(),
			Progress.NONE))
		{
			if (alone.frameCount() != outcome.journaled || !alone.warnings().isEmpty()) outcome.damaged++;
		}
		return outcome;
	}

	private static int opened(final Path folder, final Outcome outcome) throws IOException {
		final RecordingInfo info = RecordingInfo.read(folder);
		final List<FrameEntry> entries = new ArrayList<>(FrameJournal.read(folder.resolve("journal.csv")));
		try (Movie movie = MovieFiles.open(folder, MovieOpenOptions.defaults(), Progress.NONE)) {
			for (int f = 0; f < movie.frameCount(); f++) {
				final float[] samples = movie.frame(f, null);
				final ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
				bytes.asFloatBuffer().put(samples);
				final CRC32 crc = new CRC32();
				crc.update(bytes.array());
				if (crc.getValue() != entries.get(f).crc32 || Math.abs(movie.times().seconds(f) - info.seconds(entries.get(
					f).actualNanos)) > 1e-9) outcome.damaged++;
			}
			return movie.frameCount();
		}
	}
}
