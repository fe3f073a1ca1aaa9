package net.operando.build;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One version of a file of an update site.
 *
 * @param filename path of the file below Fiji's folder at that version, with the version in its name
 * @param checksum see {@link SiteChecksum}
 * @param timestamp yyyyMMddHHmmss
 * @param obsolete when another version took its place, yyyyMMddHHmmss; 0 if none has
 */
record SiteVersion(String filename, String checksum, long timestamp, long obsolete) {

	/** A time as the Updater writes it; in UTC, so that it does not depend on who builds. */
	static long timestamp(final Instant time) {
		return Long.parseLong(DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC).format(time));
	}

	SiteVersion obsoleteSince(final long when) {
		return new SiteVersion(filename, checksum, timestamp, when);
	}
}
