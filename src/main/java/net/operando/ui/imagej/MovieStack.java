package net.operando.ui.imagej;

import java.util.Locale;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

/** A movie as ImageJ's virtual stack: a frame is read when it is shown. Slice labels are the frames' times. Read only. */
public final class MovieStack extends VirtualStack {

	private final Movie movie;

	public MovieStack(final Movie movie) {
		super(movie.width(), movie.height(), null, "");
		this.movie = movie;
		setBitDepth(8 * movie.pixelType().bytes());
	}

	/** The movie shown. */
	public Movie movie() {
		return movie;
	}

	@Override
	public int getSize() {
		return movie.frameCount();
	}

	@Override
	public int getBitDepth() {
		return 8 * movie.pixelType().bytes();
	}

	@Override
	public String getSliceLabel(final int slice) {
		return String.format(Locale.ROOT, "t = %.3f s", movie.times().seconds(slice - 1));
	}

	@Override
	public ImageProcessor getProcessor(final int slice) {
		final int w = movie.width();
		final int h = movie.height();
		if (movie.pixelType() == PixelType.UINT16) {
			final short[] counts = movie.frame16(slice - 1, null);
			// a movie held in memory returns its own array, which ImageJ's tools may write to
			return new ShortProcessor(w, h, counts.clone(), null);
		}
		final float[] values = movie.frame(slice - 1, null);
		if (movie.pixelType() == PixelType.FLOAT32) return new FloatProcessor(w, h, values.clone());
		final byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) (int) values[i];
		return new ByteProcessor(w, h, bytes);
	}

	@Override
	public Object getPixels(final int slice) {
		return getProcessor(slice).getPixels();
	}

	@Override
	public void deleteSlice(final int slice) {
		throw new UnsupportedOperationException(
			"A movie is read from its file and its frames cannot be deleted: open it with framerange instead.");
	}

	/** Movies have no missing slices to add; ImageJ calls this only for stacks made of image files. */
	@Override
	public void addSlice(final String name) {
		throw new UnsupportedOperationException("Frames cannot be added to a movie that is read from its file.");
	}
}
