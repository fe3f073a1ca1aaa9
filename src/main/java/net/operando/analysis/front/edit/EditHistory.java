package net.operando.analysis.front.edit;

import java.util.ArrayList;
import java.util.List;

/** The states that fronts went through, and where one stands in them. Immutable. */
public final class EditHistory {

	private final List<EditedFronts> states;
	private final int now;

	private EditHistory(final List<EditedFronts> states, final int now) {
		this.states = states;
		this.now = now;
	}

	/** A history that begins with a state. */
	public static EditHistory from(final EditedFronts first) {
		return new EditHistory(List.of(first), 0);
	}

	/** One more state after the present one; what was undone can then no longer be done again. */
	public EditHistory then(final EditedFronts next) {
		final List<EditedFronts> more = new ArrayList<>(states.subList(0, now + 1));
		more.add(next);
		return new EditHistory(List.copyOf(more), now + 1);
	}

	/** The state one stands in. */
	public EditedFronts now() {
		return states.get(now);
	}

	public boolean canUndo() {
		return now > 0;
	}

	public boolean canRedo() {
		return now < states.size() - 1;
	}

	/** One state back; the same history at its beginning. */
	public EditHistory undone() {
		return canUndo() ? new EditHistory(states, now - 1) : this;
	}

	/** One state forward; the same history at its end. */
	public EditHistory redone() {
		return canRedo() ? new EditHistory(states, now + 1) : this;
	}
}
