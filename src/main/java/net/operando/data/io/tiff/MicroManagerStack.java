package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import net.operando.base.Progress;
import net.operando.data.io.FileBytes;
import net.operando.data.io.FileSet;
import net.operando.data.io.FormatException;

/**
 * Micro-Manager's multipage stacks (1.4 and 2.0): coordinates from the index map of each file or, where it is missing,
 * from the JSON that every image carries in tag 51123; its ElapsedTime-ms is the time. Continuation files
 * ({@code name_1.ome.tif}) are read with the first. Layout: Micro-Manager's file format guide, "image stack files".
 */
final class MicroManagerStack {

	private static final int INDEX_OFFSET_MARK = 54773648;
	private static final int INDEX_MARK = 3453623;
	private static final int SUMMARY_MARK = 2355492;
	/** An index entry: channel, slice, frame, position and the offset of the directory, 4 bytes each. */
	private static final int ENTRY_BYTES = 20;

	/** Where a frame was found, and where its description lies. */
	private static final class Found {

		private TiffFile file;
		private TiffPlane plane;
		private long directory;
		private MicroManagerImage image;
	}

	private final FileSet files;
	private final MovieParts parts;
	private final Progress progress;
	/** Coordinates {frame, channel, slice, position} of every plane, and the plane. */
	private final Map<List<Integer>, Found> planes = new HashMap<>();

	MicroManagerStack(final FileSet files, final MovieParts parts, final Progress progress) {
		this.files = files;
		this.parts = parts;
		this.progress = progress;
	}

	static boolean matches(final TiffFile file, final TiffDirectory first) {
		return first.has(TiffDirectory.MICRO_MANAGER) || file.bytes().size() > 40 && file.bytes().u32(
			8) == INDEX_OFFSET_MARK && file.bytes().u32(32) == SUMMARY_MARK;
	}

	void read(final TiffFile first, final PlaneChoice choice) throws IOException {
		choice.allow("c", "z", "p");
		collect(first);
		int number = 1;
		for (Path next = continuation(number); Files.isRegularFile(next); next = continuation(++number)) {
			final TiffFile file = new TiffFile(files, files.add(next));
			if (!matches(file, file.firstDirectory())) break;
			collect(file);
		}
		if (planes.isEmpty()) throw new FormatException(parts.path(),
			"holds no image whose frame number can be read: it is damaged; copy it again, or save it from ImageJ.");
		final int c = pick(choice, "c", "channel", 1);
		final int z = pick(choice, "z", "slice", 2);
		final int p = pick(choice, "p", "position", 3);
		final TreeMap<Integer, Found> frames = new TreeMap<>();
		planes.forEach((at, found) -> {
			if (at.get(1) == c && at.get(2) == z && at.get(3) == p && found.plane != null) frames.put(at.get(0), found);
		});
		final List<MicroManagerImage> images = new ArrayList<>();
		frames.forEach((t, found) -> {
			parts.add(found.plane, t);
			images.add(found.image);
		});
		if (!frames.isEmpty() && frames.lastKey() + 1L > images.size()) parts.warn(frames.lastKey() + 1L - images.size() +
			" of " + (frames.lastKey() + 1L) + " frames are missing in the file.");
		fillIn(images, new ArrayList<>(frames.keySet()), c, z);
		MicroManagerTimes.apply(images, parts);
		summary(first);
	}

	/** The value of a coordinate to show; a file usually holds one position under its own number. */
	private int pick(final PlaneChoice choice, final String key, final String name, final int coordinate) {
		final int[] values = planes.keySet().stream().mapToInt(a -> a.get(coordinate)).sorted().distinct().toArray();
		return values[choice.index(key, name, values.length, parts)];
	}

	private void collect(final TiffFile file) {
		final TiffChain chain = TiffChain.read(file, progress);
		chain.report(parts);
		final List<Found> all = new ArrayList<>();
		int framed = 0;
		for (int i = 0; i < chain.size(); i++) {
			final Found found = new Found();
			found.file = file;
			found.plane = chain.plane(i);
			found.directory = chain.directoryOffset(i);
			found.image = describe(found);
			if (found.image.isFramed()) framed++;
			all.add(found);
		}
		final Map<Long, List<Integer>> index = indexMap(file);
		if (isIndexLost(file)) leaveOutMoved(all);
		place(all, index, 2 * framed > all.size());
	}

	/**
	 * Puts images where the index and their own descriptions say. The descriptions lie behind the samples: one that is not
	 * where it should be tells that the samples have moved, too.
	 */
	private void place(final List<Found> all, final Map<Long, List<Integer>> index, final boolean described) {
		int contradicted = 0;
		int undescribed = 0;
		int twice = 0;
		for (final Found found : all) {
			List<Integer> at = index.get(found.directory);
			final MicroManagerImage image = found.image;
			if (described && !image.isFramed() || at != null && !image.isAt(at.get(0), at.get(1), at.get(2))) {
				if (found.plane != null) contradicted++;
				continue;
			}
			if (at == null && image.frame < 0) {
				undescribed++;
				continue;
			}
			if (at == null) at = List.of(image.frame, Math.max(0, image.channel), Math.max(0, image.slice), Math.max(0,
				image.position));
			if (planes.putIfAbsent(at, found) != null) twice++;
		}
		if (contradicted > 0) parts.warn(contradicted + " images are left out: their descriptions are not where they should " +
			"be, or name another frame than the index does. The file is damaged.");
		if (undescribed > 0) parts.warn(undescribed + " images carry no frame number and are left out.");
		if (twice > 0) parts.warn(twice + " images repeat the place of another and are left out.");
		if (index.size() > all.size()) parts.warn("Its index names " + index.size() + " images but only " + all.size() +
			" are found: it was cut short or is damaged.");
	}

