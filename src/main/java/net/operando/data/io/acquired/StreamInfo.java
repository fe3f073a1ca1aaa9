package net.operando.data.io.acquired;

import java.nio.file.Path;
import java.util.Locale;

import net.operando.base.quantity.Calibration;
import net.operando.data.movie.PixelType;

/** One movie of a recording: its frames' size and sample type, and the names of its files. Immutable, JSON by field. */
public final class StreamInfo {

	/** The movie that opens when nothing else is asked for. */
	public static final String MOVIE = "movie";

	private String name = MOVIE;
	private int width;
	private int height;
	private PixelType samples = PixelType.FLOAT32;
	private double pixel_um = Double.NaN;

	/** For JSON. */
	public StreamInfo() {}

	/**
	 * @param name letters, digits and hyphens; part of file names
	 * @param pixel_um edge of a stored pixel in um; NaN if not known
	 */
	public static StreamInfo of(final String name, final int width, final int height, final PixelType samples,
		final double pixel_um)
	{
		final StreamInfo s = new StreamInfo();
		s.name = name;
		s.width = width;
		s.height = height;
		s.samples = samples;
		s.pixel_um = pixel_um;
		return s;
	}

	public String name() {
		return name;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** UINT16 for frames as the camera gave them, FLOAT32 for means. */
	public PixelType samples() {
		return samples;
	}

	public Calibration calibration() {
		return pixel_um > 0 ? Calibration.ofMicrometres(pixel_um) : Calibration.unknown();
	}

	/** Bytes of a frame's samples. */
	public long frameBytes() {
		return (long) width * height * samples.bytes();
	}

	boolean isSane() {
		return name != null && name.matches("[A-Za-z0-9-]{1,40}") && width > 0 && height > 0 && (samples == PixelType.UINT16 ||
			samples == PixelType.FLOAT32) && frameBytes() < 1L << 30;
	}

	/** The file of a part, counted from 1. */
	public Path part(final Path folder, final int part) {
		return folder.resolve(String.format(Locale.ROOT, "%s_%04d.ome.tif", name, part));
	}

	/** The journal of its frames. */
	public Path journal(final Path folder) {
		return folder.resolve(MOVIE.equals(name) ? "journal.csv" : "journal-" + name + ".csv");
	}
}
