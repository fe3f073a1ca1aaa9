package net.operando.experiment;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.data.electrochem.ChargeParameters;
import net.operando.data.electrochem.ClockAlignment;
import net.operando.data.electrochem.CurrentSign;
import net.operando.data.io.cycler.DateOrder;
import net.operando.data.io.cycler.ElectrochemOptions;

/** How the potentiostat's files are read and put on the movie's clock. Immutable. */
public final class AlignmentSettings {

	private final ClockAlignment.Method method;
	private final double offsetSeconds;
	private final String zone;
	private final DateOrder dateOrder;
	private final ChargeParameters charge;

	private AlignmentSettings(final ClockAlignment.Method method, final double offsetSeconds, final String zone,
		final DateOrder dateOrder, final ChargeParameters charge)
	{
		this.method = method;
		this.offsetSeconds = offsetSeconds;
		this.zone = zone;
		this.dateOrder = dateOrder;
		this.charge = charge;
	}

	/**
	 * The settings as users write them.
	 *
	 * @param method "Timestamps", "Intensity Steps" or "Offset"
	 * @param offsetSeconds the potentiostat's time in s at the movie's second 0: used by Offset, and by Intensity Steps as
	 *          the place to search around if it is not 0
	 * @param timeZone time zone of the potentiostat's computer, such as "Europe/London"; empty takes this computer's
	 * @param dateOrder "Auto", "DMY" or "MDY"
	 * @param currentSign "Auto", "Lithiation Negative" or "Lithiation Positive"
	 * @throws InvalidInputException naming the key that cannot be meant
	 */
	public static AlignmentSettings parse(final String method, final double offsetSeconds, final String timeZone,
		final String dateOrder, final String currentSign)
	{
		if (Double.isNaN(offsetSeconds) || Double.isInfinite(offsetSeconds)) throw new InvalidInputException(
			"offsetseconds is not a number: give the potentiostat's time in s at the movie's second 0.");
		return new AlignmentSettings(choice(ClockAlignment.Method.class, method, "method"), offsetSeconds, zone(timeZone).getId(),
			choice(DateOrder.class, dateOrder, "dateorder"), ChargeParameters.defaults().withCurrentSign(choice(
				CurrentSign.class, currentSign, "currentsign")));
	}

	/** These settings with the active mass in mg (NaN or 0: unknown), capacities in mAh/g and x at the start (NaN: unknown). */
	public AlignmentSettings withCharge(final double massMilligrams, final double capacityMahPerG,
		final double cRateBaseMahPerG, final double startX)
	{
		if (startX < 0 || startX > 1) throw new InvalidInputException("x at the start is " + startX +
			": give startx between 0 (empty) and 1 (full), or leave it out.");
		final ChargeParameters c = charge.withMassMg(Double.isNaN(massMilligrams) ? 0 : massMilligrams).withCapacityMahPerG(
			capacityMahPerG).withCRateBaseMahPerG(cRateBaseMahPerG).withStartX(startX);
		return new AlignmentSettings(method, offsetSeconds, zone, dateOrder, c);
	}

	private static ZoneId zone(final String text) {
		if (text == null || text.trim().isEmpty()) return ZoneId.systemDefault();
		try {
			return ZoneId.of(text.trim());
		}
		catch (final DateTimeException e) {
			throw new InvalidInputException("'" + text + "' is no time zone: give timezone such as Europe/London, UTC or +01:00.",
				e);
		}
	}

	private static <E extends Enum<E>> E choice(final Class<E> type, final String text, final String key) {
		final String plain = String.valueOf(text).trim().replaceAll("[ -]+", "_").toUpperCase(Locale.ROOT);
		for (final E constant : type.getEnumConstants())
			if (constant.name().equals(plain)) return constant;
		throw new InvalidInputException("'" + text + "' is no choice of " + key + ": use one of " + java.util.Arrays.toString(
			type.getEnumConstants()).toLowerCase(Locale.ROOT) + ".");
	}

	ClockAlignment.Method method() {
		return method;
	}

	double offsetSeconds() {
		return offsetSeconds;
	}

	ZoneId zone() {
		return ZoneId.of(zone);
	}

	ElectrochemOptions options() {
		return ElectrochemOptions.defaults().withDateOrder(dateOrder);
	}

	ChargeParameters charge() {
		return charge;
	}
}
