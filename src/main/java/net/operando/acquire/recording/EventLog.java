package net.operando.acquire.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code events.csv}: whatever happens beside frames, one line each, handed to the operating system at once. Thread-safe.
 */
final class EventLog implements AutoCloseable {

	static final String FILE = "events.csv";
	private static final String HEADER = "monotonic_ns,utc,kind,text";

	/** One line. Immutable. */
	static final class Event {

		final long nanos;
		final Instant utc;
		final String kind;
		final String text;

		Event(final long nanos, final Instant utc, final String kind, final String text) {
			this.nanos = nanos;
			this.utc = utc;
			this.kind = kind;
			this.text = text;
		}
	}

	private final FileChannel channel;

	private EventLog(final FileChannel channel) {
		this.channel = channel;
	}

	static EventLog create(final Path folder) throws IOException {
		final EventLog log = new EventLog(FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE_NEW,
			StandardOpenOption.WRITE));
		log.write(HEADER + "\n");
		return log;
	}

	/** @param text without a comma or a line end; those it has become blanks */
	void add(final long nanos, final Instant utc, final String kind, final String text) throws IOException {
		write(nanos + "," + utc + "," + kind + "," + text.replaceAll("[,\\s]+", " ") + "\n");
	}

	private synchronized void write(final String line) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
		while (bytes.hasRemaining())
			channel.write(bytes);
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}

	/** The whole lines of a folder's log; empty if there is none. */
	static List<Event> read(final Path folder) throws IOException {
		final List<Event> events = new ArrayList<>();
		final Path file = folder.resolve(FILE);
		if (!Files.isRegularFile(file)) return events;
		try (BufferedReader in = Files.newBufferedReader(file)) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				final String[] c = line.split(",", -1);
				if (c.length != 4 || line.equals(HEADER)) continue;
				try {
					events.add(new Event(Long.parseLong(c[0]), Instant.parse(c[1]), c[2], c[3]));
				}
				catch (final NumberFormatException | java.time.DateTimeException torn) {
					break;
				}
			}
		}
		return events;
	}
}
