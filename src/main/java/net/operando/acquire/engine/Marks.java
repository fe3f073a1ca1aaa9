package net.operando.acquire.engine;

import java.io.IOException;

import net.operando.acquire.plan.SyncMarks;
import net.operando.acquire.port.MarkOutput;

/** Sync marks: when they are due, and which exposures the dark lamp spoils. Used from the grabbing thread. */
final class Marks {

	private final SyncMarks plan;
	private final LightControl light;
	private final MarkOutput output;
	private final Gaps log;
	private final long exposureNanos;
	private long nextNanos;
	private long darkFrom = Long.MAX_VALUE;
	private long darkUntil = Long.MIN_VALUE;
	private int left;

	/** @param output null if there is none */
	Marks(final SyncMarks plan, final LightControl light, final MarkOutput output, final Gaps log, final long start,
		final long exposureNanos)
	{
		this.plan = plan;
		this.light = light;
		this.output = output;
		this.log = log;
		this.exposureNanos = exposureNanos;
		nextNanos = plan.isAny() ? start : Long.MAX_VALUE;
	}

	/** Makes a mark if one is due. */
	void look(final long now) throws IOException {
		if (now < nextNanos || left > 0) return;
		nextNanos = Double.isNaN(plan.everySeconds()) ? Long.MAX_VALUE : now + Math.round(1e9 * plan.everySeconds());
		if (plan.isTtl()) pulse("scheduled");
		if (plan.isLedBlink()) {
			light.off();
			darkFrom = now;
			darkUntil = Long.MAX_VALUE;
			left = plan.darkExposures();
			log.note("mark", "led off at " + now);
		}
	}

	/** A pulse of the mark output; nothing if there is none. */
	void pulse(final String why) throws IOException {
		if (output != null) log.note("mark", "ttl up at " + output.pulse(plan.ttlWidthMs()) + " " + why);
	}

	/** Whether an exposure fell into the dark, in part or as a whole; the lamp comes back after enough of them. */
	boolean isDark(final long middle, final long now) throws InterruptedException, IOException {
		final boolean dark = middle > darkFrom - exposureNanos && (darkUntil == Long.MAX_VALUE || middle < darkUntil +
			exposureNanos);
		if (dark && left > 0 && --left == 0) {
			light.on();
			darkUntil = now;
			log.note("mark", "led on at " + now);
		}
		return dark;
	}

	/** A pause ends a mark: the lamp is off for it anyway. */
	void interrupt(final long now) {
		if (left == 0) return;
		left = 0;
		darkUntil = now;
	}
}
