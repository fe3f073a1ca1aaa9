package net.operando.analysis.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontOrigin;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTracer;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.linecut.LineCut;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;

/** A rod of 14 um, cut at 5 um; a dark front sets out from the crack's face into the longer piece at 180 nm/s. */
class FragmentFrontsTest {

	private static final double PX = 0.1;
	private static final double NM_PER_S = 180;
	private static final LinePath LINE = LinePath.straight(20, 25, 160, 25);

	private static MemoryMovie movie() {
		final Random random = new Random(4);
		final float[][] frames = new float[45][180 * 50];
		final double[] times = new double[frames.length];
		for (int f = 0; f < frames.length; f++) {
			times[f] = f;
			for (int i = 0; i < frames[f].length; i++) {
				final double z = (i % 180 - 20) * PX;
				final double u = (i / 180 - 25) * PX;
				final double inside = 0.125 * (1 + Math.tanh(z / 0.15)) * (1 + Math.tanh((14 - z) / 0.15)) * (1 + Math.tanh((1.2 - Math.abs(
					u)) / 0.15));
				final double front = 5.3 + 1e-3 * NM_PER_S * f;
				final double level = z < 5 ? 1000 : 1000 * (1 - 0.06 / (1 + Math.exp((z - front) / 0.4)));
				final double line = 1 - 0.7 * Math.exp(-0.5 * Math.pow((z - 5) / 0.15, 2));
				frames[f][i] = (float) (inside * level * line + (1 - inside) * 350 + 2 * random.nextGaussian());
			}
		}
		return MemoryMovie.ofValues("front", 180, 50, frames, TimeAxis.of(times), Calibration.ofMicrometres(PX), List.of());
	}

	/** Some front, for tests of what is made of one. */
	static FrontVelocity anyFront() {
		final FrontAnalysis a = FrontTracer.trace(LineCut.kymograph(movie(), LinePath.straight(75, 25, 155, 25),
			new LineCutParameters().withLagSeconds(1), Progress.NONE), new FrontParameters().withMaxFronts(1), Progress.NONE);
		return a.fronts().get(0);
	}

	@Test
	void aFrontFromACracksFaceIsOfTheInterior() {
		final MemoryMovie movie = movie();
		final FragmentAnalysis rod = Fragments.analyse(movie, LINE, List.of(Cut.of(1, 5e-6, 0)), null, new FragmentParameters(),
			Progress.NONE);
		final List<FragmentFront> fronts = FragmentFronts.find(movie, rod, List.of(), new LineCutParameters().withWidthPixels(12)
			.withLagSeconds(1), new FrontParameters().withMaxFronts(1), 0.35e-6, Progress.NONE);
		assertFalse(fronts.isEmpty());
		final FragmentFront front = fronts.stream().filter(f -> f.fragmentId().equals("P1.2")).findFirst().orElseThrow();
		assertEquals("P1.2-F1", front.id());
		assertEquals(FrontOrigin.INTERIOR, front.origin());
		// the tracer's own interval, on noise of 0.2 %
		assertTrue(front.velocity().velocity().covers(NM_PER_S * 1e-9), front.velocity().velocity().toString());
		assertEquals(NM_PER_S, front.velocity().velocity().value() * 1e9, 0.05 * NM_PER_S);
		assertTrue(front.points().get(0).x_um() > 2 + 5, "right of the crack: " + front.points().get(0).x_um());
		final String csv = FragmentFronts.table(fronts).toCsv();
		assertTrue(csv.startsWith("front_id,fragment_id,criterion,polarity,origin,t0_s,") && csv.contains("P1.2-F1,P1.2,half_max," +
			"dark,interior,"), csv);
	}
}
