package net.operando.data.io.tdms;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.operando.data.io.FormatException;

/**
 * The structure of a TDMS file: where the values of every channel lie, and the properties. Read from the metadata alone,
 * so that opening takes the same time for any amount of data. Immutable once read.
 * <p>
 * Source: National Instruments, "TDMS File Format Internal Structure" (lead-in, table of contents, raw data index).
 */
final class TdmsFile {

	private final Map<String, Map<String, Object>> properties;
	private final Map<String, TdmsType> types = new LinkedHashMap<>();
	private final List<TdmsSegment> segments;
	private final List<String> warnings;

	private TdmsFile(final TdmsReader reader) {
		segments = reader.segments();
		properties = reader.properties();
		warnings = new ArrayList<>(reader.warnings());
		for (final TdmsSegment segment : segments)
			for (final TdmsObject object : segment.objects())
				if (object.hasLayout()) types.put(object.path(), object.type());
	}

	/**
	 * @param file for messages
	 * @param channel open on it; stays open
	 * @throws FormatException if it is no TDMS file, its first segment is damaged or it holds DAQmx raw data
	 */
	static TdmsFile read(final Path file, final FileChannel channel) throws IOException {
		final TdmsReader reader = new TdmsReader(file, channel);
		reader.readSegments();
		return new TdmsFile(reader);
	}

	/** Paths of the objects that hold data, as in the file: {@code /'group'/'channel'}. */
	List<String> channels() {
		return new ArrayList<>(types.keySet());
	}

	/** Type of a channel's last layout; null if it has no data. */
	TdmsType type(final String path) {
		return types.get(path);
	}

	/** What a user should know of how the file was read. */
	List<String> warnings() {
		return warnings;
	}

	/** Properties of a channel, where missing those of its group, where missing those of the file. */
	Map<String, Object> propertiesSeenFrom(final String group, final String channel) {
		final Map<String, Object> all = new LinkedHashMap<>();
		for (final String path : new String[] { path(group, channel), path(group), "/" })
			properties.getOrDefault(path, Map.of()).forEach(all::putIfAbsent);
		return all;
	}

	/** The values of a channel. */
	TdmsChannel channel(final FileChannel file, final String path) throws TdmsDamage {
		final List<TdmsSegment.Run> runs = new ArrayList<>();
		long values = 0;
		TdmsType type = null;
		for (final TdmsSegment segment : segments) {
			final TdmsSegment.Run run = segment.run(path, values);
			if (run == null || run.count() == 0) continue;
			for (final TdmsObject object : segment.objects())
				if (object.path().equals(path)) {
					if (type != null && type != object.type()) throw new TdmsDamage("the type of " + path + " changes from " + type +
						" to " + object.type());
					type = object.type();
				}
			runs.add(run);
			values += run.count();
		}
		return new TdmsChannel(file, type, runs, values);
	}

	/** The path of a group or channel as TDMS writes it. */
	static String path(final String... names) {
		final StringBuilder path = new StringBuilder();
		for (final String name : names)
			path.append("/'").append(name.replace("'", "''")).append('\'');
		return path.toString();
	}

	/** The names in a path: none for the file, one for a group, two for a channel. */
	static List<String> names(final String path) {
		final List<String> names = new ArrayList<>();
		for (int i = 0; i + 1 < path.length() && path.startsWith("/'", i);) {
			final StringBuilder name = new StringBuilder();
			for (i += 2; i < path.length(); i++) {
				if (path.charAt(i) == '\'') {
					if (!path.startsWith("''", i)) break;
					i++;
				}
				name.append(path.charAt(i));
			}
			i++;
			names.add(name.toString());
		}
		return names;
	}
}
