package net.operando.ui.imagej;

import java.awt.Button;
import java.awt.Color;
import java.awt.FlowLayout;
import java.awt.Panel;
import java.awt.TextField;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.io.DirectoryChooser;
import ij.io.OpenDialog;
import net.operando.base.InvalidInputException;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;

/**
 * A command's inputs as an ImageJ dialog: labels and descriptions as SciJava would show them. Built with what ImageJ
 * 1.53c has, which has no file fields.
 */
final class CommandDialog {

	private final CommandCall call;
	private final GenericDialog dialog;
	private final List<ModuleItem<?>> items = new ArrayList<>();
	private final Map<String, String> given = new LinkedHashMap<>();

	CommandDialog(final CommandCall call) {
		this.call = call;
		final String title = CommandCatalog.label(call.info());
		dialog = new GenericDialog(title.replace("...", ""));
		final StringBuilder help = new StringBuilder("<html><h3>" + title.replace("...", "") + "</h3>");
		if (call.info().getDescription() != null) help.append("<p>").append(call.info().getDescription()).append("</p>");
		for (final ModuleItem<?> item : CommandCatalog.inputs(call.info())) {
			if (item.getType() == ImagePlus.class) continue;
			items.add(item);
			add(item);
			help.append("<p><b>").append(item.getLabel()).append("</b> (<code>").append(CommandCatalog.key(item)).append(
				"</code>): ").append(item.getDescription()).append("</p>");
		}
		dialog.addHelp(help.append("</html>").toString());
		dialog.addDialogListener((d, event) -> check());
	}

	/** Tells at once what cannot be meant: its field turns red, the status bar says why, and OK is off. */
	private boolean check() {
		String wrong = null;
		int field = 0;
		for (final ModuleItem<?> item : items) {
			if (item.getType() == boolean.class || item.getType() == Boolean.class || item.getChoices() != null && !item
				.getChoices().isEmpty()) continue;
			final TextField text = (TextField) dialog.getStringFields().get(field++);
			final String problem = problem(item, text.getText());
			text.setForeground(problem == null ? Color.BLACK : Color.RED);
			if (wrong == null) wrong = problem;
		}
		IJ.showStatus(wrong == null ? "" : wrong);
		return wrong == null;
	}

	/** @return null if there is none; nothing yet typed is none */
	private static String problem(final ModuleItem<?> item, final String text) {
		if (text.trim().isEmpty()) return null;
		try {
			CommandCall.check(item, text);
			return null;
		}
		catch (final InvalidInputException e) {
			return e.getMessage();
		}
	}

	private void add(final ModuleItem<?> item) {
		final Object value = call.defaultOf(item);
		final Class<?> type = item.getType();
		if (type == boolean.class || type == Boolean.class) dialog.addCheckbox(item.getLabel(), Boolean.TRUE.equals(value));
		else if (item.getChoices() != null && !item.getChoices().isEmpty()) {
			final String[] choices = item.getChoices().stream().map(Object::toString).toArray(String[]::new);
			dialog.addChoice(item.getLabel(), choices, String.valueOf(value));
		}
		else {
			final boolean path = isPath(item);
			dialog.addStringField(item.getLabel(), CommandCatalog.text(value), path ? 36 : 14);
			if (path) addBrowse(item);
		}
	}

	private static boolean isPath(final ModuleItem<?> item) {
		return item.getType() == File.class || "path".equals(item.get("kind")) || "folder".equals(item.get("kind")) || item
			.getName().equals("output");
	}

	private void addBrowse(final ModuleItem<?> item) {
		final TextField field = (TextField) dialog.getStringFields().get(dialog.getStringFields().size() - 1);
		final Button browse = new Button("Browse...");
		final boolean folder = "folder".equals(item.get("kind")) || item.getName().equals("output");
		browse.addActionListener(e -> {
			final String chosen;
			if (folder) chosen = new DirectoryChooser(item.getLabel()).getDirectory();
			else {
				final OpenDialog open = new OpenDialog(item.getLabel());
				chosen = open.getFileName() == null ? null : open.getDirectory() + open.getFileName();
			}
			if (chosen != null) field.setText(chosen);
		});
		final Panel panel = new Panel(new FlowLayout(FlowLayout.RIGHT, 0, 0));
		panel.add(browse);
		dialog.addToSameRow();
		dialog.addPanel(panel, java.awt.GridBagConstraints.WEST, new java.awt.Insets(0, 0, 0, 0));
	}

	/**
	 * Shows the dialog until its inputs can be read or the user gives up.
	 *
	 * @return false if the user gave up
	 * @throws InvalidInputException if an input is of the wrong kind; nothing has been run then
	 */
	boolean show() {
		dialog.showDialog();
		if (dialog.wasCanceled()) return false;
		for (final ModuleItem<?> item : items) {
			final Class<?> type = item.getType();
			final String text;
			if (type == boolean.class || type == Boolean.class) text = Boolean.toString(dialog.getNextBoolean());
			else if (item.getChoices() != null && !item.getChoices().isEmpty()) text = dialog.getNextChoice();
			else text = dialog.getNextString().trim();
			if (text.isEmpty()) {
				if (item.isRequired()) throw new InvalidInputException(item.getLabel() + " is empty: fill it in.");
				continue;
			}
			call.setText(item, text);
			given.put(CommandCatalog.key(item), text);
		}
		return true;
	}

	/** Records the inputs by field name, as Fiji does. */
	void record() {
		MacroOptions.record(items, given);
	}
}
