package net.operando.data.io.tdms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.operando.data.io.FormatException;

/**
 * Walks through the segments of a TDMS file. A segment that contradicts itself ends the walk: what came before is kept
 * and warned of; nothing can be kept if it is the first.
 */
final class TdmsReader {

	private static final int LEAD_IN_BYTES = 28;
	private static final int TAG = 0x6d534454; // "TDSm", little endian
	private static final int HAS_METADATA = 1 << 1;
	private static final int NEW_OBJECT_LIST = 1 << 2;
	private static final int HAS_RAW_DATA = 1 << 3;
	private static final int INTERLEAVED = 1 << 5;
	private static final int BIG_ENDIAN = 1 << 6;
	private static final int DAQMX = 1 << 7;
	private static final int NO_DATA = 0xffffffff;
	private static final int SAME_AS_BEFORE = 0;
	/**
	 * Chunk borders looked at for a lead-in that a wrong segment length has swallowed: in an unfinished segment, and in all
	 * others together. Each may cost a disc its seek time, and opening must stay below 2 s.
	 */
	private static final int PROBES_UNFINISHED = 128;
	private static final int PROBES_FINISHED = 64;

	private final Path file;
	private final FileChannel channel;
	private final long size;
	private final TdmsCursor cursor;
	private final List<TdmsSegment> segments = new ArrayList<>();
	private final Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
	private final Map<String, TdmsObject> layouts = new HashMap<>();
	private final List<String> warnings = new ArrayList<>();
	private long probesLeft = PROBES_FINISHED;

	TdmsReader(final Path file, final FileChannel channel) throws IOException {
		this.file = file;
		this.channel = channel;
		size = channel.size();
		cursor = new TdmsCursor(channel);
	}

	List<TdmsSegment> segments() {
		return segments;
	}

	Map<String, Map<String, Object>> properties() {
		return properties;
	}

	List<String> warnings() {
		return warnings;
	}

	void readSegments() throws IOException {
		long position = 0;
		while (position < size) {
			try {
				position = readSegment(position);
			}
			catch (final TdmsDamage damage) {
				if (segments.isEmpty()) throw new FormatException(file, "is damaged in its first segment (" + damage.getMessage() +
					"): nothing of it can be read.", damage);
				warnings.add("The file is damaged at byte " + position + " (" + damage.getMessage() +
					"): only what comes before was read.");
				return;
			}
		}
		if (segments.isEmpty()) throw new FormatException(file, "is empty.");
	}

	/** @return where the next segment starts */
	private long readSegment(final long start) throws IOException {
		if (size - start < LEAD_IN_BYTES) throw new TdmsDamage("the file ends within a segment's lead-in");
		cursor.seek(start, size);
		cursor.order(ByteOrder.LITTLE_ENDIAN);
		if (cursor.int32() != TAG) throw new TdmsDamage("a segment should start here");
		final int contents = cursor.int32();
		final ByteOrder order = (contents & BIG_ENDIAN) != 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		cursor.order(order);
		if ((contents & DAQMX) != 0) throw daqmx();
		final int version = cursor.int32();
		if (version != 4712 && version != 4713) throw new TdmsDamage("its TDMS version " + version + " is unknown");
		final long next = cursor.int64();
		final long raw = cursor.int64();
		final long metadata = start + LEAD_IN_BYTES;
		if (raw < 0 || raw > size - metadata) throw new TdmsDamage(next == -1 ? "its metadata were never written out" :
			"its metadata lie beyond the end of the file");
		if (next != -1 && next < raw) throw new TdmsDamage("its length is wrong");
		final boolean cut = next == -1 || next > size - metadata;
		final long end = cut ? size : metadata + next;

		final long data = metadata + raw;
		final List<TdmsObject> objects;
		final Map<String, Map<String, Object>> found = new LinkedHashMap<>();
		if ((contents & HAS_METADATA) != 0) {
			cursor.seek(metadata, data);
			objects = readObjects((contents & NEW_OBJECT_LIST) != 0, found);
		}
		else {
			if (segments.isEmpty()) throw new TdmsDamage("it refers to a segment before it");
			if (raw != 0) throw new TdmsDamage("it has metadata and says it has none");
			objects = segments.get(segments.size() - 1).objects();
		}
		if ((contents & HAS_RAW_DATA) == 0 && end > data) throw new TdmsDamage("it has data and says it has none");
		final TdmsSegment segment = new TdmsSegment(data, end - data, (contents & INTERLEAVED) != 0, order, objects);
		if ((contents & HAS_METADATA) == 0 && segment.dependsOnChunks() && segment.isInterleaved() != segments.get(segments
			.size() - 1).isInterleaved()) throw new TdmsDamage("its layout is as before and is not");
		check(segment, data - cursor.position(), cut);

		for (final TdmsObject object : objects)
			if (object.hasLayout()) layouts.put(object.path(), object);
		found.forEach((path, values) -> properties.computeIfAbsent(path, p -> new LinkedHashMap<>()).putAll(values));
		segments.add(segment);
		if (cut) warnings.add("The last segment was not finished: the movie was read up to its last whole frame.");
		return end;
	}

