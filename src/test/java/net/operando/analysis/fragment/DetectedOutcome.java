package net.operando.analysis.fragment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import net.operando.base.Progress;

/** What {@link Fragments} makes of a {@link StudyScene} whose cracks {@link DetectedCuts} finds, held against its truth. */
final class DetectedOutcome {

	/** Frames by which the first frame of a piece may be off: the target of onsets. */
	private static final int FRAMES = 2;
	/** As in {@link StudyOutcome}. */
	private static final double FACE_UM = 0.3;

	final int cracks;
	final int found;
	/** Ids and parents as they are, first frames within two, faces in the last frame within three pixels. */
	final boolean right;
	final String message;

	private DetectedOutcome(final int cracks, final int found, final boolean right, final String message) {
		this.cracks = cracks;
		this.found = found;
		this.right = right;
		this.message = message;
	}

	static DetectedOutcome of(final long seed, final StudyScene.Kind kind) {
		final StudyScene scene = StudyScene.cracking(seed, kind).withTrueCuts();
		final DetectedCuts detected = DetectedCuts.find(scene.movie, scene.line, new FragmentParameters(), Progress.NONE);
		final FragmentAnalysis rod = Fragments.analyse(scene.movie, scene.line, detected.cuts(), scene.contents,
			new FragmentParameters(), Progress.NONE);
		final List<String> expected = scene.expectedLineage();
		final int found = (int) Arrays.stream(scene.crackFrames).filter(frame -> detected.cuts().stream().anyMatch(cut -> Math.abs(
			cut.frame() - frame) <= FRAMES)).count();
		final List<String> names = rod.fragments().stream().map(f -> f.id() + "<" + f.parentId()).collect(Collectors.toList());
		boolean right = names.equals(expected.stream().map(e -> e.substring(0, e.indexOf(' '))).collect(Collectors.toList()));
		for (int i = 0; right && i < expected.size(); i++) {
			final int first = Integer.parseInt(expected.get(i).substring(expected.get(i).indexOf(' ') + 1, expected.get(i).lastIndexOf(
				'-')));
			right = Math.abs(rod.fragments().get(i).firstFrame() - first) <= FRAMES;
		}
		final int last = scene.movie.frameCount() - 1;
		final List<Fragment> leaves = rod.fragmentsIn(last);
		for (int s = 0; right && s < leaves.size(); s++)
			right = Math.abs(leaves.get(s).startMetres(last) * 1e6 - scene.place(s - 1, last)) < FACE_UM && Math.abs(leaves.get(s)
				.endMetres(last) * 1e6 - scene.place(s, last)) < FACE_UM;
		final String message = seed + (scene.isTwin ? " twin: " : " other: ") + expected + " cut at " + Arrays.toString(
			scene.cracks) + "; found " + detected.cuts() + " " + detected.warnings();
		scene.movie = null;
		return new DetectedOutcome(scene.cracks.length, found, right, message);
	}
}
