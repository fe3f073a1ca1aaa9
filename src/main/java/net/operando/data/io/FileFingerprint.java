package net.operando.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What identifies an input file: name, size and SHA-256. Of a file above 256 MiB the hash is of its size and of 64
 * blocks of 1 MiB spread evenly from the first byte to the last, so that a movie of 60 GB is fingerprinted in a second;
 * the algorithm's name says which it was. Immutable.
 */
public final class FileFingerprint {

	private static final int MIB = 1 << 20;
	private static final long WHOLE_UP_TO = 256L * MIB;
	private static final int SAMPLES = 64;

	private final String file;
	private final long bytes;
	private final String algorithm;
	private final String hash;

	private FileFingerprint(final String file, final long bytes, final String algorithm, final String hash) {
		this.file = file;
		this.bytes = bytes;
		this.algorithm = algorithm;
		this.hash = hash;
	}

	/**
	 * The fingerprint of a file, or those of all files in a folder (not its sub-folders), by name.
	 *
	 * @throws FormatException if it cannot be read
	 */
	public static List<FileFingerprint> of(final Path fileOrFolder) {
		try {
			if (!Files.isDirectory(fileOrFolder)) return List.of(ofFile(fileOrFolder));
			final List<Path> files;
			try (Stream<Path> inside = Files.list(fileOrFolder)) {
				files = inside.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
			}
			final List<FileFingerprint> all = new ArrayList<>();
			for (final Path file : files)
				all.add(ofFile(file));
			return all;
		}
		catch (final IOException e) {
			throw new FormatException(fileOrFolder, "cannot be read: check that it exists and may be opened.", e);
		}
	}

	private static FileFingerprint ofFile(final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			final long size = channel.size();
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			final ByteBuffer block = ByteBuffer.allocate(MIB);
			if (size <= WHOLE_UP_TO) {
				for (long at = 0; at < size; at += MIB)
					add(channel, at, size, block, digest);
			}
			else {
				digest.update(Long.toString(size).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
				for (int i = 0; i < SAMPLES; i++)
					add(channel, (size - MIB) * i / (SAMPLES - 1), size, block, digest);
			}
			final StringBuilder hex = new StringBuilder();
			for (final byte b : digest.digest())
				hex.append(String.format("%02x", b));
			return new FileFingerprint(String.valueOf(file.getFileName()), size, size <= WHOLE_UP_TO ? "SHA-256"
				: "SHA-256 of size and " + SAMPLES + " blocks", hex.toString());
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}

	private static void add(final FileChannel channel, final long at, final long size, final ByteBuffer block,
		final MessageDigest digest) throws IOException
	{
		block.clear().limit((int) Math.min(MIB, size - at));
		while (block.hasRemaining() && channel.read(block, at + block.position()) >= 0) {
			// one read may return less than asked for
		}
		digest.update(block.flip());
	}

	/** Name of the file without its folder. */
	public String file() {
		return file;
	}

	public long bytes() {
		return bytes;
	}

	/** What was hashed: the whole file, or samples of it. */
	public String algorithm() {
		return algorithm;
	}

	/** The hash in lower-case hexadecimal digits. */
	public String hash() {
		return hash;
	}
}
