package net.operando.ui.dialog;

import java.awt.Component;
import java.awt.Container;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.swing.AbstractButton;

/** Keys with Alt for what a dialog asks and does: the first letter of its name that is still free. */
final class Mnemonics {

	private final Set<Character> taken = new HashSet<>();

	/** Buttons first, so that Help is H in every dialog. */
	void give(final Container dialog, final List<InputField> fields) {
		buttons(dialog, fields);
		for (final InputField field : fields) {
			final int at = free(field.item().getLabel());
			if (at < 0) continue;
			final char letter = Character.toUpperCase(field.item().getLabel().charAt(at));
			if (field.labelsItself()) {
				((AbstractButton) field.editor()).setMnemonic(letter);
				((AbstractButton) field.editor()).setDisplayedMnemonicIndex(at);
			}
			else {
				field.label().setDisplayedMnemonic(letter);
				field.label().setDisplayedMnemonicIndex(at);
			}
		}
	}

	private void buttons(final Container in, final List<InputField> fields) {
		for (final Component c : in.getComponents()) {
			if (c instanceof Container) buttons((Container) c, fields);
			if (!(c instanceof AbstractButton) || fields.stream().anyMatch(f -> f.editor() == c || f.browse() == c)) continue;
			final AbstractButton button = (AbstractButton) c;
			if (button.getText() == null || button.getText().isEmpty()) continue;
			final int at = free(button.getText());
			if (at >= 0) button.setMnemonic(Character.toUpperCase(button.getText().charAt(at)));
		}
	}

	/** @return place of the letter, -1 if none is free */
	private int free(final String name) {
		for (int i = 0; i < name.length(); i++) {
			final char c = Character.toUpperCase(name.charAt(i));
			if (c >= 'A' && c <= 'Z' && taken.add(c)) return i;
		}
		return -1;
	}
}
