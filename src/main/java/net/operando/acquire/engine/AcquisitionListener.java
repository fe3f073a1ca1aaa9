package net.operando.acquire.engine;

/**
 * Whoever watches a recording. Calls come from the recording's own threads ({@link #status} from the grabbing one, {@link #frame}
 * from the writing one) and hold it up, so they must be quick; an exception ends the recording.
 */
public interface AcquisitionListener {

	/** Watches nothing. */
	AcquisitionListener NONE = new AcquisitionListener() {};

	/** Some times per second, and at every change of state. */
	default void status(final AcquisitionStatus status) {
		// not everybody looks at everything
	}

	/** Every stored frame of the movies, but not the full frames kept around events. */
	default void frame(final LiveFrame frame) {
		// not everybody looks at everything
	}
}
