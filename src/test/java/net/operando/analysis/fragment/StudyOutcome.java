package net.operando.analysis.fragment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import net.operando.base.Progress;

/** What {@link Fragments} makes of a {@link StudyScene}, held against its truth. */
final class StudyOutcome {

	/** Faces are right within three pixels of the scenes: the cracks given are off by up to .1 um, gaps reach .3 um. */
	private static final double FACE_UM = 0.3;

	final StudyScene scene;
	final FragmentAnalysis rod;
	boolean lineageRight;
	double worstFace;
	/** Lost pieces that are 1.35 to 1.75 times as bright as the darkest, in truth, and how many of them were called. */
	int lost;
	int called;
	/** Pieces that were called although they had contact or differ by less than .03 in x. */
	int falselyCalled;
	/** Pieces that could not be decided. */
	int undecided;
	final List<Double> logErrors = new ArrayList<>();
	final List<Double> relativeErrorStated = new ArrayList<>();
	/** The same of the ratio of plain means. */
	final List<Double> logErrorsOfMeans = new ArrayList<>();
	final List<Double> truths = new ArrayList<>();
	int covered;

	private StudyOutcome(final StudyScene scene) {
		this.scene = scene;
		rod = Fragments.analyse(scene.movie, scene.line, scene.cuts, scene.contents, new FragmentParameters(), Progress.NONE);
	}

	static StudyOutcome of(final long seed, final StudyScene.Kind kind) {
		final StudyOutcome outcome = new StudyOutcome(StudyScene.of(seed, kind));
		outcome.compare(kind);
		return outcome;
	}

	private void compare(final StudyScene.Kind kind) {
		final int last = scene.movie.frameCount() - 1;
		final List<Fragment> leaves = rod.fragmentsIn(last);
		lineageRight = scene.expectedLineage().equals(rod.fragments().stream().map(f -> f.id() + "<" + f.parentId() + " " + f
			.firstFrame() + "-" + f.lastFrame()).collect(Collectors.toList())) && leaves.size() == scene.lost.length;
		for (int s = 0; lineageRight && s < leaves.size(); s++) {
			worstFace = Math.max(worstFace, Math.abs(leaves.get(s).startMetres(last) * 1e6 - scene.place(s - 1, last)));
			worstFace = Math.max(worstFace, Math.abs(leaves.get(s).endMetres(last) * 1e6 - scene.place(s, last)));
		}
		lineageRight &= worstFace < FACE_UM;
		for (int s = 0; s < leaves.size(); s++) {
			final Fragment leaf = leaves.get(s);
			final boolean isCalled = leaf.contact() == Contact.DISCONNECTED;
			final double truth = trueRatio(leaves, s);
			if (leaf.contact() == Contact.UNDECIDED) undecided++;
			if (kind == StudyScene.Kind.LOST && scene.lost[s] && truth > 1.35 && truth < 1.75) {
				lost++;
				if (isCalled) called++;
			}
			else if (isCalled && (kind != StudyScene.Kind.LOST || !scene.lost[s])) falselyCalled++;
			if (leaf.ratio().standardError() == 0 || !leaf.ratio().isKnown()) continue;
			truths.add(truth);
			logErrors.add(Math.log(leaf.ratio().value() / truth));
			logErrorsOfMeans.add(Math.log(leaf.mean().value() / rod.fragment(leaf.darkestId()).get().mean().value() / truth));
			relativeErrorStated.add(leaf.ratio().standardError() / leaf.ratio().value());
			if (leaf.ratio().covers(truth)) covered++;
		}
	}

	/** Everything that was found of each piece, for a message. */
	String pieces() {
		return rod.fragments().stream().map(f -> f.id() + " " + f.contact() + ": " + f.evidence()).collect(Collectors.joining(
			"; "));
	}

	/** Brightness over that of the piece it was compared with, in the frames it was measured in, without fringes. */
	private double trueRatio(final List<Fragment> leaves, final int s) {
		final Fragment leaf = leaves.get(s);
		int reference = s;
		for (int r = 0; r < leaves.size(); r++)
			if (leaves.get(r).id().equals(leaf.darkestId())) reference = r;
		double own = 0;
		double other = 0;
		for (int f = leaf.firstMeasuredFrame(); f <= leaf.lastMeasuredFrame(); f++) {
			own += scene.level(s, f);
			other += scene.level(reference, f);
		}
		return own / other;
	}
}
