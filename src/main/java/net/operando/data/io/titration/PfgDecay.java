package net.operando.data.io.titration;

import net.operando.base.InvalidInputException;

/** The signal of a PFG-NMR experiment against the strength of its gradient, at one temperature. Immutable. */
public final class PfgDecay {

	private final double kelvin;
	private final double[] gradient;
	private final double[] signal;
	private final double[] signalError;

	private PfgDecay(final double kelvin, final double[] gradient, final double[] signal, final double[] signalError) {
		this.kelvin = kelvin;
		this.gradient = gradient;
		this.signal = signal;
		this.signalError = signalError;
	}

	/**
	 * A decay; the arrays are copied.
	 *
	 * @param kelvin temperature in K
	 * @param teslaPerMetre gradient strengths, T/m
	 * @param signal in any unit
	 * @param signalError standard error of each signal in the same unit, or null if not known
	 * @throws InvalidInputException if lengths differ, or a number cannot be meant
	 */
	public static PfgDecay of(final double kelvin, final double[] teslaPerMetre, final double[] signal,
		final double[] signalError)
	{
		if (!(kelvin > 1 && kelvin < 3000)) throw new InvalidInputException("A temperature of " + kelvin +
			" K cannot be meant: give the temperature of each decay in kelvin.");
		if (teslaPerMetre.length != signal.length || signalError != null && signalError.length != signal.length)
			throw new InvalidInputException("A decay needs as many signals as gradients: there are " + signal.length + " and " +
				teslaPerMetre.length + ".");
		for (int i = 0; i < signal.length; i++) {
			if (!Double.isFinite(signal[i]) || !(Math.abs(teslaPerMetre[i]) < 1e3)) throw new InvalidInputException("Point " + (i +
				1) + " of the decay at " + kelvin + " K (" + teslaPerMetre[i] + " T/m, " + signal[i] +
				") cannot be meant: give gradients in T/m or G/cm as the column's name says.");
			if (signalError != null && !(signalError[i] > 0)) throw new InvalidInputException("Point " + (i + 1) +
				" of the decay at " + kelvin + " K has a standard error of " + signalError[i] + ": give errors above 0, or none.");
		}
		return new PfgDecay(kelvin, teslaPerMetre.clone(), signal.clone(), signalError == null ? null : signalError.clone());
	}

	/** Temperature in K. */
	public double kelvin() {
		return kelvin;
	}

	public int size() {
		return signal.length;
	}

	/** Gradient strength of a point, T/m. */
	public double teslaPerMetre(final int i) {
		return gradient[i];
	}

	public double signal(final int i) {
		return signal[i];
	}

	/** Whether the standard errors of the signals are known. */
	public boolean hasErrors() {
		return signalError != null;
	}

	/** Standard error of a signal; NaN if not known. */
	public double signalError(final int i) {
		return signalError == null ? Double.NaN : signalError[i];
	}
}
