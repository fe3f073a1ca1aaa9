package net.operando.build;

import java.util.ArrayList;
import java.util.List;

import org.scijava.util.FileUtils;

/**
 * A file as an update site's index describes it.
 *
 * @param filename path below Fiji's folder, with the version in its name
 * @param current the version offered; null if the file is offered no more
 * @param bytes size of that version
 * @param description one sentence; empty for none
 * @param dependencies files it needs, without versions in their names
 * @param authors names
 * @param links addresses
 * @param previous versions that were offered before: an installed file of one of them is old, any other was changed locally
 */
record SiteFile(String filename, SiteVersion current, long bytes, String description, List<String> dependencies,
	List<String> authors, List<String> links, List<SiteVersion> previous)
{

	/** The path without version, by which the Updater knows the file: jars/name-1.2.jar is jars/name.jar. */
	static String unversioned(final String filename) {
		return FileUtils.stripFilenameVersion(filename);
	}

	String unversioned() {
		return unversioned(filename);
	}

	/** All versions that this description makes old, itself included, for a file whose checksum is now another. */
	List<SiteVersion> history(final String checksumNow, final long now) {
		final List<SiteVersion> history = new ArrayList<>(previous);
		if (current != null) history.add(0, current.obsoleteSince(now));
		history.removeIf(v -> v.checksum().equals(checksumNow));
		return history;
	}
}
