package net.operando.data.io.movies;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;

import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.tdms.TdmsBytes;
import net.operando.data.movie.Movie;

/**
 * One movie file to be damaged in thousands of ways: what it holds when whole, which of its bytes are structure, and what
 * came of opening and reading it. To join with another format, add its whole files to {@link DamagedMovies}.
 */
public final class DamagedMovie {

	/** What came of a damaged file. */
	public enum Outcome {
		/** An {@link OperandoException} on opening or reading. */
		REFUSED,
		/** Every frame and time as in the whole file. */
		UNHARMED,
		/** The first frames and times as in the whole file, with a warning. */
		PARTIAL,
		/** A movie that differs, after a byte changed that states its shape, type, rate, name or packed samples. */
		RESTATED,
		/** A movie that differs although only structure changed, and no redundancy in the format shows it. */
		UNDETECTED
	}

	/** Bytes one thread may allocate over one damaged file of some 10 KB: no length it claims is believed. */
	private static final long MOST_ALLOCATED = 64L << 20;
	/** Far beyond what reading takes (milliseconds); a hang is what is meant. */
	private static final int HANG_SECONDS = 60;

	private final String name;
	private final String fileName;
	private final byte[] whole;
	private final List<TdmsBytes.Role> roles;
	private final Map<String, byte[]> companions;
	private final MovieOpenOptions options;
	private float[][] frames;
	private double[] times;

	/**
	 * @param fileName name of the damaged file, which is the one opened
	 * @param roles what each of its bytes is for
	 */
	public DamagedMovie(final String name, final String fileName, final byte[] whole, final List<TdmsBytes.Role> roles,
		final MovieOpenOptions options)
	{
		this(name, fileName, whole, roles, Map.of(), options);
	}

	/** @param companions other files of the set, written beside it undamaged */
	public DamagedMovie(final String name, final String fileName, final byte[] whole, final List<TdmsBytes.Role> roles,
		final Map<String, byte[]> companions, final MovieOpenOptions options)
	{
		this.name = name;
		this.fileName = fileName;
		this.whole = whole;
		this.roles = roles;
		this.companions = new LinkedHashMap<>(companions);
		this.options = options;
	}

	String name() {
		return name;
	}

	/** How often each outcome came about. */
	public static final class Tally {

		public final EnumMap<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
		final List<String> undetected = new ArrayList<>();
		public long mostAllocated;

		public int of(final Outcome outcome) {
			return counts.getOrDefault(outcome, 0);
		}
	}

