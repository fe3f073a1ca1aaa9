package net.operando.data.io.trackmate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import net.operando.data.io.FormatException;
import net.operando.data.track.TrackGraph;

/**
 * What a TrackMate file holds: tracks, the image they belong to, and TrackMate's own settings, which are kept as they are so
 * that a file read and written again loses nothing. Immutable; thread-safe.
 */
public final class TrackMateFile {

	/** The version our own files name: the oldest whose reader their schema was checked against. */
	static final String OWN_VERSION = "7.14.0";

	private final String version;
	private final TrackGraph graph;
	private final TrackImage image;
	/** The whole file but its model; null for one of our own. */
	private final XmlNode rest;
	private final String log;

	TrackMateFile(final String version, final TrackGraph graph, final TrackImage image, final XmlNode rest,
		final String log)
	{
		this.version = version;
		this.graph = graph;
		this.image = image;
		this.rest = rest;
		this.log = log;
	}

	/**
	 * Tracks that are to be written.
	 *
	 * @param log text that TrackMate shows when it opens the file; may be empty
	 */
	public static TrackMateFile of(final TrackGraph graph, final TrackImage image, final String log) {
		return new TrackMateFile(OWN_VERSION, graph, image, null, log);
	}

	/**
	 * Reads a file of TrackMate 7 or 8.
	 *
	 * @throws FormatException if it is not that, is of another version, or refers to spots, tracks or features it lacks
	 */
	public static TrackMateFile read(final Path file) {
		return new TrackMateReader(file).read();
	}

	/**
	 * Writes the file.
	 *
	 * @throws UncheckedIOException if the file system fails; use {@link net.operando.data.io.ResultFolder} so that nothing
	 *           half-written stays
	 */
	public void write(final Path file) {
		try {
			Files.write(file, toXml().getBytes(StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The file as text. */
	public String toXml() {
		return TrackMateWriter.document(this).document();
	}

	/** The version of TrackMate that wrote it, or whose schema it follows. */
	public String version() {
		return version;
	}

	public TrackGraph graph() {
		return graph;
	}

	/** The image the tracks were found on. */
	public TrackImage image() {
		return image;
	}

	/** The session's log; empty if there is none. */
	public String log() {
		return log;
	}

	/** This file with other tracks and everything else as it is. */
	public TrackMateFile withGraph(final TrackGraph other) {
		return new TrackMateFile(version, other, image, rest, log);
	}

	XmlNode rest() {
		return rest;
	}
}
