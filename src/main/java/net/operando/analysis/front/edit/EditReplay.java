package net.operando.analysis.front.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.operando.analysis.front.FrontVelocity;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;

/**
 * Makes edits that were written down once more. Each is made on the front that it means, which is known by its path; the numbers
 * need not be those of then.
 */
final class EditReplay {

	/** Share of the distance of the second nearest front within which the nearest one must be, to be taken for the one meant. */
	private static final double NEARER = 0.5;

	private final FrontEdits written;
	/** The number now of each number then, once it is known. */
	private final Map<Integer, Integer> numbers = new HashMap<>();
	private final List<String> notes = new ArrayList<>();

	EditReplay(final FrontEdits written) {
		this.written = written;
	}

	/** The fronts after the edits. */
	EditedFronts on(final EditedFronts fronts, final Progress progress) {
		EditedFronts state = fronts;
		final int n = written.edits().size();
		for (int i = 0; i < n; i++) {
			final FrontEdit edit = written.edits().get(i);
			state = state.with(edit.onto(number(edit, i + 1, state)), progress.part((double) i / n, (i + 1.0) / n));
		}
		if (!written.edits().stream().allMatch(this::isSure)) notes.add(
			"The edits are of an earlier version and name fronts by their number alone: check that every front is where it is meant to be, and save them again.");
		return state.noting(notes);
	}

	/** Whether it is known which front an edit means. */
	private boolean isSure(final FrontEdit edit) {
		return edit.adds() || edit.meant() != null || written.edits().stream().anyMatch(e -> e.adds() && e.front() == edit.front());
	}

	private int number(final FrontEdit edit, final int place, final EditedFronts state) {
		final int then = edit.front();
		if (!numbers.containsKey(then)) numbers.put(then, edit.adds() ? added(then, state) : found(edit, place, state));
		return numbers.get(then);
	}

	/** An added front gets the number it had, unless the search now gives that number to a front of its own. */
	private int added(final int then, final EditedFronts state) {
		if (then >= state.next() || !written.edits().stream().allMatch(this::isSure)) return then;
		notes.add("Front " + then + " of the edits, drawn by hand, is front " + state.next() + " here, since the search now finds a front " +
			then + " itself.");
		return state.next();
	}

	private int found(final FrontEdit edit, final int place, final EditedFronts state) {
		final int then = edit.front();
		final FrontIdentity meant = edit.meant();
		if (meant == null || !meant.hasPath()) return then;
		final double step = state.kymograph().positionStepMetres();
		final double line = (state.kymograph().rows() - 1) * step;
		final Map<FrontVelocity, Double> near = new HashMap<>();
		for (final FrontVelocity front : state.analysis().fronts()) {
			final double distance = meant.distance(front, line, step);
			if (!numbers.containsValue(front.id()) && Double.isFinite(distance)) near.put(front, distance);
		}
		final List<FrontVelocity> nearest = near.keySet().stream().sorted((a, b) -> Double.compare(near.get(a), near.get(b))).collect(
			Collectors.toList());
		final String which = "Edit " + place + " (" + edit.kind() + ") means a front (number " + then + " then: " + meant + ") ";
		if (nearest.isEmpty()) throw new InvalidInputException(which +
			"that is not found here: replay it on the kymograph it was made on, or remove it from the file of edits and edit anew.");
		if (nearest.size() > 1 && near.get(nearest.get(0)) > NEARER * near.get(nearest.get(1))) throw new InvalidInputException(which +
			"that may be front " + nearest.get(0).id() + " or " + nearest.get(1).id() +
			" here: remove the edit from the file of edits and edit anew.");
		final int now = nearest.get(0).id();
		if (now != then) notes.add("Front " + then + " of the edits is front " + now +
			" here: it is known by its path, and the search now gives other numbers.");
		return now;
	}
}
