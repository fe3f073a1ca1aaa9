package net.operando.data.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.operando.base.CancelledException;

/**
 * The files of one movie, read at given positions from any thread. The first few are kept open; a folder of thousands
 * of single images opens the others only while it reads them.
 */
public final class FileSet implements AutoCloseable {

	/** Well below the 256 to 1024 open files that systems allow a process. */
	private static final int KEPT_OPEN = 64;

	private final List<Path> paths = new ArrayList<>();
	private final Map<Integer, FileChannel> kept = new HashMap<>();
	private boolean closed;

	/** A file's name without .ome.tif, .tif and the like. */
	public static String nameOf(final Path path) {
		final String name = String.valueOf(path.getFileName());
		final String bare = name.replaceFirst("(?i)(\\.ome)?\\.(tiff?|btf|tf8|avi|index)$", "");
		return bare.isEmpty() ? name : bare;
	}

	/** Adds a file and returns its index. */
	public synchronized int add(final Path path) {
		paths.add(path);
		return paths.size() - 1;
	}

	public synchronized Path path(final int file) {
		return paths.get(file);
	}

	/** Length of a file in bytes. */
	long size(final int file) throws IOException {
		final FileChannel channel = channel(file);
		try {
			return channel.size();
		}
		finally {
			release(channel);
		}
	}

	/**
	 * Fills the buffer's remaining space from a position of a file.
	 *
	 * @throws FormatException if the file ends before, or the file system fails
	 * @throws CancelledException if the thread was interrupted
	 */
	public void read(final int file, final long position, final ByteBuffer to) {
		final int start = to.position();
		while (true) {
			try {
				to.position(start);
				readOnce(file, position, to);
				return;
			}
			catch (final ClosedByInterruptException e) {
				throw new CancelledException();
			}
			catch (final ClosedChannelException e) {
				// another reader's thread was interrupted, which closes the channel for all: it is opened again
				if (isClosed()) throw new FormatException(path(file), "was closed while it was being read: open it again.", e);
			}
			catch (final EOFException e) {
				throw new FormatException(path(file), "ends before what it announces: it was cut short or changed; copy it again.",
					e);
			}
			catch (final IOException e) {
				throw new FormatException(path(file), "cannot be read (" + e.getMessage() + "): check the disk it lies on.", e);
			}
		}
	}

	private void readOnce(final int file, final long position, final ByteBuffer to) throws IOException {
		final FileChannel channel = channel(file);
		try {
			long at = position;
			while (to.hasRemaining()) {
				final int n = channel.read(to, at);
				if (n < 0) throw new EOFException();
				at += n;
			}
		}
		finally {
			release(channel);
		}
	}

	private synchronized boolean isClosed() {
		return closed;
	}

	private synchronized FileChannel channel(final int file) throws IOException {
		if (closed) throw new ClosedChannelException();
		FileChannel channel = kept.get(file);
		if (channel == null || !channel.isOpen()) {
			channel = FileChannel.open(paths.get(file), StandardOpenOption.READ);
			if (kept.containsKey(file) || kept.size() < KEPT_OPEN) kept.put(file, channel);
		}
		return channel;
	}

	private synchronized void release(final FileChannel channel) throws IOException {
		if (!kept.containsValue(channel)) channel.close();
	}

	@Override
	public synchronized void close() {
		closed = true;
		for (final FileChannel channel : kept.values())
			closeQuietly(channel);
		kept.clear();
	}

	private static void closeQuietly(final FileChannel channel) {
		try {
			channel.close();
		}
		catch (final IOException e) {
			// nothing was written through it, so nothing can be lost
		}
	}
}
