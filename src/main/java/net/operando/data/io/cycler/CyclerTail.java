package net.operando.data.io.cycler;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows the potentiostat's file, or the files of a folder, while they grow: Gamry .DTA and tables with named columns. Each
 * look gives the rows that were completed since the one before; a last line without its end waits for the next look. Never
 * holds a file open between looks, so that the potentiostat may do with it what it wants. Not thread-safe.
 */
public final class CyclerTail {

	/** One row of a file. Immutable. */
	public static final class Sample {

		private final String file;
		private final double seconds;
		private final double volts;
		private final double amperes;

		Sample(final String file, final double seconds, final double volts, final double amperes) {
			this.file = file;
			this.seconds = seconds;
			this.volts = volts;
			this.amperes = amperes;
		}

		/** Name of the file, and of its table after the first. */
		public String file() {
			return file;
		}

		/** Time as in the file, s. */
		public double seconds() {
			return seconds;
		}

		/** V. */
		public double volts() {
			return volts;
		}

		/** A, sign as in the file; 0 in an open-circuit file without a column of current. */
		public double amperes() {
			return amperes;
		}
	}

	/** Far more than a potentiostat writes between two looks; a file that is not read up is read on at the next. */
	private static final int MOST_BYTES = 1 << 22;

	private final Path path;
	private final Map<Path, TailFile> files = new HashMap<>();

	private CyclerTail(final Path path) {
		this.path = path;
	}

	/** @param fileOrFolder need not exist yet */
	public static CyclerTail of(final Path fileOrFolder) {
		return new CyclerTail(fileOrFolder);
	}

	/**
	 * The rows completed since the last look, in the order of the files' names and of their lines; at the first look all that
	 * are there.
	 *
	 * @throws IOException if a file cannot be read
	 */
	public List<Sample> poll() throws IOException {
		final List<Sample> samples = new ArrayList<>();
		for (final Path file : candidates()) {
			final TailFile tail = files.computeIfAbsent(file, f -> new TailFile(f.getFileName().toString()));
			tail.take(read(file, tail), samples);
		}
		return samples;
	}

	private List<Path> candidates() throws IOException {
		if (!Files.isDirectory(path)) return Files.isRegularFile(path) ? List.of(path) : List.of();
		try (Stream<Path> list = Files.list(path)) {
			return list.filter(p -> p.getFileName().toString().toLowerCase(Locale.ROOT).matches("[^.].*\\.(dta|csv|txt|tsv)"))
				.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
		}
	}

	private static byte[] read(final Path file, final TailFile tail) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			// a file that became shorter was written anew
			if (channel.size() < tail.position()) tail.restart();
			final ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(MOST_BYTES, channel.size() - tail.position()));
			long at = tail.position();
			while (bytes.hasRemaining()) {
				final int n = channel.read(bytes, at);
				if (n < 0) break;
				at += n;
			}
			return java.util.Arrays.copyOf(bytes.array(), bytes.position());
		}
	}

	/** What is known of one file between looks. */
	private static final class TailFile {

		private final String name;
		private TailTable table;
		private long position;
		private String rest = "";

		TailFile(final String name) {
			this.name = name;
			restart();
		}

		void restart() {
			position = 0;
			rest = "";
			table = new TailTable(name);
		}

		long position() {
			return position;
		}

		void take(final byte[] bytes, final List<Sample> to) {
			position += bytes.length;
			final String text = rest + new String(bytes, StandardCharsets.ISO_8859_1);
			int from = 0;
			for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
				final String line = text.substring(from, end > from && text.charAt(end - 1) == '\r' ? end - 1 : end);
				final Sample sample = table.line(line);
				if (sample != null) to.add(sample);
				from = end + 1;
			}
			rest = text.substring(from);
		}
	}
}
