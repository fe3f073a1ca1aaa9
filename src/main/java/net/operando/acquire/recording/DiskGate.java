package net.operando.acquire.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk as a recording sees it: asked before every write, so that a full one can be played in tests. Any thread. */
public interface DiskGate {

	/** The disk as it is. */
	DiskGate OPEN = new DiskGate() {

		@Override
		public long usableBytes(final Path folder) throws IOException {
			return Files.getFileStore(folder).getUsableSpace();
		}
	};

	/** Bytes that can still be written. */
	long usableBytes(Path folder) throws IOException;

	/**
	 * Called before bytes are written.
	 *
	 * @throws IOException if they cannot be
	 */
	default void beforeWrite(final long bytes) throws IOException {
		// the disk itself says when it is full
	}
}
