package net.operando.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import net.operando.base.quantity.Estimate;
import net.operando.data.kymograph.KymographQuantity;

class FigureWriterTest {

	private static final Map<String, Figure> GALLERY = FigureGallery.figures();
	private static final Map<Figure, String> DRAWN = new HashMap<>();

	static Stream<Figure> figures() {
		return GALLERY.values().stream();
	}

	/** Drawn once for all tests that only look at it. */
	private static String svg(final Figure figure) {
		return DRAWN.computeIfAbsent(figure, FigureWriter::svg);
	}

	@ParameterizedTest
	@MethodSource("figures")
	void svgIsWellFormedAndOfPrintSize(final Figure figure) {
		final String svg = svg(figure);
		final Element root = SvgText.parse(svg).getDocumentElement();
		assertEquals("svg", root.getTagName());
		assertEquals(Math.round(figure.width_mm()) + "mm", root.getAttribute("width"));
		final String[] box = root.getAttribute("viewBox").split(" ");
		assertEquals(figure.width_mm() / 25.4 * 72, Double.parseDouble(box[2]), 0.001, "three decimals are written");
		assertEquals(figure.height_mm() / 25.4 * 72, Double.parseDouble(box[3]), 0.001, "three decimals are written");
		assertTrue(root.getElementsByTagName("desc").item(0).getTextContent().equals(figure.description()));
		assertTrue(figure.width_mm() == 89 || figure.width_mm() == 183, "a column's or a page's width");
		assertFalse(svg.replaceAll("base64,[^']*", "").contains("NaN"), "no coordinate is lost");
	}

	@ParameterizedTest
	@MethodSource("figures")
	void textsDoNotOverlapAndStayOnThePage(final Figure figure) {
		final List<SvgText> texts = SvgText.of(svg(figure));
		assertTrue(texts.size() > 5);
		assertEquals(List.of(), SvgText.overlaps(texts));
		for (final SvgText text : texts) {
			assertTrue(text.box.getMinX() >= 0 && text.box.getMaxX() <= figure.width_mm() * Figure.POINTS_PER_MM, text.text + text.box);
			assertTrue(text.box.getMinY() >= 0 && text.box.getMaxY() <= figure.height_mm() * Figure.POINTS_PER_MM, text.text +
				text.box);
		}
	}

	@ParameterizedTest
	@MethodSource("figures")
	void typeAndLinesAreOfPrintableSize(final Figure figure) {
		final Document svg = SvgText.parse(svg(figure));
		final NodeList all = svg.getElementsByTagName("*");
		int strokes = 0;
		for (int i = 0; i < all.getLength(); i++) {
			final String style = ((Element) all.item(i)).getAttribute("style");
			if (style.contains("stroke-width:")) {
				strokes++;
				assertTrue(Double.parseDouble(style.replaceFirst(".*stroke-width:([0-9.]+).*", "$1")) >= 0.5, style);
			}
			if (style.contains("font-size:")) {
				final double size = Double.parseDouble(style.replaceFirst(".*font-size: ([0-9.]+)px.*", "$1"));
				// 5 points are super- and subscripts
				assertTrue(size == 7 || size == 8 || size == 5, style);
				assertTrue(style.contains("Arial"), style);
			}
		}
		assertTrue(strokes > 5);
	}

	@Test
	void pngHasItsSizeInPixelsAndSaysItsResolution() throws IOException {
		final Figure figure = FigureSamples.capacities();
		final byte[] png = FigureWriter.png(figure);
		final BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
		assertEquals(Math.round(89 / 25.4 * 300), image.getWidth());
		assertEquals(Math.round(60 / 25.4 * 300), image.getHeight());
		int at = 8;
		ByteBuffer chunk = null;
		while (at < png.length && chunk == null) {
			final int length = ByteBuffer.wrap(png, at, 4).getInt();
			if (new String(png, at + 4, 4, java.nio.charset.StandardCharsets.US_ASCII).equals("pHYs")) chunk = ByteBuffer.wrap(png,
				at + 8, length);
			at += length + 12;
		}
		Assertions.assertNotNull(chunk, "a pHYs chunk");
		// 300 / 0.0254 rounded
		assertEquals(11811, chunk.getInt());
		assertEquals(11811, chunk.getInt());
		assertEquals(1, chunk.get(), "per metre");
	}

