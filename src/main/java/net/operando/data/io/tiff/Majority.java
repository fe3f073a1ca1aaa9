package net.operando.data.io.tiff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What most images of a file agree on: the witness against the one that was damaged. */
final class Majority {

	private Majority() {}

	/** The key that more than half of the keys are; null if there is none. Keys that are null do not count. */
	static String of(final List<String> keys) {
		final Map<String, Integer> counts = new HashMap<>();
		int all = 0;
		String most = null;
		for (final String key : keys) {
			if (key == null) continue;
			all++;
			if (counts.merge(key, 1, Integer::sum) > counts.getOrDefault(most, 0)) most = key;
		}
		return most != null && 2 * counts.get(most) > all ? most : null;
	}
}
