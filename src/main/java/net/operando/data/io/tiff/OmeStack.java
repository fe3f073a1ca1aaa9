package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.operando.base.Progress;
import net.operando.data.io.FileSet;
import net.operando.data.io.FormatException;

/**
 * OME-TIFF, in one file or a set that the TiffData elements name. Planes are found by TiffData and DimensionOrder;
 * DeltaT of the chosen channel and slice is the time, TimeIncrement the nominal one where it is missing; AcquisitionDate
 * is second 0 (UTC where it names no zone, as OME writers mean it).
 */
final class OmeStack {

	/** Far more planes than a recording has; more is a damaged document. */
	private static final long MOST_STEPS = 20_000_000;
	/** Companion documents are text of a few hundred bytes per plane. */
	private static final long LONGEST_COMPANION = 1L << 28;

	private final FileSet files;
	private final TiffFile own;
	private final MovieParts parts;
	private final Progress progress;
	private final Map<String, TiffChain> chains = new HashMap<>();
	/** Images of the file itself that TiffData elements name. */
	private long named;
	private OmeXml xml;
	private OmeImage image;

	OmeStack(final FileSet files, final TiffFile own, final MovieParts parts, final Progress progress) {
		this.files = files;
		this.own = own;
		this.parts = parts;
		this.progress = progress;
	}

	void read(final String description, final PlaneChoice choice) throws IOException {
		choice.allow("c", "z", "p");
		xml = OmeXml.parse(description, parts.path());
		if (!xml.metadataFile().isEmpty()) xml = companion();
		final List<OmeImage> images = xml.images();
		if (images.isEmpty()) throw new FormatException(parts.path(),
			"has OME metadata without an image: export it again, or save it from ImageJ as a plain TIFF.");
		image = choose(images, choice);
		if (!image.hasSaneSizes()) throw new FormatException(parts.path(),
			"has OME metadata without the sizes of its image: export it again, or save it from ImageJ as a plain TIFF.");
		final int c = choice.index("c", "channel", (int) image.sizeC, parts);
		final int z = choice.index("z", "slice", (int) image.sizeZ, parts);
		final TreeMap<Long, TiffPlane> found = new TreeMap<>();
		long steps = 0;
		if (image.blocks.isEmpty()) image.blocks.add(new OmeImage.Block());
		for (final OmeImage.Block block : image.blocks)
			steps = collect(block, c, z, found, steps);
		final double[] seconds = new double[found.size()];
		int n = 0;
		int timed = 0;
		for (final Map.Entry<Long, TiffPlane> e : found.entrySet()) {
			parts.add(e.getValue(), e.getKey().intValue());
			seconds[n] = image.delta(c, z, e.getKey());
			if (!Double.isNaN(seconds[n++])) timed++;
		}
		if (found.values().stream().distinct().count() < n) throw new FormatException(parts.path(),
			"has OME metadata that names one image of the file for several frames: it is damaged; copy it again.");
		checkSize();
		warnOfUnnamed();
		if (n < image.sizeT) parts.warn(image.sizeT - n + " of " + image.sizeT +
			" frames that the OME metadata announces are missing and left out.");
		if (timed == n) parts.clock().seconds(seconds);
		else if (timed > 0) parts.warn("Only " + timed + " of " + n +
			" frames have a DeltaT, so the times are made from the frame interval alone.");
		parts.clock().interval(image.timeIncrementSeconds);
		parts.clock().origin(image.acquired);
		parts.pixelSize(image.pixelXMicrometres, image.pixelYMicrometres);
	}

	private OmeXml companion() throws IOException {
		final Path path = sibling(xml.metadataFile());
		if (path == null || Files.size(path) > LONGEST_COMPANION) throw new FormatException(parts.path(),
			"needs its OME metadata file '" + xml.metadataFile() + "' beside it: copy it there.");
		return OmeXml.parse(new String(Files.readAllBytes(path), StandardCharsets.UTF_8), path);
	}

	private OmeImage choose(final List<OmeImage> images, final PlaneChoice choice) {
		if (images.size() == 1) return images.get(0);
		final String name = parts.path().getFileName().toString();
		if (!choice.given().containsKey("p")) for (final OmeImage one : images)
			if (one.blocks.stream().anyMatch(b -> b.fileName.equals(name)) && images.stream().filter(i -> i.names(name))
				.count() == 1) return one;
		return images.get(choice.index("p", "position", images.size(), parts));
	}

