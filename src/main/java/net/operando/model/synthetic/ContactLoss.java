package net.operando.model.synthetic;

/** A fragment loses contact: its lithium stays. Immutable parameters, JSON by field. */
public final class ContactLoss extends StageSettings {

	private double seconds;
	private double position_um;

	private ContactLoss() {}

	/**
	 * @param seconds movie time
	 * @param position_um any reference position on the fragment
	 */
	public static ContactLoss at(final double seconds, final double position_um) {
		final ContactLoss c = new ContactLoss();
		c.seconds = seconds;
		c.position_um = position_um;
		return c;
	}

	public double seconds() {
		return seconds;
	}

	public double position_um() {
		return position_um;
	}
}
