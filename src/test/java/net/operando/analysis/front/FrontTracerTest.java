package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.analysis.front.PrescribedFront.Growth;
import net.operando.analysis.front.PrescribedFront.Shape;
import net.operando.base.CancelledException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.Json;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

/** {@link FrontTracer} on noisy rates and on intensities; the full counts are in {@link FrontVelocityStudy}. */
class FrontTracerTest {

	private static final PrescribedFront FRONT = new PrescribedFront(Shape.ERF_EXP, Growth.WHOLE);
	private static final double NOISE = PrescribedFront.FRAME_NOISE;

	private static VelocityTrial trial(final double speed, final double dropped, final boolean pause) {
		return new VelocityTrial(speed + " um/s", FRONT, speed, FrontCriterion.HALF_MAX, dropped, pause, NOISE, 1e9);
	}

	/**
	 * Twenty seeds at each speed: the mean error within 1 % or 3.5 of its standard errors (one in 2000 by chance), and of
	 * 20 intervals at least 15 hold the truth (fewer would be a one in 3000 chance at 95 %).
	 */
	@Test
	void speedsAreUnbiasedAndIntervalsCover() {
		for (final VelocityTrial t : List.of(trial(0.5, 0, false), trial(1.0, 0, false), trial(1.5, 0, false), trial(0.5, 0.1,
			false), trial(0.5, 0, true)))
		{
			t.run(20);
			assertTrue(t.known >= 19, t.row());
			assertTrue(Math.abs(t.bias) < Math.max(0.01, 3.5 * t.spread / Math.sqrt(t.known)), t.row());
			assertTrue(t.covered >= t.known - 5, t.row());
			assertTrue(t.error < 0.06, t.row());
		}
	}

	/** Ten seeds: both fronts and their meeting are found; each interval fails at most 3 times (chance 1 in 1000). */
	@Test
	void twoFrontsMeet() {
		final MeetingTrial t = new MeetingTrial(FRONT).run(10, NOISE);
		assertTrue(t.runs >= 9, "runs " + t.runs);
		for (int i = 0; i < 4; i++)
			assertTrue(t.covered[i] >= t.runs - 3, t.rows().get(i));
		// standard error .15 s a run, so the mean is within .2 s
		assertTrue(Math.abs(t.sum[2] / t.runs) < 0.2, t.rows().get(2));
	}

	private static Kymograph rates(final double speed, final double seconds, final double noise, final double until) {
		final double[] t = VelocityTrial.times(-5.3, seconds, Double.NaN);
		return PrescribedFront.rates(FRONT.logFrames(t, speed, 0, 0.002, 4, until), t, null, new Random(2), noise);
	}

	/** What lies ahead of a dark front is brighter than it; the default must say the same as asking for dark ones. */
	@Test
	void theClearerSignSpeaksWhenBothAreLookedFor() {
		final Kymograph k = rates(0.5, 20, NOISE, 1e9);
		final FrontAnalysis dark = FrontTracer.trace(k, new FrontParameters().withPolarity(FrontPolarity.DARK),
			Progress.NONE);
		final FrontAnalysis both = FrontTracer.trace(k, new FrontParameters(), Progress.NONE);
		assertEquals(1, both.fronts().size());
		assertEquals(FrontPolarity.DARK, both.fronts().get(0).polarity());
		assertEquals(dark.fronts().get(0).velocity().value(), both.fronts().get(0).velocity().value());
	}

	/** The same by zero crossing, which is read column by column: no second front from the other side of the contrast. */
	@Test
	void zeroCrossingReportsOneSideOfAContrast() {
		final FrontAnalysis a = FrontTracer.trace(rates(0.5, 20, NOISE, 1e9), new FrontParameters().withMaxFronts(4).withCriterion(
			FrontCriterion.ZERO_CROSSING), Progress.NONE);
		assertFalse(a.fronts().isEmpty());
		assertTrue(a.fronts().stream().allMatch(f -> f.polarity() == FrontPolarity.DARK), a.fronts().size() + " fronts");
	}

	/** A step that darkens one or two positions at a time and has no flank at all: flagged, and the interval holds the speed. */
	@Test
	void aFrontSharperThanAPositionSaysSo() {
		final double[] t = VelocityTrial.times(0, 24, Double.NaN);
		int held = 0;
		for (int seed = 0; seed < 5; seed++) {
			final Random random = new Random(seed);
			final float[][] values = new float[t.length][200];
			for (int c = 0; c < t.length; c++)
				for (int z = 0; z < 200; z++) {
					final double behind = 0.5 + 0.4 * t[c] - 0.0694 * z;
					values[c][z] = (float) (0.001 * random.nextGaussian() - (behind > 0 && behind < 0.1 ? 0.02 : 0));
				}
			final FrontVelocity f = FrontTracer.trace(Kymograph.of(values, null, TimeAxis.of(t), 69.4e-9,
				KymographQuantity.INTENSITY_RATE, 1, List.of()), new FrontParameters().withMaxFronts(1), Progress.NONE).fronts().get(0);
			if (f.velocity().times(1e6).covers(0.4)) held++;
			assertEquals(FrontVelocity.UNRESOLVED, f.flag(), f.velocity() + ", " + f.window());
		}
		// of five intervals at 95 % two or more fail with a chance of 2 %
		assertTrue(held >= 4, held + " of 5");
	}

