package net.operando.data.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.DamagedMovie;
import net.operando.data.io.movies.DamagedMovieStudy;
import net.operando.data.io.tdms.TdmsBytes;

/**
 * Damaged HDF5 files of an independent writer, h5py (see {@link Hdf5ConformanceTest}): no hang, no untyped error, no large
 * allocation, and a changed sample alters only itself. Which of their structure bytes state meaning is not known here, so
 * that another movie after a change is not told apart from what {@link DamagedMovieStudy} calls restated.
 */
@Tag("conformance")
class DamagedHdf5ConformanceTest {

	private static final int DAMAGES = 2000;

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "contiguous", "chunked", "deflate", "deflate_shuffle", "deflate_shuffle_fletcher", "lzf",
		"automatic_chunks", "recording", "latest_contiguous", "latest_single", "latest_fixed", "latest_fixed_plain",
		"latest_implicit", "latest_extensible", "latest_extensible_deflate", "latest_btree" })
	void isRefusedOrRead(final String name) throws IOException {
		final byte[] whole = Files.readAllBytes(Hdf5ConformanceTest.fixture(name + ".h5"));
		final TdmsBytes.Role[] roles = new TdmsBytes.Role[whole.length];
		Arrays.fill(roles, TdmsBytes.Role.MEANING);
		final List<String> lines = Files.readAllLines(Hdf5ConformanceTest.fixture(name + ".h5.samples.csv"));
		for (final String line : lines.subList(1, lines.size())) {
			final String[] cells = line.split(",");
			final int start = Integer.parseInt(cells[0]);
			if (cells[2].equals("0")) Arrays.fill(roles, start, start + Integer.parseInt(cells[1]), TdmsBytes.Role.SAMPLE);
		}
		final DamagedMovie movie = new DamagedMovie(name, "movie.h5", whole, Arrays.asList(roles), MovieOpenOptions
			.defaults());
		final DamagedMovie.Tally tally = movie.damage(folder, DAMAGES, 3);
		assertTrue(tally.of(DamagedMovie.Outcome.REFUSED) > 0, tally.counts.toString());
		System.out.println(name + " " + tally.counts + ", at most " + (tally.mostAllocated >> 10) + " KB allocated");
		movie.changeSamples(folder, 200, 4);
	}
}
