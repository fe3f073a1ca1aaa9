package net.operando.acquire.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that grows line by line, each handed to the operating system at once. A line of which only a part could be written, as on
 * a full disk, is taken back; one that a crash cut off is not read. Thread-safe.
 */
final class LineLog implements AutoCloseable {

	private final FileChannel channel;
	private long length;

	private LineLog(final FileChannel channel) {
		this.channel = channel;
	}

	/** Starts a log; the file must not exist. */
	static LineLog create(final Path file, final String header) throws IOException {
		final LineLog log = new LineLog(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
		log.add(header);
		return log;
	}

	/** @param line without its end */
	synchronized void add(final String line) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
		final int n = bytes.remaining();
		boolean whole = false;
		try {
			for (long at = length; bytes.hasRemaining();)
				at += channel.write(bytes, at);
			whole = true;
			length += n;
		}
		finally {
			if (!whole) channel.truncate(length);
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}

	/** The cells of the whole lines that have as many as the header, which is left out; none if there is no file. */
	static List<String[]> read(final Path file, final String header) throws IOException {
		final List<String[]> rows = new ArrayList<>();
		if (!Files.isRegularFile(file)) return rows;
		final String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		final int cells = header.split(",").length;
		int from = 0;
		// what follows the last line end was cut off, and may look like a number all the same
		for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
			final String line = text.substring(from, end);
			from = end + 1;
			final String[] row = line.split(",", -1);
			if (row.length == cells && !line.equals(header)) rows.add(row);
		}
		return rows;
	}
}
