package net.operando.figure.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import net.operando.base.Progress;

/** A file a result was made from, with the hash that tells whether it is still the same. Immutable. */
public final class InputFile {

	private final String name;
	private final long bytes;
	private final String sha256;

	private InputFile(final String name, final long bytes, final String sha256) {
		this.name = name;
		this.bytes = bytes;
		this.sha256 = sha256;
	}

	/** A file whose hash is known already. */
	public static InputFile of(final String name, final long bytes, final String sha256) {
		return new InputFile(name, bytes, sha256);
	}

	/**
	 * Reads a file from end to end for its hash, in constant memory; only its name is kept, not its folder.
	 *
	 * @throws UncheckedIOException if it cannot be read
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static InputFile read(final Path file, final Progress progress) {
		try (InputStream in = Files.newInputStream(file)) {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			final long size = Files.size(file);
			final byte[] buffer = new byte[1 << 20];
			long done = 0;
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				digest.update(buffer, 0, n);
				done += n;
				progress.checkCancelled();
				progress.update(size == 0 ? 1 : (double) done / size, "hashing " + file.getFileName());
			}
			final StringBuilder hex = new StringBuilder();
			for (final byte b : digest.digest())
				hex.append(String.format("%02x", b));
			return new InputFile(file.getFileName().toString(), done, hex.toString());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	public String name() {
		return name;
	}

	public long bytes() {
		return bytes;
	}

	/** SHA-256 of the content, 64 hexadecimal digits. */
	public String sha256() {
		return sha256;
	}
}
