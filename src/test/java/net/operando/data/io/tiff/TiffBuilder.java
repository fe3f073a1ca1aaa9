package net.operando.data.io.tiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes small TIFF files for tests, tag by tag: each frame's directory, then its values, then its samples, as
 * Micro-Manager lays them out. Samples of frame f at (x, y) are {@link #sample}.
 */
final class TiffBuilder {

	final int width;
	final int height;
	final int frames;
	boolean big;
	ByteOrder order = ByteOrder.LITTLE_ENDIAN;
	/** 8, 16 or 32; 32 with format 3 is floating point. */
	int bits = 16;
	int sampleFormat = 1;
	int rowsPerStrip;
	int tile;
	/** Text of the first directory. */
	String description = "";
	/** JSON of each directory, or null. */
	String[] microManager;
	/** Micro-Manager's header: index map with these coordinates {channel, slice, frame, position}, or null. */
	int[][] index;
	String summary = "{}";
	/** Where each directory and each frame's samples begin, and all bytes that are samples. */
	final List<Long> directories = new ArrayList<>();
	final List<Long> data = new ArrayList<>();

	TiffBuilder(final int width, final int height, final int frames) {
		this.width = width;
		this.height = height;
		this.frames = frames;
		rowsPerStrip = height;
	}

	/** A count that tells frame, row and column apart. */
	static int sample(final int f, final int x, final int y) {
		return 1000 * (f + 1) + 37 * y + x;
	}

	private ByteBuffer buffer(final int size) {
		return ByteBuffer.allocate(size).order(order);
	}

	private byte[] samples(final int f, final int x0, final int y0, final int w, final int h) {
		final ByteBuffer b = buffer(w * h * bits / 8);
		for (int y = y0; y < y0 + h; y++)
			for (int x = x0; x < x0 + w; x++) {
				final int v = x < width && y < height ? sample(f, x, y) : 0;
				if (bits == 8) b.put((byte) v);
				else if (bits == 16) b.putShort((short) v);
				else if (sampleFormat == 3) b.putFloat(v + 0.25f);
				else b.putInt(v);
			}
		return b.array();
	}

	private byte[] header(final long first) throws IOException {
		final byte[] text = summary.getBytes(StandardCharsets.UTF_8);
		final ByteBuffer h = buffer(big ? 16 : index == null ? 8 : 40 + text.length);
		h.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M')).put(h.get(0)).putShort((short) (big ? 43 : 42));
		if (big) h.putShort((short) 8).putShort((short) 0).putLong(first);
		else h.putInt((int) first);
		if (index != null) {
			h.putInt(54773648).putInt(0).putInt(0).putInt(0).putInt(0).putInt(0).putInt(2355492).putInt(text.length).put(text);
		}
		return h.array();
	}

	byte[] build() throws IOException {
		final int head = header(0).length + (header(0).length & 1);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(header(head));
		if (out.size() < head) out.write(0);
		long at = head;
		for (int f = 0; f < frames; f++) {
			directories.add(at);
			final byte[] frame = frame(f, at, f + 1 == frames);
			out.write(frame);
			at += frame.length;
		}
		final byte[] all = out.toByteArray();
		if (index == null) return all;
		final ByteBuffer map = buffer(8 + 20 * index.length);
		map.putInt(3453623).putInt(index.length);
		for (int i = 0; i < index.length; i++) {
			for (final int coordinate : index[i])
				map.putInt(coordinate);
			map.putInt(directories.get(i).intValue());
		}
		ByteBuffer.wrap(all).order(order).putInt(12, all.length);
		out.reset();
		out.write(all);
		out.write(map.array());
		return out.toByteArray();
	}

	private byte[] frame(final int f, final long at, final boolean last) throws IOException {
		final List<byte[]> blocks = new ArrayList<>();
		if (tile > 0) for (int y = 0; y < height; y += tile)
			for (int x = 0; x < width; x += tile)
				blocks.add(samples(f, x, y, tile, tile));
		else for (int y = 0; y < height; y += rowsPerStrip)
			blocks.add(samples(f, 0, y, width, Math.min(rowsPerStrip, height - y)));
		final Map<Integer, Object> tags = new TreeMap<>();
		tags.put(256, new long[] { width });
		tags.put(257, new long[] { height });
		tags.put(258, new long[] { bits });
		tags.put(259, new long[] { 1 });
		tags.put(262, new long[] { 1 });
		tags.put(277, new long[] { 1 });
		tags.put(339, new long[] { sampleFormat });
		if (f == 0 && !description.isEmpty()) tags.put(270, description);
		if (microManager != null) tags.put(51123, microManager[f]);
		tags.put(tile > 0 ? 324 : 273, new long[blocks.size()]);
		tags.put(tile > 0 ? 325 : 279, blocks.stream().mapToLong(b -> b.length).toArray());
		if (tile > 0) {
			tags.put(322, new long[] { tile });
			tags.put(323, new long[] { tile });
		}
		else tags.put(278, new long[] { rowsPerStrip });
		// once to find out the length, once with the true offsets
		int length = directory(tags, at, 0).length;
		long position = at + length;
		data.add(position);
		final long[] offsets = (long[]) tags.get(tile > 0 ? 324 : 273);
		for (int i = 0; i < offsets.length; i++) {
			offsets[i] = position;
			position += blocks.get(i).length;
		}
		final long end = position + (position & 1);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(directory(tags, at, last ? 0 : end));
		for (final byte[] block : blocks)
			out.write(block);
		if (position < end) out.write(0);
		return out.toByteArray();
	}

	private byte[] directory(final Map<Integer, Object> tags, final long at, final long next) throws IOException {
		final int each = big ? 20 : 12;
		final int field = big ? 8 : 4;
		final int size = (big ? 8 : 2) + tags.size() * each + field;
		final ByteArrayOutputStream behind = new ByteArrayOutputStream();
		final ByteBuffer d = buffer(size);
		if (big) d.putLong(tags.size());
		else d.putShort((short) tags.size());
		for (final Map.Entry<Integer, Object> tag : tags.entrySet()) {
			final boolean text = tag.getValue() instanceof String;
			final byte[] value;
			if (text) value = (tag.getValue() + "\0").getBytes(StandardCharsets.UTF_8);
			else {
				final long[] numbers = (long[]) tag.getValue();
				final ByteBuffer b = buffer(numbers.length * field);
				for (final long n : numbers)
					if (big) b.putLong(n);
					else b.putInt((int) n);
				value = b.array();
			}
			d.putShort(tag.getKey().shortValue()).putShort((short) (text ? 2 : big ? 16 : 4));
			final long count = text ? value.length : value.length / field;
			if (big) d.putLong(count);
			else d.putInt((int) count);
			if (value.length <= field) {
				d.put(value);
				d.position(d.position() + field - value.length);
			}
			else {
				final long where = at + size + behind.size();
				if (big) d.putLong(where);
				else d.putInt((int) where);
				behind.write(value);
				if ((value.length & 1) != 0) behind.write(0);
			}
		}
		if (big) d.putLong(next);
		else d.putInt((int) next);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(d.array());
		behind.writeTo(out);
		return out.toByteArray();
	}

	Path write(final Path path) throws IOException {
		return Files.write(path, build());
	}

	/** OME-XML for a series of one channel and slice, with DeltaT in ms. */
	static String ome(final int width, final int height, final int frames, final double[] milliseconds, final String extra) {
		final StringBuilder s = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" +
			"<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"><Image ID=\"Image:0\">" +
			"<AcquisitionDate>2024-03-01T10:20:30.5</AcquisitionDate><Pixels ID=\"Pixels:0\" DimensionOrder=\"XYCZT\" " +
			"Type=\"uint16\" SizeX=\"" + width + "\" SizeY=\"" + height + "\" SizeZ=\"1\" SizeC=\"1\" SizeT=\"" + frames +
			"\" PhysicalSizeX=\"69.4\" PhysicalSizeXUnit=\"nm\" PhysicalSizeY=\"69.4\" PhysicalSizeYUnit=\"nm\" " + extra + ">");
		for (int t = 0; t < frames; t++)
			s.append("<TiffData FirstT=\"" + t + "\" IFD=\"" + t + "\" PlaneCount=\"1\"/>");
		for (int t = 0; milliseconds != null && t < frames; t++)
			s.append("<Plane TheC=\"0\" TheZ=\"0\" TheT=\"" + t + "\" DeltaT=\"" + milliseconds[t] + "\" DeltaTUnit=\"ms\"/>");
		return s.append("</Pixels></Image></OME>").toString();
	}

	/** Micro-Manager's JSON of one image. */
	static String micro(final int t, final int c, final int z, final double elapsed, final String received) {
		return "{\"FrameIndex\":" + t + ",\"ChannelIndex\":" + c + ",\"SliceIndex\":" + z +
			",\"PositionIndex\":0,\"ElapsedTime-ms\":" + elapsed + ",\"ReceivedTime\":\"" + received +
			"\",\"PixelSizeUm\":0.0694,\"ROI\":[0,0,1,1],\"UserData\":{\"a\":{\"b\":[1,{}]}}}";
	}
}
