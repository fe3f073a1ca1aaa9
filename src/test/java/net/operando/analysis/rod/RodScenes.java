package net.operando.analysis.rod;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.operando.model.synthetic.Dust;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SceneRod;
import net.operando.model.synthetic.SyntheticMovie;
import net.operando.model.synthetic.Timing;

/**
 * A disc of carbon with one to six rods at any angle, and what was found in it: rods 2 to 3 times brighter than the carbon,
 * fringes of 30 %, dust, in one of four scenes a pair that touches or crosses.
 */
final class RodScenes {

	static final double PIXEL_UM = 0.0694;
	private static final int FIELD = 540;
	private static final double DISC_UM = 17.5;
	private static final double DISC_X = 0.9;
	private static final double DISC_Y = -0.6;

	final List<RodGeometry> truth = new ArrayList<>();
	final List<Boolean> touching = new ArrayList<>();
	final Scene scene;
	/** Of each true rod, the one found for it, or null. */
	final List<Rod> found = new ArrayList<>();
	/** Found where there is none, and not flagged. */
	int falseRods;
	/** Found where there is none, and flagged. */
	int flaggedFalse;

	private RodScenes(final long seed) {
		final Random random = new Random(1000 + seed);
		final int wanted = 1 + random.nextInt(6);
		final boolean pair = seed % 4 == 3 && wanted > 1;
		for (int attempt = 0; attempt < 4000 && truth.size() < wanted; attempt++) {
			final double width = 1.3 + 2.5 * random.nextDouble();
			final double length = Math.max(3 * width, 6 + 12 * random.nextDouble() * random.nextDouble() + 2 * random.nextDouble());
			final RodGeometry rod = RodGeometry.defaults().withSize(length, width).withAngleDegrees(180 * random.nextDouble())
				.withCentre(DISC_X + DISC_UM * (2 * random.nextDouble() - 1), DISC_Y + DISC_UM * (2 * random.nextDouble() - 1));
			if (!isInDisc(rod)) continue;
			final boolean crossing = pair && truth.size() == 1;
			if (crossing && !touches(rod, truth.get(0))) continue;
			boolean clear = true;
			for (int i = crossing ? 1 : 0; i < truth.size(); i++)
				clear &= gap(rod, truth.get(i)) > 0.8;
			if (!clear) continue;
			truth.add(rod);
			touching.add(crossing);
			if (crossing) touching.set(0, true);
		}
		final SceneRod[] rods = new SceneRod[truth.size()];
		for (int i = 0; i < rods.length; i++)
			rods[i] = SceneRod.of(truth.get(i), SceneRod.Drive.EVEN).withContent(0, 0).withReflectivity(0.85 + 0.3 * random
				.nextDouble());
		scene = Scene.defaults().withSeed(seed).withField(FIELD, FIELD).withRods(rods).withTiming(Timing.defaults().withRate(1, 1,
			1.4)).withDust(Dust.defaults()).withCarbon(net.operando.model.synthetic.CarbonBackground.defaults().withLevel(0.34 +
				0.08 * random.nextDouble(), 0.22 + 0.06 * random.nextDouble()));
	}

	/** Paints the scene, and looks for its rods. */
	static RodScenes run(final long seed) {
		final RodScenes s = new RodScenes(seed);
		s.look(s.image());
		return s;
	}

	/** One exposure of the scene. */
	private float[] image() {
		return MeanImage.of(SyntheticMovie.of("scene " + truth.size(), scene), new int[] { 0 });
	}

	/** Looks for the scene's rods in its image. */
	private void look(final float[] image) {
		final List<Rod> rods = new ArrayList<>(RodFinder.inImage(image, FIELD, FIELD, PIXEL_UM * 1e-6, new RodFinderParameters()));
		for (final RodGeometry t : truth) {
			Rod best = null;
			for (final Rod r : rods)
				if (RodFinder.isSame(r.axis(), axis(t)) && (best == null || worst(r.axis(), t) < worst(best.axis(), t))) best = r;
			// one that is a quarter off is not this rod
			if (best != null && worst(best.axis(), t) > 0.25 * t.length_um() / PIXEL_UM) best = null;
			found.add(best);
			rods.remove(best);
		}
		for (final Rod rod : rods)
			if (rod.flags().isEmpty()) falseRods++;
			else flaggedFalse++;
	}

