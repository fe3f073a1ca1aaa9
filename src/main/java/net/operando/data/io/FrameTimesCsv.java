package net.operando.data.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;

/**
 * The times of frames from a CSV file: a header {@code frame,time_s} or {@code frame,time_s,utc}, then one line per frame,
 * in order and without gaps. Frames count from 1; times are in s, each later than the one before; {@code utc} is ISO 8601
 * and may be empty. Read strictly: a wrong time would move every result. Immutable.
 */
public final class FrameTimesCsv {

	/** Largest disagreement between the utc of a line and its time, in s: what clocks written to 1 s may show. */
	private static final double UTC_TOLERANCE_SECONDS = 1;
	/** Lines longer than this are no line of three numbers. */
	private static final int LONGEST_LINE = 200;

	private final Path file;
	private final int firstFrame;
	private final double[] seconds;
	private final Instant origin;

	private FrameTimesCsv(final Path file, final int firstFrame, final double[] seconds, final Instant origin) {
		this.file = file;
		this.firstFrame = firstFrame;
		this.seconds = seconds;
		this.origin = origin;
	}

	/**
	 * Reads a file.
	 *
	 * @throws FormatException naming the first line that is wrong
	 * @throws InvalidInputException if there is no such file
	 */
	public static FrameTimesCsv read(final Path file) {
		if (!Files.isRegularFile(file)) throw new InvalidInputException("There is no file of frame times at " + file +
			": check the key times.");
		try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			return read(file, in);
		}
		catch (final CharacterCodingException e) {
			throw new FormatException(file, "is no text: frame times are a CSV file with the header frame,time_s.", e);
		}
		catch (final IOException e) {
			throw new FormatException(file, "cannot be read: " + e.getMessage() + ".", e);
		}
	}

	private static FrameTimesCsv read(final Path file, final BufferedReader in) throws IOException {
		String line = in.readLine();
		if (line != null && line.startsWith("\ufeff")) line = line.substring(1);
		final String header = line == null ? "" : line.trim();
		final boolean utc = header.equals("frame,time_s,utc");
		if (!utc && !header.equals("frame,time_s")) throw wrong(file, 1, "the header must be frame,time_s or frame,time_s,utc");
		final List<Instant> instants = new ArrayList<>();
		double[] seconds = new double[1024];
		int n = 0;
		int first = 1;
		for (int number = 2; (line = in.readLine()) != null; number++) {
			if (line.trim().isEmpty()) continue;
			if (line.length() > LONGEST_LINE) throw wrong(file, number, "it is too long");
			final String[] cells = line.split(",", -1);
			if (cells.length != (utc ? 3 : 2)) throw wrong(file, number, "it has " + cells.length + " values where the header has " +
				(utc ? 3 : 2));
			final int frame = frame(file, number, cells[0].trim());
			if (n == 0) first = frame;
			else if (frame != first + n) throw wrong(file, number, "frame " + frame + " does not follow frame " + (first + n - 1));
			final double t = time(file, number, cells[1].trim());
			if (n > 0 && !(t > seconds[n - 1])) throw wrong(file, number, "its time " + t + " s is not later than the " +
				seconds[n - 1] + " s before");
			if (n == seconds.length) seconds = Arrays.copyOf(seconds, 2 * n);
			seconds[n++] = t;
			instants.add(utc ? instant(file, number, cells[2].trim(), t, instants) : null);
		}
		if (n == 0) throw wrong(file, 1, "no frame follows it");
		final Instant origin = instants.stream().filter(i -> i != null).findFirst().orElse(null);
		return new FrameTimesCsv(file, first, Arrays.copyOf(seconds, n), origin);
	}

	private static FormatException wrong(final Path file, final int line, final String problem) {
		return new FormatException(file, "is wrong in line " + line + ": " + problem + ".");
	}

	private static int frame(final Path file, final int line, final String text) {
		try {
			final int frame = Integer.parseInt(text);
			if (frame >= 1) return frame;
		}
		catch (final NumberFormatException e) {
			// said below, together with frames below 1
		}
		throw wrong(file, line, "'" + text + "' is no frame number (frames count from 1)");
	}

	private static double time(final Path file, final int line, final String text) {
		try {
			final double t = Double.parseDouble(text);
			if (!Double.isNaN(t) && !Double.isInfinite(t)) return t;
		}
		catch (final NumberFormatException e) {
			// said below, together with what is not finite
		}
		throw wrong(file, line, "'" + text + "' is no time in s");
	}

	/** The instant of second 0 that a line's utc means; all lines must mean the same. */
	private static Instant instant(final Path file, final int line, final String text, final double seconds,
		final List<Instant> before)
	{
		if (text.isEmpty()) return null;
		final Instant zero;
		try {
			zero = OffsetDateTime.parse(text).toInstant().minusNanos(Math.round(seconds * 1e9));
		}
		catch (final DateTimeException | ArithmeticException e) {
			throw wrong(file, line, "'" + text + "' is no time of day with its offset, like 2021-05-04T09:30:00Z");
		}
		for (final Instant other : before) {
			if (other == null) continue;
			final double apart = Duration.between(other, zero).toMillis() * 1e-3;
			if (Math.abs(apart) > UTC_TOLERANCE_SECONDS) throw wrong(file, line, "its utc and its time_s are " + apart +
				" s further apart than in the first line");
			break;
		}
		return zero;
	}

	/** Number of the first frame, counted from 1. */
	public int firstFrame() {
		return firstFrame;
	}

	/** Number of frames. */
	public int size() {
		return seconds.length;
	}

	/** The instant of second 0, from the first line that has a utc. */
	public Optional<Instant> origin() {
		return Optional.ofNullable(origin);
	}

	/**
	 * The axis of the frames {@code first} (inclusive) to {@code end} (exclusive) of a movie, counted from 0; not nominal.
	 *
	 * @throws FormatException if the file has no time for one of them
	 */
	public TimeAxis axis(final int first, final int end) {
		final int from = first - (firstFrame - 1);
		final int to = end - (firstFrame - 1);
		if (from < 0 || to > seconds.length) throw new FormatException(file, "holds times of the frames " + firstFrame + "-" +
			(firstFrame + seconds.length - 1) + ", but the frames " + (first + 1) + "-" + end +
			" are opened: give a time for each, or choose frames with framerange.");
		final TimeAxis axis = TimeAxis.of(Arrays.copyOfRange(seconds, from, to));
		return origin == null ? axis : axis.startingAt(origin);
	}
}
