package net.operando.ui.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Paths;
import java.util.List;

import net.operando.acquire.recording.Recovery;
import net.operando.acquire.recording.RecordingReport;
import net.operando.data.io.acquired.StreamInfo;

/** {@code recover FOLDER}: completes a recording that was cut off. */
final class RecoverFolder {

	private RecoverFolder() {}

	static int run(final List<String> words, final PrintStream out) throws IOException {
		if (words.size() != 1) throw new UsageException("recover needs one folder: recover FOLDER");
		final RecordingReport report = Recovery.recover(Paths.get(words.get(0)));
		out.println(words.get(0) + ": " + report.frames(StreamInfo.MOVIE) + " frames, " + report.receivedExposures() + " of " +
			report.expectedExposures() + " exposures; " + report.finishReason() + "; light " + report.lightAfter() + ".");
		final int lost = report.lostFrames();
		if (lost > 0) out.println("The bytes of " + lost +
			" more frames of the journal are not there: files of the recording are missing or were cut short; put them back and recover again.");
		return Main.DONE;
	}
}
