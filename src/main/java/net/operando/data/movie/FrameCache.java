package net.operando.data.movie;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The results of the frames asked for last, so that consumers who walk along a movie together (a frame and its partner
 * one lag later) have each made once. Bounded; safe for several threads; a frame that two threads ask for at once is
 * made by one of them while the other waits. What is handed out is shared and must not be written to.
 *
 * @param <T> what is kept per frame
 */
public final class FrameCache<T> {

	/** The share of the heap that one cache may fill: two or three of them stand in a row in a 1 GB heap. */
	private static final int SHARE_OF_HEAP = 8;

	private final int capacity;
	private final Map<Integer, Slot<T>> slots = new LinkedHashMap<>(16, 0.75f, true);

	/**
	 * @param frames how many frames to keep, if memory allows
	 * @param bytesPerFrame size of one, which bounds their number to an eighth of the heap; one is always kept
	 */
	public FrameCache(final int frames, final long bytesPerFrame) {
		final long fitting = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / Math.max(1, bytesPerFrame);
		capacity = (int) Math.max(1, Math.min(frames, fitting));
	}

	/** Number of frames kept. */
	public int capacity() {
		return capacity;
	}

	/** What is kept for a frame, made first if need be. */
	public T get(final int frame, final IntFunction<T> maker) {
		final Slot<T> slot;
		synchronized (slots) {
			slot = slots.computeIfAbsent(frame, f -> new Slot<>());
			if (slots.size() > capacity) slots.remove(slots.keySet().iterator().next());
		}
		synchronized (slot) {
			if (slot.value == null) slot.value = maker.apply(frame);
			return slot.value;
		}
	}

	/** What is kept for a frame, or null if it is not there. */
	public T peek(final int frame) {
		final Slot<T> slot;
		synchronized (slots) {
			slot = slots.get(frame);
		}
		if (slot == null) return null;
		synchronized (slot) {
			return slot.value;
		}
	}

	private static final class Slot<T> {

		private T value;
	}
}
