package net.operando.analysis.rod;

import java.util.Locale;

/** Whether lithium goes in and out through an end of a rod, as far as the movie shows. */
public enum EndActivity {

	/** A front came in here. */
	ACTIVE,
	/** A front that came in at the other end ran all the way to this one. */
	INACTIVE,
	/** The movie does not tell. */
	UNKNOWN;

	/** The name used in files. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}
}
