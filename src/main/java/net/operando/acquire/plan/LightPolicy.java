package net.operando.acquire.plan;

/** What the lamp does during a recording. It is off afterwards in any case but that of {@link Use#LEAVE}. Immutable, JSON by field. */
public final class LightPolicy extends PlanPart {

	/** When it is on. */
	public enum Use {
		/** From before the first exposure to the end, off in pauses. */
		ON,
		/** Around each exposure only; software pacing. */
		EXPOSURES,
		/** The plan does not touch it. */
		LEAVE
	}

	private Use use = Use.ON;
	private double power = 0.5;
	private double settleSeconds = 0.5;

	private LightPolicy() {}

	/** On at half power, half a second before the first exposure. */
	public static LightPolicy defaults() {
		return new LightPolicy();
	}

	public LightPolicy withUse(final Use newUse) {
		final LightPolicy l = copy();
		l.use = newUse;
		return l;
	}

	/** @param fraction of full power, above 0 */
	public LightPolicy withPower(final double fraction) {
		final LightPolicy l = copy();
		l.power = fraction;
		return l;
	}

	/** @param seconds from switching on to the first exposure */
	public LightPolicy withSettleSeconds(final double seconds) {
		final LightPolicy l = copy();
		l.settleSeconds = seconds;
		return l;
	}

	public Use use() {
		return use;
	}

	public double power() {
		return power;
	}

	public double settleSeconds() {
		return settleSeconds;
	}
}
