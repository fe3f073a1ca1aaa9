package net.operando.ui.editor;

import java.util.Locale;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.front.MeetingPoint;
import net.operando.analysis.front.edit.EditedFronts;
import net.operando.figure.PlusMinus;

/** Fronts in words and numbers. */
final class FrontText {

	private static final double NM = 1e9;

	private FrontText() {}

	/** "−600 ± 70 nm s⁻¹", or "no velocity". */
	static String velocity(final FrontVelocity front) {
		return front.velocity().isKnown() ? PlusMinus.text(front.velocity().times(NM), "nm/s") : "no velocity";
	}

	/** One line of a list. */
	static String line(final FrontVelocity front) {
		return front.id() + ":  " + velocity(front) + "  (" + front.flag().replace("+", ", ").replace('_', ' ') + ")";
	}

	/** All there is to know about a front, in lines. */
	static String details(final EditedFronts fronts, final FrontVelocity front) {
		final StringBuilder text = new StringBuilder("Front " + front.id() + (front.isManual() ? ", changed by hand" : ", found") +
			"\n" + velocity(front) + "\n");
		if (front.velocity().isKnown()) {
			final String interval = PlusMinus.interval(front.velocity().times(NM));
			if (!interval.isEmpty()) text.append("95 %: ").append(interval).append(" nm/s\n");
			text.append("n = ").append(front.velocity().n()).append(", ").append(front.criterion().label()).append('\n');
		}
		else if (front.isManual()) text.append(EditedFronts.without(front)).append('\n');
		text.append(front.polarity().key()).append(", from the ").append(front.origin().key()).append('\n').append(front.window())
			.append('\n');
		if (fronts.leftOut(front.id()).length > 0) text.append(fronts.leftOut(front.id()).length).append(" points left out\n");
		for (final MeetingPoint m : fronts.analysis().meetings())
			if (m.firstId() == front.id() || m.secondId() == front.id()) text.append("meets front ").append(m.firstId() == front.id() ? m
				.secondId() : m.firstId()).append(" at ").append(PlusMinus.text(m.timeSeconds(), "s")).append(", ").append(PlusMinus.text(m
					.positionMetres().times(1e6), "um")).append('\n');
		return text.toString();
	}

	/** What came of an edit, for the status line. */
	static String summary(final FrontAnalysis now) {
		final long without = now.fronts().stream().filter(f -> !f.velocity().isKnown()).count();
		return String.format(Locale.ROOT, "%d front%s%s.", now.fronts().size(), now.fronts().size() == 1 ? "" : "s", without == 0 ? ""
			: ", " + without + " without a velocity");
	}
}
