package net.operando.data.io.tiff;

import net.operando.base.Progress;
import net.operando.data.io.FormatException;

/**
 * ImageJ 1 stacks and hyperstacks. Frames are time; slices are, where there is only one frame, as ImageJ users expect.
 * Uncompressed images that follow each other without directories of their own (stacks above 4 GB) are found by
 * their number alone.
 */
final class ImageJStack {

	private final TiffFile file;
	private final TiffDirectory first;
	private final ImageJDescription description;
	private final MovieParts parts;

	ImageJStack(final TiffFile file, final TiffDirectory first, final String description, final MovieParts parts) {
		this.file = file;
		this.first = first;
		this.description = ImageJDescription.parse(description);
		this.parts = parts;
	}

	void read(final PlaneChoice choice, final Progress progress) {
		choice.allow("c", "z");
		final int stated = description.count("images");
		final TiffChain chain = TiffChain.read(file, stated, progress);
		final TiffPlane start = chain.plane(0);
		final long frameBytes = chain.first().layout.frameBytes();
		final boolean contiguous = isContiguous(chain, stated, frameBytes);
		final long there = contiguous ? roomFor(start) / frameBytes : chain.size();
		final int whole = (int) Math.min(there, contiguous ? stated : Integer.MAX_VALUE);
		if (!contiguous) chain.report(parts);
		if (!contiguous && chain.size() > 1 && chain.isComplete() && chain.size() < stated) throw new FormatException(parts
			.path(), "names " + stated + " images but has directories for " + chain.size() +
				", so which are missing cannot be told: it is damaged; copy it again.");
		int channels = description.count("channels");
		int slices = description.count("slices");
		int frames = description.count("frames");
		final int images = Math.max(stated, chain.size());
		if (Math.multiplyFull(channels, slices) * frames != images) {
			if (channels > 1 || slices > 1 && frames > 1) parts.warn("Its channels, slices and frames do not multiply to its " +
				images + " images, so every image is taken as a frame.");
			channels = 1;
			slices = 1;
			frames = images;
		}
		if (frames == 1) {
			frames = slices;
			slices = 1;
		}
		if (whole < images) parts.warn(parts.path().getFileName() + " holds " + whole + " whole images of the " + images +
			" it announces: it was cut short, and the rest is missing.");
		final int c = choice.index("c", "channel", channels, parts);
		final int z = choice.index("z", "slice", slices, parts);
		final boolean slicesFirst = description.text("order", "").startsWith("z");
		final ImageJMetadata metadata = ImageJMetadata.of(first, file.bytes().order());
		final double[] seconds = new double[frames < whole ? frames : whole];
		int n = 0;
		int timed = 0;
		for (int t = 0; t < frames; t++) {
			final long index = (long) t * slices * channels + (slicesFirst ? (long) c * slices + z : (long) z * channels + c);
			if (index >= whole) break;
			final TiffPlane plane = contiguous ? TiffPlane.raw(start.file, start.layout, start.offset(0) + index * frameBytes)
				: chain.plane((int) index);
			if (plane == null) continue;
			parts.add(plane, t);
			seconds[n] = metadata.seconds((int) index);
			if (!Double.isNaN(seconds[n++])) timed++;
		}
		times(metadata, seconds, n, timed);
		pixelSize();
	}

	private void times(final ImageJMetadata metadata, final double[] seconds, final int n, final int timed) {
		if (timed == n && n > 0 && (n > 1 || description.text("times", "").equals("labels"))) {
			parts.clock().seconds(java.util.Arrays.copyOf(seconds, n));
			if (metadata.isNominal()) parts.clock().markNominal();
		}
		else if (timed > 0 || description.text("times", "").equals("labels")) parts.warn(
			"The times of its frames are damaged, so they are made from the frame interval alone.");
		parts.clock().origin(metadata.origin());
		// "fps" is the speed of ImageJ's animation and says nothing of the recording
		parts.clock().interval(description.number("finterval", Double.NaN) * PhysicalUnit.seconds(description.text("tunit", "s")));
	}

	/** Whether the images follow each other, as far as there are directories, and not all have one. */
	private static boolean isContiguous(final TiffChain chain, final int stated, final long frameBytes) {
		if (stated < 2 || stated < chain.size() || chain.size() > 1 && chain.isComplete() || chain.plane(0) == null)
			return false;
		for (int i = 0; i < chain.size(); i++) {
			final TiffPlane plane = chain.plane(i);
			if (plane != null && !(plane.isRaw() && plane.offset(0) == chain.plane(0).offset(0) + i * frameBytes)) return false;
		}
		return true;
	}

	/** Bytes for images from the first one on: to the end of the file, or to the directory where that lies behind. */
	private long roomFor(final TiffPlane start) {
		final long end = first.offset() > start.offset(0) ? first.offset() : file.bytes().size();
		return end - start.offset(0);
	}

	private void pixelSize() {
		final double um = PhysicalUnit.micrometres(description.text("unit", ""));
		final String yUnit = description.text("yunit", "");
		final double yUm = yUnit.isEmpty() ? um : PhysicalUnit.micrometres(yUnit);
		parts.pixelSize(um * first.inverseFraction(TiffDirectory.X_RESOLUTION), yUm * first.inverseFraction(TiffDirectory.Y_RESOLUTION));
	}
}
