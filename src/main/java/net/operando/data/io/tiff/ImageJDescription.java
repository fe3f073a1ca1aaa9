package net.operando.data.io.tiff;

import java.util.HashMap;
import java.util.Map;

/** The "ImageJ=…" text that ImageJ 1 writes into the ImageDescription of a stack: lines of key=value. Immutable. */
final class ImageJDescription {

	private final Map<String, String> values;

	private ImageJDescription(final Map<String, String> values) {
		this.values = values;
	}

	static boolean matches(final String description) {
		return description.startsWith("ImageJ=") || description.startsWith("ImageJ\n");
	}

	static ImageJDescription parse(final String description) {
		final Map<String, String> values = new HashMap<>();
		for (final String line : description.split("\n")) {
			final int equals = line.indexOf('=');
			if (equals > 0) values.putIfAbsent(line.substring(0, equals).trim(), unescape(line.substring(equals + 1).trim()));
		}
		return new ImageJDescription(values);
	}

	/** A count, at least 1; 1 if absent or not a number. */
	int count(final String key) {
		return Math.max(1, (int) Math.min(Integer.MAX_VALUE, number(key, 1)));
	}

	double number(final String key, final double ifAbsent) {
		final String text = values.get(key);
		if (text == null) return ifAbsent;
		try {
			final double value = Double.parseDouble(text);
			return Double.isNaN(value) ? ifAbsent : value;
		}
		catch (final NumberFormatException e) {
			return ifAbsent;
		}
	}

	String text(final String key, final String ifAbsent) {
		return values.getOrDefault(key, ifAbsent);
	}

	/** ImageJ writes the micro sign as a backslash, u and four hexadecimal digits. */
	private static String unescape(final String text) {
		final StringBuilder s = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			final boolean escape = text.charAt(i) == '\\' && i + 6 <= text.length() && text.charAt(i + 1) == 'u' && text
				.substring(i + 2, i + 6).matches("[0-9a-fA-F]{4}");
			if (escape) {
				s.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
				i += 5;
			}
			else s.append(text.charAt(i));
		}
		return s.toString();
	}
}