	/** A line that darkens steadily where it is, as the edge of a rod that grows: not a front. */
	@Test
	void whatStandsStillIsNoFront() {
		final double[] t = VelocityTrial.times(-5.3, 40, Double.NaN);
		final double[][] frames = new double[t.length][295];
		for (int c = 0; c < t.length; c++)
			for (int z = 280; z < 290; z++)
				frames[c][z] = -0.003 * Math.max(0, t[c]);
		for (int seed = 0; seed < 5; seed++) {
			final FrontAnalysis a = FrontTracer.trace(PrescribedFront.rates(frames, t, null, new Random(seed), NOISE),
				new FrontParameters(), Progress.NONE);
			assertTrue(a.fronts().stream().noneMatch(f -> f.velocity().isKnown() && f.velocity().covers(0)), "seed " + seed);
		}
	}

	@Test
	void noiseAloneHasNoFront() {
		final double[] t = VelocityTrial.times(-5.3, 40, Double.NaN);
		final double[][] quiet = new double[t.length][295];
		for (int seed = 0; seed < 15; seed++) {
			final FrontAnalysis a = FrontTracer.trace(PrescribedFront.rates(quiet, t, null, new Random(seed), NOISE),
				new FrontParameters(), Progress.NONE);
			assertTrue(a.fronts().isEmpty(), "seed " + seed);
			assertTrue(a.meetings().isEmpty());
		}
	}

	/** Two columns with the front in the rod are too few for a speed, and so is any time range that leaves four. */
	/** As after the resampling that takes drift out: values are means of neighbours, which raises what a mean over 1 um scatters by. */
	@Test
	void noiseSharedByNeighboursHasNoFrontEither() {
		final int rows = 295;
		for (int seed = 0; seed < 20; seed++) {
			final Random random = new Random(900 + seed);
			final float[][] values = new float[60][rows];
			final double[] t = new double[values.length];
			for (int c = 0; c < values.length; c++) {
				t[c] = c;
				final double[] white = random.doubles(rows + 2).map(v -> NOISE * 3.46 * (v - 0.5)).toArray();
				for (int z = 0; z < rows; z++)
					values[c][z] = (float) (white[z] / 4 + white[z + 1] / 2 + white[z + 2] / 4);
			}
			final Kymograph k = Kymograph.of(values, null, TimeAxis.of(t), PrescribedFront.STEP_UM * 1e-6, KymographQuantity.INTENSITY_RATE, 1, List.of());
			assertTrue(FrontTracer.trace(k, new FrontParameters(), Progress.NONE).fronts().isEmpty(), "seed " + seed);
		}
	}

	@Test
	void fewColumnsGiveNoSpeed() {
		final FrontAnalysis a = FrontTracer.trace(rates(1.5, 6.8, NOISE, 1e9), new FrontParameters().withMaxFronts(1).between(1,
			5), Progress.NONE);
		assertEquals(1, a.fronts().size());
		assertEquals(FrontVelocity.TOO_FEW, a.fronts().get(0).flag());
		assertFalse(a.fronts().get(0).velocity().isKnown());
		assertTrue(Double.isNaN(a.fronts().get(0).firstSeconds()));
	}

	@Test
	void aFrontThatStopsIsFollowedWhileItMovesOrFlagged() {
		final FrontVelocity f = FrontTracer.trace(rates(0.5, 30, NOISE, 6), new FrontParameters().withMaxFronts(1), Progress.NONE)
			.fronts().get(0);
		final double v = f.velocity().value() * 1e6;
		// moves at 0.5 um/s until 12 s; 10 % covers the few standing columns that noise lets in
		assertTrue(!FrontVelocity.OK.equals(f.flag()) || Math.abs(v - 0.5) < 0.05, f.flag() + " " + v);
		assertTrue(v > 0, "moves away from the start");
	}