	@Test
	void svgAndPngHoldTheSame() throws IOException {
		// every text of the SVG has ink at its place in the PNG
		for (final Figure figure : List.of(FigureSamples.capacities(), FigureSamples.plots())) {
			final BufferedImage image = FigureWriter.image(figure);
			for (final SvgText text : SvgText.of(FigureWriter.svg(figure))) {
				int dark = 0;
				for (int x = (int) (text.box.getMinX() * 300 / 72); x <= text.box.getMaxX() * 300 / 72; x++)
					for (int y = (int) (text.box.getMinY() * 300 / 72); y <= text.box.getMaxY() * 300 / 72; y++)
						if (new Color(image.getRGB(x, y)).getRed() < 128) dark++;
				assertTrue(dark > 5, text.text + " is missing in the PNG");
			}
		}
	}

	@Test
	void kymographsAreEmbeddedAsRasters() throws IOException {
		final Document svg = SvgText.parse(FigureWriter.svg(FigureSamples.measuredAndSimulated()));
		final NodeList images = svg.getElementsByTagName("image");
		assertEquals(3, images.getLength(), "two kymographs and the colour bar they share");
		final String data = ((Element) images.item(0)).getAttribute("xlink:href");
		final String prefix = "data:image/png;base64,";
		assertTrue(data.startsWith(prefix));
		final BufferedImage raster = ImageIO.read(new ByteArrayInputStream(java.util.Base64.getDecoder().decode(data.substring(
			prefix.length()))));
		assertTrue(raster.getWidth() > 183 * 0.7 / 25.4 * 600, "600 dpi: " + raster.getWidth());
	}

	@Test
	void filesAppearWholeOrNotAtAll(@TempDir final Path folder) throws IOException {
		final Figure figure = FigureSamples.capacities();
		FigureWriter.writeSvg(figure, folder.resolve("a.svg"));
		FigureWriter.writePng(figure, folder.resolve("a.png"));
		FigureWriter.writePng(figure, folder.resolve("a.png"));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(2, files.count(), "no temporary file stays");
		}
		assertEquals(FigureWriter.svg(figure), Files.readString(folder.resolve("a.svg")), "drawing twice gives the same");
		final Path missing = folder.resolve("no/such/folder/a.svg");
		Assertions.assertThrows(UncheckedIOException.class, () -> FigureWriter.writeSvg(figure, missing));
	}

	@Test
	void crowdedKymographsKeepTheirLabelsApart() {
		for (int seed = 0; seed < 2; seed++) {
			final Random random = new Random(seed);
			final List<FrontOverlay> fronts = new ArrayList<>();
			for (int f = 0; f < 7; f++) {
				final double t0 = 50 * random.nextDouble();
				final double z0 = 20e-6 * random.nextDouble();
				final double v = 2e-6 * (random.nextDouble() - 0.5);
				fronts.add(FrontOverlay.points(new double[] { t0, t0 + 8 }, new double[] { z0, z0 + 8 * v }).withLine(t0, z0, t0 + 8,
					z0 + 8 * v).withSpeed(Estimate.normal(v, 0.1 * Math.abs(v), 5, "zero_crossing")));
			}
			for (final double width : new double[] { 89, 120, 183 }) {
				final Figure figure = KymographFigure.of(List.of(KymographPanel.of(FigureSamples.rate(0.0008,
					KymographQuantity.INTENSITY_RATE)).titled("Measured").withFronts(fronts))).withTraces(List.of(FigureSamples.voltage(),
						FigureSamples.current())).withBands(FigureSamples.bands()).withWidth(width).withTimes(-5 - 20 * random
							.nextDouble(), 40 + 3000 * random.nextDouble() * random.nextDouble());
				assertEquals(List.of(), SvgText.overlaps(SvgText.of(FigureWriter.svg(figure))), "seed " + seed + ", " + width +
					" mm");
			}
		}
	}

	@Test
	void anyFigureCanBeWritten() {
		final Figure figure = new Figure() {

			@Override
			public double width_mm() {
				return 20;
			}

			@Override
			public double height_mm() {
				return 10;
			}

			@Override
			public void draw(final Graphics2D g, final double width, final double height) {
				g.setColor(Color.RED);
				g.fill(new java.awt.geom.Rectangle2D.Double(0, 0, width, height));
			}

			@Override
			public String description() {
				return "red <&> \"'";
			}
		};
		assertEquals(0xffff0000, FigureWriter.image(figure).getRGB(230, 115), "drawn to the far corner");
		assertEquals("red <&> \"'", SvgText.parse(FigureWriter.svg(figure)).getElementsByTagName("desc").item(0)
			.getTextContent());
		assertTrue(FigureWriter.svgElement(figure, "f1").contains("id='f1-desc'"));
		assertEquals("&lt;b title=&#39;&quot;&amp;", Markup.escape("<b title='\"&\u0000"));
	}
}
