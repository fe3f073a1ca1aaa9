package net.operando.analysis.fragment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

import net.operando.data.movie.LinePath;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Movie;
import net.operando.model.synthetic.Cell;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.ContactLoss;
import net.operando.model.synthetic.Crack;
import net.operando.model.synthetic.Drift;
import net.operando.model.synthetic.Dust;
import net.operando.model.synthetic.OpticalContrast;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.RodSnapshot;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SceneRod;
import net.operando.model.synthetic.SyntheticMovie;
import net.operando.model.synthetic.Timing;

/** A movie of a cracked rod with its truth, drawn by {@link BrokenRod} or by the digital twin, all from a seed. */
final class StudyScene {

	/** What is to be true of it. */
	enum Kind {
		/** One or two pieces lost contact and are 1.4 to 1.7 times as bright as the darkest at the end of delithiation. */
		LOST,
		/** None did. */
		SOUND,
		/** One did, but it differs by less than .03 in x from the others at the end of delithiation. */
		ALIKE
	}

	/** Amplitude of what is left of uneven light; the difference of two places far apart has the same standard deviation. */
	private static final double UNEVEN = 0.01;

	Movie movie;
	LinePath line;
	/** As a crack detector would give them: off by up to .1 um and a frame. */
	final List<Cut> cuts = new ArrayList<>();
	double[] contents;
	boolean isTwin;
	/** Where the cracks are on the unstretched rod in um, and the frame each is through in. */
	double[] cracks;
	int[] crackFrames;
	/** Which stretches between cracks lost contact. */
	boolean[] lost;
	/** Share of fringes or pattern. */
	double pattern;
	private java.util.function.BiFunction<Integer, Integer, Double> level;
	private java.util.function.BiFunction<Integer, Integer, Double> place;

	/** True brightness of a stretch between cracks in a frame, without fringes. */
	double level(final int stretch, final int frame) {
		return level.apply(stretch, frame);
	}

	/** True place along the line in um of a crack in a frame, or of the rod's ends (-1 and the number of cracks). */
	double place(final int crack, final int frame) {
		return place.apply(crack, frame);
	}

	/** Lets go of the images, and of the truth, which holds those too from which it follows; a study keeps hundreds of scenes. */
	void forgetImages() {
		movie = null;
		level = null;
		place = null;
	}

	/** Whether all cracks come one after the other while the movie runs, late enough to be seen coming. */
	private boolean seen;

	static StudyScene of(final long seed, final Kind kind) {
		return of(seed, kind, false);
	}

	/** A scene whose cracks can be found in the movie. */
	static StudyScene cracking(final long seed, final Kind kind) {
		return of(seed, kind, true);
	}

	private static StudyScene of(final long seed, final Kind kind, final boolean seen) {
		final Random random = new Random(31 * seed + kind.ordinal());
		final StudyScene scene = new StudyScene();
		scene.seen = seen;
		final int n = 1 + random.nextInt(3);
		final double[] ends = new double[n + 2];
		for (int i = 0; i <= n; i++)
			ends[i + 1] = ends[i] + 2.9 + 2.3 * random.nextDouble();
		scene.cracks = java.util.Arrays.copyOfRange(ends, 1, n + 1);
		scene.lost = new boolean[n + 1];
		if (kind != Kind.SOUND) {
			scene.lost[random.nextInt(n + 1)] = true;
			if (n == 3 && random.nextBoolean()) scene.lost[random.nextInt(n + 1)] = true;
		}
		scene.isTwin = seed % 2 != 0;
		if (!scene.isTwin) scene.broken(seed, kind, ends[n + 1], random);
		else scene.twin(seed, kind, ends[n + 1], random);
		for (int c = 0; c < n; c++)
			scene.cuts.add(Cut.of(c + 1, 1e-6 * (scene.place(c, scene.crackFrames[c]) + 0.2 * (random.nextDouble() - 0.5)), Math.max(0,
				scene.crackFrames[c] == 0 ? 0 : scene.crackFrames[c] + random.nextInt(3) - 1)));
		scene.light(new Random(77 * seed + kind.ordinal()));
		return scene;
	}

	/** What a flat field leaves: waves of light 10 to 16 um long, so that between two pieces it differs by 1 % (standard deviation). */
	private void light(final Random random) {
		final double wave = 2 * Math.PI * 1e6 * movie.calibration().metresPerPixel() / (10 + 6 * random.nextDouble());
		final double angle = Math.PI * random.nextDouble();
		final double phase = 2 * Math.PI * random.nextDouble();
		final int width = movie.width();
		final float[][] frames = new float[movie.frameCount()][];
		for (int f = 0; f < frames.length; f++) {
			frames[f] = movie.frame(f, null).clone();
			for (int i = 0; i < frames[f].length; i++)
				frames[f][i] *= (float) (1 + UNEVEN * Math.cos(wave * (i % width * Math.cos(angle) + i / width * Math.sin(angle)) + phase));
		}
		movie = MemoryMovie.ofValues(movie.name(), width, movie.height(), frames, movie.times(), movie.calibration(), movie.warnings());
	}

