package net.operando.data.io.tiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import net.operando.base.Progress;
import net.operando.data.io.FileBytes;
import net.operando.data.io.FileSet;
import net.operando.data.io.MovieFormat;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.movie.Movie;

/**
 * TIFF and BigTIFF movies: Micro-Manager stacks, OME-TIFF, ImageJ stacks and hyperstacks, plain multi-page files, and
 * folders of single images. Which of them a file is, is read from its first directory. The key {@code dataset} picks
 * channel, slice and position, "c=1,z=1,p=1", counted from 1.
 * <p>
 * A time measured per frame counts before anything else; {@code frameintervalseconds} replaces a nominal rate of the
 * file, since who gives it means it; without either the file is refused, unless a times file will be laid over it.
 */
public final class TiffFormat implements MovieFormat {

	@Override
	public String name() {
		return "TIFF";
	}

	@Override
	public boolean recognises(final Path file) {
		if (NdTiffFormat.isPartOfSet(file)) return false;
		return Files.isDirectory(file) ? TiffFolder.isOne(file) : TiffFile.isTiff(FileBytes.head(file, 8));
	}

	@Override
	public Movie open(final Path file, final MovieOpenOptions options, final Progress progress) throws IOException {
		if (Files.isDirectory(file)) {
			final Path single = TiffFolder.soleStack(file);
			return single == null ? openFolder(file, options, progress) : open(single, options, progress);
		}
		final FileSet files = new FileSet();
		try {
			final Path path = MicroManagerStack.start(file);
			final MovieParts parts = new MovieParts(path);
			readStack(files, path, PlaneChoice.parse(options.dataset()), parts, progress);
			return parts.movie(files, options);
		}
		catch (RuntimeException | IOException | Error e) {
			files.close();
			throw e;
		}
	}

	private static Movie openFolder(final Path folder, final MovieOpenOptions options, final Progress progress)
		throws IOException
	{
		final FileSet files = new FileSet();
		try {
			final MovieParts parts = new MovieParts(folder);
			PlaneChoice.parse(options.dataset()).allow();
			new TiffFolder(files, parts, progress).read(folder);
			return parts.movie(files, options);
		}
		catch (RuntimeException | IOException | Error e) {
			files.close();
			throw e;
		}
	}

	private static void readStack(final FileSet files, final Path path, final PlaneChoice choice, final MovieParts parts,
		final Progress progress) throws IOException
	{
		final TiffFile file = new TiffFile(files, files.add(path));
		final TiffDirectory first = file.firstDirectory();
		final String description = first.text(TiffDirectory.DESCRIPTION);
		if (MicroManagerStack.matches(file, first)) new MicroManagerStack(files, parts, progress).read(file, choice);
		else if (OmeXml.matches(description)) new OmeStack(files, file, parts, progress).read(description, choice);
		else if (ImageJDescription.matches(description)) new ImageJStack(file, first, description, parts).read(choice,
			progress);
		else {
			choice.allow();
			final TiffChain chain = TiffChain.read(file, progress);
			chain.report(parts);
			for (int i = 0; i < chain.size(); i++)
				if (chain.plane(i) != null) parts.add(chain.plane(i), i);
			if (chain.isComplete() && chain.bytesBehind(file) >= TiffChain.length(chain.first())) parts.warn(path.getFileName() + " holds " + chain
				.bytesBehind(file) + " bytes behind its last image, so images may be missing from its list.");
			pixelSize(first, parts);
		}
		if (file.whiteIsZero()) parts.warn("Its pixels are marked as white where they are 0; the counts are read as they are stored.");
	}

	/**
	 * The pixel size that resolution tags give. Only pixels per centimetre count: per inch, programs write the resolution
	 * of a screen or a printer.
	 */
	static void pixelSize(final TiffDirectory first, final MovieParts parts) {
		if (first.number(TiffDirectory.RESOLUTION_UNIT, 2) != 3) return;
		parts.pixelSize(1e4 * first.inverseFraction(TiffDirectory.X_RESOLUTION), 1e4 * first.inverseFraction(TiffDirectory.Y_RESOLUTION));
	}
}
