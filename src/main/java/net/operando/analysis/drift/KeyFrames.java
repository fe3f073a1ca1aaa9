package net.operando.analysis.drift;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;

import net.operando.base.InsufficientDataException;
import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.data.movie.BackgroundFinder;
import net.operando.data.movie.FrameCache;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelMask;

/**
 * The frames that all others are compared with, first with each other: that says where particles are and where something
 * changes, and then how all of them lie. Every other frame is compared with the key frame before it, the one after it and,
 * where one of these is not found in it, the first.
 */
final class KeyFrames {

	/** Fewer tiles cannot be weighed against each other. */
	private static final int FEWEST_TILES = 3;

	/** Some grains of the background, in px. */
	private static final int SMALLEST_TILE = 12;

	/** What a frame is compared in with the key frame before it, the one after it and the first: other tiles, other noise. */
	private static final int[] HALVES = { FrameMatcher.EVEN, FrameMatcher.ODD, FrameMatcher.ALL };

	/** Where the first frame stands among the key frames that a frame is compared with. */
	private static final int FIRST_LAST = 2;

	private final Movie movie;
	private final DriftParameters parameters;
	private final int width;
	private final int height;
	private final int[] frames;
	private final PixelMask camera;
	private final int[] defects;
	private final CoarseCorrelation.Spectrum[] spectra;
	private final ConcurrentLinkedDeque<Workbench> benches = new ConcurrentLinkedDeque<>();
	private final Match[] judged;
	/** By key frame, then by the later key frame compared with it. */
	private final Match[][] keyMatches;
	private FrameCache<KeyFrame> templates;
	private PixelMask excluded;
	private DriftNetwork positions;

	private KeyFrames(final Movie movie, final DriftParameters parameters, final PixelMask given) {
		this.movie = movie;
		this.parameters = parameters;
		width = movie.width();
		height = movie.height();
		frames = Drift.keyIndices(movie.frameCount(), parameters.mostKeyFrames());
		judged = new Match[movie.frameCount()];
		keyMatches = new Match[frames.length][frames.length];
		spectra = new CoarseCorrelation.Spectrum[frames.length];
		final BackgroundFinder first = finder(frames[0]);
		camera = first.unlit();
		defects = common(first.defects(movie.fullScale()), finder(frames[frames.length - 1]).defects(movie.fullScale()));
		use(given != null ? given : first.particles());
	}

	/**
	 * Finds the key frames' positions.
	 *
	 * @param given what is not background in the first frame, or null to find it
	 */
	static KeyFrames of(final Movie movie, final DriftParameters parameters, final PixelMask given,
		final Progress progress)
	{
		final KeyFrames keys = new KeyFrames(movie, parameters, given);
		keys.compareKeys(progress.part(0, 0.5));
		if (given == null) {
			keys.use(keys.excluded.or(ParticleSearch.particles(movie, keys.frames, keys.positions, progress.part(0.5, 0.6))));
			keys.compareKeys(progress.part(0.6, 1));
		}
		return keys;
	}

	private BackgroundFinder finder(final int frame) {
		return BackgroundFinder.of(movie.frame(frame, null), width, height);
	}

	/** Pixels in both, unless they are so many that they are a picture. */
	private static int[] common(final PixelMask a, final PixelMask b) {
		final int n = a.width() * a.height();
		final int[] both = IntStream.range(0, n).filter(i -> a.contains(i) && b.contains(i)).toArray();
		return both.length > n / 100 ? new int[0] : both;
	}

	private void use(final PixelMask mask) {
		excluded = mask;
		templates = new FrameCache<>(frames.length, KeyFrame.bytes(width, height));
		if (template(0).usableTiles() >= FEWEST_TILES) return;
		if (camera.share() < 0.9 && mask.or(camera).share() > 0.8) throw new InsufficientDataException(
			"The mask and what is not lit leave no background of " + movie.name() +
				" to register on: give a mask of the particles alone.");
		throw new InsufficientDataException("The background in the first frame of " + movie.name() +
			" has no structure to register on: open the movie from a frame on that shows the sample (framerange).");
	}

	/** What is not background, in the first frame. */
	PixelMask excluded() {
		return excluded.or(camera);
	}

	/** How well a frame agreed with the key frame it was compared with first. */
	Match match(final int frame) {
		return judged[frame];
	}

	private PreparedFrame prepared(final int frame) {
		return PreparedFrame.of(movie.frame(frame, null), width, height, camera, defects);
	}

	private KeyFrame template(final int key) {
		return templates.get(key, k -> KeyFrame.of(prepared(frames[k]), maskOf(k), tilePixels()));
	}

	/** Small frames get smaller tiles, so that there are some to weigh against each other. */
	private int tilePixels() {
		return Math.min(parameters.tilePixels(), Math.max(SMALLEST_TILE, Math.min(width, height) / 6));
	}

	/** The excluded pixels where they lie in a key frame. */
	private PixelMask maskOf(final int key) {
		if (positions == null || key == 0 || Double.isNaN(positions.x(frames[key]))) return key == 0 || positions != null
			? excluded : excluded.or(finder(frames[key]).particles());
		return excluded.movedBy((int) Math.rint(positions.x(frames[key])), (int) Math.rint(positions.y(frames[key])));
	}

