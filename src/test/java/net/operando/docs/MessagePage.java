package net.operando.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The part of docs/troubleshooting.md that lists every message the code can give, read from the sources. */
final class MessagePage {

	private static final String MARK = "<!-- made from the sources from here on, see the developer guide -->";
	private static final Pattern THROWN = Pattern.compile(
		"new (InvalidInputException|InsufficientDataException|FormatException|JsonException)\\(");
	private static final Map<String, String> ROOMS = Map.of("data", "Reading and writing files", "analysis", "Analysing",
		"model", "Simulating and titrations", "experiment", "Whole experiments", "ui", "Menus, macros, command line",
		"acquire", "Recording", "base", "Anywhere", "figure", "Figures");

	private MessagePage() {}

	/** The page with its list made anew; what stands before the mark is written by hand and stays. */
	static String of(final String page, final Path sources) throws IOException {
		final Map<String, Set<String>> rooms = new TreeMap<>();
		try (Stream<Path> files = Files.walk(sources)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
				final String floor = sources.relativize(file).getName(0).toString();
				final String code = Files.readString(file);
				final Matcher m = THROWN.matcher(code);
				while (m.find()) {
					final String message = message(code, m.end());
					if (message.chars().filter(c -> c == ' ').count() > 2) rooms.computeIfAbsent(ROOMS.getOrDefault(floor, floor),
						r -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)).add(message);
				}
			}
		}
		final StringBuilder list = new StringBuilder(MARK + "\n");
		rooms.forEach((room, messages) -> {
			list.append("\n## ").append(room).append("\n\n");
			messages.forEach(s -> list.append("- ").append(s.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_").replace(
				"[", "\\[")).append('\n'));
		});
		return page.substring(0, page.indexOf(MARK)) + list;
	}

	/** The texts of the call's arguments, what is filled in at run time as an ellipsis. */
	private static String message(final String code, final int from) {
		final StringBuilder text = new StringBuilder();
		int depth = 1;
		boolean gap = false;
		for (int i = from; depth > 0 && i < code.length(); i++) {
			final char c = code.charAt(i);
			if (c == '"') {
				if (gap && !text.isEmpty()) text.append('…');
				gap = false;
				for (i++; code.charAt(i) != '"'; i++) {
					if (code.charAt(i) == '\\') i++;
					text.append(code.charAt(i));
				}
			}
			else if (c == '(') depth++;
			else if (c == ')') depth--;
			else if (c == '\'') i = code.indexOf('\'', i + (code.charAt(i + 1) == '\\' ? 3 : 2));
			else if (Character.isLetterOrDigit(c)) gap = true;
		}
		return text.toString().replaceAll("%(\\d\\$)?[-+.\\d]*[sdfgeE]", "…").replaceAll("%%", "%").replaceAll("…+", "…")
			.replaceAll("\\s+", " ").trim();
	}
}