	private void broken(final long seed, final Kind kind, final double length, final Random random) {
		final int frames = 44;
		crackFrames = new int[cracks.length];
		for (int c = 0; c < cracks.length; c++)
			crackFrames[c] = seen ? 8 + 6 * order(c) + random.nextInt(3) : random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(12);
		final double to = 0.22 + 0.12 * random.nextDouble();
		final double aim = 1.42 + 0.26 * random.nextDouble();
		// x of a piece that is so much brighter, by the scene's own law
		final double bright = Math.pow((aim * BrokenRod.level(to) - 0.8) / 1.9, 0.8);
		final double from = Math.min(0.95, bright + 0.05 + 0.1 * random.nextDouble());
		final BrokenRod rod = new BrokenRod(seed, frames, length, 2 + 1.4 * random.nextDouble(), Math.PI * random.nextDouble(), cracks,
			crackFrames);
		rod.imageWidth = rod.imageHeight = (int) (length / BrokenRod.PIXEL_UM) + 40;
		rod.cycle(from, to, 0.5 * (from - to));
		rod.pattern = pattern = 0.3 * random.nextDouble();
		rod.speckle = 0.03 * random.nextDouble();
		rod.noise = 0.002 + 0.01 * random.nextDouble();
		rod.lamp = 0.004 * random.nextDouble();
		final int turn = (int) (0.65 * frames);
		for (int s = 0; s < lost.length; s++) {
			// connected pieces are ahead or behind by up to 15 % of what has passed, within .03 of one another at the turn where that matters
			final double pace = 1 + (kind == Kind.LOST ? 0.3 : 0.9 * 0.03 / (from - to)) * (random.nextDouble() - 0.5);
			for (int f = 0; f < frames; f++) {
				rod.x[s][f] = from + pace * (rod.electrode[f] - from);
				if (!lost[s]) continue;
				if (kind == Kind.LOST) rod.x[s][f] = Math.max(rod.x[s][f], bright);
				else rod.x[s][f] = f <= turn ? rod.x[s][f] : rod.x[s][turn];
			}
			if (lost[s] && kind == Kind.LOST) for (int f = 1; f < frames; f++)
				rod.x[s][f] = Math.min(rod.x[s][f], rod.x[s][f - 1]);
		}
		movie = rod.movie();
		line = rod.line();
		contents = rod.electrode;
		level = (s, f) -> BrokenRod.level(rod.x[s][f]);
		place = rod::place;
	}

	/** Which crack comes when: the middle one of three last. */
	private int order(final int crack) {
		return cracks.length == 3 && crack > 0 ? 3 - crack : crack;
	}

