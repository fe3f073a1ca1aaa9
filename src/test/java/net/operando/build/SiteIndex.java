package net.operando.build;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The index of an update site, db.xml.gz, as Fiji's Updater reads it. */
final class SiteIndex {

	static final String NAME = "db.xml.gz";

	/** What the Updater's own index says of its elements; it validates what it writes, so ours must validate too. */
	private static final String DTD = "<!DOCTYPE pluginRecords [\n" +
		"<!ELEMENT pluginRecords ((update-site | disabled-update-site)*, plugin*)>\n" +
		"<!ELEMENT update-site EMPTY>\n<!ELEMENT disabled-update-site EMPTY>\n" +
		"<!ELEMENT plugin (platform*, category*, version?, previous-version*)>\n" +
		"<!ELEMENT version (description?, dependency*, link*, author*)>\n" +
		"<!ELEMENT previous-version EMPTY>\n<!ELEMENT description (#PCDATA)>\n<!ELEMENT dependency EMPTY>\n" +
		"<!ELEMENT link (#PCDATA)>\n<!ELEMENT author (#PCDATA)>\n<!ELEMENT platform (#PCDATA)>\n<!ELEMENT category (#PCDATA)>\n" +
		"<!ATTLIST plugin update-site CDATA #IMPLIED filename CDATA #REQUIRED executable CDATA #IMPLIED>\n" +
		"<!ATTLIST dependency filename CDATA #REQUIRED timestamp CDATA #IMPLIED overrides CDATA #IMPLIED>\n" +
		"<!ATTLIST version timestamp CDATA #REQUIRED checksum CDATA #REQUIRED filesize CDATA #REQUIRED>\n" +
		"<!ATTLIST previous-version filename CDATA #IMPLIED timestamp CDATA #REQUIRED timestamp-obsolete CDATA #IMPLIED checksum CDATA #REQUIRED>\n" +
		"]>";

	private final Map<String, SiteFile> files = new LinkedHashMap<>();

	/** An index of no files. */
	SiteIndex() {}

	void add(final SiteFile file) {
		files.put(file.unversioned(), file);
	}

	/** The files by their paths without versions, in the order they were added. */
	Map<String, SiteFile> files() {
		return files;
	}

	/** The youngest time in the index; 0 if it is empty. */
	long youngest() {
		long youngest = 0;
		for (final SiteFile file : files.values()) {
			if (file.current() != null) youngest = Math.max(youngest, file.current().timestamp());
			for (final SiteVersion v : file.previous())
				youngest = Math.max(youngest, Math.max(v.timestamp(), v.obsolete()));
		}
		return youngest;
	}

	/**
	 * @param file db.xml.gz, or the same not compressed
	 * @throws IOException if it cannot be read or is no such index
	 */
	static SiteIndex read(final Path file) throws IOException {
		try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
				InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw)
		{
			final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			final javax.xml.parsers.DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
			final SiteIndex index = new SiteIndex();
			for (final Element plugin : children(builder.parse(in).getDocumentElement(), "plugin"))
				index.add(fileOf(plugin));
			return index;
		}
		catch (final SAXException | ParserConfigurationException | NumberFormatException e) {
			throw new IOException(file + " is no index of an update site: " + e.getMessage(), e);
		}
	}

	private static List<Element> children(final Element parent, final String name) {
		final List<Element> all = new ArrayList<>();
		for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling())
			if (n instanceof Element && n.getNodeName().equals(name)) all.add((Element) n);
		return all;
	}

	private static List<String> texts(final Element parent, final String name) {
		return children(parent, name).stream().map(Element::getTextContent).toList();
	}

	private static SiteFile fileOf(final Element plugin) {
		final String filename = plugin.getAttribute("filename");
		SiteVersion current = null;
		long bytes = 0;
		Element version = plugin.getOwnerDocument().createElement("version");
		for (final Element v : children(plugin, "version")) {
			version = v;
			current = new SiteVersion(filename, v.getAttribute("checksum"), number(v, "timestamp"), 0);
			bytes = number(v, "filesize");
		}
		final List<SiteVersion> previous = new ArrayList<>();
		for (final Element v : children(plugin, "previous-version"))
			previous.add(new SiteVersion(v.getAttribute("filename"), v.getAttribute("checksum"), number(v, "timestamp"), number(
				v, "timestamp-obsolete")));
		return new SiteFile(filename, current, bytes, String.join(" ", texts(version, "description")), children(version,
			"dependency").stream().map(d -> d.getAttribute("filename")).toList(), texts(version, "author"), texts(version,
				"link"), named(filename, previous));
	}

	/** Versions whose name is left out had the name of the next younger one. */
	private static List<SiteVersion> named(final String filename, final List<SiteVersion> previous) {
		previous.sort((a, b) -> Long.compare(b.timestamp(), a.timestamp()));
		String name = filename;
		final List<SiteVersion> all = new ArrayList<>();
		for (final SiteVersion v : previous) {
			if (!v.filename().isEmpty()) name = v.filename();
			all.add(new SiteVersion(name, v.checksum(), v.timestamp(), v.obsolete()));
		}
		return all;
	}

	private static long number(final Element element, final String name) {
		return element.getAttribute(name).isEmpty() ? 0 : Long.parseLong(element.getAttribute(name));
	}

	/** @throws IOException if the file cannot be written */
	void write(final Path file) throws IOException {
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
			final XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
			xml.writeStartDocument("UTF-8", "1.0");
			xml.writeCharacters("\n");
			xml.writeDTD(DTD);
			xml.writeStartElement("pluginRecords");
			for (final SiteFile f : files.values())
				write(xml, f);
			xml.writeEndElement();
			xml.writeEndDocument();
			xml.close();
		}
		catch (final XMLStreamException e) {
			throw new IOException(file + " could not be written", e);
		}
	}

	private static void write(final XMLStreamWriter xml, final SiteFile file) throws XMLStreamException {
		xml.writeCharacters("\n");
		xml.writeStartElement("plugin");
		xml.writeAttribute("filename", file.filename());
		if (file.current() != null) {
			xml.writeStartElement("version");
			xml.writeAttribute("checksum", file.current().checksum());
			xml.writeAttribute("timestamp", Long.toString(file.current().timestamp()));
			xml.writeAttribute("filesize", Long.toString(file.bytes()));
			if (!file.description().isEmpty()) writeText(xml, "description", file.description());
			for (final String dependency : file.dependencies()) {
				xml.writeEmptyElement("dependency");
				xml.writeAttribute("filename", dependency);
			}
			for (final String link : file.links())
				writeText(xml, "link", link);
			for (final String author : file.authors())
				writeText(xml, "author", author);
			xml.writeEndElement();
		}
		for (final SiteVersion v : file.previous()) {
			xml.writeEmptyElement("previous-version");
			xml.writeAttribute("filename", v.filename());
			xml.writeAttribute("timestamp", Long.toString(v.timestamp()));
			if (v.obsolete() > 0) xml.writeAttribute("timestamp-obsolete", Long.toString(v.obsolete()));
			xml.writeAttribute("checksum", v.checksum());
		}
		xml.writeEndElement();
	}

	private static void writeText(final XMLStreamWriter xml, final String name, final String text)
		throws XMLStreamException
	{
		xml.writeStartElement(name);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}
}
