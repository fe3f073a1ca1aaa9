package net.operando.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The checksum by which Fiji's Updater tells versions of a file apart, as 40 hexadecimal digits. Of a jar it depends on the
 * names and contents of the entries alone: not on their order and times, not on the manifest, not on comments in
 * properties.
 */
final class SiteChecksum {

	private static final int START = 0;
	private static final int HASHES = 1;
	private static final int COMMENT = 2;
	private static final int TEXT = 3;

	private SiteChecksum() {}

	/**
	 * @param target path of the file below Fiji's folder, such as jars/name.jar
	 * @throws IOException if the file cannot be read, or is no zip file though its name ends in .jar
	 */
	static String of(final String target, final Path file) throws IOException {
		final MessageDigest digest = sha1();
		if (target.endsWith(".jar")) addJar(file, digest);
		else {
			digest.update(target.getBytes(StandardCharsets.US_ASCII));
			digest.update(Files.readAllBytes(file));
		}
		final StringBuilder hex = new StringBuilder();
		for (final byte b : digest.digest())
			hex.append(String.format("%02x", b));
		return hex.toString();
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-1", e);
		}
	}

	private static void addJar(final Path file, final MessageDigest digest) throws IOException {
		try (ZipFile jar = new ZipFile(file.toFile())) {
			final List<ZipEntry> entries = new ArrayList<>(Collections.list(jar.entries()));
			entries.sort(Comparator.comparing(ZipEntry::getName));
			for (final ZipEntry entry : entries) {
				digest.update(entry.getName().getBytes(StandardCharsets.US_ASCII));
				if (entry.getName().equals("META-INF/MANIFEST.MF")) continue;
				try (InputStream in = jar.getInputStream(entry)) {
					final byte[] content = in.readAllBytes();
					digest.update(entry.getName().endsWith(".properties") ? withoutComments(content) : content);
				}
			}
		}
	}

	/**
	 * Properties as the Updater sees them. A comment becomes an empty line. After a line that is empty or has nothing but
	 * # the Updater does not notice that a new line starts, so that a comment there stays; checksums must keep to that.
	 */
	static byte[] withoutComments(final byte[] content) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
		int state = START;
		for (final byte b : content) {
			final boolean newLine = b == '\n';
			if (state == COMMENT) {
				if (!newLine) continue;
				state = START;
			}
			else if (state != TEXT && b == '#') {
				state = HASHES;
				continue;
			}
			else if (state == HASHES && !newLine) {
				state = COMMENT;
				continue;
			}
			else state = state == TEXT && newLine ? START : TEXT;
			out.write(b);
		}
		return out.toByteArray();
	}
}
