package net.operando.acquire.engine;

/**
 * The even grid of exposures of one uninterrupted stretch, and which of its slots a frame fills. Asked-for exposures have
 * absolute deadlines. For frames that a camera or a trigger times, the grid begins with the first of them and follows its
 * clock slowly, so that a rate that is a little off is no loss; a frame that comes too late by more than half an interval
 * leaves a gap, which is withdrawn if the next one shows that it was only late. Not thread-safe.
 */
final class SlotGrid {

	/** Share of a deviation by which the grid follows the camera's clock, once per frame. */
	private static final double FOLLOW = 0.05;

	private final double intervalNanos;
	private double origin = Double.NaN;
	private long last = -1;
	private long gap;
	private long withdrawn;
	private long lastGap;
	private double wanted;

	/** @param intervalNanos from exposure to exposure */
	SlotGrid(final double intervalNanos) {
		this.intervalNanos = intervalNanos;
	}

	/** A grid whose slot 0 is wanted at a time. */
	static SlotGrid startingAt(final double nanos, final double intervalNanos) {
		final SlotGrid grid = new SlotGrid(intervalNanos);
		grid.origin = nanos;
		return grid;
	}

	/** When the next exposure is wanted. */
	long deadline() {
		return time(last + 1);
	}

	/** When a slot is wanted. */
	long time(final long slot) {
		return Math.round(origin + slot * intervalNanos);
	}

	/** Slots that were used or lost so far. */
	long count() {
		return last + 1;
	}

	/**
	 * Gives up slots whose time has passed by more than half an interval; they are not made up for.
	 *
	 * @return how many
	 */
	long skipMissed(final long now) {
		final long next = (long) Math.ceil((now - origin) / intervalNanos - 0.5);
		final long missed = Math.max(0, next - (last + 1));
		last += missed;
		return missed;
	}

	/** The next slot, used. */
	long take() {
		return ++last;
	}

	/** The slot of a frame that came at a time; tell {@link #gap()} and {@link #isWithdrawn()} before the next. */
	long take(final long nanos) {
		if (Double.isNaN(origin)) origin = nanos;
		long slot = Math.round((nanos - origin) / intervalNanos);
		gap = 0;
		withdrawn = -1;
		if (slot > last + 1) gap = slot - last - 1;
		else if (slot <= last) {
			slot = last + 1;
			if (lastGap > 0) {
				withdrawn = last - 1;
				origin -= intervalNanos;
			}
			else origin = nanos - slot * intervalNanos;
		}
		lastGap = gap;
		last = slot;
		wanted = origin + slot * intervalNanos;
		final double late = nanos - (origin + slot * intervalNanos);
		if (Math.abs(late) < 0.25 * intervalNanos) origin += FOLLOW * late;
		return slot;
	}

	/** When the last frame was wanted, as the grid stood before it. */
	long wanted() {
		return Math.round(wanted);
	}

	/** Slots that were lost before the last one taken. */
	long gap() {
		return gap;
	}

	/** Whether the last frame showed that the gap before was none. */
	boolean isWithdrawn() {
		return withdrawn >= 0;
	}

	/** The slot that was not lost. */
	long withdrawnSlot() {
		return withdrawn;
	}
}
