package net.operando.data.electrochem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.TimeAxis;

/**
 * Alignment by the start times that the two computers wrote.
 * <p>
 * Gamry's TIME is cut to whole seconds, so the true start of a file lies between 0 and 1 s after what it says, evenly:
 * its clock reads 0.5 s less than the truth on average, with a standard error of 1/sqrt(12) = 0.29 s. The mean is taken
 * off the offset; the standard error is that of the cut alone. Any difference of the two computers' clocks comes on top
 * and cannot be known from timestamps; nor can a delay between Gamry's time stamp and its first control. Thread-safe.
 */
public final class TimestampAlignment {

	/** A wrong reading of day and month is at least this far away when the right one is within. */
	private static final Duration SAME_EXPERIMENT = Duration.ofDays(2);

	private TimestampAlignment() {}

	/**
	 * Compares the start times.
	 *
	 * @param movie its {@link TimeAxis#origin()} is the instant of its second 0
	 * @param recording its origin is local time
	 * @param zone time zone of the potentiostat's computer; not used where its files say UTC
	 * @throws InvalidInputException if either start is not known, or the two do not overlap in time
	 * @throws AmbiguousDateException if the date can be read both ways and both, or neither, fit the movie
	 */
	public static ClockAlignment of(final TimeAxis movie, final CyclerRecording recording, final ZoneId zone) {
		final Instant movieStart = movie.origin().orElseThrow(() -> new InvalidInputException(
			"The movie does not say when it began: give starttime when opening it, or align by intensity steps or an offset."));
		final LocalDateTime local = recording.origin().orElseThrow(() -> new InvalidInputException(
			"The electrochemistry does not say when it began (no DATE and TIME): align by intensity steps or an offset."));
		final ZoneId z = recording.zone().orElse(zone);
		final List<String> evidence = new ArrayList<>();
		final List<String> warnings = new ArrayList<>();
		final LocalDateTime chosen = chosen(local, recording, movieStart, z, evidence);
		final Instant start = chosen.atZone(z).toInstant();
		if (z.getRules().getValidOffsets(chosen).size() != 1) warnings.add("The start " + chosen +
			" falls into the hour in which clocks change in " + z + ": the offset may be wrong by an hour.");
		final double resolution = recording.originResolutionSeconds();
		final double difference = Duration.between(start, movieStart).toNanos() * 1e-9;
		final double offset = difference - 0.5 * resolution;
		final double standardError = resolution / Math.sqrt(12);
		if (movie.size() > 0) refuseIfApart(movie, recording, offset, z);
		evidence.add(String.format(Locale.ROOT,
			"The movie's second 0 is %s, the electrochemistry's %s (%s); its start is cut to %s s, so half of that was taken off the offset.",
			movieStart, chosen, z, resolution == 1 ? "1" : Double.toString(resolution)));
		warnings.add(
			"The offset rests on the clocks of two computers: its standard error is that of the rounding alone and does not hold their difference.");
		if (movie.isNominal()) warnings.add(
			"The movie's times are nominal (made from a frame rate), so the alignment drifts if the true rate differs.");
		return ClockAlignment.of(ClockAlignment.Method.TIMESTAMPS, offset, standardError, 0, evidence, warnings);
	}

	private static LocalDateTime chosen(final LocalDateTime local, final CyclerRecording recording, final Instant movie,
		final ZoneId z, final List<String> evidence)
	{
		final LocalDateTime other = recording.otherOrigin().orElse(null);
		if (other == null) return local;
		final boolean fits = isNear(local, movie, z);
		final boolean otherFits = isNear(other, movie, z);
		if (fits == otherFits) throw new AmbiguousDateException("The start date of " + recording.sourceFiles().get(0) +
			" can be " + local.toLocalDate() + " or " + other.toLocalDate() + ", and the movie's start (" + movie +
			") does not settle it: add dateorder=DMY or MDY.");
		final LocalDateTime chosen = fits ? local : other;
		evidence.add("Of the two readings of the date, " + chosen.toLocalDate() + " was taken: the movie began within " +
			SAME_EXPERIMENT.toDays() + " days of it.");
		return chosen;
	}

	private static boolean isNear(final LocalDateTime local, final Instant movie, final ZoneId z) {
		return Duration.between(local.atZone(z).toInstant(), movie).abs().compareTo(SAME_EXPERIMENT) <= 0;
	}

	private static void refuseIfApart(final TimeAxis movie, final CyclerRecording recording, final double offset,
		final ZoneId z)
	{
		final double first = movie.seconds(0) + offset;
		final double last = movie.seconds(movie.size() - 1) + offset;
		final double begin = recording.segmentStartSeconds(0);
		final double end = recording.segmentEndSeconds(recording.segments().size() - 1);
		if (last < begin || first > end) throw new InvalidInputException(String.format(Locale.ROOT,
			"By their timestamps the movie and the electrochemistry do not overlap: the movie runs from %.0f to %.0f s on the electrochemistry's clock, which runs from %.0f to %.0f s. Check the date order, the time zone (%s) and starttime, or align by intensity steps.",
			first, last, begin, end, z));
	}
}