	private long collect(final OmeImage.Block block, final int c, final int z, final Map<Long, TiffPlane> found,
		final long stepsBefore) throws IOException
	{
		final TiffChain chain = chain(block.fileName);
		if (!image.isIn(block.firstC, block.firstZ, block.firstT) || block.ifd < -1) throw new FormatException(parts.path(),
			"has OME metadata that places an image outside of the sizes it states: it is damaged; copy it again.");
		if (chain == null) return stepsBefore;
		final long start = Math.max(0, block.ifd);
		final long wanted = block.planeCount >= 0 ? block.planeCount : block.ifd >= 0 ? 1 : Long.MAX_VALUE;
		final long count = Math.min(wanted, chain.size() - start);
		if (wanted < Long.MAX_VALUE && count < wanted && chain.isComplete()) throw new FormatException(parts.path(),
			"has OME metadata that names image " + (start + wanted) + " of " + chain.size() +
				", so which are missing cannot be told: it is damaged; copy it again.");
		final long steps = stepsBefore + Math.max(0, count);
		if (steps > MOST_STEPS) throw new FormatException(parts.path(),
			"has OME metadata that names more planes than a recording has: it is damaged; copy it again.");
		if (block.fileName.isEmpty() || block.fileName.equals(parts.path().getFileName().toString())) named += Math.max(0, count);
		final long from = image.index(block.firstC, block.firstZ, block.firstT);
		for (long k = 0; k < count; k++) {
			final TiffPlane plane = chain.plane((int) (start + k));
			final long t = image.coordinate('T', from + k);
			if (plane != null && image.coordinate('C', from + k) == c && image.coordinate('Z', from + k) == z &&
				t < image.sizeT) found.putIfAbsent(t, plane);
		}
		return steps;
	}

	private void checkSize() {
		if (parts.planes().isEmpty()) return;
		final TiffLayout layout = parts.planes().get(0).layout;
		if (image.sizeX != layout.width || image.sizeY != layout.height) throw new FormatException(parts.path(),
			"has images of " + layout.width + " x " + layout.height + " pixels where its OME metadata states " + image.sizeX +
				" x " + image.sizeY + ": it is damaged; copy it again, or export it again.");
	}

	private void warnOfUnnamed() {
		final TiffChain chain = chains.get(parts.path().getFileName().toString());
		if (xml.images().size() == 1 && chain != null && named > 0 && named < chain.size()) parts.warn(
			"Its OME metadata names " + named + " of the " + chain.size() + " images in the file, so frames may be missing.");
	}

	/** The planes of a file of the set; null if it is not there. */
	private TiffChain chain(final String fileName) throws IOException {
		final String ownName = parts.path().getFileName().toString();
		if (chains.containsKey(fileName)) return chains.get(fileName);
		TiffChain chain = null;
		final Path other = fileName.isEmpty() || fileName.equals(ownName) ? null : sibling(fileName);
		if (other != null) {
			final TiffFile file = new TiffFile(files, files.add(other));
			chain = TiffChain.read(file, progress);
		}
		else if (fileName.isEmpty() || fileName.equals(ownName) || isRenamed(fileName, ownName)) chain = chains.containsKey(
			ownName) ? chains.get(ownName) : TiffChain.read(own, progress);
		if (chain == null) parts.warn("The file " + fileName + " that belongs to it is missing, and its frames with it.");
		else chain.report(parts);
		chains.put(fileName, chain);
		if (other == null && chain != null) chains.put(ownName, chain);
		return chain;
	}

	/** A file that was renamed still names itself by its old name, and only by that. */
	private boolean isRenamed(final String fileName, final String ownName) {
		return xml.images().stream().noneMatch(i -> i.names(ownName)) && image.blocks.get(0).fileName.equals(fileName);
	}

	/** A file in the same folder; null if it is not there or the name is more than a name. */
	private Path sibling(final String name) {
		if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0 || name
			.startsWith("..")) return null;
		try {
			final Path path = parts.path().toAbsolutePath().resolveSibling(name);
			return Files.isRegularFile(path) ? path : null;
		}
		catch (final java.nio.file.InvalidPathException e) {
			return null;
		}
	}
}
