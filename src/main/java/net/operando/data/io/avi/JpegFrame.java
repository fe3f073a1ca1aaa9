package net.operando.data.io.avi;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import net.operando.data.io.FormatException;

/** A frame that is a JPEG or PNG image, as grey values. Motion JPEG leaves out the standard Huffman tables: they are put in. */
final class JpegFrame {

	private JpegFrame() {}

	/**
	 * Decodes a frame.
	 *
	 * @return one grey value per pixel, row-major
	 * @throws FormatException if it cannot be decoded or has another size
	 */
	static byte[] decode(final byte[] data, final int width, final int height, final Path path) {
		final boolean jpeg = data.length > 2 && (data[0] & 0xff) == 0xff && (data[1] & 0xff) == 0xd8;
		if (jpeg && !isEnded(data)) throw new FormatException(path,
			"has a frame without its end: copy it again, or leave the frame out with framerange.");
		final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(jpeg ? "jpeg" : "png");
		if (!readers.hasNext()) throw new FormatException(path, "has frames that this Java cannot decode: convert it to uncompressed AVI.");
		final ImageReader reader = readers.next();
		try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg ? withTables(data)
			: data)))
		{
			reader.setInput(in, true, true);
			if (reader.getWidth(0) != width || reader.getHeight(0) != height) throw new FormatException(path,
				"has a frame of another size than it states: it is damaged; copy it again.");
			return grey(reader.read(0), width, height);
		}
		catch (final FormatException e) {
			throw e;
		}
		catch (final IOException | RuntimeException e) {
			// the decoders report damage by unchecked exceptions of many kinds too
			throw new FormatException(path, "has a frame that cannot be decoded: copy it again, or leave the frame out with framerange.",
				e);
		}
		finally {
			reader.dispose();
		}
	}

	/** Whether the end of image marker is the last but padding; the decoder would fill what is missing with grey. */
	private static boolean isEnded(final byte[] data) {
		int end = data.length;
		while (end > 2 && data[end - 1] == 0)
			end--;
		return end > 2 && (data[end - 2] & 0xff) == 0xff && (data[end - 1] & 0xff) == 0xd9;
	}

	private static byte[] grey(final BufferedImage image, final int width, final int height) {
		final byte[] grey = new byte[width * height];
		if (image.getRaster().getNumBands() == 1 && image.getSampleModel().getSampleSize(0) == 8 && !(image
			.getColorModel() instanceof java.awt.image.IndexColorModel))
		{
			final int[] row = new int[width];
			for (int y = 0; y < height; y++) {
				image.getRaster().getSamples(0, y, width, 1, 0, row);
				for (int x = 0; x < width; x++)
					grey[y * width + x] = (byte) row[x];
			}
			return grey;
		}
		final int[] row = new int[width];
		for (int y = 0; y < height; y++) {
			image.getRGB(0, y, width, 1, row, 0, width);
			for (int x = 0; x < width; x++)
				grey[y * width + x] = (byte) AviPixels.luminance(row[x] >> 16 & 0xff, row[x] >> 8 & 0xff, row[x] & 0xff);
		}
		return grey;
	}

	/** The data with the standard Huffman tables behind its first marker, if it has none. */
	private static byte[] withTables(final byte[] data) throws IOException {
		int at = 2;
		while (at + 4 <= data.length && (data[at] & 0xff) == 0xff && (data[at + 1] & 0xff) != 0xda) {
			if ((data[at + 1] & 0xff) == 0xc4) return data;
			at += 2 + ((data[at + 2] & 0xff) << 8 | data[at + 3] & 0xff);
		}
		final ByteArrayOutputStream tables = new ByteArrayOutputStream();
		table(tables, 0x00, JPEGHuffmanTable.StdDCLuminance);
		table(tables, 0x10, JPEGHuffmanTable.StdACLuminance);
		table(tables, 0x01, JPEGHuffmanTable.StdDCChrominance);
		table(tables, 0x11, JPEGHuffmanTable.StdACChrominance);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(data, 0, 2);
		final int length = tables.size() + 2;
		out.write(new byte[] { (byte) 0xff, (byte) 0xc4, (byte) (length >> 8), (byte) length });
		tables.writeTo(out);
		out.write(data, 2, data.length - 2);
		return out.toByteArray();
	}

	private static void table(final ByteArrayOutputStream to, final int id, final JPEGHuffmanTable table) {
		to.write(id);
		final short[] lengths = table.getLengths();
		for (int i = 0; i < 16; i++)
			to.write(i < lengths.length ? lengths[i] : 0);
		for (final short value : table.getValues())
			to.write(value);
	}
}
