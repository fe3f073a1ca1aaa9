package net.operando.figure.video;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import net.operando.base.InvalidInputException;

/**
 * Writes an AVI file frame by frame in constant memory. Beyond about 1 GB the file goes on in further RIFF parts with
 * their own indexes, as OpenDML says; players that only know the first part still play that. The file is written under
 * another name beside the final one and gets its name in {@link #finish()}; {@link #close()} without it removes what was
 * written. Not thread-safe. Throws {@link UncheckedIOException} if the file system fails.
 * <p>
 * Source: Microsoft RIFF/AVI reference; "OpenDML AVI File Format Extensions" 1.02 (Matrox, 1996).
 */
public final class AviWriter implements AutoCloseable {

	/** Bytes of a RIFF part: well below 2 GB, which old players read as signed. */
	private static final long PART = 1L << 30;
	/** Parts that the super index holds; more than a terabyte has no use here. */
	private static final int MOST_PARTS = 256;

	private final Path target;
	private final Path temporary;
	private final FileChannel channel;
	private final int width;
	private final int height;
	private final double framesPerSecond;
	private final AviCodec codec;
	private final float quality;
	private final long partBytes;

	private final List<long[]> superIndex = new ArrayList<>();
	private final List<long[]> frames = new ArrayList<>();
	private long riffStart;
	private long moviStart;
	private int frameCount;
	private int framesInFirstPart;
	private long firstPartEnd;
	private int largestFrame;
	private boolean finished;

