package net.operando.ui.command;

import java.io.File;
import java.nio.file.Path;
import java.nio.file.Paths;

import org.scijava.module.ModuleItem;

import net.operando.base.InvalidInputException;
import net.operando.data.movie.LinePath;

/** What the text of an input means beyond its type: its attribute "kind", so that dialogs can help and check. */
public enum InputKind {

	/** Nothing beyond its type. */
	PLAIN(""),
	/** A file or folder that is there; "auto" stands for none where that is the default. */
	PATH("path"),
	/** A folder that is there. */
	FOLDER("folder"),
	/** A folder that may not be there yet. */
	DESTINATION("destination"),
	/** A file, or a name the command knows. */
	PATH_OR_NAME("path or name"),
	/** A number that may be left out. */
	NUMBER("number"),
	/** Points of a line in pixels. */
	LINE("line"),
	/** A value of one recording, which means nothing for the next. */
	ONCE("once");

	private final String attribute;

	InputKind(final String attribute) {
		this.attribute = attribute;
	}

	/** The kind of an input. */
	public static InputKind of(final ModuleItem<?> item) {
		if (item.getName().equals("output")) return DESTINATION;
		for (final InputKind kind : values())
			if (!kind.attribute.isEmpty() && kind.attribute.equals(item.get("kind"))) return kind;
		return item.getType() == File.class ? PATH : PLAIN;
	}

	/** Whether it is chosen in the file system. */
	public boolean isPath() {
		return this == PATH || this == PATH_OR_NAME || isFolder();
	}

	/** Whether only folders can be meant. */
	public boolean isFolder() {
		return this == FOLDER || this == DESTINATION;
	}

	/** Whether a value of it may serve again for another image: numbers and choices that are no property of one recording. */
	public boolean isWorthRemembering(final ModuleItem<?> item) {
		return this == PLAIN && (item.getType() != String.class || item.getChoices() != null && !item.getChoices().isEmpty());
	}

	/**
	 * An optional file.
	 *
	 * @return the path, or null if it is empty
	 * @throws InvalidInputException if there is no such file or folder
	 */
	static Path existing(final String text, final String key) {
		if (text == null || text.trim().isEmpty()) return null;
		final Path path = Paths.get(text.trim());
		if (!path.toFile().exists()) throw new InvalidInputException("There is no file or folder " + path + " (" + key +
			"): check the path.");
		return path;
	}

	/** @throws InvalidInputException if the text cannot be meant */
	void check(final ModuleItem<?> item, final String text) {
		if (text.isEmpty()) return;
		final String key = InputNames.of(item);
		if (this == NUMBER) Choice.number(text, key);
		if (this == LINE) LinePath.parse(text);
		if (this == PATH && !text.equalsIgnoreCase("auto") || this == FOLDER) existing(text, key);
		if (this == FOLDER && !new File(text).isDirectory()) throw new InvalidInputException(text + " is no folder (" + key +
			"): give the folder the files are in.");
	}
}