	static RodAxis axis(final RodGeometry rod) {
		final double a = Math.toRadians(rod.angleDegrees());
		final double x = rod.centreX_um() / PIXEL_UM + 0.5 * (FIELD - 1);
		final double y = rod.centreY_um() / PIXEL_UM + 0.5 * (FIELD - 1);
		final double h = 0.5 * rod.length_um() / PIXEL_UM;
		return RodAxis.of(x - h * Math.cos(a), y - h * Math.sin(a), x + h * Math.cos(a), y + h * Math.sin(a), rod.width_um() /
			PIXEL_UM);
	}

	/** Distance of the farther end from its place, in pixels, whichever way round. */
	static double worst(final RodAxis found, final RodGeometry truth) {
		final double[] e = ends(found, truth);
		return Math.max(e[0], e[1]);
	}

	/** Distances of the true start and the true end from what was found for them, in pixels. */
	static double[] ends(final RodAxis f, final RodGeometry truth) {
		final RodAxis t = axis(truth);
		final double[] same = { Math.hypot(f.x0() - t.x0(), f.y0() - t.y0()), Math.hypot(f.x1() - t.x1(), f.y1() - t.y1()) };
		final double[] turned = { Math.hypot(f.x1() - t.x0(), f.y1() - t.y0()), Math.hypot(f.x0() - t.x1(), f.y0() - t.y1()) };
		return same[0] + same[1] < turned[0] + turned[1] ? same : turned;
	}

	/** How much of each true end's face lies neither under nor on another rod, from 0 to 1; ends in the order of {@link #ends}. */
	double[] shown(final int rod) {
		final RodAxis t = axis(truth.get(rod));
		final double[] shown = new double[2];
		final int points = 50;
		for (int end = 0; end < 2; end++)
			for (int i = 0; i < points; i++) {
				final double r = ((i + 0.5) / points - 0.5) * t.widthPixels();
				final double s = end == 0 ? 0 : t.lengthPixels();
				boolean isOn = false;
				for (int other = 0; other < truth.size(); other++) {
					final RodAxis o = axis(truth.get(other));
					final double along = o.along(t.xAt(s, r), t.yAt(s, r));
					isOn |= other != rod && along > 0 && along < o.lengthPixels() && Math.abs(o.across(t.xAt(s, r), t.yAt(s, r))) < 0.5 * o
						.widthPixels();
				}
				if (!isOn) shown[end] += 1.0 / points;
			}
		return shown;
	}

	private static boolean isInDisc(final RodGeometry rod) {
		for (final double[] p : outline(rod))
			if (Math.hypot(p[0] - DISC_X, p[1] - DISC_Y) > DISC_UM - 2.2) return false;
		return true;
	}

	private static List<double[]> outline(final RodGeometry rod) {
		final List<double[]> points = new ArrayList<>();
		final double a = Math.toRadians(rod.angleDegrees());
		for (double s = -0.5; s <= 0.5; s += 0.02)
			for (final double r : new double[] { -0.5, -0.25, 0, 0.25, 0.5 })
				points.add(new double[] { rod.centreX_um() + s * rod.length_um() * Math.cos(a) - r * rod.width_um() * Math.sin(a), rod
					.centreY_um() + s * rod.length_um() * Math.sin(a) + r * rod.width_um() * Math.cos(a) });
		return points;
	}

	private static double gap(final RodGeometry a, final RodGeometry b) {
		double least = Double.POSITIVE_INFINITY;
		for (final double[] p : outline(a))
			least = Math.min(least, distance(p, b));
		for (final double[] p : outline(b))
			least = Math.min(least, distance(p, a));
		return least;
	}

	private static double distance(final double[] p, final RodGeometry rod) {
		final double a = Math.toRadians(rod.angleDegrees());
		final double x = p[0] - rod.centreX_um();
		final double y = p[1] - rod.centreY_um();
		return Math.hypot(Math.max(0, Math.abs(x * Math.cos(a) + y * Math.sin(a)) - 0.5 * rod.length_um()), Math.max(0, Math.abs(
			y * Math.cos(a) - x * Math.sin(a)) - 0.5 * rod.width_um()));
	}

	/** Overlapping, at an angle at which two rods can be told apart, and not lying within one another. */
	private static boolean touches(final RodGeometry rod, final RodGeometry other) {
		double turn = Math.abs(rod.angleDegrees() - other.angleDegrees()) % 180;
		turn = Math.min(turn, 180 - turn);
		return turn > 25 && gap(rod, other) <= 0;
	}
}
