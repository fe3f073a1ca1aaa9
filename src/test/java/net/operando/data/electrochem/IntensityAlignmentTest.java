package net.operando.data.electrochem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;

/** The study's machinery on a few seeds, and what must be refused. */
class IntensityAlignmentTest {

	private static ClockAlignment align(final double[] y, final TimeAxis t, final CyclerRecording r,
		final IntensityAlignmentParameters p)
	{
		return IntensityAlignment.of(y, t, r, Steps.of(r, StepParameters.defaults()), p, Progress.NONE);
	}

	@Test
	void offsetAndDriftLieInTheirIntervals() {
		final SyntheticAlignment.Kind kind = new SyntheticAlignment.Kind();
		kind.sampleSeconds = 0.1;
		final AlignmentTrials t = new AlignmentTrials(kind, 12, 50);
		assertEquals(12, t.good());
		// a 95 % interval missing 4 or more of 12 has a chance of 0.2 %
		assertTrue(t.offsetCovered >= 9, "offset covered " + t.offsetCovered);
		assertTrue(t.driftCovered >= 9, "drift covered " + t.driftCovered);
		// four standard errors of the mean of 12
		assertEquals(0, t.offsetBias(), 4 * t.offsetStated() / Math.sqrt(12));
		assertTrue(t.offsetRms() < 1.8 * t.offsetStated(), "rms " + t.offsetRms() + " stated " + t.offsetStated());
	}

	@Test
	void startsCutToSecondsWidenTheInterval() {
		final SyntheticAlignment.Kind kind = new SyntheticAlignment.Kind();
		kind.severalFiles = true;
		kind.steps = 3;
		final AlignmentTrials t = new AlignmentTrials(kind, 4, 80);
		assertEquals(4, t.good());
		// three starts cut evenly over 1 s leave at least 0.29 / sqrt(3) = 0.17 s
		assertTrue(t.offsetStated() > 0.16, "stated " + t.offsetStated());
		assertTrue(t.offsetCovered >= 3);
	}

	private static double[] responses(final double[] t, final double[] changes, final double noise) {
		final Random random = new Random(3);
		final double[] y = new double[t.length];
		for (int f = 0; f < t.length; f++) {
			y[f] = 1000 * (1 + noise * random.nextGaussian());
			for (int k = 0; k < changes.length; k++)
				if (t[f] > changes[k]) y[f] += (k % 2 == 0 ? 30 : -30) * (1 - Math.exp(-(t[f] - changes[k]) / 8));
		}
		return y;
	}

	/** Rest and current in turn, each of 100 s, so that changes repeat every 100 s. */
	private static CyclerRecording periodic(final int cycles) {
		final Recordings b = new Recordings(1);
		for (int k = 0; k < cycles; k++)
			b.rest(100, 2).current(100, k % 2 == 0 ? -1e-3 : 1e-3, 1.9, 1.8);
		return b.rest(100, 2).build();
	}

	@Test
	void periodicCyclingSeenInPartIsRefusedWithItsCandidates() {
		final double[] t = new double[500];
		Arrays.setAll(t, i -> i);
		final double[] y = responses(t, new double[] { 50, 150, 250, 350, 450 }, 3e-4);
		final CyclerRecording r = periodic(10);
		final AmbiguousAlignmentException e = assertThrows(AmbiguousAlignmentException.class, () -> align(y, TimeAxis.of(t), r,
			IntensityAlignmentParameters.defaults()));
		assertTrue(e.getMessage().contains("expected offset"), e.getMessage());
		assertTrue(e.candidateOffsetsSeconds().length >= 2);
		for (final double c : e.candidateOffsetsSeconds())
			// changes lie at 100.5, 200.5, ... on one clock and at 50, 150, ... on the other; frames are 1 s
			assertEquals(50.5, ((c % 100) + 100) % 100, 1.5);
		// what timestamps say coarsely chooses between the candidates
		final ClockAlignment a = align(y, TimeAxis.of(t), r, IntensityAlignmentParameters.defaults().withSearch(460, 40));
		assertEquals(450.5, a.offset().value(), 4 * a.offset().standardError());
		assertTrue(a.offset().standardError() < 0.5);
		assertEquals(5, a.steps());
	}

	@Test
	void aDistinctPatternNeedsNoHelp() {
		final double[] t = new double[600];
		Arrays.setAll(t, i -> i);
		final CyclerRecording r = new Recordings(0.1).rest(1000, 2).current(700, -1e-3, 1.9, 1.8).rest(1500, 2).current(900,
			1e-3, 2, 2.1).rest(1000, 2).build();
		final double[] changes = { 100 - 40, 170 - 40, 320 - 40, 410 - 40 };
		final ClockAlignment a = align(responses(t, changes, 3e-4), TimeAxis.of(t), r, IntensityAlignmentParameters.defaults());
		assertEquals(40, a.offset().value(), 4 * a.offset().standardError());
		assertEquals(4, a.steps());
		assertTrue(a.evidence().get(0).contains("4 steps"), a.evidence().toString());
	}

	@Test
	void anIntensityThatDoesNotFollowIsRefused() {
		final double[] t = new double[500];
		Arrays.setAll(t, i -> i);
		assertThrows(InsufficientDataException.class, () -> align(responses(t, new double[0], 1e-3), TimeAxis.of(t), periodic(
			2), IntensityAlignmentParameters.defaults()));
	}

	@Test
	void inputsThatCannotBeMatchedAreRefused() {
		final double[] t = new double[100];
		Arrays.setAll(t, i -> i);
		final double[] y = new double[100];
		final TimeAxis axis = TimeAxis.of(t);
		final CyclerRecording rest = new Recordings(1).rest(50, 2).build();
		assertThrows(InsufficientDataException.class, () -> align(y, axis, rest, IntensityAlignmentParameters.defaults()));
		assertThrows(InvalidInputException.class, () -> align(new double[99], axis, periodic(2), IntensityAlignmentParameters
			.defaults()));
		final double[] hole = y.clone();
		hole[7] = Double.NaN;
		assertThrows(InvalidInputException.class, () -> align(hole, axis, periodic(2), IntensityAlignmentParameters
			.defaults()));
		assertThrows(InsufficientDataException.class, () -> align(new double[10], axis.range(0, 10), periodic(2),
			IntensityAlignmentParameters.defaults()));
		assertThrows(InsufficientDataException.class, () -> align(y, axis, periodic(2), IntensityAlignmentParameters
			.defaults().withSearch(1e6, 10)));
	}
}
