package net.operando.acquire.recording;

import java.io.IOException;
import java.nio.file.Path;
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

	private final LineLog log;

	private EventLog(final LineLog log) {
		this.log = log;
	}

	static EventLog create(final Path folder) throws IOException {
		return new EventLog(LineLog.create(folder.resolve(FILE), HEADER));
	}

	/** @param text without a comma or a line end; those it has become blanks */
	void add(final long nanos, final Instant utc, final String kind, final String text) throws IOException {
		log.add(nanos + "," + utc + "," + kind + "," + text.replaceAll("[,\\s]+", " "));
	}

	@Override
	public void close() throws IOException {
		log.close();
	}

	/** The whole lines of a folder's log; empty if there is none. */
	static List<Event> read(final Path folder) throws IOException {
		final List<Event> events = new ArrayList<>();
		for (final String[] c : LineLog.read(folder.resolve(FILE), HEADER))
			try {
				events.add(new Event(Long.parseLong(c[0]), Instant.parse(c[1]), c[2], c[3]));
			}
			catch (final NumberFormatException | java.time.DateTimeException damaged) {
				break;
			}
		return events;
	}
}
