package net.operando.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;
import org.jfree.svg.ViewBox;

import net.operando.figure.draw.Style;

/**
 * Figures as SVG (text stays text, rasters are embedded) and as PNG of 300 dpi at print size, both drawn by the same
 * code. Files appear whole or not at all. Throws {@link UncheckedIOException} if the file system fails.
 */
public final class FigureWriter {

	/** Resolution of PNG files. */
	public static final int DPI = 300;

	private FigureWriter() {}

	/** The figure as an SVG document, with an XML declaration. */
	public static String svg(final Figure figure) {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svgElement(figure, "figure") + "\n";
	}

	/**
	 * The figure as an SVG element to be put into a page.
	 *
	 * @param id unique in the page, of letters and digits
	 */
	public static String svgElement(final Figure figure, final String id) {
		final double width = figure.width_mm() * Figure.POINTS_PER_MM;
		final double height = figure.height_mm() * Figure.POINTS_PER_MM;
		final SVGGraphics2D g = new SVGGraphics2D(figure.width_mm(), figure.height_mm(), SVGUnits.MM);
		g.setDefsKeyPrefix(id + "-");
		g.setFontFunction(family -> Style.CSS_FAMILIES);
		g.setGeomDoubleConverter(FigureWriter::coordinate);
		// matrices scale rasters, so they need more digits than places on the page
		g.setTransformDoubleConverter(v -> trimmed(String.format(Locale.ROOT, "%.7f", v)));
		g.setColor(Color.WHITE);
		g.fill(new java.awt.geom.Rectangle2D.Double(0, 0, width, height));
		figure.draw(g, width, height);
		final String element = g.getSVGElement(id, true, new ViewBox(0, 0, (int) width, (int) height), null, null);
		final int end = element.indexOf('>');
		final String head = element.substring(0, end).replaceFirst("viewBox='[^']*'", "viewBox='0 0 " + coordinate(width) + " " +
			coordinate(height) + "' role='img' aria-labelledby='" + id + "-desc'");
		g.dispose();
		return head + "><desc id='" + id + "-desc'>" + Markup.escape(figure.description()) + "</desc>" + element.substring(end +
			1);
	}

	private static String coordinate(final double v) {
		return trimmed(String.format(Locale.ROOT, "%.3f", v));
	}

	private static String trimmed(final String number) {
		final String short_ = number.replaceFirst("\\.?0+$", "");
		return short_.equals("-0") ? "0" : short_;
	}

	/** The figure as pixels, 300 to the inch. */
	public static BufferedImage image(final Figure figure) {
		final double width = figure.width_mm() * Figure.POINTS_PER_MM;
		final double height = figure.height_mm() * Figure.POINTS_PER_MM;
		final double scale = DPI / 72.0;
		final BufferedImage image = new BufferedImage((int) Math.round(width * scale), (int) Math.round(height * scale),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = image.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, image.getWidth(), image.getHeight());
		smooth(g);
		g.scale(scale, scale);
		figure.draw(g, width, height);
		g.dispose();
		return image;
	}

	/** Sets the hints under which lines and letters come out as they are laid out. */
	public static void smooth(final Graphics2D g) {
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
	}

	/** The figure as a PNG file's bytes, its resolution stated. */
	public static byte[] png(final Figure figure) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			final BufferedImage image = image(figure);
			final IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image),
				null);
			final IIOMetadataNode physical = new IIOMetadataNode("pHYs");
			final String perMetre = Long.toString(Math.round(DPI / 0.0254));
			physical.setAttribute("pixelsPerUnitXAxis", perMetre);
			physical.setAttribute("pixelsPerUnitYAxis", perMetre);
			physical.setAttribute("unitSpecifier", "meter");
			final IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
			root.appendChild(physical);
			metadata.mergeTree("javax_imageio_png_1.0", root);
			writer.setOutput(out);
			writer.write(new IIOImage(image, null, metadata));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** Writes the figure as an SVG file. */
	public static void writeSvg(final Figure figure, final Path file) {
		writeWhole(file, svg(figure).getBytes(StandardCharsets.UTF_8));
	}

	/** Writes the figure as a PNG file. */
	public static void writePng(final Figure figure, final Path file) {
		writeWhole(file, png(figure));
	}

	private static void writeWhole(final Path file, final byte[] bytes) {
		final Path part = file.resolveSibling(file.getFileName() + ".part");
		try {
			Files.write(part, bytes);
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		finally {
			try {
				Files.deleteIfExists(part);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}
