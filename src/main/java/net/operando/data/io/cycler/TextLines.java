package net.operando.data.io.cycler;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import net.operando.data.io.FormatException;

/**
 * The lines of a text file of unknown encoding and line ends, one at a time, each byte as the Latin-1 character of its
 * value; {@link #decoded} makes readable text of what users see. Bounded: a "text" without line ends is refused rather
 * than taken into memory. Not thread-safe.
 */
final class TextLines implements Closeable {

	private static final int LONGEST_LINE = 1 << 20;

	private final Path file;
	private final InputStream in;
	private boolean terminated = true;
	private int pushedBack = -2;
	private boolean first = true;

	TextLines(final Path file) throws IOException {
		this.file = file;
		in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
	}

	/**
	 * The next line without its end, or null at the end of the file.
	 *
	 * @throws FormatException if a line is longer than a text file can have
	 */
	String next() throws IOException {
		final StringBuilder line = new StringBuilder(128);
		int c = read();
		if (c < 0) return null;
		while (c >= 0 && c != '\n' && c != '\r') {
			if (line.length() == LONGEST_LINE) throw new FormatException(file,
				"is no text file: a line is longer than a million characters.");
			line.append((char) c);
			c = read();
		}
		terminated = c >= 0;
		if (c == '\r') {
			final int after = read();
			if (after != '\n') pushedBack = after;
		}
		if (first) {
			first = false;
			if (line.length() >= 3 && line.charAt(0) == 0xEF && line.charAt(1) == 0xBB && line.charAt(2) == 0xBF) line.delete(0,
				3);
		}
		return line.toString();
	}

	/** Whether the line last returned had a line end: a file cut short has none on its last line. */
	boolean wasTerminated() {
		return terminated;
	}

	private int read() throws IOException {
		if (pushedBack != -2) {
			final int c = pushedBack;
			pushedBack = -2;
			return c;
		}
		return in.read();
	}

	/** Text as its writer meant it: UTF-8 where its bytes are valid UTF-8, otherwise Latin-1. */
	static String decoded(final String latin) {
		final byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (final CharacterCodingException notUtf8) {
			return latin;
		}
	}

	/** Up to {@code count} first characters of a file, for recognising it; empty if it cannot be read. */
	static String head(final Path file, final int count) {
		try (InputStream in = Files.newInputStream(file)) {
			final String s = new String(in.readNBytes(count), StandardCharsets.ISO_8859_1);
			return s.startsWith("\u00ef\u00bb\u00bf") ? s.substring(3) : s;
		}
		catch (final IOException unreadable) {
			return "";
		}
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
