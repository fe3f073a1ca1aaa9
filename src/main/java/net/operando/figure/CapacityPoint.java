package net.operando.figure;

/** The capacity of one half cycle. Immutable. */
public final class CapacityPoint {

	private final int cycle;
	private final double capacity_mAh_per_g;
	private final double cRate;
	private final boolean lithiation;

	/**
	 * @param cycle number of the cycle, from 1
	 * @param capacity_mAh_per_g specific capacity in mAh/g, without sign
	 * @param cRate current in units of the theoretical capacity per hour, without sign
	 * @param lithiation whether lithium went in
	 */
	public CapacityPoint(final int cycle, final double capacity_mAh_per_g, final double cRate, final boolean lithiation) {
		this.cycle = cycle;
		this.capacity_mAh_per_g = capacity_mAh_per_g;
		this.cRate = cRate;
		this.lithiation = lithiation;
	}

	public int cycle() {
		return cycle;
	}

	public double capacity_mAh_per_g() {
		return capacity_mAh_per_g;
	}

	public double cRate() {
		return cRate;
	}

	public boolean isLithiation() {
		return lithiation;
	}
}
