package net.operando.acquire.mmconfig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.operando.base.InvalidInputException;

/**
 * Reads a configuration file as Micro-Manager's core would, without any hardware, and names every line that the core would
 * refuse, or would accept and then not do what was meant: misspelt commands, which it passes over in silence; devices
 * used before they are loaded; numbers it would read as 0; lines it would cut off. Names of adapters, devices and
 * properties depend on what is installed and are not checked. Stateless.
 */
public final class ConfigurationCheck {

	/** The core reads lines into a buffer for so many characters and stops at the first that does not fit. */
	static final int LONGEST_LINE = 4 * 1024 + 3;

	/** No configuration file is near this long; another kind of file is, and need not be read into memory. */
	private static final long MOST_BYTES = 4L << 20;

	private ConfigurationCheck() {}

	/**
	 * The faults of a file, in the order of its lines; empty if there are none.
	 *
	 * @throws InvalidInputException if the file cannot be read or is no text
	 */
	public static List<ConfigurationFault> of(final Path file) {
		try {
			if (Files.size(file) > MOST_BYTES) throw new InvalidInputException("The file " + file +
				" is far too long for a Micro-Manager configuration: give a .cfg file.");
			final byte[] bytes = Files.readAllBytes(file);
			for (final byte b : bytes)
				if (b == 0) throw new InvalidInputException("The file " + file +
					" is no text, so no Micro-Manager configuration: give a .cfg file.");
			// one character a byte, as the core reads it; lengths and commas are the same in UTF-8
			return ofLines(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1));
		}
		catch (final IOException e) {
			throw new InvalidInputException("The Micro-Manager configuration " + file + " cannot be read (" + e.getMessage() +
				"): check its path and permissions.", e);
		}
	}

	/**
	 * Refuses a file with faults.
	 *
	 * @throws InvalidInputException if there are any; its message names the first line and how many more there are
	 */
	public static void require(final Path file) {
		final List<ConfigurationFault> faults = of(file);
		if (faults.isEmpty()) return;
		final int more = faults.size() - 1;
		throw new InvalidInputException("The Micro-Manager configuration " + file.getFileName() + " is wrong. " + faults.get(
			0) + (more == 0 ? "" : more == 1 ? " (One more line is wrong.)" : " (" + more + " more lines are wrong.)"));
	}

	/** The faults of a file's lines; a carriage return at the end of one is taken off. */
	static List<ConfigurationFault> ofLines(final String... lines) {
		final List<ConfigurationFault> faults = new ArrayList<>();
		final LoadedConfiguration loaded = new LoadedConfiguration(faults);
		for (int i = 0; i < lines.length; i++) {
			final int end = lines[i].indexOf('\r');
			final String text = end < 0 ? lines[i] : lines[i].substring(0, end);
			if (lines[i].length() > LONGEST_LINE) {
				faults.add(new ConfigurationFault(i + 1, "it has " + lines[i].length() + " characters; Micro-Manager stops reading at a line of more than " +
					LONGEST_LINE + " and ignores the rest of the file. Shorten it."));
				return faults;
			}
			if (text.isEmpty() || text.startsWith("#")) continue;
			loaded.execute(new ConfigurationLine(i + 1, text));
		}
		loaded.end();
		faults.sort((a, b) -> Integer.compare(a.line(), b.line()));
		return faults;
	}
}
