package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;

import org.junit.jupiter.api.Test;

/** Bands of known speed on either side of a face at 8 um of a 20 um line. */
class PieceFrontsTest {

	private static final double STEP = 0.05;
	private static final double FACE = 8;
	private static final double LEFT_NM = 150;
	private static final double RIGHT_NM = 220;

	/** From 1 s on, a Gaussian band (0.6 um) runs from the face into each part, one sample per second. */
	private static Kymograph line() {
		final int rows = (int) Math.round(20 / STEP) + 1;
		final float[][] values = new float[50][rows];
		final double[] times = new double[values.length];
		for (int c = 0; c < values.length; c++) {
			times[c] = c + 1;
			for (int r = 0; r < rows; r++) {
				final double z = r * STEP;
				final double front = z < FACE - 1e-9 ? FACE - 1e-3 * LEFT_NM * times[c] : FACE + 1e-3 * RIGHT_NM * times[c];
				final double q = (z - front) / 0.6;
				values[c][r] = (float) -Math.exp(-0.5 * q * q);
			}
		}
		return Kymograph.of(values, null, TimeAxis.of(times), 1e-6 * STEP, KymographQuantity.COMPOSITION_RATE, 1, List.of());
	}

	private static FrontAnalysis trace(final double from, final double to, final String name) {
		return PieceFronts.trace(line(), 1e-6 * from, 1e-6 * to, name, new FrontParameters().withCriterion(
			FrontCriterion.EXTREMUM), Progress.NONE);
	}

	@Test
	void aPartIsItsRowsAndTheFaceBelongsToTheNext() {
		final Kymograph left = PieceFronts.part(line(), 0, 1e-6 * FACE);
		final Kymograph right = PieceFronts.part(line(), 1e-6 * FACE, 20e-6);
		assertEquals(line().rows(), left.rows() + right.rows());
		assertEquals(160, left.rows(), "8 um of 0.05 um");
		assertEquals(line().value(7, 160), right.value(7, 0));
		assertEquals(50, right.columns());
	}

	@Test
	void frontsFromAFaceAreInteriorAndLieOnTheWholeLine() {
		final FrontAnalysis right = trace(FACE, 20, "P1.2");
		assertEquals(1, right.fronts().size());
		final FrontVelocity front = right.fronts().get(0);
		assertEquals(FrontOrigin.INTERIOR, front.origin());
		// a vertex through three samples of a Gaussian of 12 steps is off by less than 1e-4 of a step
		assertEquals(RIGHT_NM, front.velocity().value() * 1e9, 0.1);
		assertEquals(FACE + 1e-3 * RIGHT_NM * front.firstSeconds(), 1e6 * front.firstMetres(), 0.01);
		assertTrue(front.window().startsWith("P1.2: "), front.window());
		final FrontAnalysis left = trace(0, FACE, "P1.1");
		assertEquals(FrontOrigin.INTERIOR, left.fronts().get(0).origin());
		assertEquals(-LEFT_NM, left.fronts().get(0).velocity().value() * 1e9, 0.1);
	}

	@Test
	void joinedFrontsAreNumberedThrough() {
		final FrontAnalysis both = PieceFronts.joined(List.of(trace(0, FACE, "P1.1"), trace(FACE, 20, "P1.2")));
		assertEquals(2, both.fronts().size());
		assertEquals(1, both.fronts().get(0).id());
		assertEquals(2, both.fronts().get(1).id());
		assertTrue(Double.isNaN(both.homogeneousSeconds()), "of a part it is not that of the line");
		assertEquals(trace(0, 20, "P1").fronts().size(), PieceFronts.joined(List.of(trace(0, 20, "P1"))).fronts().size());
	}
}
