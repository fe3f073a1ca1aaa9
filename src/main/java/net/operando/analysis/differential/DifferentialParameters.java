package net.operando.analysis.differential;

import net.operando.base.InvalidInputException;
import net.operando.data.movie.Movie;

/** How a differential movie is made. Immutable. */
public final class DifferentialParameters {

	/**
	 * Read noise as a share of full scale: 6.8 e- at 0.51 e- per count is 13.3 counts of 65535 (FLIR GS3-U3-23S6M-C, the
	 * camera of the paper).
	 */
	private static final double READ_NOISE_OF_FULL_SCALE = 6.8 / 0.51 / 65535;

	/** Standard deviation of rounding to whole counts. */
	private static final double ROUNDING_COUNTS = 1 / Math.sqrt(12);

	/** At ten times its noise a denominator is uncertain by 10 % and its reciprocal biased by 1 %. */
	private static final double NOISES = 10;

	private final double lagSeconds;
	private final DifferentialForm form;
	private final double floorCounts;
	private final int blockFrames;

	/** A lag of 1 s, the fractional form, the automatic floor, no block means. */
	public DifferentialParameters() {
		this(1, DifferentialForm.FRACTIONAL, Double.NaN, 1);
	}

	private DifferentialParameters(final double lagSeconds, final DifferentialForm form, final double floorCounts,
		final int blockFrames)
	{
		this.lagSeconds = lagSeconds;
		this.form = form;
		this.floorCounts = floorCounts;
		this.blockFrames = blockFrames;
	}

	/** Wanted time between the two frames of a pair, in s. */
	public double lagSeconds() {
		return lagSeconds;
	}

	public DifferentialForm form() {
		return form;
	}

	/** Pixels whose denominator is below this many counts become NaN; NaN: automatic, see {@link #floorFor(Movie)}. */
	public double floorCounts() {
		return floorCounts;
	}

	/** Number of consecutive frames averaged before differences are taken; 1: none. */
	public int blockFrames() {
		return blockFrames;
	}

	public DifferentialParameters withLagSeconds(final double seconds) {
		return new DifferentialParameters(seconds, form, floorCounts, blockFrames);
	}

	public DifferentialParameters withForm(final DifferentialForm differentialForm) {
		return new DifferentialParameters(lagSeconds, differentialForm, floorCounts, blockFrames);
	}

	public DifferentialParameters withFloorCounts(final double counts) {
		return new DifferentialParameters(lagSeconds, form, counts, blockFrames);
	}

	public DifferentialParameters withBlockFrames(final int frames) {
		return new DifferentialParameters(lagSeconds, form, floorCounts, frames);
	}

	/**
	 * The floor in counts for a movie: the given one, or, if that is NaN, ten times the larger of the read noise (13.3
	 * counts on a scale of 65535, in proportion on others) and the rounding to whole counts: 133 counts of 65535, 2.9 of
	 * 255, and 0 for values without a full scale.
	 */
	public double floorFor(final Movie movie) {
		return floor(floorCounts, movie.fullScale());
	}

	/** As {@link #floorFor(Movie)}, for a floor that is NaN if automatic and a full scale that may be infinite. */
	public static double floor(final double floorCounts, final double fullScale) {
		if (!Double.isNaN(floorCounts)) return floorCounts;
		return Double.isInfinite(fullScale) ? 0 : NOISES * Math.max(READ_NOISE_OF_FULL_SCALE * fullScale, ROUNDING_COUNTS);
	}

	/** @throws InvalidInputException if a value cannot be meant */
	public void check() {
		if (!(lagSeconds > 0) || Double.isInfinite(lagSeconds)) throw new InvalidInputException("A lag of " + lagSeconds +
			" s cannot be meant: give lagseconds above 0.");
		if (form == null) throw new InvalidInputException(
			"The form of the differential is missing: give Fractional, Symmetric or Log Ratio.");
		if (floorCounts < 0) throw new InvalidInputException("A floor of " + floorCounts +
			" counts cannot be meant: give floor of 0 or more, or none for the automatic one.");
		if (blockFrames < 1) throw new InvalidInputException("A block of " + blockFrames +
			" frames cannot be meant: give 1 or more.");
	}
}
