package net.operando.data.io.trackmate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import net.operando.data.io.FormatException;

/** An element of an XML file with its attributes in their order, its children and its text. Written to only while read or made. */
final class XmlNode {

	final String name;
	final Map<String, String> attributes = new LinkedHashMap<>();
	final List<XmlNode> children = new ArrayList<>();
	String text = "";

	XmlNode(final String name) {
		this.name = name;
	}

	/** Adds an attribute; returns this. */
	XmlNode with(final String key, final Object value) {
		attributes.put(key, String.valueOf(value));
		return this;
	}

	/** Adds a child; returns the child. */
	XmlNode add(final String child) {
		return add(new XmlNode(child));
	}

	XmlNode add(final XmlNode child) {
		children.add(child);
		return child;
	}

	/** The first child of a name, or null. */
	XmlNode child(final String childName) {
		for (final XmlNode c : children)
			if (c.name.equals(childName)) return c;
		return null;
	}

	/** @throws FormatException if there is no such child */
	XmlNode need(final String childName, final Path file) {
		final XmlNode c = child(childName);
		if (c == null) throw new FormatException(file, "has no element " + childName + " in " + name +
			", so it is no whole TrackMate file: save it anew in TrackMate.");
		return c;
	}

	/** @throws FormatException if there is no such attribute */
	String needText(final String key, final Path file) {
		final String value = attributes.get(key);
		if (value == null) throw new FormatException(file, "has an element " + name + " without the attribute " + key +
			": save it anew in TrackMate.");
		return value;
	}

	/** @throws FormatException if there is no such attribute or it is no whole number */
	int needInt(final String key, final Path file) {
		final String value = needText(key, file);
		try {
			return Integer.parseInt(value.trim());
		}
		catch (final NumberFormatException e) {
			throw new FormatException(file, "has an element " + name + " whose " + key + " is '" + value +
				"' instead of a whole number: save it anew in TrackMate.", e);
		}
	}

	/** @throws FormatException if there is no such attribute or it is no number */
	double needNumber(final String key, final Path file) {
		final String value = needText(key, file);
		try {
			return Double.parseDouble(value.trim());
		}
		catch (final NumberFormatException e) {
			throw new FormatException(file, "has an element " + name + " whose " + key + " is '" + value +
				"' instead of a number: save it anew in TrackMate.", e);
		}
	}

	/** The root of a file. Entities and document types are not followed. */
	static XmlNode read(final Path file) {
		final XMLInputFactory factory = XMLInputFactory.newInstance();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		try (InputStream in = Files.newInputStream(file)) {
			final XMLStreamReader reader = factory.createXMLStreamReader(in);
			final Deque<XmlNode> open = new ArrayDeque<>();
			XmlNode root = null;
			while (reader.hasNext()) {
				final int event = reader.next();
				if (event == XMLStreamConstants.START_ELEMENT) {
					final XmlNode node = new XmlNode(reader.getLocalName());
					for (int i = 0; i < reader.getAttributeCount(); i++)
						node.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
					if (open.isEmpty()) root = node;
					else open.peek().children.add(node);
					open.push(node);
				}
				else if (event == XMLStreamConstants.END_ELEMENT) {
					final XmlNode node = open.pop();
					node.text = node.text.trim();
				}
				else if (event == XMLStreamConstants.CHARACTERS && !open.isEmpty()) open.peek().text += reader.getText();
			}
			return root;
		}
		catch (final XMLStreamException e) {
			throw new FormatException(file, "is not whole XML (line " + e.getLocation().getLineNumber() +
				"): give a file that TrackMate saved.", e);
		}
		catch (final IOException e) {
			throw new FormatException(file, "cannot be read: check that the file is there.", e);
		}
	}

	/** The element and all below it, as a file with an XML declaration. */
	String document() {
		final StringBuilder s = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
		append(s, "");
		return s.toString();
	}

	private void append(final StringBuilder s, final String indent) {
		s.append(indent).append('<').append(name);
		for (final Map.Entry<String, String> a : attributes.entrySet())
			s.append(' ').append(a.getKey()).append("=\"").append(escaped(a.getValue(), true)).append('"');
		if (children.isEmpty() && text.isEmpty()) {
			s.append(" />\n");
			return;
		}
		s.append('>').append(escaped(text, false));
		if (!children.isEmpty()) {
			s.append('\n');
			for (final XmlNode c : children)
				c.append(s, indent + "  ");
			s.append(indent);
		}
		s.append("</").append(name).append(">\n");
	}

	private static String escaped(final String value, final boolean attribute) {
		final StringBuilder s = new StringBuilder(value.length());
		for (int i = 0; i < value.length(); i++) {
			final char c = value.charAt(i);
			if (c == '&') s.append("&amp;");
			else if (c == '<') s.append("&lt;");
			else if (c == '>') s.append("&gt;");
			else if (attribute && c == '"') s.append("&quot;");
			else if (c == '\r' || attribute && (c == '\n' || c == '\t')) s.append("&#").append((int) c).append(';');
			// XML 1.0 has no other control characters
			else if (c >= ' ' || c == '\n' || c == '\t') s.append(c);
		}
		return s.toString();
	}
}
