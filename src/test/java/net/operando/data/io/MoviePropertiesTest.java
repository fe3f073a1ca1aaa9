package net.operando.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Paths;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoviePropertiesTest {

	@Test
	void findsNumbersUnderEverySpelling() {
		final MovieProperties properties = new MovieProperties(Map.of("image SIZE", "1920", "Heigth", 1200L, "fps", "2,5",
			"pixel_size_um", 0.0694));
		assertEquals(1920, properties.number("Image size", "Width"));
		assertEquals(1200, properties.number("Image size 2", "Heigth"));
		assertTrue(Double.isNaN(properties.number("depth")));
		assertEquals(0.4, properties.frameIntervalSeconds(), 1e-15); // rounding of 1 / 2.5
		assertTrue(properties.calibration().isKnown());
		final MovieProperties useless = new MovieProperties(Map.of("fps", 0.0, "pixel_size_um", -1, "width", "wide"));
		assertTrue(Double.isNaN(useless.frameIntervalSeconds()));
		assertFalse(useless.calibration().isKnown());
		assertTrue(Double.isNaN(useless.number("width")));
	}

	@ParameterizedTest
	@CsvSource({ "start_time, 2021-05-04T09:30:00Z", "Start Time, 2021-05-04T11:30:00+02:00",
		"acquisition_start, 2021-05-04 09:30:00Z", "recording_start, 1620120600", "timestamp, 1620120600.0" })
	void findsTheStart(final String name, final String text) {
		assertEquals(Instant.parse("2021-05-04T09:30:00Z"), new MovieProperties(Map.of(name, text)).start().get());
	}

	@Test
	void prefersNamedStartsAndIgnoresUnsetClocks() {
		final Instant start = Instant.parse("2021-05-04T09:30:00Z");
		assertEquals(start, new MovieProperties(Map.of("My start", start)).start().get());
		assertEquals(start, new MovieProperties(Map.of("My start", start.plusSeconds(9), "wf_start_time", start)).start()
			.get());
		assertFalse(new MovieProperties(Map.of("wf_start_time", Instant.parse("1904-01-01T00:00:00Z"))).start().isPresent());
		assertFalse(new MovieProperties(Map.of("start_time", "yesterday", "finish", start)).start().isPresent());
	}

	@Test
	void nominalTimesTakeTheBestIntervalThereIs() {
		final MovieOpenOptions none = MovieOpenOptions.defaults();
		assertEquals(1, NominalTimes.axis(Paths.get("a"), 3, 0.5, none).seconds(2));
		assertEquals(6, NominalTimes.axis(Paths.get("a"), 3, 0.5, none.withFrameIntervalSeconds(3)).seconds(2));
		assertTrue(NominalTimes.axis(Paths.get("a"), 3, Double.NaN, none.withTimes(Paths.get("t.csv"))).isNominal());
		assertThrows(FormatException.class, () -> NominalTimes.axis(Paths.get("a"), 3, Double.NaN, none));
	}
}