	private void twin(final long seed, final Kind kind, final double length, final Random random) {
		crackFrames = new int[cracks.length];
		final int n = cracks.length + 1;
		// faces share the current, so the shortest piece that takes part goes ahead
		double shortest = Double.POSITIVE_INFINITY;
		int taking = 0;
		for (int s = 0; s < n; s++)
			if (!lost[s] || kind == Kind.ALIKE) {
				shortest = Math.min(shortest, (s == n - 1 ? length : cracks[s]) - (s == 0 ? 0 : cracks[s - 1]));
				taking++;
			}
		final double to = 0.3;
		final double from = 0.5 + 0.09 * random.nextDouble();
		final double rate = 12;
		final double seconds = (from - to) * 3600 / rate * taking * shortest / length;
		final double rest = seen ? 15 * cracks.length + 25 : 12;
		final List<Crack> all = new ArrayList<>();
		final double[] onset = new double[cracks.length];
		for (int c = 0; c < cracks.length; c++) {
			onset[c] = seen ? 18 + 15 * order(c) + 4 * random.nextDouble() : random.nextInt(3) == 0 ? -40 : 2 + 8 * random.nextDouble();
			all.add(Crack.at(onset[c], cracks[c]).withTipSpeed(seen ? 250 + 150 * random.nextDouble() : 2500).withGap(4 + 10 * random.nextDouble(), 150 + 150 * random
				.nextDouble()));
		}
		final List<ContactLoss> losses = new ArrayList<>();
		for (int s = 0; s < n; s++)
			if (lost[s]) losses.add(ContactLoss.at(kind == Kind.LOST ? rest - 0.5 : rest + seconds, (s == 0 ? 0 : cracks[s - 1]) + 1));
		pattern = 0.3 * random.nextDouble();
		final double amplitude = 0.24 * pattern / 2;
		final double width = 2 + 1.4 * random.nextDouble();
		final double angle = 30 * (random.nextDouble() - 0.5);
		final SceneRod rod = SceneRod.of(RodGeometry.defaults().withSize(length, width).withAngleDegrees(angle).withCentre(0.3 * random
			.nextDouble(), 0.3 * random.nextDouble()), SceneRod.Drive.SIMULATED).withContent(from, 1).withCracks(all.toArray(
				new Crack[0])).withContactLosses(losses.toArray(new ContactLoss[0]));
		final double back = 0.45 * seconds;
		final Scene scene = Scene.defaults().withSeed(1000 + seed).withPixel_um(0.104).withField((int) (length / 0.104) + 40, 100)
			.withRods(rod).withContrast(OpticalContrast.defaults().withReferenceAmplitude(amplitude)).withDust(Dust.defaults()
				.withSpots(0)).withDrift(Drift.none().withFocusJitterNm(4)).withTiming(Timing.defaults().withRate(0.5, 1, rest +
					seconds + 4 + back).withFaults(4, 0)).withCell(Cell.defaults().withStartX(from).withSteps(-20, CellStep.of(0, 20 +
						rest, 0), CellStep.of(-rate, seconds, 0), CellStep.of(0, 4, 0), CellStep.of(rate, back, 0), CellStep.of(0, 60,
							0)).withClock(0, 0));
		// the movie is one whose light has been evened out by a flat field
		final SyntheticMovie twin = SyntheticMovie.of("twin", Scene.fromJson(scene.toJson().replace("\"falloff\": 0.12",
			"\"falloff\": 0")));
		final float[][] frames = new float[twin.frameCount()][];
		for (int f = 0; f < frames.length; f++)
			frames[f] = twin.frame(f, null);
		movie = MemoryMovie.ofValues("twin", twin.width(), twin.height(), frames, twin.times(), twin.calibration(), List.of());
		for (int c = 0; c < cracks.length; c++)
			crackFrames[c] = Math.min(twin.frameCount() - 1, twin.times().firstAtOrAfter(onset[c]));
		final double[] a = scene.axisPixel(-0.5 * length, Drift.Pose.rest());
		final double[] b = scene.axisPixel(0.5 * length, Drift.Pose.rest());
		line = LinePath.straight(a[0], a[1], b[0], b[1]);
		contents = new double[twin.frameCount()];
		for (int f = 0; f < contents.length; f++)
			contents[f] = scene.cell().x(twin.times().seconds(f));
		level = (s, f) -> {
			final RodSnapshot snapshot = twin.rod().at(twin.times().seconds(f));
			final double z0 = s == 0 ? 0 : cracks[s - 1];
			final double z1 = s == n - 1 ? length : cracks[s];
			double sum = 0;
			for (int i = 0; i < 100; i++)
				sum += snapshot.brightness(z0 + 0.35 + (i + 0.5) / 100 * (z1 - z0 - 0.7)) / 100;
			// the reference's light and the rod's, without the fringes between them
			return amplitude * amplitude + 0.24 * 0.24 * sum;
		};
		place = (c, f) -> {
			final RodSnapshot snapshot = twin.rod().at(twin.times().seconds(f));
			final double start = 0.5 * (length - snapshot.length_um());
			if (c < 0 || c == cracks.length) return start + (c < 0 ? 0 : snapshot.length_um());
			final double gap = all.get(c).gap_um(twin.times().seconds(f), width);
			return start + snapshot.position_um(cracks[c] - 0.03) + 0.03 + 0.5 * gap;
		};
	}

	/** The cuts as they are, instead of as a detector would give them. */
	StudyScene withTrueCuts() {
		for (int c = 0; c < cracks.length; c++)
			cuts.set(c, Cut.of(c + 1, 1e-6 * place(c, crackFrames[c]), crackFrames[c]));
		return this;
	}

	/** Expected pieces: id, parent, first and last frame and the stretches they hold, by the cuts that were given. */
	List<String> expectedLineage() {
		final List<String> all = new ArrayList<>();
		grow("P1", "", 0, 0, lost.length - 1, all);
		return all;
	}

	/** Written down by splitting frame by frame, not as the analysis does it. */
	private void grow(final String id, final String parent, final int first, final int from, final int to,
		final List<String> all)
	{
		final IntUnaryOperator frame = c -> cuts.get(c).frame();
		for (int f = first; f < movie.frameCount(); f++) {
			final List<Integer> now = new ArrayList<>();
			for (int c = from; c < to; c++)
				if (frame.applyAsInt(c) <= f) now.add(c);
			if (now.isEmpty()) continue;
			if (f > first) all.add(id + "<" + parent + " " + first + "-" + (f - 1));
			int start = from;
			for (int k = 0; k <= now.size(); k++) {
				final int end = k == now.size() ? to : now.get(k);
				grow(id + "." + (k + 1), id, f, start, end, all);
				start = end + 1;
			}
			return;
		}
		all.add(id + "<" + parent + " " + first + "-" + (movie.frameCount() - 1));
	}
}
