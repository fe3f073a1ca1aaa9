package net.operando.data.io.hdf5;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

import net.operando.data.io.tdms.TdmsBytes;

/**
 * Builds an HDF5 file byte by byte, as the HDF5 File Format Specification lays out the oldest version (superblock 0,
 * symbol table group, object headers 1, chunk B-tree 1), which h5py writes by default: datasets {@code movie} (uint16)
 * and {@code camera_timing} (int64 ns). Keeps apart which bytes are structure, meaning (shapes, types, names) and
 * samples.
 */
public final class Hdf5Bytes {

	private static final long UNDEFINED = -1;
	private static final int GROUP_NODE_BYTES = 24 + 33 * 8 + 32 * 8;
	private static final int SYMBOL_NODE_BYTES = 8 + 8 * 40;

	private final ByteBuffer file = ByteBuffer.allocate(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
	private final TdmsBytes.Role[] roles = new TdmsBytes.Role[1 << 18];

	private Hdf5Bytes() {
		Arrays.fill(roles, TdmsBytes.Role.UNUSED);
	}

	/**
	 * A file.
	 *
	 * @param chunkFrames frames per chunk; 0 for a contiguous movie
	 * @param packed whether chunks are shuffled and deflated
	 */
	public static Hdf5Bytes movie(final int frames, final int height, final int width, final int chunkFrames,
		final boolean packed)
	{
		final Hdf5Bytes h = new Hdf5Bytes();
		final int rootHeader = 96;
		final int groupTree = rootHeader + 16 + 24;
		final int heap = groupTree + GROUP_NODE_BYTES;
		final int names = heap + 32;
		final int symbols = names + 48;
		final int timingHeader = symbols + SYMBOL_NODE_BYTES;
		final int movieHeader = timingHeader + 256;
		int at = movieHeader + 512;

		// samples first, so that addresses are known
		final int[] shape = { frames, height, width };
		final List<long[]> chunks = new ArrayList<>();
		final int timingData = at;
		for (int f = 0; f < frames; f++)
			h.file.putLong(at + 8 * f, time(f));
		h.mark(at, 8 * frames, TdmsBytes.Role.SAMPLE);
		at += 8 * frames;
		final int pixels = height * width;
		int layoutAddress = at;
		if (chunkFrames == 0) {
			for (int i = 0; i < frames * pixels; i++)
				h.file.putShort(at + 2 * i, (short) TdmsBytes.sample(i / pixels, i % pixels));
			h.mark(at, 2 * frames * pixels, TdmsBytes.Role.SAMPLE);
			at += 2 * frames * pixels;
		}
		else {
			for (int first = 0; first < frames; first += chunkFrames) {
				final byte[] chunk = new byte[2 * chunkFrames * pixels];
				for (int i = 0; i < chunk.length / 2; i++) {
					final int f = first + i / pixels;
					final int v = f < frames ? TdmsBytes.sample(f, i % pixels) : 0;
					chunk[packed ? i : 2 * i] = (byte) v;
					chunk[packed ? chunk.length / 2 + i : 2 * i + 1] = (byte) (v >> 8);
				}
				final byte[] stored = packed ? deflate(chunk) : chunk;
				h.file.position(at);
				h.file.put(stored);
				h.mark(at, stored.length, packed ? TdmsBytes.Role.MEANING : TdmsBytes.Role.SAMPLE);
				chunks.add(new long[] { at, stored.length, first });
				at += stored.length;
			}
			at = (at + 7) / 8 * 8;
			layoutAddress = at;
			h.chunkTree(at, chunks);
			at += 24 + 64 * 8 + 65 * 40;
		}

		h.superblock(rootHeader, groupTree, heap, at);
		h.header(rootHeader, h.message(0x11, b -> b.putLong(groupTree).putLong(heap)));
		h.group(groupTree, heap, names, symbols, timingHeader, movieHeader);
		final int last = layoutAddress;
		h.header(timingHeader, h.space(frames), h.integer(8, true), h.fill(), h.contiguous(timingData, 8 * frames));
		h.header(movieHeader, h.space(shape), h.integer(2, false), h.fill(), chunkFrames == 0 ? h.contiguous(last, 2 *
			frames * pixels) : h.chunked(last, chunkFrames, height, width), packed ? h.filters() : new byte[0]);
		h.markMeaning(timingHeader, 1);
		h.markMeaning(movieHeader, 3);
		h.mark(names + 8, 40, TdmsBytes.Role.MEANING);
		h.file.position(at);
		return h;
	}

	/** All of a contiguous movie's file but the samples of the movie, which are to follow as {@code movieBytes}. */
	public static Hdf5Bytes contiguousWithoutSamples(final int frames, final int height, final int width, final long movieBytes) {
		final Hdf5Bytes h = new Hdf5Bytes();
		final int groupTree = 96 + 16 + 24;
		final int heap = groupTree + GROUP_NODE_BYTES;
		final int names = heap + 32;
		final int symbols = names + 48;
		final int timingHeader = symbols + SYMBOL_NODE_BYTES;
		final int movieHeader = timingHeader + 256;
		final int timing = movieHeader + 512;
		for (int f = 0; f < frames; f++)
			h.file.putLong(timing + 8 * f, time(f));
		final int movie = timing + 8 * frames;
		h.superblock(96, groupTree, heap, movie + movieBytes);
		h.header(96, h.message(0x11, b -> b.putLong(groupTree).putLong(heap)));
		h.group(groupTree, heap, names, symbols, timingHeader, movieHeader);
		h.header(timingHeader, h.space(frames), h.integer(8, true), h.fill(), h.contiguous(timing, 8 * frames));
		h.header(movieHeader, h.space(frames, height, width), h.integer(2, false), h.fill(), h.contiguous(movie,
			movieBytes));
		h.file.position(movie);
		return h;
	}

	static long time(final int frame) {
		return 1_620_000_000_000_000_000L + frame * 500_000_000L;
	}

	private interface Writer {

		void to(ByteBuffer buffer);
	}

	private void mark(final int start, final int length, final TdmsBytes.Role role) {
		Arrays.fill(roles, start, start + length, role);
	}

	/** Dimensions and type, which stand first in the header. */
	private void markMeaning(final int header, final int rank) {
		final int space = header + 16 + 8;
		mark(space + 8, 8 * rank, TdmsBytes.Role.MEANING);
		mark(space + 8 + 8 * rank + 8, 12, TdmsBytes.Role.MEANING);
	}

	private byte[] message(final int type, final Writer content) {
		final ByteBuffer data = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
		content.to(data);
		final int length = (data.position() + 7) / 8 * 8;
		final ByteBuffer all = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
		all.putShort((short) type).putShort((short) length).putInt(0).put(data.array(), 0, length);
		return all.array();
	}

	private byte[] space(final int... shape) {
		return message(1, b -> {
			b.put((byte) 1).put((byte) shape.length).put((byte) 0).put((byte) 0).putInt(0);
			for (final int side : shape)
				b.putLong(side);
		});
	}

	private byte[] integer(final int bytes, final boolean signed) {
		return message(3, b -> b.put((byte) 0x10).put((byte) (signed ? 8 : 0)).putShort((short) 0).putInt(bytes).putShort(
			(short) 0).putShort((short) (8 * bytes)));
	}

	private byte[] fill() {
		return message(5, b -> b.put((byte) 2).put((byte) 2).put((byte) 2).put((byte) 0));
	}

	private byte[] contiguous(final long address, final long bytes) {
		return message(8, b -> b.put((byte) 3).put((byte) 1).putLong(address).putLong(bytes));
	}

	private byte[] chunked(final long tree, final int... chunk) {
		return message(8, b -> {
			b.put((byte) 3).put((byte) 2).put((byte) (chunk.length + 1)).putLong(tree);
			for (final int side : chunk)
				b.putInt(side);
			b.putInt(2);
		});
	}

	private byte[] filters() {
		return message(0x0b, b -> {
			b.put((byte) 1).put((byte) 2).putShort((short) 0).putInt(0);
			b.putShort((short) 2).putShort((short) 8).putShort((short) 1).putShort((short) 1).put("shuffle\0".getBytes(
				StandardCharsets.US_ASCII)).putInt(2).putInt(0);
			b.putShort((short) 1).putShort((short) 8).putShort((short) 1).putShort((short) 1).put("deflate\0".getBytes(
				StandardCharsets.US_ASCII)).putInt(4).putInt(0);
		});
	}

	private void header(final int at, final byte[]... messages) {
		int count = 0;
		int bytes = 0;
		for (final byte[] message : messages) {
			count += message.length > 0 ? 1 : 0;
			bytes += message.length;
		}
		file.position(at);
		file.put((byte) 1).put((byte) 0).putShort((short) count).putInt(1).putInt(bytes).putInt(0);
		for (final byte[] message : messages)
			file.put(message);
		structure(at);
	}

	/** All from {@code start} to where the file was written last. */
	private void structure(final int start) {
		mark(start, file.position() - start, TdmsBytes.Role.STRUCTURE);
	}

	private void superblock(final long root, final long tree, final long heap, final long end) {
		file.position(0);
		file.put(new byte[] { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n' });
		file.put(new byte[] { 0, 0, 0, 0, 0, 8, 8, 0 }).putShort((short) 4).putShort((short) 16).putInt(0);
		file.putLong(0).putLong(UNDEFINED).putLong(end).putLong(UNDEFINED);
		file.putLong(0).putLong(root).putInt(1).putInt(0).putLong(tree).putLong(heap);
		structure(0);
	}

	private void group(final int tree, final int heap, final int names, final int symbols, final long timing,
		final long movie)
	{
		file.position(tree);
		file.put("TREE".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) 0).putShort((short) 1);
		file.putLong(UNDEFINED).putLong(UNDEFINED).putLong(0).putLong(symbols).putLong(24);
		structure(tree);
		file.position(heap);
		file.put("HEAP".getBytes(StandardCharsets.US_ASCII)).putInt(0).putLong(48).putLong(1).putLong(names);
		structure(heap);
		file.position(names + 8);
		file.put("camera_timing\0\0\0movie".getBytes(StandardCharsets.US_ASCII));
		file.position(symbols);
		file.put("SNOD".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0).putShort((short) 2);
		file.putLong(8).putLong(timing).putLong(0).putLong(0).putLong(0);
		file.putLong(24).putLong(movie).putLong(0).putLong(0).putLong(0);
		structure(symbols);
	}

	private void chunkTree(final int at, final List<long[]> chunks) {
		file.position(at);
		file.put("TREE".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0).putShort((short) chunks.size());
		file.putLong(UNDEFINED).putLong(UNDEFINED);
		for (final long[] chunk : chunks)
			file.putInt((int) chunk[1]).putInt(0).putLong(chunk[2]).putLong(0).putLong(0).putLong(0).putLong(chunk[0]);
		file.putInt(0).putInt(0).putLong(1 << 20).putLong(0).putLong(0).putLong(0);
		structure(at);
	}

	private static byte[] deflate(final byte[] bytes) {
		final Deflater deflater = new Deflater(4);
		deflater.setInput(bytes);
		deflater.finish();
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final byte[] block = new byte[1024];
		while (!deflater.finished())
			out.write(block, 0, deflater.deflate(block));
		deflater.end();
		return out.toByteArray();
	}

	public byte[] bytes() {
		return Arrays.copyOf(file.array(), file.position());
	}

	public List<TdmsBytes.Role> roles() {
		return Arrays.asList(roles).subList(0, file.position());
	}
}