	@Test
	void resultsSayWhatTheyRestOn() {
		final FrontVelocity f = FrontTracer.trace(rates(0.5, 20, NOISE, 1e9), new FrontParameters().withMaxFronts(1),
			Progress.NONE).fronts().get(0);
		assertEquals(1, f.id());
		assertSame(FrontCriterion.HALF_MAX, f.criterion());
		assertSame(FrontPolarity.DARK, f.polarity());
		assertSame(FrontOrigin.START, f.origin());
		assertEquals(1, f.lagSeconds(), 0);
		assertEquals("half_max", f.velocity().definition());
		assertTrue(f.window().contains("columns"), f.window());
		assertTrue(f.firstMetres() < f.lastMetres() && f.firstSeconds() < f.lastSeconds());
		assertEquals(f.velocity().n(), f.points().stream().filter(FrontPoint::isUsed).count());
		// half maximum at 5 um after 10 s by construction; positions are good to about .1 um
		final FrontPoint middle = f.points().stream().filter(p -> p.timeSeconds() > 9.9).findFirst().get();
		assertEquals(0.5 * middle.timeSeconds(), middle.positionMetres() * 1e6, 5 * middle.standardErrorMetres() * 1e6);
		assertTrue(middle.standardErrorMetres() < 0.2e-6);
	}

	/** Arrival needs the far end of the line with one active end; a front that has come half way has not arrived. */
	@Test
	void arrivalIsNotReachedHalfWay() {
		final FrontVelocity f = FrontTracer.trace(rates(0.5, 20, NOISE, 1e9), new FrontParameters().withMaxFronts(1)
			.withCriterion(FrontCriterion.ARRIVAL), Progress.NONE).fronts().get(0);
		assertEquals(FrontVelocity.NOT_REACHED, f.flag());
	}

	/**
	 * Two equal fronts: the noisy arrival within 4 standard errors of the one without noise (the plain path, on fronts
	 * without the homogeneous change).
	 */
	@Test
	void arrivalAgreesWithThePlainDefinition() {
		final double[] t = VelocityTrial.times(-5.3, 20.4 / 2 / 0.7 + 0.5, Double.NaN);
		final FrontParameters p = new FrontParameters().withCriterion(FrontCriterion.ARRIVAL).withPolarity(FrontPolarity.DARK)
			.between(0, Double.NaN);
		final FrontAnalysis noisy = FrontTracer.trace(PrescribedFront.rates(FRONT.logFrames(t, 0.7, 0.7, 0.002, 4, 1e9), t, null,
			new Random(4), NOISE), p, Progress.NONE);
		final FrontAnalysis plain = FrontTracer.trace(PrescribedFront.rates(FRONT.logFrames(t, 0.7, 0.7, 0, 4, 1e9), t, null,
			null, 0), p, Progress.NONE);
		assertEquals(2, noisy.fronts().size());
		assertEquals(2, plain.fronts().size());
		final FrontVelocity f = noisy.fronts().get(0).origin() == FrontOrigin.START ? noisy.fronts().get(0) : noisy.fronts()
			.get(1);
		assertEquals(FrontVelocity.OK, f.flag());
		assertEquals(plain.fronts().get(0).velocity().value(), f.velocity().value(), 4 * f.velocity().standardError());
		assertTrue(f.velocity().standardError() < 0.1 * f.velocity().value(), f.velocity().toString());
	}

	/** A bright edge 40 nm/s fast over stripes that stand still: within 4 standard errors, which the bootstrap states. */
	@Test
	void anEdgeInIntensitiesIsTracedOverStandingStripes() {
		final Random random = new Random(7);
		final float[][] values = new float[60][70];
		final double[] t = new double[60];
		for (int c = 0; c < 60; c++) {
			t[c] = c;
			for (int z = 0; z < 70; z++)
				values[c][z] = (float) (1000 + 200 * random.nextGaussian() + (z < 15 + 0.25 * c ? 600 + 200 * Math.sin(z) : 0));
		}
		for (final FrontCriterion criterion : new FrontCriterion[] { FrontCriterion.HALF_MAX, FrontCriterion.ZERO_CROSSING }) {
			final FrontAnalysis a = FrontTracer.trace(Kymograph.of(values, null, TimeAxis.nominal(60, 1), 160e-9,
				KymographQuantity.INTENSITY, 0, List.of()), new FrontParameters().withMaxFronts(1).withCriterion(criterion),
				Progress.NONE);
			final FrontVelocity f = a.fronts().get(0);
			assertEquals(40e-9, f.velocity().value(), 4 * f.velocity().standardError());
			assertTrue(f.velocity().standardError() < 4e-9, f.velocity().toString());
			assertSame(FrontPolarity.BRIGHT, f.polarity());
			assertTrue(a.warnings().stream().anyMatch(w -> w.contains("nominal")), a.warnings().toString());
		}
	}

