package net.operando.experiment.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import net.operando.data.io.Json;
import net.operando.data.io.Provenance;
import net.operando.data.movie.LinePath;
import net.operando.experiment.ExperimentParameters;
import net.operando.experiment.RodLine;

/** An output folder of Analyse Experiment as far as it is compared, written by hand. */
final class WrittenExperiment {

	static final String HEADER = "rod_id,step,start_s,end_s,c_rate,start_x,lag_s,front_id,criterion,polarity,origin,velocity_nm_per_s,velocity_se_nm_per_s,velocity_low_nm_per_s,velocity_high_nm_per_s,n,window,flag,meeting_after_start_s,meeting_position_um,homogeneous_after_start_s";

	private final Path folder;
	private final StringBuilder rows = new StringBuilder();
	private String command = "Analyse Experiment";
	private String header = HEADER;
	private ExperimentParameters parameters = new ExperimentParameters().withRods(List.of(new RodLine("P1", LinePath
		.straight(1, 2, 3, 4))));

	WrittenExperiment(final Path folder) {
		this.folder = folder;
	}

	/** A front of rod P1 in step 2, from 10 to 110 s. */
	WrittenExperiment front(final String cRate, final int id, final String velocity) {
		return row("P1", cRate, "1", id + ",half_max,dark,start," + velocity + ",20", "ok");
	}

	WrittenExperiment row(final String rod, final String cRate, final String lag, final String front, final String flag) {
		rows.append(rod + ",2,10,110," + cRate + ",0.08," + lag + "," + front + ",1,2,9,\"" + id(front) +
			" columns where the front stands above the noise, 1" + id(front) + " to 25 s\"," + flag + ",,,\n");
		return this;
	}

	private static String id(final String front) {
		return front.split(",")[0];
	}

	WrittenExperiment line(final String text) {
		rows.append(text).append('\n');
		return this;
	}

	WrittenExperiment by(final String label) {
		command = label;
		return this;
	}

	WrittenExperiment under(final String columns) {
		header = columns;
		return this;
	}

	WrittenExperiment with(final ExperimentParameters given) {
		parameters = given;
		return this;
	}

	/** Writes the folder; the recording is what tells it from others. */
	Path write(final String recording) throws IOException {
		Files.createDirectories(folder);
		final Path movie = Files.writeString(folder.resolve("movie.txt"), recording);
		Files.writeString(folder.resolve("summary.csv"), header + "\n" + rows);
		Files.writeString(folder.resolve("provenance.json"), Provenance.of(command, parameters, List.of(movie), List.of())
			.toJson());
		Files.writeString(folder.resolve("parameters.json"), Json.write(parameters));
		return folder;
	}

	/**
	 * Lengths and charges of a rod every 2 s from 0 to 120 s: a strain of 1 % at the start, then of rate mAh/g per s and 0.05
	 * % per mAh/g in the step; a frame without a length at 20 s, one that does not tell x at 30 s, a blurred one at 40 s.
	 */
	static void lengths(final Path folder, final String rod, final double rate) throws IOException {
		final StringBuilder lengths = new StringBuilder(
			"frame,time_s,length_um,length_se_um,strain,strain_se,x,x_se,intensity,intensity_ratio,flag\n");
		final StringBuilder timeline = new StringBuilder("frame,time_s,voltage_V,current_A,charge_mAh_per_g,x,c_rate,step\n");
		for (int f = 1; f <= 61; f++) {
			final double t = 2 * (f - 1);
			final double charge = 3 + rate * Math.max(0, Math.min(100, t - 10));
			final double strain = 1.01 * (1 + 0.0005 * (charge - 3)) - 1;
			lengths.append(String.format(Locale.ROOT, "%d,%s,20,0.001,%s,0.0002,,,,,%s%n", f, t, t == 20 ? "" : strain, t == 20
				? "no_length" : t == 30 ? "flat_table" : t == 40 ? "blurred" : "ok"));
			timeline.append(String.format(Locale.ROOT, "%d,%s,1.7,,%s,,,lithiation%n", f, t, charge));
		}
		Files.createDirectories(folder.resolve(rod));
		Files.writeString(folder.resolve(rod).resolve("length.csv"), lengths);
		Files.writeString(folder.resolve("timeline.csv"), timeline);
	}
}
