package net.operando.analysis.front.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

import net.operando.analysis.front.FrontParameters;
import net.operando.base.InvalidInputException;
import net.operando.data.io.FormatException;
import net.operando.data.io.Json;
import net.operando.data.kymograph.Kymograph;

/**
 * All edits of one kymograph, in their order, with what the fronts were found by, without which they cannot be found again: the
 * content of {@code edits.json}. Immutable; JSON by field names.
 */
public final class FrontEdits {

	private static final String FORMAT = "operando-front-edits";

	private final String format;
	private final String kymograph_sha256;
	private final FrontParameters parameters;
	private final FrontEdit[] edits;

	/** No edits; for JSON. */
	public FrontEdits() {
		this("", null, new FrontEdit[0]);
	}

	private FrontEdits(final String kymograph, final FrontParameters parameters, final FrontEdit[] edits) {
		this.format = FORMAT;
		this.kymograph_sha256 = kymograph;
		this.parameters = parameters;
		this.edits = edits;
	}

	/** Edits of the fronts found in a kymograph with parameters. */
	public static FrontEdits of(final Kymograph kymograph, final FrontParameters parameters, final List<FrontEdit> edits) {
		return new FrontEdits(fingerprint(kymograph), parameters, edits.toArray(new FrontEdit[0]));
	}

	/**
	 * Reads {@code edits.json}.
	 *
	 * @throws FormatException if the file cannot be read
	 * @throws InvalidInputException if it holds something else
	 */
	public static FrontEdits read(final Path file) {
		try {
			return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), "the edits in " + file);
		}
		catch (final IOException e) {
			throw new FormatException(file, "cannot be read: give the edits.json that Edit Fronts wrote.");
		}
	}

	/**
	 * Reads what {@link #toJson} wrote.
	 *
	 * @param what what the text is, for the message
	 * @throws InvalidInputException if it is something else
	 */
	public static FrontEdits parse(final String json, final String what) {
		final FrontEdits read = Json.read(json, FrontEdits.class, what);
		if (!FORMAT.equals(read.format) || read.edits == null) throw new InvalidInputException("There are no front edits in " + what +
			": give the edits.json that Edit Fronts wrote.");
		for (final FrontEdit edit : read.edits) {
			if (edit == null) throw new InvalidInputException("There is an empty edit in " + what + ": remove it.");
			edit.validate();
		}
		return read;
	}

	/** The edits, the first one first. */
	public List<FrontEdit> edits() {
		return List.of(edits);
	}

	public String toJson() {
		return Json.write(this);
	}

	/**
	 * Refuses parameters other than those the edited fronts were found by; a file without parameters fits any.
	 *
	 * @throws InvalidInputException if they differ
	 */
	void checkParameters(final FrontParameters now) {
		if (parameters == null) return;
		final String then = Json.write(parameters);
		if (!then.equals(Json.write(now))) throw new InvalidInputException(
			"The edits were made on fronts found with other parameters, and mean those: give the same " +
				"criterion, polarity, smoothingum, fromseconds, toseconds and maxfronts as then (" + then.replaceAll("[\\s\"{}]+", " ")
					.trim() + ").");
	}

	/** Whether they were made on this very kymograph; one without a fingerprint is taken for it. */
	boolean isOf(final Kymograph kymograph) {
		return kymograph_sha256 == null || kymograph_sha256.isEmpty() || kymograph_sha256.equals(fingerprint(kymograph));
	}

	/** SHA-256 of the times and values. */
	private static String fingerprint(final Kymograph kymograph) {
		try {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			final ByteBuffer column = ByteBuffer.allocate(8 + 4 * kymograph.rows());
			for (int c = 0; c < kymograph.columns(); c++) {
				column.clear();
				column.putDouble(kymograph.times().seconds(c));
				for (final float v : kymograph.column(c))
					column.putFloat(v);
				digest.update(column.array());
			}
			final StringBuilder hex = new StringBuilder();
			for (final byte b : digest.digest())
				hex.append(String.format("%02x", b));
			return hex.toString();
		}
		catch (final NoSuchAlgorithmException e) {
			throw new UncheckedIOException(new IOException("this Java has no SHA-256", e));
		}
	}
}
