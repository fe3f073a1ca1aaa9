package net.operando.analysis.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.Json;
import net.operando.data.io.TidyTable;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Movie;

/** CrackFinder and what it rests on: few of the study's seeds, exact cases, and what it must refuse. */
class CrackTest {

	private static final double PIXEL = 0.07;
	private static final LinePath LINE = LinePath.straight(10, 40, 150, 40);

	/** A bright band with a dark Gaussian line, as deep as the tip lets it be; without noise. */
	private static Movie plain(final int frames, final double[] columns, final double[] onsets, final double nmPerSecond) {
		final float[][] values = new float[frames][160 * 80];
		for (int f = 0; f < frames; f++)
			for (int i = 0; i < values[f].length; i++) {
				final double across = (i / 160 - 40) * PIXEL;
				double v = 400 + 600 / (1 + Math.exp((Math.abs(across) - 1.75) / 0.07));
				for (int c = 0; c < columns.length; c++) {
					final double behind = 1e-3 * nmPerSecond * (f - onsets[c]) - 1.75 - across;
					final double q = (i % 160 - columns[c]) / 2.0;
					v *= 1 - 0.4 * Math.exp(-0.5 * q * q) / (1 + Math.exp(-behind / 0.08));
				}
				values[f][i] = (float) v;
			}
		return MemoryMovie.ofValues("plain", 160, 80, values, TimeAxis.nominal(frames, 1), Calibration.ofMicrometres(PIXEL),
			List.of("a warning"));
	}

	@Test
	void fewSeedsOfTheStudy() {
		final CrackScene.Kind kind = new CrackScene.Kind();
		kind.slowest = 120;
		final CrackTrials with = new CrackTrials(seed -> CrackTrials.Case.of(kind, seed), 3, 300);
		assertEquals(3, with.found);
		assertEquals(3, with.onsetWithinTwo, "the target");
		assertTrue(with.worstError < 0.05, "the target, of each: " + with.worstError);
		kind.crack = false;
		final CrackTrials without = new CrackTrials(seed -> CrackTrials.Case.of(kind, seed), 2, 310);
		assertEquals(0, with.falseAlarms + without.falseAlarms);
	}

	/** Levels that are free after each jump must not take the step with them, however far the movie goes on. */
	@Test
	void aStepBetweenTwoJumpsIsFitted() {
		final int n = 69;
		final double[] seconds = new double[n];
		final double[] y = new double[45];
		final double[][] signal = new double[y.length][n];
		for (int f = 0; f < n; f++)
			seconds[f] = 0.5 * f;
		for (int k = 0; k < y.length; k++) {
			y[k] = 0.07 * (k - 22);
			for (int f = 0; f < n; f++)
				signal[k][f] = (seconds[f] > 15.7 + 0.3 * y[k] ? 0.1 : 0) + 0.001 * Math.sin(k + 7.0 * f * f);
		}
		final TipFit fit = TipFit.of(seconds, y, signal, new int[] { 15, 24, 38, 50, 66 }, 0.25, 15.5, 6);
		// the height of each row's step and its time are both known from the seven frames to either side
		assertEquals(0.1, fit.medianStep(), 0.003);
		assertEquals(0.3, fit.slowness(), 0.03);
	}

	/** A line that stops half way is no crack, but is not passed over in silence. */
	@Test
	void aCrackThatStopsIsNamed() {
		final CrackScene.Kind kind = new CrackScene.Kind();
		kind.slowest = 150;
		kind.reach = 0.6;
		final CrackTrials trials = new CrackTrials(seed -> CrackTrials.Case.of(kind, seed), 1, 320);
		assertEquals(0, trials.found + trials.falseAlarms);
		assertEquals(1, trials.warnedThere);
	}

	@Test
	void aTipWithoutNoiseHasItsSpeed() {
		final CrackAnalysis analysis = CrackFinder.find(plain(60, new double[] { 70 }, new double[] { 20 }, 187), LINE,
			new CrackParameters(), Progress.NONE);
		assertEquals(1, analysis.cracks().size());
		final Crack crack = analysis.cracks().get(0);
		// the logistic step is not the fitted one, but as symmetric: what is left is the frames' grain, well below 0.5 %
		assertEquals(187, crack.tipVelocity().value() * 1e9, 0.9);
		assertTrue(crack.tipVelocity().covers(187e-9), crack.tipVelocity().toString());
		// 20 nm of the edge, whose shape is not the fitted one
		assertEquals(20, crack.onsetSeconds().value(), 0.11);
		assertEquals(60 * PIXEL, crack.positionMetres() * 1e6, 0.25 * PIXEL, "the step of the search along the rod");
		assertEquals(CrackEdge.LEFT, crack.startEdge());
		assertEquals(Crack.OK, crack.flag());
		assertEquals(List.of("a warning"), analysis.warnings());
		for (final CrackTip tip : crack.tips()) {
			// the same two reasons as above
			assertEquals(tip.fittedMetres(), tip.metres(), 30e-9);
			assertEquals(70, tip.xPixels(), 0.3);
		}
		final TidyTable table = CrackTables.cracks(analysis, f -> 0.5, f -> 1.4);
		assertEquals(crack.onsetFrame() + 1, table.cell(0, "onset_frame"));
		assertEquals(1.4, table.cell(0, "voltage_at_onset_V"));
		assertEquals("", CrackTables.cracks(analysis).text(0, "x_at_onset"));
		assertEquals(crack.tips().size(), CrackTables.tips(analysis).rowCount());
	}

