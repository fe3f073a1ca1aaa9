package net.operando.data.io.cycler;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as written, with every way it can be read. Years first are read as such; dots mean day.month.year, as nobody
 * writes months first with dots; slashes and hyphens leave the order open unless a number above 12 settles it.
 */
final class DateText {

	private static final Pattern NUMERIC = Pattern.compile("(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})");
	private static final Pattern CLOCK = Pattern.compile(
		"(\\d{1,2})[:.](\\d{2})[:.](\\d{2})(?:[.,](\\d{1,9}))?\\s*([AaPp]\\.?\\s?[Mm]\\.?)?");

	private final String text;
	private final LocalDate dayFirst;
	private final LocalDate monthFirst;

	private DateText(final String text, final LocalDate dayFirst, final LocalDate monthFirst) {
		this.text = text;
		this.dayFirst = dayFirst;
		this.monthFirst = monthFirst;
	}

	/** The date, or null if the text is none in any order. */
	static DateText parse(final String text) {
		final String s = text.trim();
		final Matcher m = NUMERIC.matcher(s);
		if (!m.matches()) return null;
		final int a = Integer.parseInt(m.group(1));
		final int b = Integer.parseInt(m.group(3));
		final int c = Integer.parseInt(m.group(4));
		if (m.group(1).length() == 4) {
			final LocalDate d = date(a, b, c);
			return d == null ? null : new DateText(s, d, d);
		}
		if (m.group(1).length() == 3 || m.group(4).length() == 3 || m.group(4).length() == 1) return null;
		final int year = m.group(4).length() == 2 ? 2000 + c : c;
		final LocalDate dmy = date(year, b, a);
		final LocalDate mdy = ".".equals(m.group(2)) ? null : date(year, a, b);
		return dmy == null && mdy == null ? null : new DateText(s, dmy, mdy);
	}

	/** The year is bounded so that a damaged one is no date rather than one in another age. */
	private static LocalDate date(final int year, final int month, final int day) {
		try {
			return year < 1970 || year > 2200 ? null : LocalDate.of(year, month, day);
		}
		catch (final DateTimeException impossible) {
			return null;
		}
	}

	/** A time of day with or without fractions and AM or PM; null if the text is none. */
	static LocalTime time(final String text) {
		final Matcher m = CLOCK.matcher(text.trim());
		if (!m.matches()) return null;
		int hour = Integer.parseInt(m.group(1));
		if (m.group(5) != null) {
			if (hour < 1 || hour > 12) return null;
			final boolean pm = Character.toLowerCase(m.group(5).charAt(0)) == 'p';
			hour = hour % 12 + (pm ? 12 : 0);
		}
		final String fraction = m.group(4) == null ? "" : m.group(4);
		try {
			return LocalTime.of(hour, Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)), fraction.isEmpty() ? 0 : (int) Math
				.round(Double.parseDouble("0." + fraction) * 1e9) % 1_000_000_000);
		}
		catch (final DateTimeException impossible) {
			return null;
		}
	}

	/** What a written time of day is cut to, in s: 1 without a fraction, 0.001 with three digits of it. */
	static double resolutionSeconds(final String timeText) {
		final Matcher m = CLOCK.matcher(timeText.trim());
		return m.matches() && m.group(4) != null ? Math.pow(10, -m.group(4).length()) : 1;
	}

	/** The date in an order, or null if it is impossible in that order. Not for {@link DateOrder#AUTO}. */
	LocalDate in(final DateOrder order) {
		return order == DateOrder.MDY ? monthFirst : dayFirst;
	}

	/** Whether both orders are possible and differ. */
	boolean isOpen() {
		return dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst);
	}

	/** As written in the file. */
	String text() {
		return text;
	}
}
