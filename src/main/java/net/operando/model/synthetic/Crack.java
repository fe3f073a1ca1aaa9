package net.operando.model.synthetic;

import net.operando.base.InvalidInputException;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/**
 * A crack across a rod: a dark line whose tip starts at the rod's left edge (looking from its start to its end) and runs
 * straight across (the paper's 187 nm/s), and a gap that opens later (assumed). Lithium stops passing when
 * the tip is half way. Immutable parameters, JSON by field.
 */
public final class Crack extends StageSettings {

	private double onsetSeconds;
	private double position_um;
	private double tipNmPerSecond = 187;
	private double lineSigmaNm = 80;
	private double lineDepth = 0.9;
	private double gapNmPerSecond = 1.5;
	private double largestGapNm = 250;
	/** Movie time from which the gap opens; NaN: when the tip has crossed. */
	private double gapFromSeconds = Double.NaN;

	private Crack() {}

	/**
	 * @param onsetSeconds movie time at which the tip leaves the left edge
	 * @param position_um reference position on the rod
	 */
	public static Crack at(final double onsetSeconds, final double position_um) {
		final Crack c = new Crack();
		c.onsetSeconds = onsetSeconds;
		c.position_um = position_um;
		return c;
	}

	/** @param nmPerSecond speed of the tip, above 0 */
	public Crack withTipSpeed(final double nmPerSecond) {
		if (!(nmPerSecond > 0)) throw new InvalidInputException("A crack tip at " + nmPerSecond +
			" nm/s cannot be meant: give a speed above 0.");
		final Crack c = copy();
		c.tipNmPerSecond = nmPerSecond;
		return c;
	}

	/** @param nmPerSecond at which the gap opens after the crossing; @param largestNm to which */
	public Crack withGap(final double nmPerSecond, final double largestNm) {
		final Crack c = copy();
		c.gapNmPerSecond = nmPerSecond;
		c.largestGapNm = largestNm;
		return c;
	}

	/** @param seconds movie time from which the gap opens */
	public Crack withGapFrom(final double seconds) {
		final Crack c = copy();
		c.gapFromSeconds = seconds;
		return c;
	}

	public double onsetSeconds() {
		return onsetSeconds;
	}

	public double position_um() {
		return position_um;
	}

	public double tipNmPerSecond() {
		return tipNmPerSecond;
	}

	/** Distance of the tip from the left edge in um. */
	public double tip_um(final double seconds, final double width_um) {
		return Math.max(0, Math.min(width_um, 1e-3 * tipNmPerSecond * (seconds - onsetSeconds)));
	}

	/** Movie time at which the tip reaches a distance from the left edge. */
	public double tipSeconds(final double fromLeft_um) {
		return onsetSeconds + fromLeft_um / (1e-3 * tipNmPerSecond);
	}

	/** How far the sides have moved apart, in um. */
	public double gap_um(final double seconds, final double width_um) {
		final double from = Double.isNaN(gapFromSeconds) ? tipSeconds(width_um) : gapFromSeconds;
		return 1e-3 * Math.max(0, Math.min(largestGapNm, gapNmPerSecond * (seconds - from)));
	}

	/** Share of light left by the dark line at a distance along the rod and a place across it. */
	double light(final double along_um, final double across_um, final double seconds, final double width_um) {
		if (seconds <= onsetSeconds) return 1;
		final double q = along_um / (1e-3 * lineSigmaNm);
		if (q * q > 60) return 1;
		// the tip is as soft as the line
		final double behind = (tip_um(seconds, width_um) - 0.5 * width_um - across_um) / (1e-3 * lineSigmaNm);
		final double open = seconds >= tipSeconds(width_um) ? 1 : 0.5 * Erf.erfc(-behind / 1.4142135623730951);
		return 1 - lineDepth * open * FastMath.exp(-0.5 * q * q);
	}
}
