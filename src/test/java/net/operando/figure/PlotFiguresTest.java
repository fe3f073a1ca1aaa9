package net.operando.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Region;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;
import net.operando.figure.draw.Style;

/** Capacity, x-y and image figures: what is written in them, and where the data are drawn. */
class PlotFiguresTest {

	private static List<String> texts(final Figure figure) {
		return SvgText.of(FigureWriter.svg(figure)).stream().map(t -> t.text).collect(Collectors.toList());
	}

	private static Rectangle2D box(final Figure figure, final String text) {
		return SvgText.of(FigureWriter.svg(figure)).stream().filter(t -> t.text.equals(text)).findFirst().orElseThrow().box;
	}

	@Test
	void capacitiesAreNamedByRateAndDirection() {
		final Figure figure = FigureSamples.capacities();
		final List<String> texts = texts(figure);
		for (final String wanted : new String[] { "C/5", "1C", "5C", "20C", "Lithiation", "Delithiation", "Cycle number",
			"Specific capacity (mAh g", "−1", "25" })
			assertTrue(texts.contains(wanted), wanted + " in " + texts);
		assertEquals(3, texts.stream().filter(t -> t.equals("1C")).count(), "over both runs and in the legend");
		assertThrows(InvalidInputException.class, () -> CapacityFigure.of(new ArrayList<>()));
		final Figure one = CapacityFigure.of(List.of(new CapacityPoint(3, Double.NaN, 0.5, true), new CapacityPoint(3, 120, 0.5,
			true))).withWidth(Figure.DOUBLE_COLUMN_MM);
		assertTrue(texts(one).contains("C/2"));
		assertFalse(texts(one).contains("Delithiation"), "what is not drawn is not in the legend");
	}

	@Test
	void pointsAreDrawnWhereTheirAxesSay() {
		final Figure figure = LinePlotFigure.of(List.of(PlotPanel.of("x", "um", "y", "", List.of(Series.points("", new double[] {
			20 }, new double[] { 4 }))).withXLimits(0, 40).withYLimits(0, 8)), 1);
		final Rectangle2D twenty = box(figure, "20");
		final Rectangle2D four = SvgText.of(FigureWriter.svg(figure)).stream().filter(t -> t.text.equals("4") && t.box
			.getMaxX() < twenty.getMinX()).findFirst().orElseThrow().box;
		final BufferedImage image = FigureWriter.image(figure);
		assertEquals(Style.series(0).getRGB(), image.getRGB((int) (twenty.getCenterX() * 300 / 72), (int) (four.getCenterY() *
			300 / 72)), "right of the 4 and above the 20");
	}

	@Test
	void legendsErrorBarsAndLogarithmicAxes() {
		final String svg = FigureWriter.svg(FigureSamples.plots());
		final List<String> texts = texts(FigureSamples.plots());
		for (final String wanted : new String[] { "GITT, short time", "PCHIP fit", "95 % interval", "XRD, C/8", "Time (s)",
			"Position (µm)", "Elongation (%)", "−12" })
			assertTrue(texts.contains(wanted), wanted + " in " + texts);
		assertTrue(svg.contains("stroke-dasharray"), "a dashed line");
		assertTrue(FigureSamples.plots().description().contains("a: x in Li₁₇ₓNb₁₄W₃O₄₄ against Position (µm)"));
		// an error bar that reaches below zero is cut at the bottom of a logarithmic axis
		final String cut = FigureWriter.svg(LinePlotFigure.of(List.of(PlotPanel.of("x", "", "y", "", List.of(Series.points("p",
			new double[] { 1, 2 }, new double[] { 1, 10 }).withErrors(new double[] { 2, 1 }))).withLogY().withLogX().titled("T")),
			1).withWidth(100).withPanelHeight(30));
		assertFalse(cut.contains("NaN") || cut.contains("∞") || cut.contains("Infinity"), "finite coordinates only");
		assertThrows(InvalidInputException.class, () -> LinePlotFigure.of(new ArrayList<>(), 1));
	}

