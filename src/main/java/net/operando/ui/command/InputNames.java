package net.operando.ui.command;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.scijava.module.ModuleItem;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** How messages call inputs: by the label that dialogs show and the key that macros have, "Lag (lagseconds)". */
final class InputNames {

	/** Keys that are words of sentences besides. */
	private static final Set<String> WORDS = Set.of("seconds");

	private InputNames() {}

	/** The name of an input. */
	static String of(final ModuleItem<?> item) {
		return of(item.getLabel(), CommandCatalog.key(item));
	}

	private static String of(final String label, final String key) {
		// the unit stands in the sentence
		final String plain = label == null ? "" : label.replaceAll("\\s*\\([^()]*\\)$", "");
		return plain.isEmpty() || plain.equalsIgnoreCase(key) ? key : plain + " (" + key + ")";
	}

	/** The name of a command's input by its key; the key itself if there is no such input. */
	static String of(final Class<?> command, final String key) {
		final Field field = fields(command).get(key.toLowerCase(Locale.ROOT));
		return field == null ? key : of(field.getAnnotation(Parameter.class).label(), key);
	}

	/**
	 * A sentence with the keys of numbers spelled out. A key that is in its label already says enough, and may be a word of the
	 * sentence besides.
	 */
	static String spelled(final Class<?> command, final String sentence) {
		if (sentence == null) return null;
		String spelled = sentence;
		for (final Map.Entry<String, Field> input : fields(command).entrySet()) {
			final String key = input.getKey();
			final String name = of(input.getValue().getAnnotation(Parameter.class).label(), key);
			if (WORDS.contains(key) || !isNumber(input.getValue()) || input.getValue().getAnnotation(Parameter.class).label().toLowerCase(Locale.ROOT).contains(key))
				continue;
			// neither key=value, nor a name spelled out before, nor a verb ("cannot be scaled")
			spelled = spelled.replaceAll("(?<![\\w(.])(?<!\\b(be|is|are|was|were|not) )" + Pattern.quote(key) + "(?![\\w=]|\\.\\w)", Matcher.quoteReplacement(
				name));
		}
		return spelled;
	}

	private static boolean isNumber(final Field field) {
		if (field.getType() == double.class || field.getType() == int.class) return true;
		for (final Attr attribute : field.getAnnotation(Parameter.class).attrs())
			if (attribute.name().equals("kind") && attribute.value().equals("number")) return true;
		return false;
	}

	private static Map<String, Field> fields(final Class<?> command) {
		final Map<String, Field> fields = new TreeMap<>();
		for (Class<?> c = command; c != null; c = c.getSuperclass())
			for (final Field field : c.getDeclaredFields())
				if (field.isAnnotationPresent(Parameter.class)) fields.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field);
		return fields;
	}
}
