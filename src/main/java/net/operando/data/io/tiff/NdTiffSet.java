package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.FileBytes;
import net.operando.data.io.FileSet;
import net.operando.data.io.FormatException;
import net.operando.data.io.SampleType;
import net.operando.data.io.StoredMovie;

/** One NDTiff set being opened: picks along the axes, checks every image against its file, takes times from metadata. */
final class NdTiffSet {

	/** Pixel types of the format: 8 bit, 16 bit, colour, and 10 to 14 bit kept in 16. */
	private static final int COLOUR = 2;
	private static final int LAST_TYPE = 6;
	private static final String TIME = "time";

	private final FileSet files;
	private final Path index;
	private final MovieParts parts;
	private final Progress progress;
	private final Map<String, FileBytes> opened = new HashMap<>();
	private final Map<String, Map<Long, TiffPlane>> directories = new HashMap<>();
	private final Map<String, Integer> numbers = new HashMap<>();
	private final Map<String, TiffLayout> layouts = new HashMap<>();

	NdTiffSet(final FileSet files, final Path index, final MovieParts parts, final Progress progress) {
		this.files = files;
		this.index = index;
		this.parts = parts;
		this.progress = progress;
	}

	void read(final PlaneChoice choice) throws IOException {
		final NdTiffIndex content = NdTiffIndex.read(index);
		if (content.isCut()) parts.warn("Its index is cut short after " + content.entries().size() +
			" images: only these are read.");
		final TreeMap<Integer, NdTiffIndex.Entry> chosen = choose(content.entries(), choice);
		final List<MicroManagerImage> images = new ArrayList<>();
		final List<long[]> ranges = new ArrayList<>();
		int bad = 0;
		FormatException problem = null;
		for (final Map.Entry<Integer, NdTiffIndex.Entry> e : chosen.entrySet()) {
			progress.checkCancelled();
			try {
				final NdTiffIndex.Entry entry = e.getValue();
				final TiffPlane plane = plane(entry);
				final MicroManagerImage image = metadata(entry);
				if (!image.isFramed() || image.frame >= 0 && image.frame != e.getKey()) throw file(entry.fileName).refuse(
					"describes another image than frame " + (e.getKey() + 1) +
						", or none, where the index says: it is damaged; copy it again.");
				if (!parts.planes().isEmpty() && !parts.planes().get(0).layout.showsLike(plane.layout))
					throw new FormatException(index, "names images of different sizes.");
				parts.add(plane, e.getKey());
				images.add(image);
				ranges.add(new long[] { plane.file, plane.offset(0), plane.offset(0) + plane.length(0) });
				ranges.add(new long[] { plane.file, entry.metadataOffset, entry.metadataOffset + entry.metadataLength });
			}
			catch (final FormatException f) {
				if (problem == null) problem = f;
				bad++;
			}
		}
		if (parts.planes().isEmpty() && problem != null) throw problem;
		if (bad > 0) parts.warn(bad + " of " + chosen.size() + " images of the set are left out: " + problem.getMessage());
		refuseOverlaps(ranges);
		warnOfRest(content.entries());
		MicroManagerTimes.apply(images, parts);
	}

	/** The images of the chosen plane by their time. */
	private TreeMap<Integer, NdTiffIndex.Entry> choose(final List<NdTiffIndex.Entry> entries, final PlaneChoice choice) {
		final Map<String, TreeSet<String>> values = new TreeMap<>();
		for (final NdTiffIndex.Entry entry : entries)
			entry.axes.forEach((axis, value) -> values.computeIfAbsent(axis, a -> new TreeSet<>(
				TiffFolder::compareNaturally)).add(value));
		final Map<String, String> picked = new HashMap<>();
		final List<String> allowed = new ArrayList<>(List.of("c", "z", "p"));
		for (final Map.Entry<String, TreeSet<String>> axis : values.entrySet()) {
			if (TIME.equals(axis.getKey())) continue;
			allowed.add(axis.getKey());
			picked.put(axis.getKey(), pick(axis.getKey(), new ArrayList<>(axis.getValue()), choice));
		}
		for (final String key : choice.given().keySet())
			if (!allowed.contains(key)) throw new InvalidInputException("'" + key +
				"' in dataset is no axis of the set: its axes are " + String.join(", ", values.keySet()) + ".");
		final TreeMap<Integer, NdTiffIndex.Entry> chosen = new TreeMap<>();
		int twice = 0;
		for (final NdTiffIndex.Entry entry : entries) {
			if (!picked.entrySet().stream().allMatch(p -> entry.axes.getOrDefault(p.getKey(), p.getValue()).equals(p
				.getValue()))) continue;
			final String time = entry.axes.getOrDefault(TIME, "0");
			if (!time.matches("\\d{1,9}")) throw new FormatException(index, "has the time " + time +
				", which is no frame number: it is damaged; copy it again.");
			// a later record of the same place replaces the earlier one, as NDTiff has it
			if (chosen.put(Integer.parseInt(time), entry) != null) twice++;
		}
		if (twice > 0) parts.warn(twice + " images were written again under the same axes: the last of each is read.");
		if (!chosen.isEmpty() && chosen.lastKey() - chosen.firstKey() + 1 > chosen.size()) parts.warn(chosen.lastKey() -
			chosen.firstKey() + 1 - chosen.size() + " frames are missing between the first and the last.");
		return chosen;
	}

