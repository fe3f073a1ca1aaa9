package net.operando.analysis.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;

/** {@link Fragments} on a rod drawn by {@link BrokenRod}. */
class FragmentsTest {

	private static BrokenRod scene() {
		return new BrokenRod(5, 40, 14, 2.4, 0.4, new double[] { 4.5, 9 }, new int[] { 8, 15 }).cycle(0.6, 0.3, 0.2).lose(2, 16);
	}

	private static FragmentAnalysis analyse(final BrokenRod scene) {
		return Fragments.analyse(scene.movie(), scene.line(), scene.cuts(), scene.electrode, new FragmentParameters(),
			Progress.NONE);
	}

	@Test
	void linesUpPiecesWithTheirParents() {
		final FragmentAnalysis rod = analyse(scene());
		for (final Fragment f : rod.fragments())
			System.out.printf("%s <- %s %d-%d %.3f um mean %.1f ratio %.3f [%.3f, %.3f] response %.2f +- %.2f %s: %s%n", f.id(), f.parentId(), f
				.firstFrame(), f.lastFrame(), f.lengthMetres() * 1e6, f.mean().value(), f.ratio().value(), f.ratio().low(), f.ratio()
					.high(), f.response().value(), f.response().standardError(), f.contact(), f.evidence());
		assertEquals(List.of("P1<-:0-7", "P1.1<-P1:8-39", "P1.2<-P1:8-14", "P1.2.1<-P1.2:15-39", "P1.2.2<-P1.2:15-39"), rod
			.fragments().stream().map(f -> f.id() + "<-" + f.parentId() + ":" + f.firstFrame() + "-" + f.lastFrame()).collect(
				Collectors.toList()));
	}
}
