package net.operando.data.electrochem;

import net.operando.base.InvalidInputException;

/** What turns current into lithium content and C-rate. Immutable; plain fields, so that it can be kept as JSON. */
public final class ChargeParameters {

	private double massMg = Double.NaN;
	private double oneCAmperes = Double.NaN;
	private double capacityMahPerG = 178.25;
	private double cRateBaseMahPerG = 178;
	private double startX = Double.NaN;
	private CurrentSign currentSign = CurrentSign.AUTO;

	private ChargeParameters() {}

	private ChargeParameters(final ChargeParameters from) {
		massMg = from.massMg;
		oneCAmperes = from.oneCAmperes;
		capacityMahPerG = from.capacityMahPerG;
		cRateBaseMahPerG = from.cRateBaseMahPerG;
		startX = from.startX;
		currentSign = from.currentSign;
	}

	/** Nb14W3O44: 178.25 mAh/g for x from 0 to 1, C-rate against 178 mAh/g; mass and start x unknown, sign from the data. */
	public static ChargeParameters defaults() {
		return new ChargeParameters();
	}

	/** Active mass in mg; NaN or 0 if unknown. */
	public ChargeParameters withMassMg(final double mg) {
		if (mg < 0 || Double.isInfinite(mg)) throw new InvalidInputException("An active mass of " + mg +
			" mg cannot be meant: give massmg above 0, or leave it out.");
		final ChargeParameters p = new ChargeParameters(this);
		p.massMg = mg == 0 ? Double.NaN : mg;
		return p;
	}

	/** Current of 1C in A, as another way to give the active mass; NaN if unknown. */
	public ChargeParameters withOneCAmperes(final double amperes) {
		if (amperes <= 0) throw new InvalidInputException("A 1C current of " + amperes + " A cannot be meant: it is above 0.");
		final ChargeParameters p = new ChargeParameters(this);
		p.oneCAmperes = amperes;
		return p;
	}

	/** Charge in mAh/g that takes x from 0 to 1. */
	public ChargeParameters withCapacityMahPerG(final double mahPerG) {
		if (!(mahPerG > 0)) throw new InvalidInputException("A capacity of " + mahPerG +
			" mAh/g cannot be meant: give capacitymahg above 0, for example 178.25.");
		final ChargeParameters p = new ChargeParameters(this);
		p.capacityMahPerG = mahPerG;
		return p;
	}

	/** Charge in mAh/g that 1C passes in an hour. */
	public ChargeParameters withCRateBaseMahPerG(final double mahPerG) {
		if (!(mahPerG > 0)) throw new InvalidInputException("A C-rate base of " + mahPerG +
			" mAh/g cannot be meant: give cratebasemahg above 0, for example 178.");
		final ChargeParameters p = new ChargeParameters(this);
		p.cRateBaseMahPerG = mahPerG;
		return p;
	}

	/** x at the start of the recording; NaN if unknown. */
	public ChargeParameters withStartX(final double x) {
		final ChargeParameters p = new ChargeParameters(this);
		p.startX = x;
		return p;
	}

	/** Which sign of current lithiates. */
	public ChargeParameters withCurrentSign(final CurrentSign sign) {
		final ChargeParameters p = new ChargeParameters(this);
		p.currentSign = sign;
		return p;
	}

	/** Active mass in mg, also if it was given as the current of 1C; NaN if unknown. */
	public double massMg() {
		return Double.isNaN(massMg) ? oneCAmperes * 1e6 / cRateBaseMahPerG : massMg;
	}

	public double capacityMahPerG() {
		return capacityMahPerG;
	}

	public double cRateBaseMahPerG() {
		return cRateBaseMahPerG;
	}

	public double startX() {
		return startX;
	}

	public CurrentSign currentSign() {
		return currentSign;
	}
}