	private String pick(final String axis, final List<String> values, final PlaneChoice choice) {
		final String named = "z".equals(axis) ? null : choice.given().get(axis);
		if (named != null) {
			if (!values.contains(named)) throw new InvalidInputException("dataset asks for " + axis + "=" + named +
				" but the set has " + String.join(", ", values) + ".");
			return named;
		}
		final String key = "channel".equals(axis) ? "c" : "position".equals(axis) ? "p" : axis;
		if (key.length() > 1) {
			if (values.size() > 1) parts.warn("Along its axis " + axis + " the value " + values.get(0) + " of " + values.size() +
				" is shown: pick another with dataset, for example " + axis + "=" + values.get(1) + ".");
			return values.get(0);
		}
		return values.get(choice.index(key, axis, values.size(), parts));
	}

	private TiffPlane plane(final NdTiffIndex.Entry entry) throws IOException {
		final FileBytes bytes = file(entry.fileName);
		if (entry.pixelType == COLOUR) throw bytes.refuse(
			"holds colour images: convert it to 16-bit grey in ImageJ and save it again.");
		if (entry.pixelType < 0 || entry.pixelType > LAST_TYPE || entry.compression != 0) throw bytes.refuse(
			"holds images of type " + entry.pixelType + " and compression " + entry.compression +
				", which are not read: save it from Micro-Manager as an image stack file.");
		final SampleType kind = entry.pixelType == 0 ? SampleType.UINT8 : SampleType.UINT16;
		if (entry.width <= 0 || entry.height <= 0 || Math.multiplyFull(entry.width, entry.height) > StoredMovie.MOST_SAMPLES)
			throw new FormatException(index, "states an image of " + entry.width + " x " + entry.height +
				" pixels: it is damaged; copy it again.");
		final TiffLayout layout = layouts.computeIfAbsent(entry.width + "x" + entry.height + kind + bytes.order(),
			k -> TiffLayout.raw(entry.width, entry.height, kind, bytes.order()));
		if (!bytes.has(entry.pixelOffset, layout.frameBytes())) throw bytes.refuse(
			"ends before the last byte of an image: it was cut short; copy it again.");
		final TiffPlane own = directories.get(entry.fileName).get(entry.pixelOffset);
		if (own == null || !own.isRaw() || !own.layout.showsLike(layout)) throw bytes.refuse(
			"has no directory for an image that the index places at byte " + entry.pixelOffset + ": it is damaged; copy it again.");
		return TiffPlane.raw(numbers.get(entry.fileName), layout, entry.pixelOffset);
	}

	private MicroManagerImage metadata(final NdTiffIndex.Entry entry) throws IOException {
		final FileBytes bytes = file(entry.fileName);
		if (entry.metadataLength < 0 || entry.metadataLength > 1 << 24 || entry.metadataCompression != 0 || !bytes.has(
			entry.metadataOffset, entry.metadataLength)) return new MicroManagerImage();
		return MicroManagerImage.parse(new String(bytes.bytes(entry.metadataOffset, entry.metadataLength),
			StandardCharsets.UTF_8));
	}

	private FileBytes file(final String name) throws IOException {
		final FileBytes known = opened.get(name);
		if (known != null) return known;
		final boolean plain = !name.isEmpty() && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ') && !name
			.startsWith("..");
		final Path path;
		try {
			path = plain ? index.resolveSibling(name) : null;
		}
		catch (final java.nio.file.InvalidPathException e) {
			throw new FormatException(index, "names a file that cannot exist: it is damaged; copy it again.", e);
		}
		if (path == null || !Files.isRegularFile(path)) throw new FormatException(index, "names the file '" + name.replaceAll(
			"\\p{Cntrl}", "?") + "', which is not beside it: copy the whole folder.");
		final int number = files.add(path);
		final FileBytes bytes = new FileBytes(files, number);
		if (!TiffFile.isTiff(FileBytes.head(path, 8))) throw bytes.refuse("is no TIFF file: it is damaged; copy it again.");
		bytes.order(bytes.u8(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		directories.put(name, planes(new TiffFile(files, number)));
		opened.put(name, bytes);
		numbers.put(name, number);
		return bytes;
	}

	/** The planes that the directories of a file itself describe, by their first byte: the witness against the index. */
	private Map<Long, TiffPlane> planes(final TiffFile file) {
		final TiffChain chain = TiffChain.read(file, progress);
		chain.report(parts);
		final Map<Long, TiffPlane> planes = new HashMap<>();
		for (int i = 0; i < chain.size(); i++)
			if (chain.plane(i) != null) planes.put(chain.plane(i).offset(0), chain.plane(i));
		return planes;
	}

	/** An index that lost its last records names less than the files hold. */
	private void warnOfRest(final List<NdTiffIndex.Entry> entries) {
		final long frameBytes = parts.planes().isEmpty() ? Long.MAX_VALUE : parts.planes().get(0).layout.frameBytes();
		opened.forEach((name, bytes) -> {
			long end = 0;
			for (final NdTiffIndex.Entry e : entries)
				if (e.fileName.equals(name)) end = Math.max(end, Math.max(e.metadataOffset + e.metadataLength, e.pixelOffset +
					frameBytes));
			if (bytes.size() - end >= frameBytes) parts.warn(name + " holds " + (bytes.size() - end) +
				" bytes behind the last image of the index, so images may be missing from the index.");
		});
	}

	private void refuseOverlaps(final List<long[]> ranges) {
		ranges.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
		for (int i = 1; i < ranges.size(); i++) {
			final long[] a = ranges.get(i - 1);
			final long[] b = ranges.get(i);
			if (a[0] == b[0] && b[1] < a[2]) throw new FormatException(index, "has images that reach into each other at byte " +
				b[1] + " of a file: it is damaged; copy it again.");
		}
	}
}