	/** Rows outside the image, a blank column and a blank kymograph: the first two change no speed by more than its error. */
	@Test
	void gapsAreLeftOut() {
		final Kymograph whole = rates(0.5, 20, NOISE, 1e9);
		final float[][] values = new float[whole.columns()][whole.rows() + 20];
		for (int c = 0; c < values.length; c++)
			for (int z = 0; z < values[c].length; z++)
				values[c][z] = c == 12 || z >= whole.rows() ? Float.NaN : whole.value(c, z);
		final FrontParameters p = new FrontParameters().withMaxFronts(1);
		final Kymograph holes = Kymograph.of(values, null, whole.times(), PrescribedFront.STEP_UM * 1e-6,
			KymographQuantity.INTENSITY_RATE, 1, List.of("a sentence of the movie"));
		final FrontAnalysis a = FrontTracer.trace(holes, p, Progress.NONE);
		final FrontVelocity f = a.fronts().get(0);
		final FrontVelocity g = FrontTracer.trace(whole, p, Progress.NONE).fronts().get(0);
		assertEquals(g.velocity().value(), f.velocity().value(), f.velocity().standardError());
		assertTrue(a.warnings().contains("a sentence of the movie"));
		final Kymograph blank = Kymograph.of(new float[20][30], null, TimeAxis.nominal(20, 1), 1e-7,
			KymographQuantity.INTENSITY_RATE, 1, List.of());
		assertTrue(FrontTracer.trace(blank, p, Progress.NONE).fronts().isEmpty());
		assertTrue(FrontTracer.trace(blank, p.withMethod(FrontMethod.JOINT), Progress.NONE).fronts().isEmpty());
	}

	/** The same noise-free front by the joint fit and by the definition itself: 0.5 %, the cost of the smear over the lag. */
	@Test
	void withoutNoiseTheFitAgreesWithTheDefinition() {
		final double[] t = VelocityTrial.times(-5.3, 20.4, Double.NaN);
		final Kymograph clean = PrescribedFront.rates(FRONT.logFrames(t, 0.5, 0, 0, 4, 1e9), t, null, null, 0);
		final FrontVelocity f = FrontTracer.trace(clean, new FrontParameters().withMethod(FrontMethod.JOINT).withMaxFronts(1),
			Progress.NONE).fronts().get(0);
		assertEquals(VelocityTrial.truth(f, clean, FrontCriterion.HALF_MAX, false), f.velocity().value() * 1e6, 0.0025);
	}

	@Test
	void needsALengthUnitAndCanBeStopped() {
		final Kymograph bare = Kymograph.of(new float[10][20], null, TimeAxis.nominal(10, 1), Double.NaN,
			KymographQuantity.INTENSITY_RATE, 1, List.of());
		assertTrue(assertThrows(InvalidInputException.class, () -> FrontTracer.trace(bare, new FrontParameters(), Progress.NONE))
			.getMessage().contains("pixel size"));
		final Progress stopped = new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				assertTrue(fraction <= 1);
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class, () -> FrontTracer.trace(rates(0.5, 20, NOISE, 1e9), new FrontParameters(),
			stopped));
	}

	@Test
	void parametersSurviveJsonAndSpellings() {
		final FrontParameters p = new FrontParameters().withCriterion(FrontCriterion.EXTREMUM).withPolarity(FrontPolarity.DARK)
			.withMethod(FrontMethod.JOINT).withSmoothing(0.5).between(3, Double.NaN).withMaxFronts(4);
		final FrontParameters q = Json.read(Json.write(p), FrontParameters.class, "the front parameters");
		assertSame(p.criterion(), q.criterion());
		assertSame(p.polarity(), q.polarity());
		assertSame(p.method(), q.method());
		assertEquals(0.5, q.smoothingMicrometres(), 0);
		assertEquals(3, q.fromSeconds(), 0);
		assertTrue(Double.isNaN(q.toSeconds()));
		assertEquals(4, q.maxFronts());
		assertSame(FrontCriterion.EXTREMUM, FrontCriterion.parse("Peak"));
		for (final FrontCriterion c : FrontCriterion.values()) {
			assertSame(c, FrontCriterion.parse(c.key()));
			assertSame(c, FrontCriterion.parse(c.label()));
		}
		assertSame(FrontPolarity.BOTH, FrontPolarity.parse("Both"));
		assertEquals("interior", FrontOrigin.INTERIOR.key());
		assertThrows(InvalidInputException.class, () -> FrontCriterion.parse("fast"));
		assertThrows(InvalidInputException.class, () -> FrontPolarity.parse("grey"));
		assertThrows(InvalidInputException.class, () -> new FrontParameters().withMaxFronts(0).validate());
		assertThrows(InvalidInputException.class, () -> new FrontParameters().between(5, 5).validate());
		assertThrows(InvalidInputException.class, () -> new FrontParameters().withSmoothing(-1).validate());
	}
}
