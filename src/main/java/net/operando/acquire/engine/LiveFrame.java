package net.operando.acquire.engine;

/**
 * A frame that was just stored, for a live view. The samples belong to the recording: read them during the call only, or copy
 * them.
 */
public final class LiveFrame {

	private final String stream;
	private final int width;
	private final int height;
	private final float[] samples;
	private final double seconds;

	LiveFrame(final String stream, final int width, final int height, final float[] samples, final double seconds) {
		this.stream = stream;
		this.width = width;
		this.height = height;
		this.samples = samples;
		this.seconds = seconds;
	}

	/** Name of the movie it belongs to. */
	public String stream() {
		return stream;
	}

	/** In px. */
	public int width() {
		return width;
	}

	/** In px. */
	public int height() {
		return height;
	}

	/** Mean counts, row-major. */
	public float[] samples() {
		return samples;
	}

	/** Since the recording's second 0. */
	public double seconds() {
		return seconds;
	}
}
