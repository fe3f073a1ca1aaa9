package net.operando.data.io.avi;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import net.operando.data.io.StoredMovie;

/**
 * The bitmap format of an AVI stream: size, direction of rows, bits and the grey value of each stored number. Immutable.
 */
final class AviPixels {

	/** Weights of red, green and blue in luminance, ITU-R BT.601. */
	private static final double RED = 0.299;
	private static final double GREEN = 0.587;
	private static final double BLUE = 0.114;

	final int width;
	final int height;
	/** Rows are stored from the bottom up. */
	final boolean bottomUp;
	/** Bits per pixel of an uncompressed frame; 0 if frames are JPEG or PNG images. */
	final int bits;
	/** Bytes from row to row. */
	final int stride;
	/** The grey value of each 8 bit number; null if they are the same. */
	final byte[] grey;
	/** Whether colours are turned into luminance. */
	final boolean colour;

	AviPixels(final AviFile avi) {
		width = avi.formatInt(4);
		final int signedHeight = avi.formatInt(8);
		if (width <= 0 || signedHeight == 0 || signedHeight == Integer.MIN_VALUE || Math.multiplyFull(width, Math.abs(
			signedHeight)) > StoredMovie.MOST_SAMPLES) throw avi.bytes().refuse("states an image of " + width + " x " +
				signedHeight + " pixels: it is damaged; copy it again.");
		height = Math.abs(signedHeight);
		if (!avi.isOfSize(width, height)) throw avi.bytes().refuse("states two different image sizes: it is damaged; copy it again.");
		final int stated = avi.formatShort(14);
		final String code = fourCc(avi.formatInt(16));
		final boolean plain = code.isEmpty() || "dib ".equals(code) || "rgb ".equals(code) || "raw ".equals(code);
		if (plain && (stated == 8 || stated == 24 || stated == 32)) bits = stated;
		else if ("y800".equals(code) || "y8  ".equals(code) || "grey".equals(code)) bits = 8;
		else if ("y16 ".equals(code)) bits = 16;
		else if ("mjpg".equals(code) || "jpeg".equals(code) || "png ".equals(code) || "mpng".equals(code)) bits = 0;
		else throw avi.bytes().refuse(plain ? "has " + stated +
			" bits per pixel, which are not read: save it from ImageJ as 8-bit uncompressed AVI or as TIFF." :
			"is compressed with '" + code.trim() + "', which is not read: convert it to uncompressed AVI or TIFF.");
		bottomUp = plain && signedHeight > 0;
		stride = plain ? (width * (bits / 8) + 3) / 4 * 4 : width * (bits / 8);
		final byte[] palette = plain && bits == 8 ? avi.palette() : new byte[0];
		colour = bits >= 24 || !isGrey(palette);
		grey = lookup(palette);
	}

	/** Bytes that an uncompressed frame needs. */
	long frameBytes() {
		return (long) stride * height;
	}

	/** Whether a chunk may be a frame: uncompressed ones are all as long as their size needs, or padded to a word or two. */
	boolean isWhole(final int length) {
		return bits == 0 ? length > 0 : length >= frameBytes() && length < frameBytes() + 8;
	}

	/** The luminance of a colour, rounded. */
	static int luminance(final int red, final int green, final int blue) {
		return (int) Math.round(RED * red + GREEN * green + BLUE * blue);
	}

	private static boolean isGrey(final byte[] palette) {
		for (int i = 0; i + 3 < palette.length && i < 1024; i += 4)
			if (palette[i] != palette[i + 1] || palette[i] != palette[i + 2]) return false;
		return true;
	}

	private static byte[] lookup(final byte[] palette) {
		final byte[] grey = new byte[256];
		boolean same = true;
		for (int i = 0; i < 256; i++) {
			grey[i] = (byte) i;
			if (4 * i + 3 < palette.length) grey[i] = (byte) luminance(palette[4 * i + 2] & 0xff, palette[4 * i + 1] & 0xff,
				palette[4 * i] & 0xff);
			same &= grey[i] == (byte) i;
		}
		return same ? null : grey;
	}

	private static String fourCc(final int code) {
		if (code == 0) return "";
		final byte[] b = { (byte) code, (byte) (code >> 8), (byte) (code >> 16), (byte) (code >> 24) };
		return new String(b, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).replaceAll("\\p{Cntrl}", "?");
	}
}
