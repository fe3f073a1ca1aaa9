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
import net.operando.base.quantity.Estimate;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;

class KymographFigureTest {

	private static List<String> texts(final Figure figure) {
		return SvgText.of(FigureWriter.svg(figure)).stream().map(t -> t.text).collect(Collectors.toList());
	}

	@Test
	void axesUnitsStepsLettersAndSpeedsAreWritten() {
		final List<String> texts = texts(FigureSamples.measuredAndSimulated());
		for (final String wanted : new String[] { "a", "b", "c", "d", "Voltage (V)", "Current (mA)", "Position (µm)", "Time (s)",
			"Lithiation, 5C", "Rest", "Measured", "Simulated", "760 ± 50 nm s", "600 ± 70 nm s", "5 µm", "(% s", "−0.3" })
			assertTrue(texts.stream().anyMatch(t -> t.trim().contains(wanted)), wanted + " in " + texts);
		assertTrue(texts.stream().anyMatch(t -> t.startsWith("half-max, ")), "the speed's definition");
		assertEquals(2, texts.stream().filter(t -> t.equals("5 µm")).count(), "a scale bar on each kymograph");
		assertFalse(texts(FigureSamples.measuredAndSimulated().withScaleBars(false)).contains("5 µm"));
		final String description = FigureSamples.measuredAndSimulated().description();
		assertTrue(description.contains("99.5th percentile") && description.contains("lag 1 s") && description.contains(
			"Lithiation, 5C"), description);
	}

	@Test
	void theTimeAxisSaysWhereTimesAreNominal() {
		for (final boolean nominal : new boolean[] { true, false }) {
			final Kymograph k = Kymograph.of(new float[3][2], null, TimeAxis.of(0, 1, 2).markedNominal(nominal), 1e-7,
				KymographQuantity.INTENSITY, 0, List.of());
			assertEquals(nominal, texts(KymographFigure.of(List.of(KymographPanel.of(k)))).contains("Nominal time (s)"));
		}
	}

	@Test
	void kymographsOfOneQuantityShareTheirLimits() {
		final KymographFigure figure = FigureSamples.intensityAndRate();
		assertEquals(-figure.limits(1).low(), figure.limits(1).high());
		assertTrue(figure.limits(0).low() > 10_000, "intensities have limits of their own");
		final KymographFigure two = FigureSamples.measuredAndSimulated();
		assertEquals(two.limits(0), two.limits(1));
		final KymographFigure given = KymographFigure.of(List.of(KymographPanel.of(FigureSamples.rate(0.001,
			KymographQuantity.INTENSITY_RATE)).withLimits(ColourLimits.of(-0.01, 0.01)), KymographPanel.of(FigureSamples.rate(0,
				KymographQuantity.INTENSITY_RATE))));
		assertEquals(0.01, given.limits(0).high());
		assertTrue(given.limits(1).high() < 0.006);
	}

	/** A kymograph whose value tells its column: its colours must lie where the time axis says. */
	@Test
	void coloursStandAtTheirTimesAndPositions() {
		final double[] times = { 0, 1, 2, 12, 13, 14 };
		final float[][] values = new float[6][4];
		values[4][3] = 1;
		values[0][0] = -1;
		final Kymograph kymograph = Kymograph.of(values, null, TimeAxis.of(times), 5e-6, KymographQuantity.INTENSITY_RATE, 1,
			List.of());
		final Figure figure = KymographFigure.of(List.of(KymographPanel.of(kymograph).withLimits(ColourLimits.of(-1, 1))))
			.withScaleBars(false);
		final BufferedImage image = FigureWriter.image(figure);
		final List<SvgText> texts = SvgText.of(FigureWriter.svg(figure));
		// labels of ticks are centred on them; those of the time axis are the lowest
		final double zero = lowest(texts, "0").getCenterX();
		final double perSecond = (lowest(texts, "10").getCenterX() - zero) / 10;
		final int y = (int) (texts.stream().filter(t -> t.text.equals("15")).findFirst().orElseThrow().box.getCenterY() * 300 /
			72);
		assertEquals(ColourMap.diverging().rgb(1), image.getRGB((int) ((zero + 13 * perSecond) * 300 / 72), y) & 0xffffff,
			"the last position, 15 um, of the fifth column, 13 s");
		assertEquals(ColourMap.diverging().rgb(0.5), image.getRGB((int) ((zero + 12 * perSecond) * 300 / 72), y) & 0xffffff,
			"its neighbour");
		assertEquals(0xffffff, image.getRGB((int) ((zero + 7 * perSecond) * 300 / 72), y) & 0xffffff, "the pause");
	}

