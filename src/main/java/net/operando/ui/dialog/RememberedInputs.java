package net.operando.ui.dialog;

import java.util.ArrayList;
import java.util.List;

import ij.Prefs;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.InputKind;

/**
 * What a dialog keeps for the next time, only if its user asks for it: numbers, switches and choices, never files, lines or what
 * belongs to one recording. Kept in ImageJ's preferences and read by dialogs alone, so that macros and scripts start from
 * the defaults always.
 */
final class RememberedInputs {

	private static final String NOTHING = "\u0000";

	private final String prefix;

	RememberedInputs(final CommandCall call) {
		prefix = "operando." + CommandCatalog.slug(call.info()) + ".";
	}

	/** Fills in what was kept and is still valid; the labels of what differs from the command's own. */
	List<String> giveTo(final List<InputField> fields) {
		final List<String> other = new ArrayList<>();
		for (final InputField field : fields) {
			final String kept = Prefs.get(prefix + CommandCatalog.key(field.item()), NOTHING);
			if (kept.equals(NOTHING) || !InputKind.of(field.item()).isWorthRemembering(field.item())) continue;
			field.show(kept);
			if (field.check() != null) field.show(field.initial());
			else if (!kept.equals(field.initial())) other.add(field.item().getLabel());
		}
		return other;
	}

	boolean isOn() {
		return Prefs.get(prefix + "remember", false);
	}

	/** Keeps what is in the fields, or forgets all. */
	void keep(final boolean on, final List<InputField> fields) {
		Prefs.set(prefix + "remember", on);
		for (final InputField field : fields) {
			if (!InputKind.of(field.item()).isWorthRemembering(field.item())) continue;
			Prefs.set(prefix + CommandCatalog.key(field.item()), on ? field.text() : null);
		}
	}
}