	private void compareKeys(final Progress progress) {
		final DriftNetwork network = new DriftNetwork(movie.frameCount(), frames);
		for (int k = 0; k < frames.length; k++)
			try (Bench bench = new Bench()) {
				spectra[k] = bench.tools.coarse.spectrum(prepared(frames[k]), maskOf(k));
			}
		for (int k = 0; k < frames.length; k++) {
			final int key = k;
			final KeyFrame template = template(key);
			final Match[] matches = keyMatches[key];
			Parallel.loop(frames.length - key, progress.part(key / (double) frames.length, (key + 1.0) / frames.length),
				"comparing key frames", i -> matches[key + i] = compareKeys(template, key, key + i));
			for (int other = key; other < frames.length; other++) {
				if (key == 0 || !judged[frames[other]].found) judged[frames[other]] = matches[other];
				if (other > key) network.add(frames[other], frames[key], matches[other]);
			}
		}
		network.solve();
		positions = network;
	}

	private Match compareKeys(final KeyFrame template, final int key, final int other) {
		if (template.usableTiles() < FEWEST_TILES) return Match.none();
		final PreparedFrame frame = prepared(frames[other]);
		try (Bench bench = new Bench()) {
			final Pose start = positions == null ? null : Pose.of(positions, frames[other]).after(Pose.of(positions, frames[key]));
			if (start != null && start.isKnown()) return believed(bench.tools.matcher.match(frame, template, start.x, start.y,
				start.turn, true, FrameMatcher.ALL));
			final double[] p = bench.tools.coarse.shift(spectra[other], spectra[key]);
			return believed(bench.tools.matcher.match(frame, template, p[0], p[1], 0, true, FrameMatcher.ALL));
		}
	}

	private static Match believed(final Match match) {
		return match.quality >= Drift.LEAST_QUALITY ? match : Match.none();
	}

	/** Compares all other frames, and solves for all positions. */
	DriftNetwork network(final Progress progress) {
		final DriftNetwork network = new DriftNetwork(movie.frameCount(), frames);
		for (int k = 0; k < frames.length; k++)
			for (int other = k + 1; other < frames.length; other++)
				network.add(frames[other], frames[k], keyMatches[k][other]);
		for (int k = 0; k + 1 < frames.length; k++) {
			final int first = frames[k] + 1;
			final int count = frames[k + 1] - first;
			final int[] keys = k == 0 ? new int[] { 0, 1 } : new int[] { k, k + 1, 0 };
			final Match[][] matches = new Match[count][];
			final KeyFrame[] compared = new KeyFrame[keys.length];
			for (int j = 0; j < keys.length; j++)
				compared[j] = template(keys[j]);
			Parallel.loop(count, progress.part(frames[k] / (double) frames[frames.length - 1], frames[k + 1] /
				(double) frames[frames.length - 1]), "finding drift", i -> matches[i] = compare(first + i, keys, compared));
			for (int i = 0; i < count; i++)
				for (int j = 0; j < keys.length; j++)
					network.add(first + i, frames[keys[j]], matches[i][j]);
		}
		network.solve();
		return network;
	}

	private Match[] compare(final int frame, final int[] keys, final KeyFrame[] compared) {
		final Match[] matches = new Match[keys.length];
		judged[frame] = Match.none();
		try (Bench bench = new Bench()) {
			final PreparedFrame prepared = PreparedFrame.of(movie.frame(frame, bench.tools.samples), width, height, camera, defects);
			final CoarseCorrelation.Spectrum spectrum = bench.tools.coarse.spectrum(prepared, null);
			Pose pose = null;
			for (int j = 0; j < keys.length; j++) {
				matches[j] = Match.none();
				// two that agree say all; the first frame, farthest away, helps where one of them is a bad one
				if (j == FIRST_LAST && matches[0].found && matches[1].found) continue;
				final Pose keyPose = Pose.of(positions, frames[keys[j]]);
				final KeyFrame template = compared[j];
				if (!keyPose.isKnown() || template.usableTiles() < FEWEST_TILES) continue;
				if (pose != null) {
					final Pose start = pose.after(keyPose);
					matches[j] = bench.tools.matcher.match(prepared, template, start.x, start.y, start.turn, false, HALVES[j]);
					continue;
				}
				final double[] p = bench.tools.coarse.shift(spectrum, spectra[keys[j]]);
				final Match match = believed(bench.tools.matcher.match(prepared, template, p[0], p[1], 0, true, HALVES[j]));
				if (!match.found) continue;
				matches[j] = match;
				judged[frame] = match;
				pose = keyPose.then(match);
			}
		}
		return matches;
	}

	/** Scratch memory of one thread. */
	private static final class Workbench {

		private final CoarseCorrelation coarse;
		private final FrameMatcher matcher;
		private final float[] samples;

		Workbench(final int width, final int height, final DriftParameters parameters) {
			coarse = new CoarseCorrelation(width, height, parameters.maxShiftPixels());
			matcher = new FrameMatcher(width, height, parameters.rotation());
			samples = new float[width * height];
		}
	}

	/** A workbench on loan. */
	private final class Bench implements AutoCloseable {

		private final Workbench tools;

		Bench() {
			final Workbench idle = benches.poll();
			tools = idle != null ? idle : new Workbench(width, height, parameters);
		}

		@Override
		public void close() {
			benches.push(tools);
		}
	}
}
