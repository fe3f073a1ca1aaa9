package net.operando.data.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Paths;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.DataFormatException;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;
import net.operando.data.io.FormatException;

/** The small readers of what files say beside their samples. */
class FileMetadataTest {

	@Test
	void instantsOfEveryWriter() {
		final Instant expected = Instant.parse("2016-02-11T17:00:16Z");
		assertEquals(expected, RecordedInstant.parse("2016-02-11 09:00:16 -0800", null));
		assertEquals(expected, RecordedInstant.parse("2016-02-11T17:00:16", ZoneOffset.UTC));
		assertEquals(expected.plusMillis(250), RecordedInstant.parse("2016/02/11 18:00:16.25+01:00", null));
		assertNull(RecordedInstant.parse("2022-08-23 09:11:45 -", null), "no zone, no instant");
		assertNull(RecordedInstant.parse("2016-13-41 09:00:16 -0800", null));
		assertNull(RecordedInstant.parse("2016-02-11 09:00:16 +9900", null));
		assertNull(RecordedInstant.parse("", ZoneOffset.UTC));
	}

	@Test
	void unitsInEverySpelling() {
		assertEquals(1, PhysicalUnit.micrometres("\u00b5m"));
		assertEquals(1, PhysicalUnit.micrometres("\u03bcm"));
		assertEquals(1, PhysicalUnit.micrometres("micron"));
		assertEquals(1e-3, PhysicalUnit.micrometres("nm"));
		assertEquals(25400, PhysicalUnit.micrometres("inch"));
		assertTrue(Double.isNaN(PhysicalUnit.micrometres("pixel")));
		assertEquals(60, PhysicalUnit.seconds("min"));
		assertEquals(1e-6, PhysicalUnit.seconds("\u00b5s"));
		assertTrue(Double.isNaN(PhysicalUnit.seconds("")));
	}

	@Test
	void descriptionsOfImageJ() {
		final ImageJDescription d = ImageJDescription.parse(
			"ImageJ=1.53c\nimages=12\nunit=\\u00B5m\nfinterval=0.5\nmin=-1.0\nslices=x\n");
		assertEquals(12, d.count("images"));
		assertEquals(1, d.count("slices"));
		assertEquals(1, d.count("frames"));
		assertEquals("\u00b5m", d.text("unit", ""));
		assertEquals(0.5, d.number("finterval", Double.NaN));
		assertTrue(ImageJDescription.matches("ImageJ=1.53c\n"));
		assertFalse(ImageJDescription.matches("<OME/>"));
	}

	@Test
	void coordinatesInEveryDimensionOrder() {
		final OmeImage image = new OmeImage();
		image.sizeC = 2;
		image.sizeZ = 3;
		image.sizeT = 5;
		for (final String order : new String[] { "XYZCT", "XYCZT", "XYTCZ", "XYZTC", "XYCTZ", "XYTZC" }) {
			image.order = order;
			assertTrue(image.hasSaneSizes());
			final boolean[] met = new boolean[30];
			for (int c = 0; c < 2; c++)
				for (int z = 0; z < 3; z++)
					for (int t = 0; t < 5; t++) {
						final long i = image.index(c, z, t);
						assertFalse(met[(int) i]);
						met[(int) i] = true;
						assertEquals(c, image.coordinate('C', i));
						assertEquals(z, image.coordinate('Z', i));
						assertEquals(t, image.coordinate('T', i));
					}
		}
		image.order = "XYZCC";
		assertFalse(image.hasSaneSizes());
	}

	@Test
	void omeXmlThatIsNone() {
		assertTrue(OmeXml.matches("<?xml version=\"1.0\"?><OME xmlns=\"x\">"));
		assertFalse(OmeXml.matches("<html>"));
		assertThrows(FormatException.class, () -> OmeXml.parse("<OME><Image></OME>", Paths.get("a.tif")));
		assertThrows(FormatException.class, () -> OmeXml.parse("<OME><Image><Pixels DimensionOrder=\"XYZCT\" SizeT=\"many\"/>" +
			"</Image></OME>", Paths.get("a.tif")));
	}

	@Test
	void micromanagerImagesWithWhatIsThere() {
		final MicroManagerImage image = MicroManagerImage.parse(
			"{\"ElapsedTime-ms\":12.5,\"x\":[[{}]],\"FrameIndex\":\"3\",\"Axes\":{\"time\":7,\"z\":2},\"ReceivedTime\":" +
				"\"2022-08-23 09:11:45.5 -0700\"}");
		assertEquals(0.0125, image.elapsedSeconds());
		assertEquals(7, image.frame);
		assertEquals(2, image.slice);
		assertEquals(-1, image.channel);
		assertTrue(image.hasFineClock());
		assertEquals(Instant.parse("2022-08-23T16:11:45.500Z"), image.receivedInstant());
		assertTrue(Double.isNaN(MicroManagerImage.parse("{\"Elap").elapsedMilliseconds));
		assertEquals(-1, MicroManagerImage.parse("{\"FrameIndex\":1e99}").frame);
	}

	@Test
	void namesInNaturalOrder() {
		final List<String> names = new ArrayList<>(List.of("img10.tif", "img2.tif", "Img1.tif", "img002b.tif", "a.tif"));
		Collections.sort(names, TiffFolder::compareNaturally);
		assertEquals(List.of("a.tif", "Img1.tif", "img2.tif", "img002b.tif", "img10.tif"), names);
	}

	@Test
	void choicesOfPlanes() {
		final MovieParts parts = new MovieParts(Paths.get("m.tif"));
		final PlaneChoice choice = PlaneChoice.parse("c=2, Z=1");
		assertEquals(1, choice.index("c", "channel", 3, parts));
		assertEquals(0, choice.index("z", "slice", 3, parts));
		assertThrows(InvalidInputException.class, () -> choice.index("c", "channel", 1, parts));
		assertThrows(InvalidInputException.class, () -> PlaneChoice.parse("second"));
		assertThrows(InvalidInputException.class, () -> choice.allow("c"));
		assertTrue(PlaneChoice.parse("auto").given().isEmpty());
	}

	/** The example of TIFF 6.0, section 9, and codes that lead outside. */
	@Test
	void packedBytes() throws DataFormatException {
		final byte[] packed = { -2, -86, 2, -128, 0, 42, -3, -86, 3, -128, 0, 42, 34, -9, -86 };
		final byte[] out = new byte[24];
		TiffCompression.PACKBITS.undo(packed, out);
		assertArrayEquals(new byte[] { -86, -86, -86, -128, 0, 42, -86, -86, -86, -86, -128, 0, 42, 34, -86, -86, -86, -86,
			-86, -86, -86, -86, -86, -86 }, out);
		for (final TiffCompression compression : TiffCompression.values())
			assertThrows(DataFormatException.class, () -> compression.undo(new byte[] { -1, 3, 9 }, new byte[500]), compression
				.name());
	}
}
