package net.operando.ui.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import net.operando.base.InvalidInputException;
import net.operando.data.io.FormatException;
import net.operando.data.io.tiff.TiffStackInfo;

/**
 * The commands an image has been through, as one line of its "Info" text, which ImageJ saves with it; and those that the
 * provenance of a file of ours names.
 */
public final class ImageHistory {

	private static final String INFO = "Info";
	private static final String LINE = "Operando-History: ";
	private static final Pattern HISTORY = Pattern.compile("(?m)^" + LINE + "(.*)$");
	private static final Pattern COMMAND = Pattern.compile("\"command\"\\s*:\\s*\"([^\"]+)\"");

	private ImageHistory() {}

	/** Labels of the commands, without ellipsis, the first one first. */
	public static List<String> of(final ImagePlus image) {
		final Set<String> commands = new LinkedHashSet<>();
		for (final Path source : MovieImages.sources(image))
			addProvenance(source, commands);
		if (image.getProperty(INFO) instanceof String) {
			final String info = (String) image.getProperty(INFO);
			final Matcher line = HISTORY.matcher(info);
			while (line.find())
				for (final String label : line.group(1).split(";"))
					if (!label.trim().isEmpty()) commands.add(label.trim());
			addCommands(info, commands);
		}
		return new ArrayList<>(commands);
	}

	private static void addProvenance(final Path source, final Set<String> commands) {
		if (!source.getFileName().toString().toLowerCase(java.util.Locale.ROOT).matches(".*\\.tiff?")) return;
		try {
			TiffStackInfo.provenanceOf(source).ifPresent(json -> addCommands(json, commands));
		}
		catch (final FormatException e) {
			// a TIFF that only ImageJ can read is none of ours and names no command
			return;
		}
		catch (final IOException e) {
			throw new InvalidInputException("The file " + source +
				" that the image was opened from cannot be read any more: open it again, then cite.", e);
		}
	}

	private static void addCommands(final String json, final Set<String> commands) {
		final Matcher command = COMMAND.matcher(json);
		while (command.find())
			commands.add(command.group(1));
	}

	/** Adds commands to the image's history; those it has already stay once. */
	static void add(final ImagePlus image, final Collection<String> labels) {
		final Set<String> all = new LinkedHashSet<>();
		final Object before = image.getProperty(INFO);
		final String info = before instanceof String ? (String) before : "";
		final Matcher line = HISTORY.matcher(info);
		while (line.find())
			for (final String label : line.group(1).split(";"))
				all.add(label.trim());
		all.addAll(labels);
		final String rest = line.replaceAll("").stripTrailing();
		image.setProperty(INFO, (rest.isEmpty() ? "" : rest + "\n") + LINE + String.join("; ", all) + "\n");
	}
}
