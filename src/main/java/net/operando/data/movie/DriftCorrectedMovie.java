package net.operando.data.movie;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import net.operando.base.InvalidInputException;

/**
 * A movie with the movement of the sample taken out, made when a frame is asked for: resampled once, in 32 bit, with NaN
 * where the sample was outside the frame. Frames that did not move keep their samples exactly. Times and calibration are those of
 * the movie underneath, which is closed with this one. Thread-safe as that movie is.
 */
public final class DriftCorrectedMovie extends DerivedMovie {

	private final FrameShifts shifts;
	private final FrameResampler resampler;

	private DriftCorrectedMovie(final Movie source, final FrameShifts shifts) {
		super(source);
		this.shifts = shifts;
		resampler = new FrameResampler(source.width(), source.height());
	}

	/**
	 * @param shifts one per frame
	 * @throws InvalidInputException if there are more or fewer shifts than frames; use {@link FrameShifts#at} first
	 */
	public static DriftCorrectedMovie of(final Movie source, final FrameShifts shifts) {
		if (shifts.size() != source.frameCount()) throw new InvalidInputException("There are " + shifts.size() +
			" shifts, but the movie " + source.name() + " has " + source.frameCount() + " frames: give the shifts of this movie.");
		for (int i = 0; i < shifts.size(); i++)
			if (Math.abs(shifts.shift(i).dxPixels()) >= source.width() || Math.abs(shifts.shift(i).dyPixels()) >= source
				.height()) throw new InvalidInputException("The shift of frame " + (i + 1) + " is larger than the image of " + source
					.width() + " x " + source.height() + " pixels: give the shifts of this movie.");
		return new DriftCorrectedMovie(source, shifts);
	}

	/** The shifts that are taken out. */
	public FrameShifts shifts() {
		return shifts;
	}

	@Override
	public List<String> warnings() {
		final Set<String> warnings = new LinkedHashSet<>(source().warnings());
		warnings.addAll(shifts.warnings());
		return new ArrayList<>(warnings);
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		final int samples = width() * height();
		final float[] to = reuse != null && reuse.length == samples ? reuse : new float[samples];
		return resampler.resample(source().frame(frame, null), shifts.shift(frame), to);
	}
}
