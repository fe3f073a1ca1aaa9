package net.operando.analysis.front.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontPath;
import net.operando.analysis.front.FrontRefit;
import net.operando.analysis.front.FrontTracer;
import net.operando.analysis.front.FrontVelocity;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;

/**
 * The fronts of a kymograph after some edits. Immutable: an edit makes another one, so that any state can be gone back to. A
 * front keeps its number whatever happens to the others, and no number is used twice. Thread-safe.
 */
public final class EditedFronts {

	private final Kymograph kymograph;
	private final FrontParameters parameters;
	private final FrontAnalysis analysis;
	private final List<FrontEdit> edits;
	private final Map<Integer, FrontPath> paths;
	private final Map<Integer, double[]> without;
	private final int highest;
	private final List<String> notes;

	private EditedFronts(final Kymograph kymograph, final FrontParameters parameters, final FrontAnalysis analysis,
		final List<FrontEdit> edits, final Map<Integer, FrontPath> paths, final Map<Integer, double[]> without,
		final int highest, final List<String> notes)
	{
		this.kymograph = kymograph;
		this.parameters = parameters;
		this.analysis = analysis;
		this.edits = Collections.unmodifiableList(edits);
		this.paths = paths;
		this.without = without;
		this.highest = highest;
		this.notes = notes;
	}

	/**
	 * The fronts found, with no edits.
	 *
	 * @see FrontTracer#trace
	 */
	public static EditedFronts found(final Kymograph kymograph, final FrontParameters parameters, final Progress progress) {
		final FrontAnalysis found = FrontTracer.trace(kymograph, parameters, progress);
		final int highest = found.fronts().stream().mapToInt(FrontVelocity::id).max().orElse(0);
		return new EditedFronts(kymograph, parameters, found, List.of(), Map.of(), Map.of(), highest, List.of());
	}

	/**
	 * These fronts after edits that were written down, each made on the front that it means: the one with the path it had then,
	 * whatever its number is now, which {@link #warnings} say. Edits without a path, which earlier versions wrote, go by number.
	 *
	 * @throws InvalidInputException if the fronts were found with other parameters then, a front that is meant is not found or cannot
	 *           be told from another, or an edit cannot be made
	 */
	public EditedFronts replayed(final FrontEdits written, final Progress progress) {
		written.checkParameters(parameters);
		final EditedFronts state = new EditReplay(written).on(this, progress);
		return written.isOf(kymograph) ? state : state.noting(List.of(
			"The edits were made on another kymograph than this one: check that every front is where it is meant to be."));
	}

	/** The same with more sentences among its warnings. */
	EditedFronts noting(final List<String> more) {
		final List<String> all = new ArrayList<>(notes);
		all.addAll(more);
		return new EditedFronts(kymograph, parameters, analysis, edits, paths, without, highest, List.copyOf(all));
	}

