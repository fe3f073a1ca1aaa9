package net.operando.figure.draw;

/**
 * The unit a quantity is shown in, and the factor from its SI value: nA for currents of 1e-10 A, % s⁻¹ for fractional
 * rates, minutes for long times. Immutable.
 */
public final class DisplayUnit {

	private static final String[] PREFIXES = { "", "m", "µ", "n", "p", "f" };

	private static final String QUOTIENT = "(1|[\\p{L}%°]+\\d?)(/[\\p{L}°]+\\d?)*";

	private final double factor;
	private final String text;

	private DisplayUnit(final double factor, final String text) {
		this.factor = factor;
		this.text = text;
	}

	/** A factor and the text of the unit reached by it; the text may be empty. */
	public static DisplayUnit of(final double factor, final String text) {
		return new DisplayUnit(factor, text);
	}

	/**
	 * The unit to show values in.
	 *
	 * @param unit the unit of the values, plain: "A", "V", "s", "m", "1/s", "nm/s", "m2/s", "mAh/g"; amperes, metres and
	 *          seconds change with the size of the values, other units are only typeset
	 * @param largest largest absolute value
	 */
	public static DisplayUnit choose(final String unit, final double largest) {
		if (unit.equals("A") || unit.equals("m")) {
			int p = 0;
			while (p < PREFIXES.length - 1 && largest > 0 && largest * Math.pow(1000, p) < 0.9995)
				p++;
			return new DisplayUnit(Math.pow(1000, p), PREFIXES[p] + unit);
		}
		if (unit.equals("s")) {
			if (largest > 6 * 3600) return new DisplayUnit(1 / 3600.0, "h");
			return largest > 3000 ? new DisplayUnit(1 / 60.0, "min") : new DisplayUnit(1, "s");
		}
		return new DisplayUnit(1, typeset(unit));
	}

	/** "nm/s" as "nm s⁻¹", "m2/s" as "m² s⁻¹", "1/s" as "s⁻¹"; text that is no such quotient is kept. */
	public static String typeset(final String unit) {
		if (!unit.matches(QUOTIENT)) return unit;
		final String[] parts = unit.split("/");
		final StringBuilder s = new StringBuilder();
		for (int i = 0; i < parts.length; i++) {
			if (i == 0 && parts[0].equals("1")) continue;
			final String base = parts[i].replaceAll("\\d+$", "");
			final String digits = parts[i].substring(base.length());
			final int power = (digits.isEmpty() ? 1 : Integer.parseInt(digits)) * (i == 0 ? 1 : -1);
			s.append(s.length() == 0 ? "" : " ").append(base.replace("um", "µm"));
			if (power != 1) s.append(Ticks.superscript(power));
		}
		return s.toString();
	}

	/** What values are multiplied by to be in this unit. */
	public double factor() {
		return factor;
	}

	public String text() {
		return text;
	}

	/** A title for an axis whose labels are in units of ten to a power: "Current (nA)", "*D* (10⁻¹² m² s⁻¹)". */
	public String title(final String quantity, final int exponent) {
		final String power = exponent == 0 ? "" : "10" + Ticks.superscript(exponent);
		final String unit = power + (power.isEmpty() || text.isEmpty() ? "" : " ") + text;
		return unit.isEmpty() ? quantity : quantity + " (" + unit + ")";
	}
}
