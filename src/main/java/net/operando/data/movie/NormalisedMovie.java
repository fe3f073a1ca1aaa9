package net.operando.data.movie;

import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;

/**
 * A movie divided by the flat field and by the level of the light in each frame, made when a frame is asked for; 32 bit,
 * in counts at the mean light. NaN where the flat field or a frame's level is not known. Times and calibration are those of the
 * movie underneath, which is closed with this one. Thread-safe as that movie is.
 */
public final class NormalisedMovie extends DerivedMovie {

	private final FlatField flat;
	private final double[] gains;

	private NormalisedMovie(final Movie source, final FlatField flat, final double[] gains) {
		super(source);
		this.flat = flat;
		this.gains = gains;
	}

	/**
	 * @param flat the flat field, or null for none
	 * @param gains level of the light in every frame; copied; null for none
	 * @throws InvalidInputException if one of them is for another movie
	 */
	public static NormalisedMovie of(final Movie source, final FlatField flat, final double[] gains) {
		if (flat != null && (flat.width() != source.width() || flat.height() != source.height()))
			throw new InvalidInputException("The flat field has " + flat.width() + " x " + flat.height() +
				" pixels, but the movie " + source.name() + " has " + source.width() + " x " + source.height() +
				": give one recorded with the same camera settings.");
		if (gains != null && gains.length != source.frameCount()) throw new InvalidInputException("There are " + gains.length +
			" gains, but the movie " + source.name() + " has " + source.frameCount() + " frames: give one per frame.");
		return new NormalisedMovie(source, flat, gains == null ? null : gains.clone());
	}

	/** Level of the light in a frame that is divided out. */
	public double gain(final int frame) {
		return gains == null ? 1 : gains[frame];
	}

	@Override
	public List<String> warnings() {
		final List<Integer> dark = new ArrayList<>();
		for (int i = 0; i < frameCount(); i++)
			if (Double.isNaN(gain(i))) dark.add(i + 1);
		final List<String> warnings = new ArrayList<>(source().warnings());
		if (!dark.isEmpty()) warnings.add("The level of the light is not known in " + FrameShifts.frames(dark) +
			": they are empty in the normalised movie.");
		return warnings;
	}

	@Override
	public float[] frame(final int frame, final float[] reuse) {
		return normalised(source().frame(frame, null), frame, Region.of(0, 0, width(), height()), reuse);
	}

	@Override
	public float[] region(final int frame, final Region region, final float[] reuse) {
		return normalised(source().region(frame, region, null), frame, region, reuse);
	}

	private float[] normalised(final float[] samples, final int frame, final Region region, final float[] reuse) {
		final float[] to = reuse != null && reuse.length == samples.length ? reuse : new float[samples.length];
		final float gain = (float) gain(frame);
		for (int i = 0; i < to.length; i++)
			to[i] = samples[i] / gain;
		if (flat != null) for (int y = 0, i = 0; y < region.height(); y++)
			for (int x = 0; x < region.width(); x++, i++)
				to[i] /= flat.relative((region.y() + y) * width() + region.x() + x);
		return to;
	}
}
