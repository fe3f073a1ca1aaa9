package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.operando.base.Progress;
import net.operando.data.io.FileSet;
import net.operando.data.io.FormatException;

/**
 * A folder of single TIFF images as one movie, in the natural order of their names (img2 before img10). A
 * Micro-Manager metadata.txt beside them gives the times.
 */
final class TiffFolder {

	private final FileSet files;
	private final MovieParts parts;
	private final Progress progress;

	TiffFolder(final FileSet files, final MovieParts parts, final Progress progress) {
		this.files = files;
		this.parts = parts;
		this.progress = progress;
	}

	/** Whether a folder holds TIFF files. */
	static boolean isOne(final Path folder) {
		try {
			return !images(folder).isEmpty();
		}
		catch (final IOException | java.io.UncheckedIOException e) {
			return false;
		}
	}

	/** The stack to open where the folder holds just one, or one Micro-Manager or OME set; null if it holds single images. */
	static Path soleStack(final Path folder) throws IOException {
		final List<Path> images = images(folder);
		if (images.size() == 1) return images.get(0);
		final List<Path> sets = images.stream().filter(p -> p.getFileName().toString().matches(
			"(?i).*(MMStack.*|\\.ome)\\.tiff?")).map(MicroManagerStack::start).map(Path::getFileName).distinct().collect(
				Collectors.toList());
		if (sets.size() > 1) throw new FormatException(folder, "holds " + sets.size() +
			" stacks: open one of its files, for example " + sets.get(0) + ".");
		return sets.size() == 1 ? folder.resolve(sets.get(0)) : null;
	}

	void read(final Path folder) throws IOException {
		final List<Path> images = images(folder);
		final Path text = folder.resolve("metadata.txt");
		final MicroManagerText written = Files.isRegularFile(text) ? MicroManagerText.read(text, progress) : null;
		final List<MicroManagerImage> described = new ArrayList<>();
		int damaged = 0;
		FormatException problem = null;
		for (int i = 0; i < images.size(); i++) {
			progress.checkCancelled();
			progress.update((double) i / images.size(), "reading the folder");
			try {
				final TiffFile file = new TiffFile(files, files.add(images.get(i)));
				final TiffDirectory first = file.firstDirectory();
				final TiffPlane plane = plane(file, first, images.get(i));
				if (parts.planes().isEmpty()) TiffFormat.pixelSize(first, parts);
				else if (!parts.planes().get(0).layout.showsLike(plane.layout)) throw new FormatException(images.get(i),
					"is of another size or sample type than the images before it.");
				parts.add(plane, i);
				final MicroManagerImage image = written == null ? null : written.of(images.get(i).getFileName().toString());
				described.add(image == null ? new MicroManagerImage() : image);
			}
			catch (final FormatException e) {
				if (problem == null) problem = e;
				damaged++;
			}
		}
		if (parts.planes().isEmpty() && problem != null) throw problem;
		if (damaged > 0) parts.warn(damaged + " of " + images.size() + " images of the folder are left out: " + problem
			.getMessage());
		MicroManagerTimes.apply(described, parts);
	}

	private static TiffPlane plane(final TiffFile file, final TiffDirectory first, final Path path) {
		if (first.next() != 0) throw new FormatException(path,
			"holds several images: open it alone, since a folder is read as single images.");
		final TiffPlane plane = file.plane(first);
		if (!file.isWhole(plane)) throw new FormatException(path, "is cut short: copy it again.");
		return plane;
	}

	private static List<Path> images(final Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter(p -> p.getFileName().toString().toLowerCase(Locale.ROOT).matches("[^.].*\\.tiff?")).filter(
				Files::isRegularFile).sorted((a, b) -> compareNaturally(a.getFileName().toString(), b.getFileName().toString()))
				.collect(Collectors.toList());
		}
	}

	/** Compares names with runs of digits as numbers. */
	static int compareNaturally(final String a, final String b) {
		int i = 0;
		int j = 0;
		while (i < a.length() && j < b.length()) {
			final int endA = endOfDigits(a, i);
			final int endB = endOfDigits(b, j);
			final int by;
			if (endA > i && endB > j) {
				by = compareNumbers(a.substring(i, endA), b.substring(j, endB));
				i = endA;
				j = endB;
			}
			else by = Character.compare(Character.toLowerCase(a.charAt(i++)), Character.toLowerCase(b.charAt(j++)));
			if (by != 0) return by;
		}
		final int byLength = Integer.compare(a.length() - i, b.length() - j);
		return byLength != 0 ? byLength : a.compareTo(b);
	}

	private static int endOfDigits(final String s, final int from) {
		int end = from;
		while (end < s.length() && s.charAt(end) >= '0' && s.charAt(end) <= '9')
			end++;
		return end;
	}

	private static int compareNumbers(final String a, final String b) {
		final String x = a.replaceFirst("^0+(?=.)", "");
		final String y = b.replaceFirst("^0+(?=.)", "");
		return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
	}
}
