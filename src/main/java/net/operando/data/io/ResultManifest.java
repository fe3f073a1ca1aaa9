package net.operando.data.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import net.operando.base.InvalidInputException;

/**
 * Which files of a result folder were written by which command, kept in the folder itself, so that a run can remove what
 * an earlier run of the same command left and would now be taken for a result of this one. A file that was changed since, and
 * any file that is not listed, is the user's and stays. Not thread-safe.
 */
final class ResultManifest {

	static final String FILE_NAME = ".operando-results.json";

	/** One file as it was when it was written. */
	private static final class Entry {

		private String file = "";
		private String writer = "";
		private long bytes;
		private long modifiedMilliseconds;
	}

	private List<Entry> files = new ArrayList<>();

	private ResultManifest() {}

	/** The manifest of a folder; an empty one if there is none or it cannot be read, so that nothing is removed by it. */
	static ResultManifest of(final Path folder) {
		final Path file = folder.resolve(FILE_NAME);
		if (!Files.isRegularFile(file)) return new ResultManifest();
		try {
			final ResultManifest manifest = Json.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
				ResultManifest.class, FILE_NAME);
			final boolean whole = manifest.files != null && manifest.files.stream().allMatch(e -> e != null && e.file != null &&
				e.writer != null);
			return whole ? manifest : new ResultManifest();
		}
		catch (final IOException | InvalidInputException e) {
			return new ResultManifest();
		}
	}

	/**
	 * Removes what a writer left earlier and has not written now, lists what it has, and writes itself.
	 *
	 * @param written the files of this run, where they are now
	 * @throws UncheckedIOException if the file system fails
	 */
	void replace(final Path destination, final String writer, final Collection<Path> written) {
		final Path folder = destination.toAbsolutePath().normalize();
		try {
			final Set<Path> now = new LinkedHashSet<>();
			for (final Path file : written)
				now.add(file.toAbsolutePath().normalize());
			final List<Entry> kept = new ArrayList<>();
			for (final Entry entry : files) {
				final Path file = inside(folder, entry.file);
				if (file == null || now.contains(file)) continue;
				if (!entry.writer.equals(writer)) kept.add(entry);
				else if (isUnchanged(file, entry)) remove(folder, file);
			}
			for (final Path file : now)
				kept.add(entry(folder, file, writer));
			files = kept;
			final Path temporary = folder.resolve(FILE_NAME + ".part");
			Files.write(temporary, Json.write(this).getBytes(StandardCharsets.UTF_8));
			Files.move(temporary, folder.resolve(FILE_NAME), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Entry entry(final Path folder, final Path file, final String writer) throws IOException {
		final Entry entry = new Entry();
		entry.file = folder.relativize(file).toString().replace('\\', '/');
		entry.writer = writer;
		entry.bytes = Files.size(file);
		entry.modifiedMilliseconds = Files.getLastModifiedTime(file).toMillis();
		return entry;
	}

	/** The file that a name means; null if it would lie outside of the folder. */
	private static Path inside(final Path folder, final String name) {
		try {
			final Path file = folder.resolve(name).normalize();
			return file.startsWith(folder) && !file.equals(folder) ? file : null;
		}
		catch (final InvalidPathException e) {
			return null;
		}
	}

	private static boolean isUnchanged(final Path file, final Entry entry) throws IOException {
		return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == entry.bytes && Files
			.getLastModifiedTime(file).toMillis() == entry.modifiedMilliseconds;
	}

	/** Removes a file and the folders that are empty without it. */
	private static void remove(final Path folder, final Path file) throws IOException {
		Files.delete(file);
		for (Path parent = file.getParent(); !parent.equals(folder); parent = parent.getParent()) {
			try (java.util.stream.Stream<Path> left = Files.list(parent)) {
				if (left.findAny().isPresent()) return;
			}
			Files.delete(parent);
		}
	}
}
