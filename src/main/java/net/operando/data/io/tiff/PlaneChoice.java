package net.operando.data.io.tiff;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import net.operando.base.InvalidInputException;
import net.operando.data.io.FileSet;

/**
 * Which channel, slice and position of a hyperstack are the movie, from the key {@code dataset}: "c=1,z=1,p=1", each
 * counted from 1. Immutable.
 */
final class PlaneChoice {

	private final Map<String, String> given;

	private PlaneChoice(final Map<String, String> given) {
		this.given = given;
	}

	/** @throws InvalidInputException if the text is not of the form "c=1,z=1" */
	static PlaneChoice parse(final String dataset) {
		final Map<String, String> given = new LinkedHashMap<>();
		if (!dataset.isEmpty() && !"auto".equalsIgnoreCase(dataset)) for (final String part : dataset.split("[,;]")) {
			final String[] pair = part.split("=", 2);
			if (pair.length != 2 || pair[0].trim().isEmpty()) throw new InvalidInputException("'" + dataset +
				"' does not pick a plane: give dataset as c=1,z=1 (channel and slice, counted from 1).");
			given.put(pair[0].trim(), pair[1].trim());
		}
		return new PlaneChoice(given);
	}

	/** What was given, by its name. */
	Map<String, String> given() {
		return given;
	}

	/**
	 * The picked index along an axis, counted from 0.
	 *
	 * @param key c, z or p
	 * @param size planes along the axis
	 * @param parts told when a default was taken where there was a choice
	 */
	int index(final String key, final String name, final int size, final MovieParts parts) {
		final String value = given.entrySet().stream().filter(e -> e.getKey().toLowerCase(Locale.ROOT).equals(key)).map(
			Map.Entry::getValue).findFirst().orElse(null);
		if (value == null) {
			if (size > 1) parts.warn("Of " + size + " " + name + "s the first is shown: pick another with dataset, for example " +
				key + "=2.");
			return 0;
		}
		final int index = whole(value);
		if (index < 1 || index > size) throw new InvalidInputException("dataset asks for " + name + " " + value + " but " +
			FileSet.nameOf(parts.path()) + " has " + size + ": give " + key + " from 1 to " + size + ".");
		return index - 1;
	}

	/** Refuses keys other than the given ones. */
	void allow(final String... keys) {
		for (final String key : given.keySet())
			if (!java.util.Arrays.asList(keys).contains(key.toLowerCase(Locale.ROOT))) throw new InvalidInputException("'" +
				key + "' in dataset is not known here: it may hold " + String.join(", ", keys) + ".");
	}

	static int whole(final String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (final NumberFormatException e) {
			return -1;
		}
	}
}
