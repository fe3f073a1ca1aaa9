package net.operando.analysis.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class FaceTracksTest {

	private static final double PX_UM = 0.1;

	/** A rod from 15 to 115 px of the profile that shrinks by 3 px, with a crack from frame 10 on that moves with it. */
	private static float[][] profile(final boolean visible) {
		final float[][] p = new float[40][131];
		for (int f = 0; f < p.length; f++)
			for (int i = 0; i < p[f].length; i++) {
				final double edge = 0.5 * (Math.tanh((i - start(f)) / 1.5) - Math.tanh((i - end(f)) / 1.5));
				double v = 400 + 700 * edge * (1 + 0.1 * Math.sin(0.2 * i));
				if (visible && f >= 10) v *= 1 - 0.6 * Math.exp(-0.5 * Math.pow((i - crack(f)) / 1.6, 2));
				p[f][i] = (float) v;
			}
		return p;
	}

	private static double start(final int f) {
		return 15 + 1.5 * f / 39;
	}

	private static double end(final int f) {
		return 115 - 1.5 * f / 39;
	}

	private static double crack(final int f) {
		return 45 + 4.0 * (f - 10) / 29;
	}

	@Test
	void endsAndCracksAreFollowed() {
		final List<Cut> cuts = List.of(Cut.of(1, 30.8e-6 * PX_UM, 10));
		final FaceTracks faces = FaceTracks.of(profile(true), -15, 100, cuts, PX_UM * 1e-6, 400);
		final List<FragmentSpan> spans = FragmentSpan.of("P1", cuts, 40);
		for (int f = 12; f < 38; f++) {
			// the rod's waves of 10 % move half of the level by that much of an edge 3 px wide; likewise a centre of gravity
			assertEquals(start(f) - 15, faces.start(spans.get(1), f), 0.35, "start in " + f);
			assertEquals(end(f) - 15, faces.end(spans.get(2), f), 0.35, "end in " + f);
			assertEquals(crack(f) - 15, faces.end(spans.get(1), f), 0.35, "crack in " + f);
			assertEquals(faces.end(spans.get(1), f), faces.start(spans.get(2), f));
		}
	}

	@Test
	void aCrackThatIsNotSeenStaysWhereItWasGiven() {
		final List<Cut> cuts = List.of(Cut.of(1, 3e-6, 10));
		final FaceTracks faces = FaceTracks.of(profile(false), -15, 100, cuts, PX_UM * 1e-6, 400);
		assertEquals(30, faces.end(FragmentSpan.of("P1", cuts, 40).get(1), 25), 1e-9);
	}

	@Test
	void anEndThatIsNotSeenStaysAtTheLinesEnd() {
		final float[][] flat = new float[3][131];
		for (final float[] p : flat)
			java.util.Arrays.fill(p, 1000);
		final FaceTracks faces = FaceTracks.of(flat, -15, 100, List.of(), PX_UM * 1e-6, 400);
		final FragmentSpan whole = FragmentSpan.of("P1", List.of(), 3).get(0);
		assertEquals(0, faces.start(whole, 1), 1e-9);
		assertEquals(100, faces.end(whole, 1), 1e-9);
	}
}
