package net.operando.data.io.movies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import net.operando.data.io.movies.DamagedMovie.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files end in a typed refusal or a correct partial movie; {@link DamagedMovieStudy} does the full count. */
class DamagedMovieTest {

	@TempDir
	Path folder;

	static Stream<DamagedMovie> movies() {
		return DamagedMovies.all().stream();
	}

	@ParameterizedTest
	@MethodSource("movies")
	void isRefusedOrReadInPart(final DamagedMovie movie) throws IOException {
		final DamagedMovie.Tally tally = movie.damage(folder, 200, 1);
		assertEquals(0, tally.of(Outcome.UNDETECTED), movie.name() + ": " + tally.undetected);
		assertTrue(tally.of(Outcome.REFUSED) > 0 && tally.of(Outcome.UNHARMED) > 0, tally.counts.toString());
	}

	@ParameterizedTest
	@MethodSource("movies")
	void aChangedSampleByteAltersThatSampleOnly(final DamagedMovie movie) throws IOException {
		movie.changeSamples(folder, 100, 2);
	}
}