	private static Rectangle2D lowest(final List<SvgText> texts, final String text) {
		return texts.stream().filter(t -> t.text.equals(text)).max((a, b) -> Double.compare(a.box.getY(), b.box.getY()))
			.orElseThrow().box;
	}

	@Test
	void voltageAndKymographShareTheTimeAxis() {
		final BufferedImage image = FigureWriter.image(FigureSamples.singleColumn());
		final Rectangle2D label = SvgText.of(FigureWriter.svg(FigureSamples.singleColumn())).stream().filter(t -> t.text.equals(
			"60")).findFirst().orElseThrow().box;
		// the step from lithiation (blue) to rest (grey) at 60 s is seen in the voltage panel right above the tick of 60 s
		final int y = 26 * 300 / 72;
		final int x = (int) (label.getCenterX() * 300 / 72);
		assertEquals(StepBand.Kind.LITHIATION.colour().getRGB(), image.getRGB(x - 8, y));
		assertEquals(StepBand.Kind.REST.colour().getRGB(), image.getRGB(x + 8, y));
	}

	@Test
	void uncalibratedKymographsHavePixelsAndNoSpeeds() {
		final Kymograph kymograph = Kymograph.of(new float[3][5], null, TimeAxis.of(0, 1, 2), Double.NaN,
			KymographQuantity.INTENSITY, 0, List.of());
		final List<String> texts = texts(KymographFigure.of(List.of(KymographPanel.of(kymograph).withFronts(FigureSamples.fronts(
			"half_max")))));
		assertTrue(texts.contains("Position (px)"), texts.toString());
		assertFalse(texts.stream().anyMatch(t -> t.contains("nm") || t.contains("µm")), texts.toString());
	}

	@Test
	void aFrontIsLabelledWithSpeedErrorDefinitionAndCount() {
		final FrontOverlay front = FrontOverlay.points(new double[] { 0, 1 }, new double[] { 1e-6, 0 }).withSpeed(Estimate.normal(
			-600e-9, 70e-9, 14, "zero_crossing"));
		assertEquals("600 ± 70 nm s⁻¹", front.label());
		assertEquals("zero crossing, *n* = 14", front.detail());
		assertFalse(front.hasLine());
		assertEquals("not determined", FrontOverlay.points(new double[] { 0 }, new double[] { 0 }).withSpeed(Estimate.none(3,
			"half_max")).label());
		final Kymograph rate = FigureSamples.rate(0, KymographQuantity.INTENSITY_RATE);
		assertTrue(texts(KymographFigure.of(List.of(KymographPanel.of(rate).withFronts(List.of(front))))).contains("600 ± 70 nm s"),
			"a front of points alone is labelled, too");
	}

	@Test
	void longTimesAreInMinutesAndTracesAreInterpolated() {
		final float[][] values = new float[3][2];
		final Kymograph kymograph = Kymograph.of(values, null, TimeAxis.of(0, 3000, 6000), 1e-6,
			KymographQuantity.COMPOSITION, 0, List.of());
		assertTrue(texts(KymographFigure.of(List.of(KymographPanel.of(kymograph)))).contains("Time (min)"));
		final TraceData trace = TraceData.of(new double[] { 0, 2 }, new double[] { 1, 3 }, "Voltage", "V");
		assertEquals(2, trace.at(1), 1e-12);
		assertTrue(Double.isNaN(trace.at(3)));
		assertEquals(3, trace.at(2));
	}

	@Test
	void whatCannotBeDrawnIsRefused() {
		assertThrows(InvalidInputException.class, () -> KymographFigure.of(new ArrayList<>()));
		assertThrows(InvalidInputException.class, () -> FigureSamples.singleColumn().withTimes(3, 3));
	}
}
