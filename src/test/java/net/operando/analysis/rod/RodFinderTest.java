package net.operando.analysis.rod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.TidyTable;
import net.operando.data.movie.MemoryMovie;

/** RodFinder, BrightMask, BarSplit, SteepSides, BarOutlines, OutlineFit, EdgeModel, EdgeCurves, Grain and AxisFit: rods where they are, none where there is none. */
class RodFinderTest {

	@Test
	void findsEveryRodOfAScene() {
		final RodScenes scene = RodScenes.run(10);
		assertEquals(6, scene.truth.size());
		assertEquals(0, scene.falseRods);
		for (int i = 0; i < 6; i++)
			// half a pixel is the requirement
			assertTrue(scene.found.get(i) != null && RodScenes.worst(scene.found.get(i).axis(), scene.truth.get(i)) < 0.5, "rod " + i);
	}

	@Test
	void keepsIdsOverTheMovieAndTellsWidthAndContrast() {
		final PaintedRod rod = new PaintedRod(8, 7, 2.4, 0.1, 0.4, 0.22);
		rod.angleDegrees = 33;
		final double[] strain = { 0, 0, 0.02, 0.04, 0.06, 0.06 };
		final double[] progress = { 0, 0, 0.3, 0.6, 1, 1 };
		final FoundRods found = RodFinder.find(rod.movie(strain, progress, 2.1), new RodFinderParameters().withFrames(2, 3),
			Progress.NONE);
		assertEquals(1, found.rods().size());
		final Rod p1 = found.rods().get(0);
		assertEquals("P1", p1.id());
		assertEquals(List.of(), p1.flags());
		// sides are placed like ends, to some tens of nm
		assertEquals(2.4e-6, p1.widthMetres(), 5e-8);
		// 1 over .4, of which fringes and speckle take or give a tenth
		assertEquals(2.5, p1.contrast(), 0.25);
		final TidyTable table = RodTables.rods(found.rods());
		assertEquals(List.of("rod_id", "x0_px", "y0_px", "x1_px", "y1_px", "length_um", "width_um", "angle_deg", "contrast",
			"active_start", "active_end", "flag"), table.columns());
		assertEquals("unknown", table.text(0, "active_start"));
	}

	@Test
	void sidesAndEndsArePlacedByWhatIsSeenOfThem() {
		final int side = 200;
		final RodAxis truth = RodAxis.of(40.3, 70.6, 160.2, 112.4, 26);
		final float[] image = new float[side * side];
		for (int i = 0; i < image.length; i++) {
			final double s = truth.along(i % side, i / side);
			final double r = Math.abs(truth.across(i % side, i / side));
			// blur of 1.6 px, the grains of the carbon by a sine in both directions
			final double rod = NormalCurve.integral(s / 1.6) * NormalCurve.integral((truth.lengthPixels() - s) / 1.6) * NormalCurve
				.integral((13 - r) / 1.6);
			image[i] = (float) (1000 * (rod + (1 - rod) * (0.4 + 0.05 * Math.sin(0.9 * (i % side)) * Math.sin(1.1 * (i / side)))));
		}
		// a bar across its middle, and one over half of its end
		for (int i = 0; i < image.length; i++)
			if (Math.abs(i % side - 100) < 14 || i / side > 115 && i % side > 140) image[i] = Float.NaN;
		final OutlineFit fit = new OutlineFit(image, image, side, side, 1.6);
		final RodAxis guess = truth.movedAcross(1.5, -1).withWidth(24.5);
		final Grain[] grains = fit.grains(guess, true, OutlineFit.SECTION, 4);
		final RodAxis found = fit.betweenSides(guess, 3, 5, new Grain[][] { grains, grains });
		// half of what ends may be off; the guess was off by six times as much
		assertEquals(0, truth.across(found.x0(), found.y0()), 0.25);
		assertEquals(0, truth.across(found.x1(), found.y1()), 0.25);
		assertEquals(26, found.widthPixels(), 0.25);
		for (int end = 0; end < 2; end++) {
			final OutlineFit.End placed = fit.end(found.between(1.5, found.lengthPixels() - 1.5), end, 6, 6, 5, fit.grains(found, false, 5, 4));
			assertEquals(1.5, placed.place, 0.25);
			assertTrue(placed.sigma < 0.5, "known to " + placed.sigma);
		}
	}

