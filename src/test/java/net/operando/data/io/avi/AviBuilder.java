package net.operando.data.io.avi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes small AVI files for tests: an audio stream first, then video, in as many RIFF lists as asked for (OpenDML). */
public final class AviBuilder {

	public int width = 9;
	public int height = 6;
	public int bits = 8;
	public String fourCc = "";
	/** Positive heights mean rows from the bottom up. */
	boolean topDown;
	int scale = 1;
	int rate = 4;
	/** Blue, green, red, 0 for each number; null leaves the palette out. */
	byte[] palette;
	/** Frames of each RIFF list. */
	public final List<List<byte[]>> lists = new ArrayList<>();
	/** Where the samples of each frame begin, after {@link #build()}. */
	public final List<Integer> data = new ArrayList<>();

	static byte[] chunk(final String id, final byte[] data) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(id.getBytes(StandardCharsets.ISO_8859_1));
		out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array());
		out.write(data);
		if ((data.length & 1) != 0) out.write(0);
		return out.toByteArray();
	}

	static byte[] list(final String id, final String type, final byte[]... parts) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(type.getBytes(StandardCharsets.ISO_8859_1));
		for (final byte[] part : parts)
			out.write(part);
		return chunk(id, out.toByteArray());
	}

	public byte[] build() throws IOException {
		final ByteBuffer main = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
		main.putInt(0, 1_000_000 * scale / rate).putInt(32, width).putInt(36, height);
		final ByteBuffer audio = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
		audio.put("auds".getBytes(StandardCharsets.ISO_8859_1));
		final ByteBuffer video = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
		video.put("vids".getBytes(StandardCharsets.ISO_8859_1)).putInt(20, scale).putInt(24, rate).putInt(32, lists.stream()
			.mapToInt(List::size).sum());
		final ByteBuffer format = ByteBuffer.allocate(40 + (palette == null ? 0 : palette.length)).order(
			ByteOrder.LITTLE_ENDIAN);
		format.putInt(40).putInt(width).putInt(topDown ? -height : height).putShort((short) 1).putShort((short) bits);
		if (!fourCc.isEmpty()) format.position(16).put(fourCc.getBytes(StandardCharsets.ISO_8859_1));
		if (palette != null) format.position(40).put(palette);
		final byte[] header = list("LIST", "hdrl", chunk("avih", main.array()), list("LIST", "strl", chunk("strh", audio
			.array()), chunk("strf", new byte[18])), list("LIST", "strl", chunk("strh", video.array()), chunk("strf", format
				.array())), chunk("JUNK", new byte[5]));
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 0; i < lists.size(); i++) {
			// RIFF, size, type, then the header in the first one, then LIST, size, movi
			int at = out.size() + 12 + (i == 0 ? header.length : 0) + 12;
			final ByteArrayOutputStream movie = new ByteArrayOutputStream();
			for (final byte[] frame : lists.get(i)) {
				final byte[] sound = chunk("00wb", new byte[3]);
				movie.write(sound);
				data.add(at + sound.length + 8);
				final byte[] video1 = chunk("01db", frame);
				movie.write(video1);
				at += sound.length + video1.length;
			}
			final byte[] frames = list("LIST", "movi", movie.toByteArray());
			out.write(i == 0 ? list("RIFF", "AVI ", header, frames, chunk("idx1", new byte[32])) : list("RIFF", "AVIX",
				frames));
		}
		return out.toByteArray();
	}
}