	/**
	 * Damages structure and meaning {@code count} times, from a seed.
	 *
	 * @throws AssertionError at any outcome that must not be: another exception, an Error, a hang, a large allocation
	 */
	public Tally damage(final Path folder, final int count, final long seed) throws IOException {
		readWhole(folder);
		final int[] places = IntStream.range(0, whole.length).filter(i -> roles.get(i) == TdmsBytes.Role.STRUCTURE || roles
			.get(i) == TdmsBytes.Role.MEANING).toArray();
		final Random random = new Random(seed);
		final Tally tally = new Tally();
		final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
			final Thread thread = new Thread(task, "reader of damaged files");
			thread.setDaemon(true);
			return thread;
		});
		try {
			for (int i = 0; i < count; i++) {
				final byte[] bytes;
				final String how;
				boolean restates = false;
				if (random.nextInt(8) == 0) {
					final int length = random.nextInt(whole.length);
					bytes = Arrays.copyOf(whole, length);
					how = "cut to " + length + " bytes";
				}
				else {
					bytes = whole.clone();
					final int at = places[random.nextInt(places.length)];
					final int width = mutate(bytes, at, random);
					for (int j = at; j < Math.min(at + width, whole.length); j++)
						restates |= roles.get(j) == TdmsBytes.Role.MEANING && bytes[j] != whole[j];
					how = width + " bytes at " + at + " (" + roles.get(at) + ")";
				}
				final Path file = Files.write(folder.resolve(fileName), bytes);
				final boolean restated = restates;
				final Outcome outcome = inTime(reader, () -> read(file, restated, tally), how);
				tally.counts.merge(outcome, 1, Integer::sum);
				if (outcome == Outcome.UNDETECTED) tally.undetected.add(how);
			}
		}
		finally {
			reader.shutdownNow();
		}
		return tally;
	}

	/** @return how many bytes from {@code at} on were touched */
	private int mutate(final byte[] bytes, final int at, final Random random) {
		final int kind = random.nextInt(6);
		if (kind == 0) bytes[at] ^= 1 << random.nextInt(8);
		else if (kind == 1) bytes[at] = (byte) random.nextInt(256);
		else if (kind == 2) bytes[at] = new byte[] { 0, 1, 0x7f, (byte) 0x80, (byte) 0xff }[random.nextInt(5)];
		if (kind < 3) return 1;
		final int width = kind == 3 ? 2 : kind == 4 ? 4 : 8;
		final long value = new long[] { 0, -1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE, random.nextLong(), random
			.nextInt(whole.length), at }[random.nextInt(8)];
		final ByteBuffer number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
		for (int i = 0; i < width && at + i < bytes.length; i++)
			if (roles.get(at + i) != TdmsBytes.Role.SAMPLE) bytes[at + i] = number.get(i);
		return width;
	}

	private Outcome inTime(final ExecutorService reader, final Callable<Outcome> reading,
		final String how)
	{
		try {
			return reader.submit(reading).get(HANG_SECONDS, TimeUnit.SECONDS);
		}
		catch (final TimeoutException e) {
			throw new AssertionError(name + " hangs: " + how, e);
		}
		catch (final ExecutionException e) {
			throw new AssertionError(name + " fails untyped: " + how + ": " + e.getCause(), e.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", e);
		}
	}

	private Outcome read(final Path file, final boolean restated, final Tally tally) {
		final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		final long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
		final Outcome outcome = outcome(file, restated);
		final long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
		tally.mostAllocated = Math.max(tally.mostAllocated, allocated);
		if (allocated > MOST_ALLOCATED) throw new AssertionError("allocated " + allocated + " bytes");
		return outcome;
	}

	private Outcome outcome(final Path file, final boolean restated) {
		try (Movie movie = MovieFiles.open(file, options, Progress.NONE)) {
			final Outcome different = restated ? Outcome.RESTATED : Outcome.UNDETECTED;
			final int n = movie.frameCount();
			boolean same = n <= frames.length;
			for (int f = 0; f < Math.min(n, 64); f++) {
				final float[] frame = movie.frame(f, null);
				if (frame.length != movie.width() * movie.height()) throw new AssertionError("frame of another size");
				same = same && Arrays.equals(frames[f], frame) && movie.times().seconds(f) == times[f];
			}
			if (!same) return different;
			if (n == frames.length) return Outcome.UNHARMED;
			return movie.warnings().stream().anyMatch(w -> !w.contains("nominal")) ? Outcome.PARTIAL : different;
		}
		catch (final OperandoException e) {
			if (e.getMessage() == null || !e.getMessage().matches("(?s).+[.]")) throw new AssertionError("no sentence: " + e
				.getMessage());
			return Outcome.REFUSED;
		}
	}

	private void readWhole(final Path folder) throws IOException {
		for (final Map.Entry<String, byte[]> companion : companions.entrySet())
			Files.write(folder.resolve(companion.getKey()), companion.getValue());
		try (Movie movie = MovieFiles.open(Files.write(folder.resolve(fileName), whole), options, Progress.NONE)) {
			frames = new float[movie.frameCount()][];
			for (int f = 0; f < frames.length; f++)
				frames[f] = movie.frame(f, null).clone();
			times = movie.times().toArray();
		}
	}

	/**
	 * Changes every sample byte of some, one at a time.
	 *
	 * @return how many changed exactly one sample of one frame
	 * @throws AssertionError if any changed anything else
	 */
	public int changeSamples(final Path folder, final int count, final long seed) throws IOException {
		readWhole(folder);
		final int[] places = IntStream.range(0, whole.length).filter(i -> roles.get(
			i) == TdmsBytes.Role.SAMPLE).toArray();
		final Random random = new Random(seed);
		int one = 0;
		for (int i = 0; i < count && places.length > 0; i++) {
			final byte[] bytes = whole.clone();
			final int at = places[random.nextInt(places.length)];
			bytes[at] ^= 1 + random.nextInt(255);
			int changed = 0;
			try (Movie movie = MovieFiles.open(Files.write(folder.resolve(fileName), bytes), options, Progress.NONE)) {
				if (movie.frameCount() != frames.length) throw new AssertionError(name + ": another number of frames");
				for (int f = 0; f < frames.length; f++) {
					final float[] frame = movie.frame(f, null);
					for (int k = 0; k < frame.length; k++)
						changed += Float.compare(frame[k], frames[f][k]) == 0 ? 0 : 1;
				}
			}
			catch (final OperandoException e) {
				// a time, not a sample: times that no longer increase are refused
				continue;
			}
			if (changed > 1) throw new AssertionError(name + ": byte " + at + " changed " + changed + " samples");
			one += changed;
		}
		return one;
	}
}
