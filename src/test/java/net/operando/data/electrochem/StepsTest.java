package net.operando.data.electrochem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;

class StepsTest {

	private static List<StepKind> kinds(final CyclerRecording r) {
		return Steps.of(r, StepParameters.defaults()).list().stream().map(Step::kind).collect(Collectors.toList());
	}

	@Test
	void restCurrentRestCurrent() {
		final CyclerRecording r = new Recordings(1).noise(2e-3).rest(30, 2.5).current(100, -1e-3, 2.3, 1.5).rest(40, 1.6)
			.current(50, 1e-3, 1.8, 2.2).build();
		final Steps steps = Steps.of(r, StepParameters.defaults());
		assertEquals(Arrays.asList(StepKind.REST, StepKind.CONSTANT_CURRENT, StepKind.REST, StepKind.CONSTANT_CURRENT), kinds(
			r));
		final Step discharge = steps.list().get(1);
		assertEquals(30, discharge.firstSample());
		assertEquals(130, discharge.endSample());
		// the current changed between the samples at 30 and 31 s
		assertEquals(30, discharge.startSeconds());
		assertEquals(130, discharge.endSeconds());
		// noise 0.2 % over 100 samples: 0.02 %, allowed five times
		assertEquals(-1e-3, discharge.meanCurrentAmperes(), 1e-6);
		assertEquals(1, steps.indexAt(30.5));
		assertEquals(2, steps.indexAt(150));
		assertEquals(-1, steps.indexAt(-5));
	}

	@Test
	void constantCurrentThenConstantVoltage() {
		final CyclerRecording r = new Recordings(1).noise(1e-3).rest(20, 1.5).current(80, 2e-3, 1.6, 2.8).hold(120, 2e-3, 30,
			2.8).rest(30, 2.7).build();
		assertEquals(Arrays.asList(StepKind.REST, StepKind.CONSTANT_CURRENT, StepKind.HOLD, StepKind.REST), kinds(r));
	}

	@Test
	void aHoldAlone() {
		assertEquals(Arrays.asList(StepKind.HOLD), kinds(new Recordings(1).hold(200, 2e-3, 40, 2.8).build()));
	}

	@Test
	void aVoltageScanIsOther() {
		assertEquals(Arrays.asList(StepKind.OTHER), kinds(new Recordings(1).ramp(60, -1e-3, 1e-3, 1.2, 2.8).build()));
	}

	@Test
	void twoCurrentsAreTwoSteps() {
		final CyclerRecording r = new Recordings(1).noise(2e-3).current(125, 10, 1.8, 1.9).current(126, 11, 1.92, 1.93).build();
		assertEquals(Arrays.asList(StepKind.CONSTANT_CURRENT, StepKind.CONSTANT_CURRENT), kinds(r));
	}

	@Test
	void glitchesOfARangeChangeAreNoSteps() {
		final double[] t = new double[200];
		final double[] v = new double[200];
		final double[] i = new double[200];
		for (int k = 0; k < 200; k++) {
			t[k] = k;
			v[k] = 2 - 1e-3 * k;
			i[k] = k == 57 ? 0 : k == 120 || k == 121 ? -3e-3 : -1e-3;
		}
		assertEquals(Arrays.asList(StepKind.CONSTANT_CURRENT), kinds(CyclerRecording.of(CyclerRecord.of("g", t, v, i))));
	}

	@Test
	void slowAndFastStepsInOneRecording() {
		// C/10 beside 30C: 300 times less, still no rest
		final CyclerRecording r = new Recordings(1).current(60, -3e-1, 2.0, 1.2).rest(60, 1.6).current(60, -1e-3, 1.6, 1.59)
			.build();
		assertEquals(Arrays.asList(StepKind.CONSTANT_CURRENT, StepKind.REST, StepKind.CONSTANT_CURRENT), kinds(r));
	}

	@Test
	void noStepRunsAcrossAGap() {
		final CyclerRecording r = new Recordings(1).current(50, -1e-3, 2, 1.8).gap(300).current(50, -1e-3, 1.8, 1.6).build();
		final Steps steps = Steps.of(r, StepParameters.defaults());
		assertEquals(2, steps.list().size());
		assertEquals(-1, steps.indexAt(200));
		// the second file's control began at its second 0, one period before its first sample
		assertEquals(350, steps.list().get(1).startSeconds());
	}

	@Test
	void parametersThatCannotBeMeantAreRefused() {
		final CyclerRecording r = new Recordings(1).rest(5, 1).build();
		assertThrows(InvalidInputException.class, () -> Steps.of(r, StepParameters.defaults().withCurrentTolerance(2)));
		assertThrows(InvalidInputException.class, () -> Steps.of(r, StepParameters.defaults().withMinimumSamples(0)));
	}
}
