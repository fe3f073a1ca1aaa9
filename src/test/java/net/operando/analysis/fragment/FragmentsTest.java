package net.operando.analysis.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.Json;

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
		final BrokenRod scene = scene();
		final FragmentAnalysis rod = analyse(scene);
		assertEquals(List.of("P1<-:0-7", "P1.1<-P1:8-39", "P1.2<-P1:8-14", "P1.2.1<-P1.2:15-39", "P1.2.2<-P1.2:15-39"), rod
			.fragments().stream().map(f -> f.id() + "<-" + f.parentId() + ":" + f.firstFrame() + "-" + f.lastFrame()).collect(
				Collectors.toList()));
		final Fragment last = rod.fragment("P1.2.2").get();
		// faces are found to a third of a pixel (35 nm) where edges are this sharp; 0.1 um leaves room for the pattern
		assertEquals(scene.place(1, 30), last.startMetres(30) * 1e6, 0.1);
		assertEquals(scene.place(2, 30), last.endMetres(30) * 1e6, 0.1);
		assertTrue(last.startsAtCrack() && !last.endsAtCrack());
		// the sides: 2.4 um wide
		assertEquals(2.4, last.areaSquareMetres() / last.lengthMetres() * 1e6, 0.1);
		assertEquals(List.of("P1.1", "P1.2.1", "P1.2.2"), rod.fragmentsIn(39).stream().map(Fragment::id).collect(Collectors
			.toList()));
		// measured where the rod holds least lithium, at the turn of the current in frame 26
		assertTrue(last.firstMeasuredFrame() >= 24 && last.lastMeasuredFrame() <= 28, last.firstMeasuredFrame() + "-" + last
			.lastMeasuredFrame());
	}

	/** The response of a piece that takes part is the logarithmic slope of the scene's own law; that of the lost one is none. */
	@Test
	void responsesAreThoseOfTheScene() {
		final FragmentAnalysis rod = analyse(scene());
		// d ln(0.8 + 1.9 x^1.25)/dx goes from 1.2 at x = .6 to 1.4 at x = .3
		assertEquals(1.35, rod.fragment("P1.1").get().response().value(), 0.1);
		assertEquals(0, rod.fragment("P1.2.2").get().response().value(), 0.05);
		assertEquals(0, rod.fragment("P1.2.2").get().responseShare(), 0.05);
	}

	@Test
	void aRodWithoutCracksIsOnePieceAndNothingIsSaidOfIt() {
		final BrokenRod scene = scene();
		final FragmentAnalysis rod = Fragments.analyse(scene.movie(), scene.line(), List.of(), null, new FragmentParameters(),
			Progress.NONE);
		assertEquals(1, rod.fragments().size());
		final Fragment whole = rod.fragments().get(0);
		assertEquals("P1", whole.id());
		assertEquals(Contact.UNDECIDED, whole.contact());
		assertTrue(Double.isNaN(whole.ratio().value()));
		// drawn 14 um long, and longer by the gaps of its cracks, 0.25 um each, which nothing was said of
		assertEquals(14.2, whole.lengthMetres() * 1e6, 0.4);
	}

	@Test
	void whatCannotBeMeantIsNamed() {
		final BrokenRod scene = scene();
		refused("through from frame 99", scene, List.of(Cut.of(1, 5e-6, 98)), null, new FragmentParameters());
		refused("Crack 1 lies at 15.00 um of a line of 14.00 um", scene, List.of(Cut.of(1, 15e-6, 3)), null,
			new FragmentParameters());
		refused("3 values of x for a movie of 40 frames", scene, List.of(), new double[3], new FragmentParameters());
		refused("has nothing left", scene, List.of(), null, new FragmentParameters().withErodeMicrometres(1.3));
		refused("ratio threshold of 1.0", scene, List.of(), null, new FragmentParameters().withRatioThreshold(1));
		refused("lack a rod id", scene, List.of(), null, new FragmentParameters().withRodId(" "));
		refused("2.0 pixels wide", scene, List.of(), null, new FragmentParameters().withWidthPixels(2));
		refused("Leaving out -1.0 um", scene, List.of(), null, new FragmentParameters().withErodeMicrometres(-1));
	}

	private static void refused(final String part, final BrokenRod scene, final List<Cut> cuts, final double[] x,
		final FragmentParameters parameters)
	{
		final String message = assertThrows(InvalidInputException.class, () -> Fragments.analyse(scene.movie(), scene.line(), cuts,
			x, parameters, Progress.NONE)).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void parametersSurviveJson() {
		final FragmentParameters p = new FragmentParameters().withRodId("P7").withBackground(FragmentBackground.SURROUNDINGS)
			.withSeed(5);
		final FragmentParameters back = Json.read(Json.write(p), FragmentParameters.class, "the fragments");
		assertEquals(Json.write(p), Json.write(back));
		assertEquals("P7", back.rodId());
	}

	/** Taking the carbon off as well makes a ratio larger: (R I - B) / (I - B). */
	@Test
	void theSurroundingsCanBeTakenOff() {
		final BrokenRod scene = scene();
		final Fragment plain = analyse(scene).fragment("P1.2.2").get();
		final Fragment less = Fragments.analyse(scene.movie(), scene.line(), scene.cuts(), scene.electrode, new FragmentParameters()
			.withBackground(FragmentBackground.SURROUNDINGS), Progress.NONE).fragment("P1.2.2").get();
		// the carbon's level is 380 counts; its median lies a little lower as its grains are not normal
		assertEquals(380, plain.mean().value() - less.mean().value(), 30);
		assertTrue(less.ratio().value() > plain.ratio().value() * 1.03, less.ratio() + " " + plain.ratio());
	}
}
