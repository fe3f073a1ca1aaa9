package net.operando.data.io.tiff;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ImageJ's own metadata in a TIFF file (tags 50838 and 50839): the info text and one label per slice. Our writer keeps
 * the time of every frame in the labels, "t=12.5 s", because ImageJ carries labels through cropping, duplicating and
 * saving. Immutable.
 */
final class ImageJMetadata {

	static final int MAGIC = 0x494a494a;
	static final int INFO = 0x696e666f;
	static final int LABELS = 0x6c61626c;
	/** Lines of the info text that our writer makes. */
	static final String ORIGIN = "Operando-Time-Origin: ";
	static final String NOMINAL = "Operando-Times: nominal";
	static final String MEASURED = "Operando-Times: measured";
	static final String PROVENANCE = "Operando-Provenance: ";

	private static final Pattern TIME = Pattern.compile("(?:^|\\s)t=([-+0-9.eE]+) s(?:$|\\s)");

	private final String info;
	private final List<String> labels;

	private ImageJMetadata(final String info, final List<String> labels) {
		this.info = info;
		this.labels = labels;
	}

	/** The label of a frame at a time in s; the text gives the same double back. */
	static String timeLabel(final double seconds) {
		return "t=" + seconds + " s";
	}

	/** The metadata of a directory; empty where there is none or it contradicts itself. */
	static ImageJMetadata of(final TiffDirectory d, final ByteOrder order) {
		final List<String> labels = new ArrayList<>();
		String info = "";
		final byte[] all = d.raw(TiffDirectory.IMAGEJ_METADATA);
		final long[] counts = d.count(TiffDirectory.IMAGEJ_COUNTS) > all.length ? new long[0] : d.numbers(
			TiffDirectory.IMAGEJ_COUNTS, Integer.MAX_VALUE);
		if (all.length < 12 || counts.length < 2 || counts[0] < 12 || counts[0] > all.length) return new ImageJMetadata(info,
			labels);
		final java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(all).order(order);
		if (bytes.getInt(0) != MAGIC) return new ImageJMetadata(info, labels);
		long at = counts[0];
		int item = 1;
		for (int h = 4; h + 8 <= counts[0]; h += 8) {
			final int type = bytes.getInt(h);
			final int n = bytes.getInt(h + 4);
			for (int i = 0; i < n && item < counts.length; i++, item++) {
				if (counts[item] > all.length - at) return new ImageJMetadata(info, labels);
				if (type == INFO || type == LABELS) {
					final String text = new String(all, (int) at, (int) counts[item], order == ByteOrder.BIG_ENDIAN
						? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
					if (type == INFO) info = text;
					else labels.add(text);
				}
				at += counts[item];
			}
		}
		return new ImageJMetadata(info, labels);
	}

	String info() {
		return info;
	}

	/** The time in s that the label of a slice holds; NaN if it holds none. */
	double seconds(final int slice) {
		if (slice >= labels.size()) return Double.NaN;
		final Matcher m = TIME.matcher(labels.get(slice));
		if (!m.find()) return Double.NaN;
		try {
			return Double.parseDouble(m.group(1));
		}
		catch (final NumberFormatException e) {
			return Double.NaN;
		}
	}

	boolean isNominal() {
		return info.contains(NOMINAL);
	}

	/** The instant of second 0, null if the info does not say it. */
	Instant origin() {
		final String text = line(ORIGIN);
		try {
			return text.isEmpty() ? null : Instant.parse(text);
		}
		catch (final DateTimeException e) {
			return null;
		}
	}

	/** The rest of the line that starts with a key; empty if there is none. */
	String line(final String key) {
		for (final String line : info.split("\n"))
			if (line.startsWith(key)) return line.substring(key.length()).trim();
		return "";
	}
}
