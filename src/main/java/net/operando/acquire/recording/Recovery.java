package net.operando.acquire.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.data.io.FormatException;
import net.operando.data.io.acquired.AcquiredStream;
import net.operando.data.io.acquired.FrameEntry;
import net.operando.data.io.acquired.FrameJournal;
import net.operando.data.io.acquired.RecordingInfo;
import net.operando.data.io.acquired.StreamInfo;
import net.operando.data.io.tiff.OmeTiffAppender;
import net.operando.data.io.tiff.OmeTimes;

/**
 * Makes a folder whole whose recording was cut off: every part gets its end and its OME-XML, the journals lose a torn last line,
 * and frames.csv, echem.csv and report.json are written. Opening does not need it, other programs do.
 */
public final class Recovery {

	private Recovery() {}

	/**
	 * Completes a folder; one that ended in order is only reported on. May be repeated, also after being cut off itself.
	 *
	 * @throws InvalidInputException if the folder is no recording, or its recording still runs
	 * @throws FormatException if the journal of its frames is missing
	 * @throws IOException if the file system fails
	 */
	public static RecordingReport recover(final Path folder) throws IOException {
		if (!Files.isRegularFile(folder.resolve(RecordingInfo.FILE))) throw new InvalidInputException(folder +
			" is no folder of a recording (it has no " + RecordingInfo.FILE + "): give the folder that was recorded into.");
		final RecordingInfo info = RecordingInfo.read(folder);
		for (final StreamInfo stream : info.streams())
			if (!Files.isRegularFile(stream.journal(folder)) && Files.exists(stream.part(folder, 1))) throw new FormatException(stream.journal(
				folder), "is missing, and with it the time of every frame: put it back, or open the recording's .ome.tif files one by one.");
		final RecordingReport report;
		try (FileChannel lock = Recording.lock(folder)) {
			for (final StreamInfo stream : info.streams())
				if (Files.isRegularFile(stream.journal(folder))) complete(folder, info, stream);
			report = RecordingReport.write(folder, null);
		}
		Files.deleteIfExists(folder.resolve(Recording.LOCK));
		return report;
	}

	private static void complete(final Path folder, final RecordingInfo info, final StreamInfo stream)
		throws IOException
	{
		final AcquiredStream read = AcquiredStream.read(folder, info, stream);
		if (read.lost() == 0) rewriteJournal(folder, stream, read.frames());
		int part = 0;
		for (int at = 0; at < read.frames().size();) {
			part = read.frames().get(at).part;
			final List<Double> seconds = new ArrayList<>();
			for (; at < read.frames().size() && read.frames().get(at).part == part; at++)
				seconds.add(info.seconds(read.frames().get(at).actualNanos));
			OmeTiffAppender.repair(stream.part(folder, part), stream.width(), stream.height(), stream.samples(), info
				.isBigTiff(), stream.calibration(), seconds.size(), OmeTimes.of(seconds.stream().mapToDouble(Double::doubleValue)
					.toArray(), info.start(), 1e-3 * info.exposureMs()));
		}
		// a part that was begun but holds no frame yet
		if (read.lost() == 0) Files.deleteIfExists(stream.part(folder, part + 1));
	}

	private static void rewriteJournal(final Path folder, final StreamInfo stream, final List<FrameEntry> frames)
		throws IOException
	{
		final Path journal = stream.journal(folder);
		final Path fresh = journal.resolveSibling(journal.getFileName() + ".part");
		Files.deleteIfExists(fresh);
		try (FrameJournal to = FrameJournal.create(fresh)) {
			for (final FrameEntry frame : frames)
				to.append(frame);
			to.force();
		}
		Files.move(fresh, journal, StandardCopyOption.REPLACE_EXISTING);
	}
}
