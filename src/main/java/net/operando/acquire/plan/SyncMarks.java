package net.operando.acquire.plan;

/**
 * Marks that other recorders see too: the lamp goes dark for some exposures (kept in the movie "dark"), a TTL line is pulsed.
 * Immutable, JSON by field.
 */
public final class SyncMarks extends PlanPart {

	private boolean ledBlink;
	private int darkExposures = 2;
	private boolean ttl;
	private double ttlWidthMs = 5;
	private double everySeconds = Double.NaN;

	private SyncMarks() {}

	/** No marks. */
	public static SyncMarks none() {
		return new SyncMarks();
	}

	/** @param exposures that are dark in each mark */
	public SyncMarks withLedBlink(final int exposures) {
		final SyncMarks s = copy();
		s.ledBlink = true;
		s.darkExposures = exposures;
		return s;
	}

	/** @param widthMs how long the line is up */
	public SyncMarks withTtl(final double widthMs) {
		final SyncMarks s = copy();
		s.ttl = true;
		s.ttlWidthMs = widthMs;
		return s;
	}

	/** @param seconds from mark to mark; NaN marks the start only */
	public SyncMarks withEverySeconds(final double seconds) {
		final SyncMarks s = copy();
		s.everySeconds = seconds;
		return s;
	}

	public boolean isLedBlink() {
		return ledBlink;
	}

	public int darkExposures() {
		return darkExposures;
	}

	public boolean isTtl() {
		return ttl;
	}

	public double ttlWidthMs() {
		return ttlWidthMs;
	}

	/** NaN for a mark at the start only. */
	public double everySeconds() {
		return everySeconds;
	}

	/** Whether there are any. */
	public boolean isAny() {
		return ledBlink || ttl;
	}

	String problem() {
		if (ledBlink && (darkExposures < 1 || darkExposures > 1000)) return "marks of " + darkExposures +
			" dark exposures: give darkExposures of 1 or more";
		if (ttl && !(ttlWidthMs > 0 && ttlWidthMs <= 1000)) return "pulses of " + ttlWidthMs +
			" ms: give ttlWidthMs above 0, at most 1000";
		return everySeconds <= 0 ? "marks every " + everySeconds + " s" : null;
	}
}
