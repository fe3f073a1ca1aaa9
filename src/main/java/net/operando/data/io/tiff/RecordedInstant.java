package net.operando.data.io.tiff;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates with time as image files write them: "2016-02-11 09:00:16.250 -0800", "2016-02-11T17:00:16Z" and the like. */
final class RecordedInstant {

	private static final Pattern FORM = Pattern.compile(
		"(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d)(\\.\\d{1,9})?\\d*\\s*(Z|[-+]\\d\\d:?\\d\\d)?.*");

	private RecordedInstant() {}

	/**
	 * The instant, or null if the text is none.
	 *
	 * @param ifNoZone the zone of a text that names none; null makes such a text no instant
	 */
	static Instant parse(final String text, final ZoneOffset ifNoZone) {
		final Matcher m = FORM.matcher(text == null ? "" : text.trim());
		if (!m.matches() || m.group(8) == null && ifNoZone == null) return null;
		try {
			final LocalDateTime local = LocalDateTime.of(number(m, 1), number(m, 2), number(m, 3), number(m, 4), number(m, 5),
				number(m, 6));
			final ZoneOffset zone = m.group(8) == null ? ifNoZone : ZoneOffset.of(m.group(8));
			final double fraction = m.group(7) == null ? 0 : Double.parseDouble("0" + m.group(7));
			return local.toInstant(zone).plusNanos(Math.round(fraction * 1e9));
		}
		catch (final DateTimeException e) {
			return null;
		}
	}

	private static int number(final Matcher m, final int group) {
		return Integer.parseInt(m.group(group));
	}
}
