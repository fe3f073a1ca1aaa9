package net.operando.model.phasefield;

/** The expected regime over start content and C-rate, the data of a figure. Immutable. */
public final class RegimeMap {

	private final double[] startX;
	private final double[] cRates;
	private final Regime[][] regimes;

	private RegimeMap(final double[] startX, final double[] cRates, final Regime[][] regimes) {
		this.startX = startX;
		this.cRates = cRates;
		this.regimes = regimes;
	}

	/**
	 * @param rod its start content is not used
	 * @param startX contents, 0 to 1
	 * @param cRates C-rates, positive for lithiation
	 */
	public static RegimeMap of(final Material material, final Rod rod, final SimulationOptions options,
		final double[] startX, final double[] cRates)
	{
		rod.validate();
		options.validate();
		final Diffusivity d = material.chemicalDiffusivity(options.temperatureKelvin());
		final Regime[][] regimes = new Regime[startX.length][cRates.length];
		for (int i = 0; i < startX.length; i++) {
			rod.withStartX(startX[i]).validate();
			for (int j = 0; j < cRates.length; j++)
				regimes[i][j] = Regime.of(d, startX[i], cRates[j] * options.currentShare() / 3600, rod.halfLengthMetres());
		}
		return new RegimeMap(startX.clone(), cRates.clone(), regimes);
	}

	public double[] startX() {
		return startX.clone();
	}

	public double[] cRates() {
		return cRates.clone();
	}

	/** The regime for a start content and a C-rate, by index. */
	public Regime regime(final int startIndex, final int cRateIndex) {
		return regimes[startIndex][cRateIndex];
	}
}
