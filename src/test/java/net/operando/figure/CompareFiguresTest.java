package net.operando.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import net.operando.figure.draw.Style;

/** BoxFigure, BoxGroup, ElongationFigure and ElongationCurve: what is written in them, and where the data are drawn. */
class CompareFiguresTest {

	private static List<String> texts(final Figure figure) {
		return SvgText.of(FigureWriter.svg(figure)).stream().map(t -> t.text).collect(Collectors.toList());
	}

	private static Rectangle2D box(final Figure figure, final String text) {
		return SvgText.of(FigureWriter.svg(figure)).stream().filter(t -> t.text.equals(text)).findFirst().orElseThrow().box;
	}

	@Test
	void boxesNameRateNumberMeanAndStandardError() {
		final List<String> texts = texts(FigureSamples.rates());
		for (final String wanted : new String[] { "1C", "5C", "20C", "= 16", "= 41", "210 ± 20", "580 ± 30", "1300 ± 100",
			"C-rate of lithiation", "Front velocity, half maximum (nm s", "Simulated", "Mean ± standard error" })
			assertTrue(texts.contains(wanted), wanted + " in " + texts);
		assertTrue(FigureSamples.rates().description().contains("5C mean 580 ± 30, n = 41, simulated 930"), FigureSamples.rates()
			.description());
	}

	@Test
	void drawingTwiceGivesTheSame() {
		assertArrayEquals(FigureWriter.png(FigureSamples.rates()), FigureWriter.png(FigureSamples.rates()));
	}

	/** A single front has no box and no standard error; a rate that was only simulated has no n. */
	@Test
	void oneValueAndNoneAreDrawnAsFarAsTheyGo() {
		final Figure figure = BoxFigure.of(List.of(BoxGroup.of("1C", new double[] { 100 }, new double[0]), BoxGroup.of("5C",
			new double[0], new double[] { 400 })), "C-rate", "Velocity", "nm/s");
		final List<String> texts = texts(figure);
		assertTrue(texts.contains("= 1") && texts.contains("100"), texts + "");
		assertFalse(texts.contains("Mean ± standard error"), texts + "");
		assertFalse(FigureWriter.svg(figure).contains("NaN"));
		// the point stands in the middle of its column, at its value: a quarter of the way up to 400
		final BufferedImage image = FigureWriter.image(figure);
		final double zero = box(figure, "0").getCenterY();
		final double top = box(figure, "400").getCenterY();
		final int x = (int) (box(figure, "5C").getCenterX() * 300 / 72);
		assertEquals(Style.series(1).getRGB(), image.getRGB(x, (int) (top * 300 / 72)));
		final int blue = image.getRGB((int) (box(figure, "1C").getCenterX() * 300 / 72), (int) ((0.75 * zero + 0.25 * top) * 300 /
			72));
		assertTrue((blue & 0xff) - (blue >> 16 & 0xff) > 100, Integer.toHexString(blue));
		assertThrows(InvalidInputException.class, () -> BoxFigure.of(List.of(BoxGroup.of("1C", new double[0], new double[0])),
			"x", "y", ""));
		assertThrows(InvalidInputException.class, () -> BoxGroup.of("1C", new double[] { Double.NaN }, new double[0]));
	}

	/** Values next to each other in rank lie well apart, so that equal ones are seen; all stay within the box. */
	@Test
	void equalValuesAreSpreadSideways() {
		final double[] equal = new double[9];
		java.util.Arrays.fill(equal, 500);
		final Figure figure = BoxFigure.of(List.of(BoxGroup.of("5C", equal, new double[0])), "C-rate", "Velocity", "nm/s");
		final String svg = FigureWriter.svg(figure);
		assertFalse(svg.contains("NaN"));
		final List<Figure> wide = new ArrayList<>();
		for (int n = 1; n < 14; n++) {
			final List<BoxGroup> groups = new ArrayList<>();
			for (int i = 1; i <= n; i++)
				groups.add(BoxGroup.of(i + "C", new double[] { i, i + 1 }, new double[0]));
			wide.add(BoxFigure.of(groups, "C-rate", "Velocity", "nm/s"));
		}
		assertEquals(Figure.SINGLE_COLUMN_MM, wide.get(0).width_mm());
		assertEquals(Figure.DOUBLE_COLUMN_MM, wide.get(12).width_mm());
	}

	@Test
	void elongationsAreNamedByRate() {
		final List<String> texts = texts(FigureSamples.elongations());
		for (final String wanted : new String[] { "Elongation (%)", "Specific capacity (mAh g", "1C (", "= 2)",
			"axis (placeholder)" })
			assertTrue(texts.contains(wanted), wanted + " in " + texts);
		assertTrue(FigureWriter.svg(FigureSamples.elongations()).contains("stroke-dasharray"), "a dashed reference");
		final Figure one = ElongationFigure.of(List.of(ElongationCurve.of(0.5, new double[] { 0, 1, 2 }, new double[] { 0, 1,
			Double.NaN })));
		assertTrue(texts(one).contains("C/2"), texts(one) + "");
		assertFalse(FigureWriter.svg(one).contains("NaN"));
		final Figure none = ElongationFigure.of(List.of(ElongationCurve.of(5, new double[] { 1 }, new double[] { Double.NaN })));
		assertFalse(FigureWriter.svg(none).contains("NaN"));
		// five rods of 20 mAh/g: the reference ends at 30, where it has risen to 1.5 %
		final Figure cut = ElongationFigure.of(java.util.Collections.nCopies(5, ElongationCurve.of(5, new double[] { 0, 20 },
			new double[] { 0, 1 }))).withReference("XRD", new double[] { 0, 20, 180 }, new double[] { 0, 1, 9 });
		assertTrue(texts(cut).contains("30") && !texts(cut).contains("50"), texts(cut) + "");
		assertTrue(texts(cut).contains("1.5") && !texts(cut).contains("2"), texts(cut) + "");
		assertThrows(InvalidInputException.class, () -> ElongationFigure.of(new ArrayList<>()));
		assertThrows(IllegalArgumentException.class, () -> ElongationCurve.of(5, new double[1], new double[2]));
	}
}