	@Test
	void severalCracksAreNumberedByOnset() {
		final CrackAnalysis analysis = CrackFinder.find(plain(80, new double[] { 110, 60 }, new double[] { 40, 20 }, 250), LINE,
			new CrackParameters(), Progress.NONE);
		assertEquals(2, analysis.cracks().size());
		assertEquals(50 * PIXEL, analysis.cracks().get(0).positionMetres() * 1e6, 0.25 * PIXEL);
		assertEquals(2, analysis.cracks().get(1).id());
		assertEquals(40, analysis.cracks().get(1).onsetSeconds().value(), 0.11);
		assertEquals(1, CrackFinder.find(plain(80, new double[] { 110, 60 }, new double[] { 40, 20 }, 250), LINE,
			new CrackParameters().withMaxCracks(1), Progress.NONE).cracks().size());
	}

	@Test
	void lightFramesAndMissingPixelsDoNotMatter() {
		final Movie movie = plain(60, new double[] { 70 }, new double[] { 20 }, 187);
		final List<float[]> frames = new ArrayList<>();
		IntStream.range(0, 60).forEach(f -> {
			final float[] frame = movie.frame(f, null).clone();
			for (int i = 0; i < frame.length; i++)
				// the lamp flickers by 20 %, and a corner of the picture has no value
				frame[i] = i % 160 < 8 ? Float.NaN : frame[i] * (f % 2 == 0 ? 1 : 0.8f);
			frames.add(frame);
		});
		final Movie flickering = MemoryMovie.ofValues("flicker", 160, 80, frames.toArray(new float[0][]), movie.times(), movie
			.calibration(), List.of());
		final double steady = CrackFinder.find(movie, LINE, new CrackParameters(), Progress.NONE).cracks().get(0).tipVelocity()
			.value();
		final double flickers = CrackFinder.find(flickering, LINE, new CrackParameters(), Progress.NONE).cracks().get(0)
			.tipVelocity().value();
		// samples are 32 bit numbers
		assertEquals(steady, flickers, 1e-5 * steady);
	}

	@Test
	void theLineFilterIsBlindToLevelAndSlope() {
		final double[] ramp = new double[80];
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = 100 + 3 * i;
		final double[] response = LineFilter.of(2.2).response(ramp);
		// double precision of some twenty products
		assertEquals(0, response[40], 1e-12);
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = 100 * (1 - 0.3 * Math.exp(-0.5 * Math.pow((i - 40) / 2.0, 2)));
		// 0.3 of a Gaussian of width 2 under one of 2.2: 0.3 * 2 * 2.2^2 / (2^2 + 2.2^2)^1.5, over a mean of 0.3 * 2 / 9.0 less
		final double expected = 0.3 * 2 * 2.2 * 2.2 / Math.pow(2 * 2 + 2.2 * 2.2, 1.5);
		assertEquals(expected / (1 - 0.3 * 2 / Math.hypot(2, 8.8)), LineFilter.of(2.2).response(ramp)[40], 0.02 * expected,
			"the bell is cut at 3.5 and the mean at 2.5 standard deviations");
	}

	@Test
	void whatCannotBeAnsweredIsRefusedInOneSentence() {
		final Movie movie = plain(12, new double[0], new double[0], 1);
		refused(InvalidInputException.class, "too short", movie, LinePath.straight(10, 40, 40, 40), new CrackParameters());
		refused(InvalidInputException.class, "3 points", movie, LinePath.parse("10,40,80,40,150,42"), new CrackParameters());
		refused(InvalidInputException.class, "outside", movie, LinePath.straight(300, 40, 500, 40), new CrackParameters());
		refused(InvalidInputException.class, "too narrow", movie, LINE, new CrackParameters().withWidthPixels(3));
		refused(InvalidInputException.class, "sensitivity", movie, LINE, new CrackParameters().withSensitivity(Double.NaN));
		refused(InvalidInputException.class, "maxCracks", movie, LINE, new CrackParameters().withMaxCracks(0));
		refused(InsufficientDataException.class, "5 frames", plain(5, new double[0], new double[0], 1), LINE,
			new CrackParameters());
		final float[][] empty = new float[12][160 * 80];
		for (final float[] frame : empty)
			Arrays.fill(frame, Float.NaN);
		refused(InsufficientDataException.class, "no value", MemoryMovie.ofValues("empty", 160, 80, empty, movie.times(), movie
			.calibration(), List.of()), LINE, new CrackParameters());
		refused(InvalidInputException.class, "pixel size is not known", MemoryMovie.ofValues("plain", 160, 80, empty, movie
			.times(), Calibration.unknown(), List.of()), LINE, new CrackParameters());
		assertTrue(CrackFinder.find(movie, LINE, new CrackParameters(), Progress.NONE).cracks().isEmpty());
	}

	private static void refused(final Class<? extends OperandoException> type, final String words, final Movie movie,
		final LinePath line, final CrackParameters parameters)
	{
		final String message = assertThrows(type, () -> CrackFinder.find(movie, line, parameters, Progress.NONE)).getMessage();
		assertTrue(message.contains(words) && message.endsWith("."), message);
	}

	@Test
	void parametersSurviveJson() {
		final CrackParameters parameters = new CrackParameters().withWidthPixels(44).withSensitivity(2).withMaxCracks(3);
		assertEquals(Json.write(parameters), Json.write(Json.read(Json.write(parameters), CrackParameters.class, "parameters")));
		assertEquals(0.5 * new CrackParameters().threshold(), parameters.threshold(), 1e-15);
	}
}
