package net.operando.data.io.acquired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.FormatException;
import net.operando.data.io.MovieFormat;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;

/**
 * Folders that Operando recorded. Times come from the journal, second 0 is the start of the recording. A folder whose
 * recording was cut off opens with all frames journaled; nothing in it is changed by opening. {@code dataset} names another of
 * its movies, such as {@code full}.
 */
public final class AcquiredFormat implements MovieFormat {

	@Override
	public String name() {
		return "Operando recording";
	}

	@Override
	public boolean recognises(final Path file) {
		return Files.isRegularFile(file.resolve(RecordingInfo.FILE)) && Files.isDirectory(file);
	}

	@Override
	public Movie open(final Path file, final MovieOpenOptions options, final Progress progress) throws IOException {
		final RecordingInfo recording = RecordingInfo.read(file);
		final StreamInfo info = choose(file, recording.streams(), options.dataset());
		progress.update(0, "reading the journal");
		final AcquiredStream stream = AcquiredStream.read(file, recording, info);
		if (stream.frames().isEmpty() && stream.lost() > 0) throw new FormatException(file, "has lost all " + stream.lost() +
			" frames of its movie " + info.name() + ": the files that its journal names are missing or cut short; put them back.");
		if (stream.frames().isEmpty()) throw new FormatException(file, "holds no frame of its movie " + info.name() +
			": the recording ended before the first was written" + (recording.streams().size() > 1
				? ", or choose another with dataset." : "."));
		final List<String> warnings = new ArrayList<>();
		if (stream.lost() > 0) warnings.add("The files of " + stream.lost() +
			" frames of the journal are missing or cut short: these frames are left out.");
		if (!Files.isRegularFile(file.resolve("report.json"))) warnings.add(
			"The recording has no report: it was cut off or still runs; all frames of its journal are read (recover completes its files).");
		return new AcquiredMovie(String.valueOf(file.toAbsolutePath().normalize().getFileName()), stream, TimeAxis.of(stream
			.seconds()).startingAt(recording.start()), warnings);
	}

	private static StreamInfo choose(final Path file, final List<StreamInfo> streams, final String dataset) {
		if (dataset.isEmpty()) return streams.get(0);
		return streams.stream().filter(s -> s.name().equals(dataset)).findFirst().orElseThrow(() -> new FormatException(file,
			"has no movie '" + dataset + "': choose one with dataset, out of " + streams.stream().map(StreamInfo::name).collect(
				Collectors.joining(", ")) + "."));
	}
}
