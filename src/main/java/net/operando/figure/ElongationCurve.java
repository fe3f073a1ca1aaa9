package net.operando.figure;

/** How much longer one rod became against the charge it took, at a C-rate. Immutable. */
public final class ElongationCurve {

	private final double cRate;
	private final double[] capacity;
	private final double[] percent;

	private ElongationCurve(final double cRate, final double[] capacity, final double[] percent) {
		this.cRate = cRate;
		this.capacity = capacity;
		this.percent = percent;
	}

	/**
	 * @param cRate nominal C-rate, above 0: curves of the same one look alike
	 * @param capacity_mAh_per_g in the order of time; copied
	 * @param percent elongation at each; NaN breaks the line; copied
	 */
	public static ElongationCurve of(final double cRate, final double[] capacity_mAh_per_g, final double[] percent) {
		if (capacity_mAh_per_g.length != percent.length) throw new IllegalArgumentException(capacity_mAh_per_g.length +
			" capacities for " + percent.length + " elongations");
		return new ElongationCurve(cRate, capacity_mAh_per_g.clone(), percent.clone());
	}

	public double cRate() {
		return cRate;
	}

	public double[] capacity_mAh_per_g() {
		return capacity.clone();
	}

	public double[] percent() {
		return percent.clone();
	}

	/** Index of the last point that is known, or -1. */
	int last() {
		int last = percent.length - 1;
		while (last >= 0 && Double.isNaN(percent[last] + capacity[last]))
			last--;
		return last;
	}
}
