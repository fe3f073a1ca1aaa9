package net.operando.data.io.tiff;

import java.util.Locale;

/** Units of length and time as image files spell them. */
final class PhysicalUnit {

	private PhysicalUnit() {}

	/** Micrometres in one unit of length; NaN for pixels and what is not known. */
	static double micrometres(final String unit) {
		switch (plain(unit)) {
			case "um":
			case "micron":
			case "microns":
			case "micrometer":
			case "micrometre":
				return 1;
			case "nm":
			case "nanometer":
			case "nanometre":
				return 1e-3;
			case "pm":
				return 1e-6;
			case "å":
			case "angstrom":
				return 1e-4;
			case "mm":
			case "millimeter":
				return 1e3;
			case "cm":
			case "centimeter":
				return 1e4;
			case "m":
			case "meter":
				return 1e6;
			case "in":
			case "inch":
			case "inches":
				return 25400;
			default:
				return Double.NaN;
		}
	}

	/** Seconds in one unit of time; NaN for what is not known. */
	static double seconds(final String unit) {
		switch (plain(unit)) {
			case "s":
			case "sec":
			case "secs":
			case "second":
			case "seconds":
				return 1;
			case "ms":
			case "msec":
			case "millisecond":
			case "milliseconds":
				return 1e-3;
			case "us":
			case "usec":
			case "microsecond":
				return 1e-6;
			case "ns":
				return 1e-9;
			case "min":
			case "mins":
			case "minute":
			case "minutes":
				return 60;
			case "h":
			case "hr":
			case "hour":
			case "hours":
				return 3600;
			case "d":
			case "day":
				return 86400;
			default:
				return Double.NaN;
		}
	}

	/** Both signs for micro as u, lower case. */
	private static String plain(final String unit) {
		return unit == null ? "" : unit.trim().replace('\u00b5', 'u').replace('\u03bc', 'u').toLowerCase(Locale.ROOT);
	}
}