	@Test
	void anEndUnderAnotherBarIsKnownToBeUnknown() {
		final int side = 200;
		final RodAxis under = RodAxis.of(20, 100, 110, 100, 24);
		final RodAxis over = RodAxis.of(110, 20, 110, 180, 40);
		final float[] image = new float[side * side];
		for (int i = 0; i < image.length; i++) {
			double cover = 1;
			for (final RodAxis bar : List.of(under, over)) {
				final double s = bar.along(i % side, i / side);
				cover *= 1 - NormalCurve.integral(s / 1.6) * NormalCurve.integral((bar.lengthPixels() - s) / 1.6) * NormalCurve.integral((0.5 *
					bar.widthPixels() - Math.abs(bar.across(i % side, i / side))) / 1.6);
			}
			image[i] = (float) (1000 * (1 - 0.6 * cover + 0.03 * Math.sin(0.9 * (i % side)) * Math.sin(1.1 * (i / side))));
		}
		final List<BarOutlines.Placed> placed = BarOutlines.of(image, side, side, List.of(under.between(2, 80), over.movedAcross(1, 1)), 1.6, 2.4);
		assertEquals(20, placed.get(0).axis.x0(), 0.25);
		assertTrue(placed.get(0).endSigma[0] < 0.5, "seen, but known to " + placed.get(0).endSigma[0]);
		// it may be anywhere under 40 pixels
		assertTrue(placed.get(0).endSigma[1] > 5, "not seen, but known to " + placed.get(0).endSigma[1]);
		assertEquals(110, placed.get(0).axis.x1(), 20);
		assertEquals(110, placed.get(1).axis.x0(), 0.25);
		assertEquals(40, placed.get(1).axis.widthPixels(), 0.5);
	}

	@Test
	void barsThatCrossAreTakenApart() {
		final int side = 200;
		final boolean[] shape = new boolean[side * side];
		final RodAxis a = RodAxis.of(20, 60, 180, 110, 24);
		final RodAxis b = RodAxis.of(90, 20, 110, 185, 20);
		for (int i = 0; i < shape.length; i++)
			for (final RodAxis bar : List.of(a, b)) {
				final double s = bar.along(i % side, i / side);
				shape[i] |= s > 0 && s < bar.lengthPixels() && Math.abs(bar.across(i % side, i / side)) < 0.5 * bar.widthPixels();
			}
		final double[] gain = new double[shape.length];
		for (int i = 0; i < gain.length; i++)
			gain[i] = shape[i] ? 1 : -1;
		final List<RodAxis> bars = BarSplit.of(gain, shape, side, side, 3, 60, 8);
		assertEquals(2, bars.size());
		for (final RodAxis bar : bars)
			assertTrue(RodFinder.isSame(bar, a) || RodFinder.isSame(bar, b));
	}

	@Test
	void saysThatThereIsNoRod() {
		final Random random = new Random(5);
		final float[] carbon = new float[160 * 120];
		for (int i = 0; i < carbon.length; i++)
			carbon[i] = (float) (8000 * Math.exp(0.2 * random.nextGaussian()));
		final MemoryMovie movie = MemoryMovie.ofValues("carbon", 160, 120, new float[][] { carbon }, TimeAxis.of(0.0), Calibration
			.ofMicrometres(0.0694), List.of());
		final InsufficientDataException e = assertThrows(InsufficientDataException.class, () -> RodFinder.find(movie,
			new RodFinderParameters(), Progress.NONE));
		assertTrue(e.getMessage().startsWith("No rod was found in carbon"), e.getMessage());
		final MemoryMovie uncalibrated = MemoryMovie.ofValues("u", 160, 120, new float[][] { carbon }, TimeAxis.of(0.0), Calibration
			.unknown(), List.of());
		assertThrows(InvalidInputException.class, () -> RodFinder.find(uncalibrated, new RodFinderParameters(), Progress.NONE));
		assertThrows(InvalidInputException.class, () -> new RodFinderParameters().withSizes(0, 6));
		assertThrows(InvalidInputException.class, () -> new RodFinderParameters().withMinContrast(0.5));
	}
}
