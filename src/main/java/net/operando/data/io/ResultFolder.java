package net.operando.data.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import net.operando.base.InvalidInputException;

/**
 * The folder results are written to. Files are made in a hidden folder beside their destination and moved into place
 * together by {@link #commit()}; closing without it (an error, a cancel) removes them, so nothing half-written is ever
 * left looking like a result. Files that an earlier run of the same writer left there are replaced or removed, all others
 * stay.
 */
public final class ResultFolder implements AutoCloseable {

	private final Path destination;
	private final Path staging;
	private final boolean madeDestination;
	private final String writer;
	private boolean committed;
	private boolean nominalTimes;

	private ResultFolder(final Path destination, final Path staging, final boolean madeDestination, final String writer) {
		this.writer = writer;
		this.destination = destination;
		this.staging = staging;
		this.madeDestination = madeDestination;
	}

	/**
	 * Opens the folder for writing, making it if it does not exist.
	 *
	 * @param writer the command that writes: what its earlier runs left in the folder is removed by {@link #commit()}
	 * @throws InvalidInputException if it cannot be made or written to
	 */
	public static ResultFolder open(final Path destination, final String writer) {
		final boolean existed = Files.isDirectory(destination);
		try {
			Files.createDirectories(destination);
			final Path staging = Files.createDirectory(destination.resolve(".unfinished-" + UUID.randomUUID()));
			return new ResultFolder(destination, staging, !existed, writer);
		}
		catch (final IOException e) {
			throw new InvalidInputException("The output folder " + destination +
				" cannot be written to: choose another folder or free the disk (" + reason(e) + ").", e);
		}
	}

	/**
	 * Says before any work whether the folder could be made and written to, as far as that can be seen without doing it.
	 *
	 * @throws InvalidInputException if it could not
	 */
	public static void check(final String destination) {
		Path there = null;
		try {
			there = Paths.get(destination).toAbsolutePath();
		}
		catch (final InvalidPathException e) {
			throw new InvalidInputException("'" + destination + "' cannot be the name of an output folder: choose another.", e);
		}
		while (there != null && !Files.exists(there))
			there = there.getParent();
		if (there == null || !Files.isDirectory(there)) throw new InvalidInputException("The output folder " + destination +
			" cannot be made, since " + there + " is no folder: choose another.");
		if (!Files.isWritable(there)) throw new InvalidInputException("The output folder " + destination +
			" cannot be written to, since " + there + " is not yours to write to: choose another.");
	}

	/** As {@link #open(Path, String)} for a writer without a name, which removes nothing. */
	public static ResultFolder open(final Path destination) {
		return open(destination, "");
	}

	/** As {@link #open(Path, String)}, for a path given as text. */
	public static ResultFolder open(final String destination, final String writer) {
		try {
			return open(Paths.get(destination), writer);
		}
		catch (final InvalidPathException e) {
			throw new InvalidInputException("'" + destination + "' cannot be the name of an output folder: choose another.", e);
		}
	}

	/**
	 * Where to write a file until {@link #commit()}; folders in between are made.
	 *
	 * @param name path relative to the folder, with "/" between parts
	 */
	public Path path(final String name) {
		final Path file = staging.resolve(name).normalize();
		if (!file.startsWith(staging.normalize())) throw new IllegalArgumentException(name + " is outside the result folder");
		try {
			Files.createDirectories(file.getParent());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return file;
	}

	/** Writes text as UTF-8. */
	public void writeText(final String name, final String text) {
		try {
			Files.write(path(name), text.getBytes(StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Says that the results rest on frame times made from a rate alone: every table written from here on repeats it in a last
	 * column.
	 */
	public void markNominalTimes(final boolean isNominal) {
		nominalTimes = isNominal;
	}

	/** Writes a table as CSV. */
	public void write(final String name, final TidyTable table) {
		(nominalTimes ? table.with("frame_times", "nominal") : table).write(path(name));
	}

	/** The folder the results will be in. */
	public Path destination() {
		return destination;
	}

	/** Bytes that can still be written to the folder's disk. */
	public long usableBytes() {
		try {
			final FileStore store = Files.getFileStore(destination);
			return store.getUsableSpace();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Moves everything into place.
	 *
	 * @return the files, where they are now
	 */
	public List<Path> commit() {
		final List<Path> written = new ArrayList<>();
		try {
			Files.walkFileTree(staging, new SimpleFileVisitor<Path>() {

				@Override
				public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
					final Path target = destination.resolve(staging.relativize(file).toString());
					Files.createDirectories(target.getParent());
					Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
					written.add(target);
					return FileVisitResult.CONTINUE;
				}
			});
			delete(staging);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		committed = true;
		written.sort(null);
		if (!writer.isEmpty()) ResultManifest.of(destination).replace(destination, writer, written);
		return written;
	}

	/** Removes what was not committed, and the folder itself if it was made for it. */
	@Override
	public void close() {
		if (committed) return;
		try {
			delete(staging);
			if (madeDestination) {
				try (java.util.stream.Stream<Path> left = Files.list(destination)) {
					if (left.findAny().isEmpty()) Files.delete(destination);
				}
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void delete(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		Files.walkFileTree(folder, new SimpleFileVisitor<Path>() {

			@Override
			public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(final Path dir, final IOException failure) throws IOException {
				if (failure != null) throw failure;
				Files.delete(dir);
				return FileVisitResult.CONTINUE;
			}
		});
	}

	private static String reason(final IOException e) {
		return e.getClass().getSimpleName().replace("Exception", "") + (e.getMessage() == null ? "" : ": " + e.getMessage());
	}
}
