package net.operando.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The samples of one dataset as one long row, read from the file when asked for. Safe to use from several threads. */
public interface SampleSource {

	/**
	 * Fills a buffer with samples.
	 *
	 * @param firstSample index of the first one
	 * @param to filled from its position to its limit; must hold whole samples; its order is set to that of the samples
	 */
	void read(long firstSample, ByteBuffer to) throws IOException;

	/** Lets go of the file. */
	void close() throws IOException;
}
