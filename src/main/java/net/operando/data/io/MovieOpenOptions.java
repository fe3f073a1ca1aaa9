package net.operando.data.io;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import net.operando.base.InvalidInputException;

/**
 * How a movie file is to be opened. Everything is optional: what is not given comes from the file. Immutable; the
 * {@code with} methods return changed copies.
 */
public final class MovieOpenOptions {

	private String dataset = "";
	private double pixelSizeMicrometres = Double.NaN;
	private String frameRange = "";
	private Path times;
	private double frameIntervalSeconds = Double.NaN;
	private Instant startTime;

	private MovieOpenOptions() {}

	private MovieOpenOptions(final MovieOpenOptions from) {
		dataset = from.dataset;
		pixelSizeMicrometres = from.pixelSizeMicrometres;
		frameRange = from.frameRange;
		times = from.times;
		frameIntervalSeconds = from.frameIntervalSeconds;
		startTime = from.startTime;
	}

	/** Everything from the file. */
	public static MovieOpenOptions defaults() {
		return new MovieOpenOptions();
	}

	/** For images that are no movie, such as a flat field: a file without times opens all the same. */
	public static MovieOpenOptions ofImages() {
		return defaults().withFrameIntervalSeconds(1);
	}

	/**
	 * The options as users write them in dialogs, macros and on the command line.
	 *
	 * @param dataset "auto" or empty finds it
	 * @param pixelSizeMicrometres 0 takes the file's
	 * @param frameRange as "1-500"; empty opens all
	 * @param times a CSV of frame times, or null
	 * @param frameIntervalSeconds 0 takes the file's
	 * @param startTime ISO 8601 with zone; empty takes the file's
	 * @throws InvalidInputException if the start time is not such a time or a number is negative
	 */
	public static MovieOpenOptions parse(final String dataset, final double pixelSizeMicrometres, final String frameRange,
		final Path times, final double frameIntervalSeconds, final String startTime)
	{
		if (!(pixelSizeMicrometres >= 0)) throw new InvalidInputException("A pixel size of " + pixelSizeMicrometres +
			" um cannot be meant: give pixelsizeum above 0, or 0 to take the file's.");
		if (!(frameIntervalSeconds >= 0)) throw new InvalidInputException("A frame interval of " + frameIntervalSeconds +
			" s cannot be meant: give frameintervalseconds above 0, or 0 to take the file's.");
		final MovieOpenOptions options = defaults().withDataset("auto".equals(dataset) ? "" : dataset)
			.withPixelSizeMicrometres(pixelSizeMicrometres).withFrameRange(frameRange).withTimes(times)
			.withFrameIntervalSeconds(frameIntervalSeconds);
		if (startTime == null || startTime.trim().isEmpty()) return options;
		try {
			return options.withStartTime(OffsetDateTime.parse(startTime.trim()).toInstant());
		}
		catch (final DateTimeParseException e) {
			throw new InvalidInputException("'" + startTime +
				"' is not a time with its zone: give starttime as 2026-03-01T10:00:00Z or 2026-03-01T11:00:00+01:00.", e);
		}
	}

	/** Path of the dataset (HDF5) or "group/channel" (TDMS); empty finds it. */
	public MovieOpenOptions withDataset(final String path) {
		final MovieOpenOptions o = new MovieOpenOptions(this);
		o.dataset = path == null ? "" : path.trim();
		return o;
	}

	/** Pixel size in um, replacing the file's; NaN or 0 keeps the file's. */
	public MovieOpenOptions withPixelSizeMicrometres(final double um) {
		final MovieOpenOptions o = new MovieOpenOptions(this);
		o.pixelSizeMicrometres = um == 0 ? Double.NaN : um;
		return o;
	}

	/** Frames to open, counted from 1, as "1-500"; empty opens all. */
	public MovieOpenOptions withFrameRange(final String range) {
		final MovieOpenOptions o = new MovieOpenOptions(this);
		o.frameRange = range == null ? "" : range.trim();
		return o;
	}

	/** A CSV of frame times (frame,time_s[,utc]) replacing the file's; null keeps the file's. */
	public MovieOpenOptions withTimes(final Path csv) {
		final MovieOpenOptions o = new MovieOpenOptions(this);
		o.times = csv;
		return o;
	}

	/** Nominal frame interval in s for files that hold no time; NaN or 0 for none. */
	public MovieOpenOptions withFrameIntervalSeconds(final double seconds) {
		final MovieOpenOptions o = new MovieOpenOptions(this);
		o.frameIntervalSeconds = seconds == 0 ? Double.NaN : seconds;
		return o;
	}

	/** The instant of second 0 of the movie's time axis; null takes the file's. */
	public MovieOpenOptions withStartTime(final Instant instant) {
		final MovieOpenOptions o = new MovieOpenOptions(this);
		o.startTime = instant;
		return o;
	}

	public String dataset() {
		return dataset;
	}

	public double pixelSizeMicrometres() {
		return pixelSizeMicrometres;
	}

	public String frameRange() {
		return frameRange;
	}

	public Optional<Path> times() {
		return Optional.ofNullable(times);
	}

	public double frameIntervalSeconds() {
		return frameIntervalSeconds;
	}

	public Optional<Instant> startTime() {
		return Optional.ofNullable(startTime);
	}
}
