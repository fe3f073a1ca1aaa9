package net.operando.data.io.cycler;

/** Numbers as instruments write them in any country: decimal point or comma, exponents of any length, no grouping. */
final class DecimalText {

	private DecimalText() {}

	/** The number, or NaN if the text is not exactly one decimal number. */
	static double parse(final String text) {
		final String s = text.trim();
		if (s.isEmpty() || s.length() > 40) return Double.NaN;
		boolean digit = false;
		boolean point = false;
		for (int i = 0; i < s.length(); i++) {
			final char c = s.charAt(i);
			if (c >= '0' && c <= '9') digit = true;
			else if (c == '.' || c == ',') {
				if (point) return Double.NaN;
				point = true;
			}
			else if (c == 'e' || c == 'E') {
				if (!digit) return Double.NaN;
				return exponentIsValid(s, i + 1) ? Double.parseDouble(s.replace(',', '.')) : Double.NaN;
			}
			else if (!((c == '-' || c == '+') && i == 0)) return Double.NaN;
		}
		return digit ? Double.parseDouble(s.replace(',', '.')) : Double.NaN;
	}

	private static boolean exponentIsValid(final String s, final int from) {
		int i = from;
		if (i < s.length() && (s.charAt(i) == '-' || s.charAt(i) == '+')) i++;
		if (i == s.length()) return false;
		for (; i < s.length(); i++)
			if (s.charAt(i) < '0' || s.charAt(i) > '9') return false;
		return true;
	}

	/** Whether the text is a number whose decimal sign is a comma. */
	static boolean hasDecimalComma(final String text) {
		return text.indexOf(',') >= 0 && !Double.isNaN(parse(text));
	}
}
