package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stored sample is what the generator makes, byte for byte, and is small. */
class SampleExperimentTest {

	private static final Path STORED = Paths.get(System.getProperty("project.basedir", "."), "test-images", "two-fronts");

	@TempDir
	static Path folder;

	private static SyntheticExperiment made;

	@BeforeAll
	static void make() throws IOException {
		made = SampleExperiment.write(Boolean.getBoolean("operando.rewriteSamples") ? STORED : folder, Progress.NONE);
	}

	@Test
	void everyStoredByteIsReproduced() throws IOException {
		final Path root = made.truth().getParent();
		final Set<String> names = new TreeSet<>();
		for (final Path file : made.files()) {
			final String name = root.relativize(file).toString();
			names.add(name.replace('\\', '/'));
			assertArrayEquals(Files.readAllBytes(STORED.resolve(name)), Files.readAllBytes(file), name);
		}
		try (Stream<Path> stored = Files.walk(STORED)) {
			assertEquals(names, stored.filter(Files::isRegularFile).map(p -> STORED.relativize(p).toString().replace('\\', '/'))
				.collect(Collectors.toCollection(TreeSet::new)));
		}
	}

	@Test
	void itStaysUnderFiveMegabytes() throws IOException {
		long bytes = 0;
		for (final Path file : made.files())
			bytes += Files.size(file);
		assertTrue(bytes < 5_000_000, bytes + " bytes");
	}

	@Test
	void theMovieReadsBackWithTheTimesOfTheTruth() throws IOException {
		final SyntheticMovie drawn = SyntheticMovie.of("sample", SampleExperiment.scene());
		try (Movie movie = MovieFiles.open(made.movie(), MovieOpenOptions.defaults(), Progress.NONE)) {
			assertEquals(drawn.frameCount(), movie.frameCount());
			assertArrayEquals(drawn.times().toArray(), movie.times().toArray());
			assertEquals(drawn.times().origin(), movie.times().origin());
			assertEquals(drawn.calibration(), movie.calibration());
			final int last = drawn.frameCount() - 1;
			assertArrayEquals(drawn.frame(last, null), movie.frame(last, null));
		}
		final List<String> rows = Files.readAllLines(made.truth().resolveSibling("truth").resolve("frames.csv"));
		assertEquals(drawn.frameCount() + 1, rows.size());
		for (int f = 0; f < drawn.frameCount(); f++)
			assertEquals(drawn.times().seconds(f), Double.parseDouble(rows.get(f + 1).split(",")[1]));
	}

	@Test
	void theCurrentStartsWellInsideTheMovie() throws IOException {
		final JsonObject truth = JsonParser.parseString(new String(Files.readAllBytes(made.truth()), StandardCharsets.UTF_8))
			.getAsJsonObject();
		final double on = truth.get("current_on_s").getAsDouble();
		final Scene scene = SampleExperiment.scene();
		final SyntheticMovie movie = SyntheticMovie.of("sample", scene);
		assertTrue(on - movie.times().seconds(0) > 5, "onset at " + on);
		assertTrue(movie.times().seconds(movie.frameCount() - 1) - on > 40, "the end of the tail is missing");
		// a raw frame is lost with probability 1.5 %: of 58 pairs about two
		assertTrue(movie.times().medianIntervalSeconds() < 1.1 && !movie.times().isUniformWithin(0.5));
	}
}
