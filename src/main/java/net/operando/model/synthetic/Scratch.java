package net.operando.model.synthetic;

import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Images that are needed for one frame only, kept for the next: arrays of megabytes made anew for every frame keep the collector
 * busy. Thread-safe.
 */
final class Scratch {

	/** Sizes differ a little from frame to frame, as what moves does. */
	private static final double ROOM = 1.1;
	private static final int MOST = 16;

	private final ConcurrentLinkedQueue<double[]> free = new ConcurrentLinkedQueue<>();

	/** An array of at least this length, with anything in it. */
	double[] take(final int length) {
		for (final double[] array : free)
			if (array.length >= length && array.length <= 2 * ROOM * length && free.remove(array)) return array;
		return new double[(int) (ROOM * length)];
	}

	/** Gives an array back, which nobody may use any more. */
	void give(final double[] array) {
		free.add(array);
		// the oldest go: fields do not change, but how much of them is out of focus may
		while (free.size() > MOST)
			free.poll();
	}
}
