package net.operando.data.io.tiff;

import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import net.operando.data.io.FormatException;

/**
 * The OME-XML of an OME-TIFF (OME model 2003 to 2016): images, pixels, planes and TiffData. Read as a stream, without
 * document types or external entities, so that a file can neither fetch anything nor grow in memory.
 */
final class OmeXml {

	/** All that the model knows of TiffData (NumPlanes until 2007): a name beside them was damaged. */
	private static final Set<String> BLOCK_ATTRIBUTES = Set.of("IFD", "FirstC", "FirstZ", "FirstT", "PlaneCount",
		"NumPlanes");

	private final List<OmeImage> images = new ArrayList<>();
	private String metadataFile = "";

	private OmeXml() {}

	static boolean matches(final String description) {
		final String head = description.substring(0, Math.min(2000, description.length()));
		return head.startsWith("<") && head.matches("(?s).*<(\\w+:)?OME[\\s>].*");
	}

	/** @throws FormatException if it is no well-formed XML */
	static OmeXml parse(final String xml, final java.nio.file.Path file) {
		final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		final OmeXml ome = new OmeXml();
		try {
			final XMLStreamReader in = factory.createXMLStreamReader(new StringReader(xml));
			try {
				ome.read(in);
			}
			finally {
				in.close();
			}
		}
		catch (final XMLStreamException | RuntimeException e) {
			// the JDK's reader reports some malformed documents by unchecked exceptions
			throw new FormatException(file, "has OME metadata that is not well-formed XML: export it again, or save it from ImageJ as a plain TIFF.", e);
		}
		return ome;
	}

	List<OmeImage> images() {
		return images;
	}

	/** The companion file that holds the metadata instead; empty if it is here. */
	String metadataFile() {
		return metadataFile;
	}

	private void read(final XMLStreamReader in) throws XMLStreamException {
		OmeImage image = null;
		OmeImage.Block block = null;
		while (in.hasNext()) {
			final int event = in.next();
			if (event == XMLStreamConstants.END_ELEMENT) {
				if ("TiffData".equals(in.getLocalName())) block = null;
				if ("Image".equals(in.getLocalName())) image = null;
			}
			if (event != XMLStreamConstants.START_ELEMENT) continue;
			final String name = in.getLocalName();
			if ("BinaryOnly".equals(name)) metadataFile = text(in, "MetadataFile");
			else if ("Image".equals(name)) {
				image = new OmeImage();
				images.add(image);
			}
			else if (image != null) {
				if ("TiffData".equals(name)) {
					block = block(in);
					image.blocks.add(block);
				}
				else if ("UUID".equals(name) && block != null) block.fileName = text(in, "FileName");
				else if ("Pixels".equals(name)) pixels(in, image);
				else if ("Plane".equals(name)) plane(in, image);
				else if ("AcquisitionDate".equals(name) || "AcquiredDate".equals(name)) image.acquired = RecordedInstant.parse(in
					.getElementText(), ZoneOffset.UTC);
			}
		}
	}

	private static OmeImage.Block block(final XMLStreamReader in) {
		for (int i = 0; i < in.getAttributeCount(); i++) {
			final String name = in.getAttributeLocalName(i);
			if (!BLOCK_ATTRIBUTES.contains(name)) throw new IllegalArgumentException("TiffData " + name);
		}
		final OmeImage.Block block = new OmeImage.Block();
		block.firstC = whole(in, "FirstC", 0);
		block.firstZ = whole(in, "FirstZ", 0);
		block.firstT = whole(in, "FirstT", 0);
		block.ifd = whole(in, "IFD", -1);
		block.planeCount = whole(in, "PlaneCount", whole(in, "NumPlanes", -1));
		return block;
	}

	private static void pixels(final XMLStreamReader in, final OmeImage image) {
		image.order = text(in, "DimensionOrder");
		image.sizeX = whole(in, "SizeX", 0);
		image.sizeY = whole(in, "SizeY", 0);
		image.sizeC = whole(in, "SizeC", 0);
		image.sizeZ = whole(in, "SizeZ", 0);
		image.sizeT = whole(in, "SizeT", 0);
		image.pixelXMicrometres = number(in, "PhysicalSizeX") * unit(in, "PhysicalSizeXUnit", true);
		image.pixelYMicrometres = number(in, "PhysicalSizeY") * unit(in, "PhysicalSizeYUnit", true);
		image.timeIncrementSeconds = number(in, "TimeIncrement") * unit(in, "TimeIncrementUnit", false);
		if (!image.hasSaneSizes()) throw new IllegalArgumentException("sizes");
	}

	private static void plane(final XMLStreamReader in, final OmeImage image) {
		final double delta = number(in, "DeltaT") * unit(in, "DeltaTUnit", false);
		if (!Double.isNaN(delta)) image.delta(whole(in, "TheC", 0), whole(in, "TheZ", 0), whole(in, "TheT", 0), delta);
	}

	/** The model's own units where none is given: micrometres and seconds. */
	private static double unit(final XMLStreamReader in, final String attribute, final boolean isLength) {
		final String unit = text(in, attribute);
		if (unit.isEmpty()) return 1;
		return isLength ? PhysicalUnit.micrometres(unit) : PhysicalUnit.seconds(unit);
	}

	private static String text(final XMLStreamReader in, final String attribute) {
		final String value = in.getAttributeValue(null, attribute);
		return value == null ? "" : value;
	}

	private static double number(final XMLStreamReader in, final String attribute) {
		final String value = text(in, attribute);
		return value.isEmpty() ? Double.NaN : Double.parseDouble(value);
	}

	private static long whole(final XMLStreamReader in, final String attribute, final long ifAbsent) {
		final String value = text(in, attribute);
		return value.isEmpty() ? ifAbsent : Long.parseLong(value.trim());
	}
}
