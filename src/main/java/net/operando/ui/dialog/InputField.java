package net.operando.ui.dialog;

import java.awt.Color;
import java.awt.Font;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

import org.scijava.module.ModuleItem;

import ij.io.DirectoryChooser;
import ij.io.OpenDialog;
import net.operando.base.InvalidInputException;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.InputKind;

/** One input in the dialog: its label, where it is typed, ticked or chosen, and a button to look for files. */
final class InputField {

	/** Columns of text fields. */
	private static final int SHORT = 10;
	private static final int LONG = 24;
	private static final int NARROW = 15;
	private static final Color WRONG = new Color(0xffdcd6);

	private final ModuleItem<?> item;
	private final String initial;
	private final JLabel label;
	private final JComponent editor;
	private JButton browse;

	/** @param changed is told of every change */
	InputField(final ModuleItem<?> item, final Object value, final Font font, final Runnable changed) {
		this.item = item;
		initial = CommandCatalog.text(value);
		label = new JLabel(item.getLabel());
		if (isSwitch()) {
			final JCheckBox box = new JCheckBox(item.getLabel(), Boolean.TRUE.equals(value));
			box.addActionListener(e -> changed.run());
			editor = box;
		}
		else if (isChoice()) {
			final JComboBox<String> choices = new JComboBox<>(item.getChoices().stream().map(Object::toString).toArray(
				String[]::new));
			choices.setSelectedItem(initial);
			choices.addActionListener(e -> changed.run());
			editor = choices;
		}
		else editor = textField(changed);
		for (final JComponent c : new JComponent[] { label, editor }) {
			c.setFont(font);
			c.setToolTipText(tip());
		}
		editor.setName(CommandCatalog.key(item));
		editor.getAccessibleContext().setAccessibleName(item.getLabel());
		editor.getAccessibleContext().setAccessibleDescription(item.getDescription());
		label.setLabelFor(editor);
		if (InputKind.of(item).isPath()) browse = browseButton(font);
	}

	private JTextField textField(final Runnable changed) {
		final JTextField text = new JTextField(initial, isLong() ? LONG : SHORT);
		text.getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(final DocumentEvent e) {
				changed.run();
			}

			@Override
			public void removeUpdate(final DocumentEvent e) {
				changed.run();
			}

			@Override
			public void changedUpdate(final DocumentEvent e) {
				changed.run();
			}
		});
		return text;
	}

	private JButton browseButton(final Font font) {
		final JButton button = new JButton("Browse...");
		button.setFont(font);
		button.setName(CommandCatalog.key(item) + " browse");
		button.setToolTipText("Look for " + item.getLabel() + " in the file system.");
		button.addActionListener(e -> {
			final String chosen;
			if (InputKind.of(item).isFolder()) chosen = new DirectoryChooser(item.getLabel()).getDirectory();
			else {
				final OpenDialog open = new OpenDialog(item.getLabel());
				chosen = open.getFileName() == null ? null : open.getDirectory() + open.getFileName();
			}
			if (chosen != null) show(chosen);
		});
		return button;
	}

	/** Whether what is typed may be long: paths, lines, lists. */
	boolean isLong() {
		return !isSwitch() && !isChoice() && item.getType() != double.class && item.getType() != int.class && InputKind.of(
			item) != InputKind.NUMBER;
	}

	/** Makes it as short as it can usefully be. */
	void narrow() {
		if (isLong()) ((JTextField) editor).setColumns(NARROW);
	}

	private boolean isSwitch() {
		return item.getType() == boolean.class || item.getType() == Boolean.class;
	}

	private boolean isChoice() {
		return item.getChoices() != null && !item.getChoices().isEmpty();
	}

	/** Broken into lines, which a tool tip does not do by itself. */
	private String tip() {
		final String text = String.valueOf(item.getDescription()).replace("&", "&amp;").replace("<", "&lt;");
		return "<html><p width=\"320\">" + text + "</p><p>Macro key: <code>" + CommandCatalog.key(item) + "</code></p></html>";
	}

	ModuleItem<?> item() {
		return item;
	}

	JLabel label() {
		return label;
	}

	JComponent editor() {
		return editor;
	}

	/** @return null if there is nothing to look for */
	JButton browse() {
		return browse;
	}

	/** Whether its name is in the editor itself. */
	boolean labelsItself() {
		return isSwitch();
	}

	/** What is there now. */
	String text() {
		if (isSwitch()) return Boolean.toString(((JCheckBox) editor).isSelected());
		if (isChoice()) return String.valueOf(((JComboBox<?>) editor).getSelectedItem());
		return ((JTextField) editor).getText().trim();
	}

	void show(final String text) {
		if (isSwitch()) ((JCheckBox) editor).setSelected(Boolean.parseBoolean(text));
		else if (isChoice()) ((JComboBox<?>) editor).setSelectedItem(text);
		else ((JTextField) editor).setText(text);
	}

	/** What the command takes by itself. */
	String initial() {
		return initial;
	}

	/** Whether it has to be filled in first. */
	boolean isMissing() {
		return item.isRequired() && text().isEmpty();
	}

	/** What is wrong with what is there, and its mark; null if nothing is. What is empty is not wrong. */
	String check() {
		String problem = null;
		try {
			if (!text().isEmpty()) CommandCall.check(item, text());
		}
		catch (final InvalidInputException e) {
			problem = e.getMessage();
		}
		mark(problem != null);
		return problem;
	}

	private void mark(final boolean wrong) {
		if (!(editor instanceof JTextField)) return;
		editor.putClientProperty("JComponent.outline", wrong ? "error" : null);
		editor.setBackground(wrong ? WRONG : new JTextField().getBackground());
		editor.setForeground(wrong ? Color.BLACK : new JTextField().getForeground());
	}

	/** Gives the call what is there; what is empty is given as the command has it by itself, or as nothing if it is a text. */
	void giveTo(final CommandCall call, final Object byItself) {
		if (!text().isEmpty()) call.setText(item, text());
		else call.set(item, item.getType() == String.class ? "" : byItself);
	}
}
