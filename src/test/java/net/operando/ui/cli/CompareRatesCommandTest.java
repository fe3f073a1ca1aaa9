package net.operando.ui.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import net.operando.base.numeric.BoxSummary;
import net.operando.data.io.Json;
import net.operando.data.io.Provenance;
import net.operando.experiment.ExperimentParameters;

/** CompareRatesCommand, CompareReport and CompareFigures from the command line. */
class CompareRatesCommandTest {

	private static final double[] RATES = { 1.01, 4.97, 20.2 };
	private static final double[] SPEEDS = { 210, 580, 1300 };
	private static final int[] FRONTS = { 16, 41, 16 };

	@TempDir
	Path folder;
	private String printed;
	private final double[][] drawn = new double[3][];

	private int run(final String... words) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
		final int status = Main.run(words, stream, stream);
		printed = out.toString(StandardCharsets.UTF_8);
		return status;
	}

	/** One experiment per C-rate with as many fronts as the paper has, lengths in one of them. */
	@BeforeEach
	void writeExperiments() throws Exception {
		final Random random = new Random(31);
		for (int k = 0; k < 3; k++) {
			final Path experiment = Files.createDirectories(folder.resolve("experiments/rate" + k + "/P1"));
			final StringBuilder summary = new StringBuilder("rod_id,step,start_s,end_s,c_rate,start_x,lag_s,front_id,criterion,polarity,origin," +
				"velocity_nm_per_s,velocity_se_nm_per_s,velocity_low_nm_per_s,velocity_high_nm_per_s,n,window,flag,meeting_after_start_s," +
				"meeting_position_um,homogeneous_after_start_s\n");
			drawn[k] = new double[FRONTS[k]];
			for (int i = 0; i < FRONTS[k]; i++) {
				drawn[k][i] = Math.round(SPEEDS[k] * (1 + 0.3 * random.nextGaussian()));
				summary.append(String.format(Locale.ROOT, "P%d,2,10,110,%s,.08,1,%d,half_max,dark,start,%s,9,1,2,20,w,ok,,,%n", 1 + i /
					2, RATES[k], 1 + i % 2, i % 2 == 0 ? drawn[k][i] : -drawn[k][i]));
			}
			Files.writeString(experiment.resolveSibling("summary.csv"), summary);
			final Path movie = Files.writeString(experiment.resolve("movie"), "movie " + k);
			Files.writeString(experiment.resolveSibling("provenance.json"), Provenance.of("Analyse Experiment",
				new ExperimentParameters(), List.of(movie), List.of()).toJson());
			Files.writeString(experiment.resolveSibling("parameters.json"), Json.write(new ExperimentParameters()));
		}
		Files.writeString(folder.resolve("simulated.csv"), "c_rate,velocity_nm_per_s\n1,500\n5,930\n20,1900\n");
	}

	private void writeLengths() throws Exception {
		final StringBuilder lengths = new StringBuilder("frame,time_s,length_um,strain,strain_se,flag\n");
		final StringBuilder timeline = new StringBuilder("frame,time_s,charge_mAh_per_g\n");
		for (int f = 1; f <= 120; f++) {
			lengths.append(String.format(Locale.ROOT, "%d,%d,20,%s,0.0001,ok%n", f, f, 0.0004 * Math.max(0, f - 10)));
			timeline.append(String.format(Locale.ROOT, "%d,%d,%d%n", f, f, Math.max(0, f - 10)));
		}
		Files.writeString(folder.resolve("experiments/rate1/P1/length.csv"), lengths);
		Files.writeString(folder.resolve("experiments/rate1/timeline.csv"), timeline);
	}

	private List<String> names(final Path results) throws Exception {
		try (Stream<Path> files = Files.list(results)) {
			return files.map(f -> f.getFileName().toString()).filter(n -> !n.startsWith(".")).sorted().collect(Collectors.toList());
		}
	}

	@Test
	void everyTableAndFigureIsWritten() throws Exception {
		writeLengths();
		final Path out = folder.resolve("out");
		assertEquals(Main.DONE, run("run", "Compare Rates", "folder=" + folder.resolve("experiments"), "simulated=" + folder
			.resolve("simulated.csv"), "output=" + out), () -> printed);
		assertEquals(List.of("elongation.csv", "elongation.png", "elongation.svg", "left_out.csv", "rate_points.csv", "rates.csv",
			"rates.json", "rates.png", "rates.svg"), names(out));
		final List<String> rows = Files.readAllLines(out.resolve("rates.csv"));
		assertTrue(rows.get(0).startsWith("c_rate,n,mean_nm_per_s,sem_nm_per_s,q1,median,q3,whisker_low,whisker_high,"), rows
			.get(0));
		for (int k = 0; k < 3; k++) {
			final String[] cells = rows.get(k + 1).split(",");
			final BoxSummary box = BoxSummary.of(drawn[k]);
			assertEquals(new double[] { 1, 5, 20 }[k], Double.parseDouble(cells[0]));
			assertEquals(FRONTS[k], Integer.parseInt(cells[1]));
			assertEquals(box.mean(), Double.parseDouble(cells[2]));
			assertEquals(box.standardError(), Double.parseDouble(cells[3]));
			assertEquals(box.whiskerHigh(), Double.parseDouble(cells[8]));
		}
		final String svg = Files.readString(out.resolve("rates.svg"));
		assertTrue(svg.contains("simulated 930"), "the description names the simulated ones");
		assertTrue(Files.readString(out.resolve("elongation.svg")).contains("XRD, c axis (placeholder)"));
		final JsonObject json = JsonParser.parseString(Files.readString(out.resolve("rates.json"))).getAsJsonObject();
		assertEquals("half_max", json.getAsJsonObject("parameters").get("criterion").getAsString());
		assertEquals(5, json.getAsJsonArray("inputs").size(), "three summaries, lengths, simulated ones");
		// the results lie beside the experiments: a second run finds the same
		assertEquals(Main.DONE, run("run", "Compare Rates", "folder=" + folder, "output=" + out), () -> printed);
		assertEquals(rows, Files.readAllLines(out.resolve("rates.csv")));
	}

	@Test
	void withoutLengthsThereIsNoElongation() throws Exception {
		final Path out = folder.resolve("out");
		assertEquals(Main.DONE, run("run", "Compare Rates", "folder=" + folder.resolve("experiments"), "output=" + out),
			() -> printed);
		assertFalse(names(out).contains("elongation.csv"));
		assertTrue(printed.contains("no elongation is written: state massMilligrams"), printed);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "polarity=Bright | No front is left", "ratetolerance=0.7 | ratetolerance",
		"lagratio=0.5 | lagratio", "simulated=FOLDER/none.csv | no file", "xrd=FOLDER/simulated.csv | capacity_mAh_per_g",
		"criterion=arrival | no fronts by arrival", "folder=FOLDER/none | no file or folder",
		"folder=FOLDER/simulated.csv | not a folder" })
	void badInputsAreRefusedInASentence(final String key, final String part) throws Exception {
		final Path out = folder.resolve("bad");
		final String given = key.replace("FOLDER", folder.toString());
		assertEquals(Main.FAILED, key.startsWith("folder") ? run("run", "Compare Rates", given, "output=" + out) : run("run",
			"Compare Rates", "folder=" + folder.resolve("experiments"), given, "output=" + out), () -> printed);
		assertTrue(printed.contains(part), printed);
		assertEquals(1, printed.trim().split("\n").length, printed);
		assertFalse(printed.contains("\tat "), printed);
		assertFalse(Files.exists(out), "nothing that looks like a result");
	}
}
