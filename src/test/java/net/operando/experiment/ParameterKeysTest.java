package net.operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class ParameterKeysTest {

	@Test
	void namesAParameterAsItsReaderGaveIt() {
		final String command = "The active mass is not known: set massmg, startx and pixelsizeum.";
		final String json = "The active mass is not known: set massMilligrams, startX and pixelSizeMicrometres.";
		assertEquals(json, ParameterKeys.inJson(command));
		assertEquals(command, ParameterKeys.inCommand(json));
		assertEquals("'x' is no choice of alignmentMethod: use one of", ParameterKeys.inJson(
			"'x' is no choice of method: use one of"));
		assertNull(ParameterKeys.inJson(null));
	}

	@Test
	void leavesOtherWordsAlone() {
		for (final String sentence : new String[] { "The 5 frames of lagseconds_2.tif", "$1 of startxy \\ 7", "" })
			assertEquals(sentence.replace("lagseconds", "lagSeconds"), ParameterKeys.inJson(sentence));
	}

	/** A renamed parameter would otherwise be named wrongly without anybody noticing. */
	@Test
	void everyJsonKeyItNamesIsOne() {
		final Set<String> fields = Arrays.stream(ExperimentParameters.class.getDeclaredFields()).map(Field::getName).collect(
			Collectors.toSet());
		for (final String key : new String[] { "pixelsizeum", "framerange", "frameintervalseconds", "starttime",
			"offsetseconds", "timezone", "dateorder", "currentsign", "massmg", "capacitymahg", "cratebasemahg", "startx",
			"spatialbin", "temporalbin", "gapfactor", "widthpx", "lagseconds", "smoothingum", "maxfronts" })
			assertEquals(true, fields.contains(ParameterKeys.inJson(key)), key + " -> " + ParameterKeys.inJson(key));
	}
}
