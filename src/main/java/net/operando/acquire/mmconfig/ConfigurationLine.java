package net.operando.acquire.mmconfig;

import java.util.ArrayList;
import java.util.List;

/** One command of a configuration file with its fields, split as Micro-Manager splits them. Immutable. */
final class ConfigurationLine {

	private final int number;
	private final String text;
	private final List<String> fields;

	/** @param text without its line end */
	ConfigurationLine(final int number, final String text) {
		this.number = number;
		this.text = text;
		fields = new ArrayList<>();
		// runs of commas count as one, so that an empty field vanishes
		for (final String field : text.split(","))
			if (!field.isEmpty()) fields.add(field);
	}

	int number() {
		return number;
	}

	String text() {
		return text;
	}

	/** Number of fields, the command included; empty ones are not counted. */
	int size() {
		return fields.size();
	}

	/** The command; "" if there is none. */
	String command() {
		return fields.isEmpty() ? "" : fields.get(0);
	}

	/** A field after the command, from 1; "" if it is missing, which Micro-Manager reads as an empty value. */
	String field(final int index) {
		return index < fields.size() ? fields.get(index) : "";
	}

	/** Whether the line has an empty field before its last, which the core does not see, so that later ones move up. */
	boolean hasHole() {
		return text.matches(".*,,+[^,].*") || text.startsWith(",");
	}

	/** The first field with a blank at its start or end, which is part of the name; null if there is none. */
	String paddedField() {
		for (final String field : fields)
			if (!field.equals(field.strip())) return field;
		return null;
	}
}
