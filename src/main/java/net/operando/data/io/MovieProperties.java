package net.operando.data.io;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import net.operando.base.quantity.Calibration;

/**
 * What a file says about a movie in named properties, whatever the file's format. Names are compared without regard to
 * case, blanks and underscores; numbers may be stored as text. Immutable.
 */
public final class MovieProperties {

	/** Instants before this are an unset clock (TDMS counts from 1904, others from 1970). */
	private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
	private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
	private static final String[] START_NAMES = { "wfstarttime", "starttime", "acquisitionstart", "recordingstart",
		"acquisitionstarttime", "recordingstarttime", "acquisitiondate", "datetime", "timestamp" };

	private final Map<String, Object> values = new LinkedHashMap<>();

	/** @param properties values that are String, Number, Boolean or Instant; the first of equal names counts */
	public MovieProperties(final Map<String, Object> properties) {
		properties.forEach((name, value) -> values.putIfAbsent(plain(name), value));
	}

	private static String plain(final String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_]", "");
	}

	/** The first property of one of these names that is a finite number; NaN if none is. */
	public double number(final String... names) {
		for (final String name : names) {
			final Object value = values.get(plain(name));
			double number = Double.NaN;
			if (value instanceof Number) number = ((Number) value).doubleValue();
			else if (value instanceof String) number = parse((String) value);
			if (!Double.isNaN(number) && !Double.isInfinite(number)) return number;
		}
		return Double.NaN;
	}

	private static double parse(final String text) {
		try {
			return Double.parseDouble(text.trim().replace(',', '.'));
		}
		catch (final NumberFormatException e) {
			return Double.NaN;
		}
	}

	/** Nominal frame interval in s, from a rate in Hz; NaN if there is none above 0. */
	public double frameIntervalSeconds() {
		final double hertz = number("Effective frame rate", "FPS", "frame rate");
		return hertz > 0 ? 1 / hertz : Double.NaN;
	}

	/** Pixel size from {@code pixel_size_um}, which our own writers add; unknown otherwise. */
	public Calibration calibration() {
		final double um = number("pixel_size_um");
		return um > 1e-5 && um < 1e4 ? Calibration.ofMicrometres(um) : Calibration.unknown();
	}

	/**
	 * When the recording started: the property wf_start_time, start_time, acquisition_start, recording_start (each also with
	 * "_time"), acquisition_date, datetime or timestamp, in this order; else any instant whose name contains "start". It may
	 * be an instant, text of ISO 8601 (without an offset: in this computer's zone) or seconds since 1970.
	 */
	public Optional<Instant> start() {
		for (final String name : START_NAMES) {
			final Instant instant = instant(values.get(name));
			if (instant != null) return Optional.of(instant);
		}
		for (final Map.Entry<String, Object> property : values.entrySet())
			if (property.getKey().contains("start") && property.getValue() instanceof Instant) {
				final Instant instant = instant(property.getValue());
				if (instant != null) return Optional.of(instant);
			}
		return Optional.empty();
	}

	private static Instant instant(final Object value) {
		Instant instant = null;
		if (value instanceof Instant) instant = (Instant) value;
		else if (value instanceof Number) {
			final double seconds = ((Number) value).doubleValue();
			if (Math.abs(seconds) < 1e11) instant = Instant.ofEpochSecond((long) Math.floor(seconds), Math.round((seconds - Math
				.floor(seconds)) * 1e9));
		}
		else if (value instanceof String) instant = instantOf((String) value);
		return instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
	}

	private static Instant instantOf(final String text) {
		final String iso = text.trim().replace(' ', 'T');
		try {
			return OffsetDateTime.parse(iso, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
		}
		catch (final DateTimeException noOffset) {
			try {
				return LocalDateTime.parse(iso, DateTimeFormatter.ISO_LOCAL_DATE_TIME).atZone(ZoneId.systemDefault()).toInstant();
			}
			catch (final DateTimeException noTime) {
				final double seconds = parse(iso);
				return Double.isNaN(seconds) ? null : instant(seconds);
			}
		}
	}
}