	@Test
	void emptyAndBrokenSeriesAreDrawnAsFarAsTheyGo() {
		final Figure figure = LinePlotFigure.of(List.of(PlotPanel.of("x", "", "y", "", List.of(Series.line("broken",
			new double[] { 0, 1, 2, 3 }, new double[] { 1, Double.NaN, 2, 3 }), Series.line("empty", new double[0],
				new double[0]), Series.band("nothing", new double[] { 1 }, new double[] { Double.NaN }, new double[] {
					Double.NaN })))), 1);
		assertTrue(texts(figure).contains("empty"));
		assertFalse(FigureWriter.svg(figure).contains("NaN"));
	}

	@Test
	void imagesHaveOneScaleBarTimesAndSharedSymmetricLimits() {
		final DifferentialPanelFigure figure = FigureSamples.differentialImages();
		final List<String> texts = texts(figure);
		assertEquals(1, texts.stream().filter(t -> t.equals("5 µm")).count());
		assertEquals(6, texts.stream().filter(t -> t.equals("t")).count() - 1, "a time on each; one t more is in the unit");
		assertTrue(texts.stream().anyMatch(t -> t.contains("= −2.0 s")), texts.toString());
		assertEquals(-figure.limits().low(), figure.limits().high());
		assertTrue(figure.description().contains("symmetric about zero"));
		final ImagePanel small = ImagePanel.of(new float[4], 2, 2, "one");
		assertThrows(InvalidInputException.class, () -> DifferentialPanelFigure.of(List.of(small, ImagePanel.of(new float[6], 3,
			2, "two")), Calibration.unknown(), KymographQuantity.INTENSITY));
		assertThrows(InvalidInputException.class, () -> DifferentialPanelFigure.of(List.of(), Calibration.unknown(),
			KymographQuantity.INTENSITY));
		final Figure grey = DifferentialPanelFigure.of(List.of(small), Calibration.unknown(), KymographQuantity.INTENSITY)
			.withLimits(ColourLimits.of(0, 1)).withMap(ColourMap.grey()).withColumns(2).withWidth(89);
		assertFalse(texts(grey).stream().anyMatch(t -> t.contains("µm")), "no scale without a pixel size");
	}

	/** The bar stands under the images: it makes the figure higher and covers nothing of them. */
	@Test
	void theScaleBarCoversNoImage() {
		final List<ImagePanel> images = List.of(ImagePanel.of(new float[100 * 90], 100, 90, "one"), ImagePanel.of(new float[100 *
			90], 100, 90, "two"));
		final Figure plain = DifferentialPanelFigure.of(images, Calibration.unknown(), KymographQuantity.INTENSITY_RATE);
		final Figure scaled = DifferentialPanelFigure.of(images, Calibration.ofMicrometres(0.1),
			KymographQuantity.INTENSITY_RATE);
		assertTrue(scaled.height_mm() > plain.height_mm() + 2, scaled.height_mm() + " mm");
		final java.awt.image.BufferedImage a = FigureWriter.image(plain);
		final java.awt.image.BufferedImage b = FigureWriter.image(scaled);
		for (int y = 0; y < a.getHeight() - 60; y++)
			for (int x = 0; x < a.getWidth(); x++)
				assertEquals(a.getRGB(x, y), b.getRGB(x, y), x + ", " + y);
	}

	@Test
	void frameIsTheNearestWithItsOwnTime() {
		final MemoryMovie movie = MemoryMovie.ofValues("m", 2, 1, new float[][] { { 1, 2 }, { 3, 4 } }, TimeAxis.of(0, 10.3),
			Calibration.unknown(), List.of());
		final ImagePanel image = ImagePanel.ofFrame(movie, 9, Region.of(1, 0, 1, 1)).withLines(List.of(LinePath.straight(0, 0, 1,
			0)));
		assertEquals("*t* = 10.3 s", image.label());
		assertEquals(4, image.values()[0]);
		assertEquals(1, image.lines().size());
	}
}