	private AviWriter(final Path target, final int width, final int height, final double framesPerSecond,
		final AviCodec codec, final double quality, final long partBytes)
	{
		if (width < 1 || height < 1 || width > 16384 || height > 16384) throw new InvalidInputException("A video of " + width +
			" x " + height + " pixels cannot be written: give sides from 1 to 16384.");
		if (!(framesPerSecond > 0 && framesPerSecond <= 1000)) throw new InvalidInputException("A video of " + framesPerSecond +
			" frames per second cannot be written: give more than 0 and at most 1000.");
		if (!(quality >= 0 && quality <= 1)) throw new InvalidInputException("A JPEG quality of " + quality +
			" cannot be meant: give 0 to 1.");
		this.target = target;
		this.temporary = target.resolveSibling(target.getFileName() + ".part");
		this.width = width;
		this.height = height;
		this.framesPerSecond = framesPerSecond;
		this.codec = codec;
		this.quality = (float) quality;
		this.partBytes = partBytes;
		try {
			channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
				StandardOpenOption.WRITE);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Starts a file.
	 *
	 * @param quality of Motion JPEG, 0 to 1; 0.9 is without visible loss
	 * @throws InvalidInputException if a size, rate or quality cannot be meant
	 */
	public static AviWriter open(final Path file, final int width, final int height, final double framesPerSecond,
		final AviCodec codec, final double quality)
	{
		return open(file, width, height, framesPerSecond, codec, quality, PART);
	}

	/** As above with RIFF parts of another size, so that their joints can be tested without writing gigabytes. */
	static AviWriter open(final Path file, final int width, final int height, final double framesPerSecond,
		final AviCodec codec, final double quality, final long partBytes)
	{
		final AviWriter writer = new AviWriter(file, width, height, framesPerSecond, codec, quality, partBytes);
		try {
			writer.write(writer.header());
			writer.beginMovi();
			return writer;
		}
		catch (final RuntimeException e) {
			writer.close();
			throw e;
		}
	}

	/**
	 * Appends a frame.
	 *
	 * @param image of the size of the video
	 */
	public void write(final BufferedImage image) {
		if (image.getWidth() != width || image.getHeight() != height) throw new IllegalArgumentException("a frame of " + image
			.getWidth() + " x " + image.getHeight() + " in a video of " + width + " x " + height);
		final byte[] data = codec == AviCodec.MOTION_JPEG ? jpeg(image) : bottomUp(image);
		// 16 bytes of idx1 and 8 of ix00 per frame stand in the part, too
		if (!frames.isEmpty() && position() - riffStart + data.length + 24L * (frames.size() + 2) + 64 > partBytes) {
			endPart();
			if (superIndex.size() == MOST_PARTS) throw new InvalidInputException(
				"The video is too long for one AVI file: write fewer or smaller frames.");
			riffStart = position();
			write(new RiffBytes().fourcc("RIFF").int32(0).fourcc("AVIX"));
			beginMovi();
		}
		frames.add(new long[] { position(), data.length });
		write(new RiffBytes().fourcc(chunkId()).int32(data.length).bytes(data).pad());
		largestFrame = Math.max(largestFrame, data.length);
		frameCount++;
	}

	/** Completes the file and gives it its name; an older file of that name is replaced. */
	public void finish() {
		if (frameCount == 0) throw new InvalidInputException("The video has no frame: choose a time range with frames in it.");
		endPart();
		try {
			channel.position(0);
			write(header());
			patch(4, RiffBytes.toInt(firstPartEnd - 8));
			channel.close();
			Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
			finished = true;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Lets go of the file; one that was not finished is removed. */
	@Override
	public void close() {
		if (finished) return;
		try {
			channel.close();
			Files.deleteIfExists(temporary);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private String chunkId() {
		return codec == AviCodec.MOTION_JPEG ? "00dc" : "00db";
	}

	private RiffBytes header() {
		return new AviHeader(width, height, framesPerSecond, codec, frameCount, framesInFirstPart, largestFrame).bytes(superIndex,
			chunkId());
	}

	private void beginMovi() {
		moviStart = position();
		write(new RiffBytes().fourcc("LIST").int32(0).fourcc("movi"));
	}

	/** Indexes of the part, then the sizes that were not known before. */
	private void endPart() {
		final long indexAt = position();
		final long base = frames.get(0)[0];
		final RiffBytes standard = new RiffBytes().fourcc("ix00").int32(24 + 8 * frames.size()).int16(2).int8(0).int8(1).int32(
			frames.size()).fourcc(chunkId()).int64(base).int32(0);
		for (final long[] frame : frames)
			standard.int32(RiffBytes.toInt(frame[0] + 8 - base)).int32((int) frame[1]);
		write(standard);
		superIndex.add(new long[] { indexAt, position() - indexAt, frames.size() });
		patch(moviStart + 4, RiffBytes.toInt(position() - moviStart - 8));
		if (superIndex.size() == 1) {
			final RiffBytes old = new RiffBytes().fourcc("idx1").int32(16 * frames.size());
			for (final long[] frame : frames)
				old.fourcc(chunkId()).int32(0x10).int32(RiffBytes.toInt(frame[0] - moviStart - 8)).int32((int) frame[1]);
			write(old);
			framesInFirstPart = frames.size();
			firstPartEnd = position();
		}
		else patch(riffStart + 4, RiffBytes.toInt(position() - riffStart - 8));
		frames.clear();
	}

	private long position() {
		try {
			return channel.position();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void write(final RiffBytes bytes) {
		try {
			final ByteBuffer buffer = bytes.buffer();
			while (buffer.hasRemaining())
				channel.write(buffer);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void patch(final long at, final int value) {
		try {
			final long here = channel.position();
			channel.position(at);
			write(new RiffBytes().int32(value));
			channel.position(here);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private byte[] jpeg(final BufferedImage image) {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			final ImageWriteParam parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionQuality(quality);
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), parameters);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** Blue, green, red; rows from the bottom, each padded to a multiple of four bytes. */
	private byte[] bottomUp(final BufferedImage image) {
		final int stride = (3 * width + 3) / 4 * 4;
		final byte[] data = new byte[stride * height];
		final int[] row = new int[width];
		for (int y = 0; y < height; y++) {
			image.getRGB(0, y, width, 1, row, 0, width);
			int to = (height - 1 - y) * stride;
			for (final int rgb : row) {
				data[to++] = (byte) rgb;
				data[to++] = (byte) (rgb >> 8);
				data[to++] = (byte) (rgb >> 16);
			}
		}
		return data;
	}
}
