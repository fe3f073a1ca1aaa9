package net.operando.experiment;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two names that a parameter can be given by: the key of a command (as macros record it) and the key of the JSON of
 * Analyse Experiment. A sentence names a parameter as its reader gave it. Stateless.
 */
public final class ParameterKeys {

	/** Command key and JSON key of each. */
	private static final String[][] PAIRS = {
		{ "pixelsizeum", "pixelSizeMicrometres" },
		{ "framerange", "frameRange" },
		{ "frameintervalseconds", "frameIntervalSeconds" },
		{ "starttime", "startTime" },
		{ "offsetseconds", "offsetSeconds" },
		{ "timezone", "timeZone" },
		{ "dateorder", "dateOrder" },
		{ "currentsign", "currentSign" },
		{ "massmg", "massMilligrams" },
		{ "capacitymahg", "capacityMilliampereHoursPerGram" },
		{ "cratebasemahg", "cRateBaseMilliampereHoursPerGram" },
		{ "startx", "startX" },
		{ "spatialbin", "spatialBin" },
		{ "temporalbin", "temporalBin" },
		{ "gapfactor", "gapFactor" },
		{ "widthpx", "widthPixels" },
		{ "lagseconds", "lagSeconds" },
		{ "smoothingum", "smoothingMicrometres" },
		{ "maxfronts", "maxFronts" },
		// no keys of the JSON, but fields that sentences of the analysis name
		{ "fromseconds", "fromSeconds" }, { "toseconds", "toSeconds" } };
	private static final Map<String, String> JSON_BY_COMMAND = map(0, 1);
	private static final Map<String, String> COMMAND_BY_JSON = map(1, 0);
	private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

	private ParameterKeys() {}

	private static Map<String, String> map(final int from, final int to) {
		final Map<String, String> map = new HashMap<>();
		for (final String[] pair : PAIRS)
			map.put(pair[from], pair[to]);
		return Map.copyOf(map);
	}

	/** A sentence for who wrote the JSON of an analysis. */
	public static String inJson(final String sentence) {
		return sentence == null ? null : replaced(sentence, JSON_BY_COMMAND).replace("no choice of method:",
			"no choice of alignmentMethod:");
	}

	/** A sentence for who gave keys to a command. */
	public static String inCommand(final String sentence) {
		return sentence == null ? null : replaced(sentence, COMMAND_BY_JSON);
	}

	private static String replaced(final String sentence, final Map<String, String> names) {
		final Matcher word = WORD.matcher(sentence);
		final StringBuffer s = new StringBuffer();
		while (word.find())
			word.appendReplacement(s, Matcher.quoteReplacement(names.getOrDefault(word.group(), word.group())));
		return word.appendTail(s).toString();
	}
}
