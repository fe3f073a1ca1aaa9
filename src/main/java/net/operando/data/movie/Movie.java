package net.operando.data.movie;

import java.util.List;

import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;

/**
 * Frames of one size, read when they are asked for, each with its own time. Samples are row-major: index
 * {@code y * width + x}. Implementations are safe to read from several threads at once, hold no more than a few frames
 * in memory however long the movie is, and are never changed by a reader.
 * <p>
 * The read methods take an array to reuse and return the array that holds the samples: the given one if it has the
 * right length, otherwise a new one — or, where the movie is held in memory, its own, which must not be written to.
 * Always use what is returned.
 */
public interface Movie extends AutoCloseable {

	/** A name for titles and file names, usually that of the file without its ending. */
	String name();

	/** Width in pixels. */
	int width();

	/** Height in pixels. */
	int height();

	/** Number of frames; not 0. */
	int frameCount();

	PixelType pixelType();

	/**
	 * The largest sample the recording could hold, in the unit of the samples: that of the pixel type, or, for a movie
	 * made from another by averaging, that of the recording. Infinite where there is none.
	 */
	default double fullScale() {
		return pixelType().maximum();
	}

	/** One time per frame. */
	TimeAxis times();

	Calibration calibration();

	/** Sentences a user must see with every result made from this movie; empty if there is nothing to say. */
	List<String> warnings();

	/**
	 * The samples of a whole frame as they are, in counts.
	 *
	 * @throws net.operando.base.OperandoException if the frame cannot be read
	 */
	float[] frame(int frame, float[] reuse);

	/**
	 * The samples of a whole frame as unsigned 16 bit numbers, without conversion. Only for {@link PixelType#UINT16}.
	 *
	 * @throws UnsupportedOperationException if the pixel type is another one
	 */
	default short[] frame16(final int frame, final short[] reuse) {
		throw new UnsupportedOperationException("frame16 asked of a movie of type " + pixelType());
	}

	/**
	 * The samples of a rectangle of a frame, row-major within the rectangle. File readers read only the rows they need.
	 *
	 * @param region inside the frame
	 */
	default float[] region(final int frame, final Region region, final float[] reuse) {
		final float[] whole = frame(frame, null);
		final float[] part = reuse != null && reuse.length == region.size() ? reuse : new float[region.size()];
		for (int row = 0; row < region.height(); row++)
			System.arraycopy(whole, (region.y() + row) * width() + region.x(), part, row * region.width(), region.width());
		return part;
	}

	/** Lets go of the file. Frames must not be read afterwards. Does not fail. */
	@Override
	void close();
}
