package net.operando.acquire.engine;

import java.io.IOException;
import java.time.Instant;

import net.operando.acquire.port.Clock;
import net.operando.acquire.recording.Recording;

/** Notes what happens, on the recording's clock, and counts what is missing. Used from the grabbing thread. */
final class Gaps {

	/** Why exposures are not there. */
	enum Cause {
		/** Frames of the camera that never came. */
		DROPPED,
		/** Asked-for exposures whose time passed before they could be made. */
		MISSED,
		/** While a full buffer or queue was emptied and the camera started anew. */
		OVERFLOW,
		/** While nothing came from the camera. */
		STALLED,
		/** While the stage moved. */
		MOVING,
		/** While a user had paused. */
		PAUSED,
		/** While focus was being found. */
		FOCUS
	}

	private final Recording recording;
	private final Clock clock;
	private long missing;

	Gaps(final Recording recording, final Clock clock) {
		this.recording = recording;
		this.clock = clock;
	}

	/** Exposures missing so far, pauses not counted. */
	long missing() {
		return missing;
	}

	void add(final Cause cause, final long firstSlot, final long slots) throws IOException {
		if (slots <= 0) return;
		if (cause != Cause.PAUSED && cause != Cause.FOCUS) missing += slots;
		note("gap", cause.name().toLowerCase(java.util.Locale.ROOT) + " " + firstSlot + " " + slots);
	}

	/** A frame that was late had been taken for a lost one. */
	void withdraw(final long slot) throws IOException {
		missing--;
		note("withdrawn", slot + " was late");
	}

	void note(final String kind, final String text) throws IOException {
		final long now = clock.nanos();
		final Instant utc = clock.utc();
		recording.event(now, utc, kind, text);
	}
}
