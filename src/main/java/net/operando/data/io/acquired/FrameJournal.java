package net.operando.data.io.acquired;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import net.operando.data.io.FormatException;

/**
 * The journal of a movie: one line per frame, handed to the operating system before the next frame is begun, after the
 * frame's own bytes. What the journal holds can be read, whatever stopped the program. Writing is not thread-safe.
 */
public final class FrameJournal implements AutoCloseable {

	private final FileChannel channel;
	private long length;

	private FrameJournal(final FileChannel channel) {
		this.channel = channel;
	}

	/** Starts a journal; the file must not exist. */
	public static FrameJournal create(final Path file) throws IOException {
		final FrameJournal journal = new FrameJournal(FileChannel.open(file, StandardOpenOption.CREATE_NEW,
			StandardOpenOption.WRITE));
		boolean written = false;
		try {
			journal.write(FrameEntry.HEADER + "\n");
			written = true;
			return journal;
		}
		finally {
			if (!written) journal.close();
		}
	}

	/** Appends a line; where only a part of it could be written, that part is taken back. */
	public void append(final FrameEntry entry) throws IOException {
		write(entry.line());
	}

	private void write(final String text) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
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

	/** Waits until all is on the disk. */
	public void force() throws IOException {
		channel.force(false);
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}

	/**
	 * Reads the whole lines of a journal. Reading ends at the first that is torn or out of order.
	 *
	 * @throws FormatException if it is no journal
	 */
	public static List<FrameEntry> read(final Path file) throws IOException {
		final List<FrameEntry> entries = new ArrayList<>();
		try (BufferedReader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file),
			StandardCharsets.UTF_8)))
		{
			final String header = in.readLine();
			if (header == null || !FrameEntry.HEADER.startsWith(header)) throw new FormatException(file,
				"is no journal of a recording: its first line is not the one of a journal.");
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				final FrameEntry entry = FrameEntry.parse(line);
				if (entry == null || entry.index != entries.size() + 1) break;
				if (!entries.isEmpty() && entry.actualNanos <= entries.get(entries.size() - 1).actualNanos) break;
				entries.add(entry);
			}
		}
		return entries;
	}
}
