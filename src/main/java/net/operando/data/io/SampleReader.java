package net.operando.data.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Uncompressed samples from places of the files of a movie. Thread-safe; buffers are reused, one per reading thread. */
public final class SampleReader {

	/** Large enough that the system call does not count, small enough to stay in the cache of a core. */
	private static final int BUFFER_BYTES = 1 << 18;

	private final FileSet files;
	private final ConcurrentLinkedQueue<Buffers> idle = new ConcurrentLinkedQueue<>();

	public SampleReader(final FileSet files) {
		this.files = files;
	}

	/** Reads samples as floating point counts. */
	public void floats(final int file, final long position, final SampleType kind, final ByteOrder order, final float[] to,
		final int at, final int count)
	{
		final Buffers buffers = take();
		try {
			final int step = BUFFER_BYTES / kind.bytes();
			for (int done = 0; done < count; done += step) {
				final int n = Math.min(step, count - done);
				final ByteBuffer bytes = buffers.read(files, file, position + (long) done * kind.bytes(), n * kind.bytes());
				if (kind == SampleType.UINT16) {
					bytes.order(order).asShortBuffer().get(buffers.shorts, 0, n);
					for (int i = 0, k = at + done; i < n; i++, k++)
						to[k] = buffers.shorts[i] & 0xffff;
				}
				else kind.toFloats(bytes.order(order), to, at + done, n);
			}
		}
		finally {
			idle.add(buffers);
		}
	}

	/** Reads 16 bit samples as they are. */
	public void shorts(final int file, final long position, final ByteOrder order, final short[] to, final int at,
		final int count)
	{
		final Buffers buffers = take();
		try {
			final int step = BUFFER_BYTES / 2;
			for (int done = 0; done < count; done += step) {
				final int n = Math.min(step, count - done);
				buffers.read(files, file, position + 2L * done, 2 * n).order(order).asShortBuffer().get(to, at + done, n);
			}
		}
		finally {
			idle.add(buffers);
		}
	}

	private Buffers take() {
		final Buffers buffers = idle.poll();
		return buffers == null ? new Buffers() : buffers;
	}

	private static final class Buffers {

		private final ByteBuffer bytes = ByteBuffer.allocateDirect(BUFFER_BYTES);
		private final short[] shorts = new short[BUFFER_BYTES / 2];

		private ByteBuffer read(final FileSet files, final int file, final long position, final int length) {
			bytes.clear().limit(length);
			files.read(file, position, bytes);
			bytes.flip();
			return bytes;
		}
	}
}