	/**
	 * What a damaged length gives away: data that are no whole number of chunks where this decides what is read, bytes
	 * between metadata and data that are no padding, the start of another segment inside.
	 */
	private void check(final TdmsSegment segment, final long gap, final boolean cut) throws IOException {
		if (!cut && segment.remainder() != 0 && (segment.dependsOnChunks() || gap > 0)) throw new TdmsDamage(
			"its data are no whole number of chunks");
		if (gap > 0 && (cut || gap >= segment.chunkBytes())) throw new TdmsDamage("its data do not start where its metadata end");
		final long borders = Math.min(cut ? PROBES_UNFINISHED : probesLeft, segment.chunks() - (segment.remainder() == 0 ? 1
			: 0));
		if (!cut) probesLeft -= Math.max(0, borders);
		for (long i = 1; i <= borders; i++)
			if (isLeadIn(segment.dataPosition() + i * segment.chunkBytes())) throw new TdmsDamage(
				"another segment starts inside it");
	}

	private boolean isLeadIn(final long position) throws IOException {
		if (position + LEAD_IN_BYTES > size) return false;
		final ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
		while (bytes.hasRemaining())
			if (channel.read(bytes, position + bytes.position()) < 0) return false;
		if (bytes.getInt(0) != TAG) return false;
		final int version = (bytes.getInt(4) & BIG_ENDIAN) != 0 ? Integer.reverseBytes(bytes.getInt(8)) : bytes.getInt(8);
		return version == 4712 || version == 4713;
	}

	private List<TdmsObject> readObjects(final boolean newList, final Map<String, Map<String, Object>> found)
		throws IOException
	{
		final LinkedHashMap<String, TdmsObject> list = new LinkedHashMap<>();
		if (!newList && !segments.isEmpty()) for (final TdmsObject object : segments.get(segments.size() - 1).objects())
			list.put(object.path(), object);
		for (int left = cursor.count(12, "objects"); left > 0; left--) {
			final String path = cursor.text();
			if (!path.startsWith("/")) throw new TdmsDamage("an object has no valid path");
			list.put(path, readLayout(path));
			final Map<String, Object> values = found.computeIfAbsent(path, p -> new LinkedHashMap<>());
			for (int n = cursor.count(8, "properties"); n > 0; n--) {
				final String name = cursor.text();
				final Object value = cursor.value(TdmsType.of(cursor.int32()));
				if (value != null) values.put(name, value);
			}
		}
		return new ArrayList<>(list.values());
	}

	private TdmsObject readLayout(final String path) throws IOException {
		final int header = cursor.int32();
		final TdmsObject before = layouts.get(path);
		if (header == NO_DATA) return before == null ? TdmsObject.withoutData(path) : before.havingData(false);
		if (header == SAME_AS_BEFORE) {
			if (before == null) throw new TdmsDamage("the layout of " + path + " refers to one that was never given");
			return before.havingData(true);
		}
		if (header == 0x1269 || header == 0x126a || header == 0x1369) throw daqmx();
		if (header != 20 && header != 28) throw new TdmsDamage("a raw data index of " + (header & 0xffffffffL) +
			" bytes is not one of TDMS");
		final TdmsType type = TdmsType.of(cursor.int32());
		if (cursor.int32() != 1) throw new TdmsDamage("only one-dimensional channels exist in TDMS");
		final long values = cursor.int64();
		if (type == TdmsType.TEXT != (header == 28)) throw new TdmsDamage("the layout of " + path + " contradicts its type");
		if (type == TdmsType.VOID) throw new TdmsDamage(path + " has data without a type");
		final long bytes = header == 28 ? cursor.int64() : type.bytes() * values;
		if (values < 0 || bytes < 0 || values > Long.MAX_VALUE / 16) throw new TdmsDamage(path + " claims " + values +
			" values");
		return TdmsObject.withData(path, type, values, bytes);
	}

	private FormatException daqmx() {
		return new FormatException(file,
			"holds raw data of NI-DAQmx, whose scaling is not read here: export the movie from LabVIEW as plain TDMS values.");
	}
}
