package net.operando.data.io.tiff;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import net.operando.data.io.FormatException;

/**
 * The file NDTiff.index: one record per image with its axes, file and places. Layout: NDTiffStorage, README,
 * "The NDTiff.index file"; all numbers are 32 bit, little endian, offsets unsigned.
 */
final class NdTiffIndex {

	static final String FILE_NAME = "NDTiff.index";

	/** One image. */
	static final class Entry {

		/** Axis values by name, numbers as text; as written. */
		final Map<String, String> axes = new TreeMap<>();
		String fileName;
		long pixelOffset;
		int width;
		int height;
		int pixelType;
		int compression;
		long metadataOffset;
		int metadataLength;
		int metadataCompression;
	}

	/** A record of a quarter million images; longer indexes are not made. */
	private static final long LONGEST = 1L << 30;

	private final List<Entry> entries = new ArrayList<>();
	private boolean cut;

	private NdTiffIndex() {}

	/**
	 * Reads an index; a record cut short at the end is left out.
	 *
	 * @throws FormatException if a record contradicts itself
	 */
	static NdTiffIndex read(final Path path) throws IOException {
		if (Files.size(path) > LONGEST) throw new FormatException(path, "is too long for an index: it is damaged; copy it again.");
		final ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
		final NdTiffIndex index = new NdTiffIndex();
		while (in.hasRemaining()) {
			final int number = index.entries.size() + 1;
			final Entry entry = new Entry();
			final String axes = text(in, path, number);
			final String fileName = axes == null ? null : text(in, path, number);
			if (fileName == null || in.remaining() < 32) {
				index.cut = true;
				break;
			}
			// a finished set may end with a record of no axes and no file
			if (axes.isEmpty() && fileName.isEmpty()) break;
			readAxes(axes, entry, path, number);
			entry.fileName = fileName;
			entry.pixelOffset = in.getInt() & 0xffffffffL;
			entry.width = in.getInt();
			entry.height = in.getInt();
			entry.pixelType = in.getInt();
			entry.compression = in.getInt();
			entry.metadataOffset = in.getInt() & 0xffffffffL;
			entry.metadataLength = in.getInt();
			entry.metadataCompression = in.getInt();
			index.entries.add(entry);
		}
		return index;
	}

	List<Entry> entries() {
		return entries;
	}

	/** Whether the last record is cut short. */
	boolean isCut() {
		return cut;
	}

	/** A length and that many bytes; null at the cut end. */
	private static String text(final ByteBuffer in, final Path path, final int number) {
		if (in.remaining() < 4) return null;
		final int length = in.getInt();
		if (length < 0 || length > 1 << 16) throw new FormatException(path, "has a record of impossible length for image " +
			number + ": it is damaged; copy it again, or open the .tif file beside it from a folder without it.");
		if (length > in.remaining()) return null;
		final byte[] bytes = new byte[length];
		in.get(bytes);
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static void readAxes(final String json, final Entry entry, final Path path, final int number) {
		try (JsonReader in = new JsonReader(new StringReader(json))) {
			in.beginObject();
			while (in.hasNext()) {
				final String name = in.nextName();
				if (in.peek() == JsonToken.NUMBER || in.peek() == JsonToken.STRING) entry.axes.put(name, in.nextString());
				else throw new IllegalStateException("axis value");
			}
			in.endObject();
		}
		catch (final IOException | IllegalStateException | NumberFormatException e) {
			throw new FormatException(path, "has unreadable axes for image " + number + ": it is damaged; copy it again.", e);
		}
	}
}
