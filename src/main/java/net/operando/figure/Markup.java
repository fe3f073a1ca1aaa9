package net.operando.figure;

/** Text made safe to stand in XML and HTML, in content and in quoted attributes. */
public final class Markup {

	private Markup() {}

	/** The text with the five special characters as entities, and without characters XML forbids. */
	public static String escape(final String text) {
		final StringBuilder s = new StringBuilder(text.length() + 16);
		text.codePoints().forEach(c -> {
			if (c == '&') s.append("&amp;");
			else if (c == '<') s.append("&lt;");
			else if (c == '>') s.append("&gt;");
			else if (c == '"') s.append("&quot;");
			else if (c == '\'') s.append("&#39;");
			else if (c >= 0x20 && !(c >= 0xd800 && c < 0xe000) && c != 0xfffe && c != 0xffff || c == '\n' || c == '\t' ||
				c == '\r') s.appendCodePoint(c);
		});
		return s.toString();
	}
}
