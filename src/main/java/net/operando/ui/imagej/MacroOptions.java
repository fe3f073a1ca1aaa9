package net.operando.ui.imagej;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import net.operando.base.InvalidInputException;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;

/**
 * The options of a macro call, "key=value key=[value with spaces] flag". A key no input has is refused: a misspelt key
 * must not leave a default in place unnoticed.
 */
final class MacroOptions {

	private final Map<String, String> values = new LinkedHashMap<>();

	MacroOptions(final String options) {
		int at = 0;
		while (at < options.length()) {
			if (Character.isWhitespace(options.charAt(at))) {
				at++;
				continue;
			}
			int end = at;
			while (end < options.length() && options.charAt(end) != '=' && !Character.isWhitespace(options.charAt(end)))
				end++;
			final String key = options.substring(at, end).toLowerCase(java.util.Locale.ROOT);
			if (end >= options.length() || options.charAt(end) != '=') {
				values.put(key, "true");
				at = end;
				continue;
			}
			at = end + 1;
			final boolean bracketed = at < options.length() && options.charAt(at) == '[';
			if (bracketed) {
				end = options.indexOf(']', at);
				if (end < 0) throw new InvalidInputException("The macro options end within [ ]: close the bracket after " + key +
					".");
				values.put(key, options.substring(at + 1, end));
				at = end + 1;
			}
			else {
				end = at;
				while (end < options.length() && !Character.isWhitespace(options.charAt(end)))
					end++;
				values.put(key, options.substring(at, end));
				at = end;
			}
		}
	}

	Map<String, String> values() {
		return values;
	}

	/** Gives the recorder the values of inputs by field name, as Fiji records them. */
	static void record(final Collection<ModuleItem<?>> items, final Map<String, String> given) {
		for (final ModuleItem<?> item : items) {
			final String key = CommandCatalog.key(item);
			final String text = given.get(key);
			// a switch too, with true or false: Fiji knows no key without a value
			if (text != null) Recorder.recordOption(key, text);
		}
	}

	/** Gives every value to the input of its key; a flag that is not there is false, as ImageJ records check boxes. */
	void giveTo(final CommandCall call) {
		final Map<String, String> left = new LinkedHashMap<>(values);
		for (final ModuleItem<?> item : CommandCatalog.inputs(call.info())) {
			if (item.getType() == ImagePlus.class) continue;
			final String text = left.remove(CommandCatalog.key(item));
			if (text != null) call.setText(item, text);
			else if (item.getType() == boolean.class || item.getType() == Boolean.class) call.set(item, false);
		}
		if (!left.isEmpty()) throw new InvalidInputException("'" + left.keySet().iterator().next() + "' is no key of " +
			CommandCatalog.label(call.info()) + ".");
	}
}
