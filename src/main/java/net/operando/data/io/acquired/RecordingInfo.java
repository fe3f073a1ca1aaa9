package net.operando.data.io.acquired;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.data.io.FormatException;
import net.operando.data.io.Json;

/** What {@code recording.json} says, written before the first frame and never changed. Immutable, JSON by field. */
public final class RecordingInfo {

	/** The file's name. */
	public static final String FILE = "recording.json";
	private static final int VERSION = 1;

	private int formatVersion = VERSION;
	private String software = "";
	private String microscope = "";
	private String plan = "";
	private long startNanos;
	private String startUtc = "";
	private double exposureMs;
	private boolean bigTiff;
	private StreamInfo[] streams = {};

	/** For JSON. */
	public RecordingInfo() {}

	/**
	 * @param startNanos monotonic time of the recording's second 0
	 * @param startUtc the time of day at that moment
	 * @param streams the first is the one that opens by itself
	 */
	public static RecordingInfo of(final String microscope, final String plan, final long startNanos,
		final Instant startUtc, final double exposureMs, final boolean bigTiff, final List<StreamInfo> streams)
	{
		final RecordingInfo r = new RecordingInfo();
		r.software = "Operando " + net.operando.data.io.Provenance.version();
		r.microscope = microscope;
		r.plan = plan;
		r.startNanos = startNanos;
		r.startUtc = startUtc.toString();
		r.exposureMs = exposureMs;
		r.bigTiff = bigTiff;
		r.streams = streams.toArray(new StreamInfo[0]);
		return r;
	}

	/**
	 * Reads the file of a folder.
	 *
	 * @throws FormatException if it is damaged, or of a later version
	 */
	public static RecordingInfo read(final Path folder) throws IOException {
		final Path file = folder.resolve(FILE);
		final RecordingInfo info;
		try {
			info = Json.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), RecordingInfo.class, FILE);
			if (info.formatVersion != VERSION) throw new FormatException(file, "is of version " + info.formatVersion +
				" of the recording format, which this Operando does not know: update it.");
			Instant.parse(info.startUtc);
		}
		catch (final InvalidInputException | DateTimeException e) {
			throw new FormatException(file, "is damaged (" + e.getMessage() + "): open the recording's .ome.tif files one by one.",
				e);
		}
		if (info.streams == null || info.streams.length == 0) throw new FormatException(file, "names no movie.");
		for (final StreamInfo stream : info.streams)
			if (stream == null || !stream.isSane()) throw new FormatException(file,
				"describes a movie that cannot be: open the recording's .ome.tif files one by one.");
		return info;
	}

	/** Name of the microscope. */
	public String microscope() {
		return microscope;
	}

	/** Name of the plan. */
	public String plan() {
		return plan;
	}

	/** Monotonic time of second 0 in ns. */
	public long startNanos() {
		return startNanos;
	}

	/** Time of day of second 0. */
	public Instant start() {
		return Instant.parse(startUtc);
	}

	/** Seconds since the recording's second 0 of a monotonic time. */
	public double seconds(final long nanos) {
		return (nanos - startNanos) * 1e-9;
	}

	public double exposureMs() {
		return exposureMs;
	}

	/** Whether the parts are BigTIFF. */
	public boolean isBigTiff() {
		return bigTiff;
	}

	public List<StreamInfo> streams() {
		return List.of(streams);
	}

	public String toJson() {
		return Json.write(this);
	}
}