	/**
	 * These fronts after one more edit. A front that is added, moved, or loses points is fitted anew along its path, together with
	 * those that are there at the same time, which stay as they are.
	 *
	 * @throws InvalidInputException if there is no such front, or the fit ends on one there is already; nothing has changed then
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public EditedFronts with(final FrontEdit edit, final Progress progress) {
		edit.validate();
		final boolean added = edit.adds();
		final int id = edit.front();
		if (added && id <= highest) throw new InvalidInputException("Front " + id +
			" cannot be added, since there is or was one of that number: take " + next() + ".");
		if (!added && front(id).isEmpty()) throw new InvalidInputException("There is no front " + id +
			" to be changed: the edits belong to another kymograph, or were made in another order.");
		final Map<Integer, FrontPath> newPaths = new TreeMap<>(paths);
		final Map<Integer, double[]> newWithout = new TreeMap<>(without);
		final List<FrontVelocity> fronts = new ArrayList<>(analysis.fronts());
		final FrontVelocity before = front(id).orElse(null);
		final int place = added ? fronts.size() : fronts.indexOf(before);
		if (!added) fronts.remove(place);
		newPaths.remove(id);
		newWithout.remove(id);
		if (!edit.kind().equals(FrontEdit.DELETE)) {
			final boolean fewer = edit.kind().equals(FrontEdit.DELETE_POINTS);
			final FrontPath path = fewer ? path(id) : edit.path();
			final double[] left = fewer ? DoubleStream.concat(Arrays.stream(leftOut(id)), Arrays.stream(edit.seconds())).distinct()
				.sorted().toArray() : new double[0];
			final FrontVelocity refitted = FrontRefit.along(kymograph, path, left, fronts, parameters, id, progress);
			refuseTwice(refitted, fronts);
			fronts.add(place, refitted);
			newPaths.put(id, path);
			newWithout.put(id, left);
		}
		final List<FrontEdit> more = new ArrayList<>(edits);
		more.add(edit.meaning(before));
		progress.update(1, "front fitted");
		return new EditedFronts(kymograph, parameters, analysis.withFronts(fronts, lastMetres()), more, newPaths, newWithout, Math.max(
			highest, id), notes);
	}

	/** One front must not be counted twice. */
	private void refuseTwice(final FrontVelocity refitted, final List<FrontVelocity> others) {
		if (!refitted.velocity().isKnown()) return;
		final FrontPath line = FrontPath.of(refitted);
		for (final FrontVelocity other : others) {
			if (!other.velocity().isKnown() || other.polarity() != refitted.polarity() || other.firstSeconds() > refitted
				.lastSeconds() || refitted.firstSeconds() > other.lastSeconds()) continue;
			final FrontPath known = FrontPath.of(other);
			final double from = Math.max(known.firstSeconds(), line.firstSeconds());
			final double to = Math.min(known.lastSeconds(), line.lastSeconds());
			// nearer than this all along, the tracer too could not tell two
			final double near = Math.max(2 * kymograph.positionStepMetres(), 0.02 * lastMetres());
			if (Math.abs(known.at(from) - line.at(from)) < near && Math.abs(known.at(to) - line.at(to)) < near)
				throw new InvalidInputException("The fit along this path ends on front " + other.id() +
					", which is there already: move or delete that one instead.");
		}
	}

	private double lastMetres() {
		return (kymograph.rows() - 1) * kymograph.positionStepMetres();
	}

	public Kymograph kymograph() {
		return kymograph;
	}

	public FrontParameters parameters() {
		return parameters;
	}

	/** The fronts as they are now, with where they meet and the warnings of the search. */
	public FrontAnalysis analysis() {
		return analysis;
	}

	/** What was done, the first edit first. */
	public List<FrontEdit> edits() {
		return edits;
	}

	/** What was done, to be written down. */
	public FrontEdits written() {
		return FrontEdits.of(kymograph, parameters, edits);
	}

	/** The number that the next front gets. */
	public int next() {
		return highest + 1;
	}

	public Optional<FrontVelocity> front(final int id) {
		return analysis.fronts().stream().filter(f -> f.id() == id).findFirst();
	}

	/**
	 * The path of a front: as it was drawn, or the line through the points it was found by.
	 *
	 * @throws InvalidInputException if there is no such front, or it has too few points for a line
	 */
	public FrontPath path(final int id) {
		return paths.containsKey(id) ? paths.get(id) : FrontPath.of(front(id).orElseThrow(() -> new InvalidInputException(
			"There is no front " + id + ".")));
	}

	/** Times in s of the columns that were left out of a front. */
	public double[] leftOut(final int id) {
		return without.getOrDefault(id, new double[0]).clone();
	}

	/** Sentences to be shown with the result: those of the search, and what came of the edits. */
	public List<String> warnings() {
		final List<String> warnings = new ArrayList<>(analysis.warnings());
		warnings.addAll(notes);
		for (final FrontVelocity front : analysis.fronts())
			if (front.isManual() && !front.velocity().isKnown()) warnings.add(without(front));
		return warnings;
	}

	/** Why a front drawn by hand has no velocity, in a sentence. */
	public static String without(final FrontVelocity front) {
		if (front.hasFlag(FrontVelocity.TOO_FEW)) return "Front " + front.id() + ", drawn by hand, has no velocity: along its path it stands above the noise in " + front.velocity()
			.n() + " columns, and 5 are needed; draw it longer, or average more frames or a wider line.";
		if (front.hasFlag(FrontVelocity.NOT_REACHED)) return "Front " + front.id() +
			", drawn by hand, has no velocity by arrival, since it does not reach the centre: take another criterion.";
		return "Front " + front.id() +
			", drawn by hand, has no velocity: nothing that moves stands above the noise along its path; draw it on the front, or delete it.";
	}
}
