package net.operando.figure.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A minimal AVI parser for the tests, which walks the chunks and compares every index with what it finds. */
final class AviFile {

	int width;
	int height;
	String handler;
	int totalFrames;
	int firstPartFrames;
	double framesPerSecond;
	int parts;
	final List<byte[]> frames = new ArrayList<>();
	private final List<Integer> offsets = new ArrayList<>();
	private final List<Integer> indexed = new ArrayList<>();
	private final List<Integer> oldIndexed = new ArrayList<>();
	private final ByteBuffer data;

	private AviFile(final byte[] bytes) {
		data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		int at = 0;
		while (at < bytes.length) {
			require(code(at).equals("RIFF"), "RIFF at " + at);
			require(code(at + 8).equals(at == 0 ? "AVI " : "AVIX"), "form at " + at);
			final int end = at + 8 + data.getInt(at + 4);
			require(end <= bytes.length, "a part inside the file");
			chunks(at + 12, end, at);
			parts++;
			at = end;
		}
		require(indexed.equals(offsets), "the OpenDML index finds every frame: " + indexed + " " + offsets);
		require(oldIndexed.equals(offsets.subList(0, firstPartFrames)), "the old index finds the first part's frames");
		require(totalFrames == frames.size(), totalFrames + " frames promised, " + frames.size() + " found");
	}

	static AviFile read(final Path file) throws IOException {
		return new AviFile(Files.readAllBytes(file));
	}

	private static void require(final boolean condition, final String what) {
		if (!condition) throw new AssertionError(what);
	}

	private String code(final int at) {
		final byte[] code = new byte[4];
		data.duplicate().position(at).get(code);
		return new String(code, StandardCharsets.US_ASCII);
	}

	private void chunks(final int from, final int end, final int parent) {
		int at = from;
		while (at < end) {
			final String code = code(at);
			final int size = data.getInt(at + 4);
			require(size >= 0 && at + 8 + size <= end, code + " of " + size + " bytes at " + at);
			final int body = at + 8;
			switch (code) {
				case "LIST" -> chunks(body + 4, body + size, at);
				case "avih" -> {
					firstPartFrames = data.getInt(body + 16);
					width = data.getInt(body + 32);
					height = data.getInt(body + 36);
				}
				case "strh" -> {
					handler = code(body + 4);
					framesPerSecond = data.getInt(body + 24) / (double) data.getInt(body + 20);
				}
				case "strf" -> require(data.getInt(body + 4) == width && data.getInt(body + 8) == height, "sizes agree");
				case "indx" -> superIndex(body);
				case "dmlh" -> totalFrames = data.getInt(body);
				case "00dc", "00db" -> {
					final byte[] frame = new byte[size];
					data.duplicate().position(body).get(frame);
					frames.add(frame);
					offsets.add(body);
				}
				case "idx1" -> {
					for (int i = body; i < body + size; i += 16) {
						// relative to the fourcc of the movi list, which is 4 before its first chunk
						oldIndexed.add(data.getInt(i + 8) + moviFourcc(parent) + 8);
					}
				}
				case "ix00" -> {
				}
				default -> throw new AssertionError("unknown chunk " + code + " at " + at);
			}
			at = body + size + (size & 1);
		}
		require(at == end, "chunks fill their list");
	}

	private int moviFourcc(final int riff) {
		int at = riff + 12;
		while (!(code(at).equals("LIST") && code(at + 8).equals("movi")))
			at += 8 + data.getInt(at + 4);
		return at + 8;
	}

	private void superIndex(final int body) {
		final int entries = data.getInt(body + 4);
		for (int e = 0; e < entries; e++) {
			final int at = (int) data.getLong(body + 24 + 16 * e);
			final int size = data.getInt(body + 32 + 16 * e);
			require(code(at).equals("ix00") && size == 8 + data.getInt(at + 4), "super index entry " + e);
			final int n = data.getInt(at + 12);
			require(n == data.getInt(body + 36 + 16 * e), "durations agree");
			final long base = data.getLong(at + 20);
			for (int i = 0; i < n; i++) {
				final int offset = (int) (base + data.getInt(at + 32 + 8 * i));
				indexed.add(offset);
				require(data.getInt(offset - 4) == data.getInt(at + 36 + 8 * i), "frame sizes agree");
			}
		}
	}
}