	/** Whether the file names a place for its index where there is none. */
	private static boolean isIndexLost(final TiffFile file) {
		final FileBytes bytes = file.bytes();
		if (!bytes.has(0, 16) || bytes.u32(8) != INDEX_OFFSET_MARK || bytes.u32(12) == 0) return false;
		return !bytes.has(bytes.u32(12), 4) || bytes.u32(bytes.u32(12)) != INDEX_MARK;
	}

	/**
	 * Bytes were lost behind the last directory that could be reached, perhaps among the samples of its image: only a
	 * description behind them that is where it should be tells that they were not.
	 */
	private void leaveOutMoved(final List<Found> all) {
		for (int i = all.size() - 1; i >= 0; i--) {
			final Found last = all.get(i);
			if (last.plane == null) continue;
			final long at = last.file.directory(last.directory).place(TiffDirectory.MICRO_MANAGER);
			if (last.image.isFramed() && at > last.plane.offset(0)) return;
			last.plane = null;
			parts.warn("The last image before the place of the index may have moved and is left out.");
			return;
		}
	}

	/** Coordinates by the offset of the directory, as Micro-Manager's index map gives them; empty if it is not whole. */
	private Map<Long, List<Integer>> indexMap(final TiffFile file) {
		final Map<Long, List<Integer>> map = new HashMap<>();
		final FileBytes bytes = file.bytes();
		if (!bytes.has(0, 16) || bytes.u32(8) != INDEX_OFFSET_MARK) return map;
		final long at = bytes.u32(12);
		// an acquisition that crashed never wrote where its index is
		if (at == 0) return map;
		final boolean marked = bytes.has(at, 8) && bytes.u32(at) == INDEX_MARK;
		final long count = marked ? bytes.u32(at + 4) : 0;
		if (!marked || !bytes.has(at + 8, count * ENTRY_BYTES)) {
			parts.warn("Its index is not where it should be: the file was cut short or is damaged.");
			return map;
		}
		for (long i = 0; i < count; i++) {
			final long entry = at + 8 + i * ENTRY_BYTES;
			final long c = bytes.u32(entry);
			final long z = bytes.u32(entry + 4);
			final long t = bytes.u32(entry + 8);
			final long p = bytes.u32(entry + 12);
			if (Math.max(Math.max(c, z), Math.max(t, p)) > 1 << 30) return new HashMap<>();
			map.put(bytes.u32(entry + 16), List.of((int) t, (int) c, (int) z, (int) p));
		}
		return map;
	}

	/** Whether most images carry a description. */
	private static boolean isDescribed(final TiffFile file, final TiffChain chain) {
		int described = 0;
		for (int i = 0; i < chain.size(); i++)
			if (file.directory(chain.directoryOffset(i)).has(TiffDirectory.MICRO_MANAGER)) described++;
		return 2 * described > chain.size();
	}

	private static MicroManagerImage describe(final Found found) {
		return MicroManagerImage.parse(found.file.directory(found.directory).text(TiffDirectory.MICRO_MANAGER));
	}

	/** Takes from metadata.txt what the images themselves do not say. */
	private void fillIn(final List<MicroManagerImage> images, final List<Integer> frames, final int c, final int z)
		throws IOException
	{
		if (images.size() != frames.size() || images.stream().noneMatch(i -> Double.isNaN(i.elapsedMilliseconds))) return;
		final String stem = FileSet.nameOf(parts.path());
		Path path = parts.path().toAbsolutePath().resolveSibling(stem + "_metadata.txt");
		if (!Files.isRegularFile(path)) path = path.resolveSibling("metadata.txt");
		if (!Files.isRegularFile(path)) return;
		final MicroManagerText text = MicroManagerText.read(path, progress);
		for (int i = 0; i < images.size(); i++) {
			final MicroManagerImage written = text.at(frames.get(i), c, z);
			if (Double.isNaN(images.get(i).elapsedMilliseconds) && written != null) images.set(i, written);
		}
	}

	/** The planned interval and pixel size of the whole acquisition. */
	private void summary(final TiffFile file) {
		final FileBytes bytes = file.bytes();
		if (!bytes.has(0, 40) || bytes.u32(32) != SUMMARY_MARK || !bytes.has(40, bytes.u32(36)) || bytes.u32(36) > 1 << 26)
			return;
		final String json = new String(bytes.bytes(40, (int) bytes.u32(36)), StandardCharsets.UTF_8);
		try {
			final JsonElement interval = JsonParser.parseString(json).getAsJsonObject().get("Interval_ms");
			if (interval != null && interval.isJsonPrimitive()) parts.clock().interval(interval.getAsDouble() / 1000);
		}
		catch (final JsonParseException | IllegalStateException | NumberFormatException e) {
			parts.warn("The summary of its acquisition cannot be read.");
		}
	}

	private Path continuation(final int number) {
		final String name = parts.path().getFileName().toString();
		final String ending = name.substring(FileSet.nameOf(parts.path()).length());
		return parts.path().toAbsolutePath().resolveSibling(FileSet.nameOf(parts.path()) + "_" + number + ending);
	}

	/** The first file of the set that a file continues; the file itself if it continues none. */
	static Path start(final Path path) {
		final String name = path.getFileName().toString();
		final String stem = FileSet.nameOf(path);
		if (!name.contains("MMStack") || !stem.matches(".*_[1-9]\\d*")) return path;
		final Path start = path.toAbsolutePath().resolveSibling(stem.substring(0, stem.lastIndexOf('_')) + name.substring(stem
			.length()));
		return Files.isRegularFile(start) ? start : path;
	}
}
