package net.operando.model.phasefield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.base.InvalidInputException;
import net.operando.data.io.Json;

/**
 * What is done to a rod, in order: rests, currents, holds, repeats; and what happens to it meanwhile: cracks, and
 * fragments that lose contact. Immutable; JSON both ways.
 */
public final class Protocol {

	/** Something that happens at a place and a time, counted from the start of the protocol. */
	public static final class Event {

		private double seconds;
		private double micrometres;

		private Event() {}

		private static Event of(final double seconds, final double micrometres) {
			final Event e = new Event();
			e.seconds = seconds;
			e.micrometres = micrometres;
			return e;
		}

		public double seconds() {
			return seconds;
		}

		/** Position from the first end in m. */
		public double metres() {
			return micrometres * 1e-6;
		}
	}

	private ProtocolStep[] steps = new ProtocolStep[0];
	private Event[] cracks = new Event[0];
	private Event[] contactLosses = new Event[0];

	private Protocol() {}

	public static Protocol of(final ProtocolStep... steps) {
		final Protocol p = new Protocol();
		p.steps = steps.clone();
		return p;
	}

	/** One constant current. */
	public static Protocol current(final double cRate, final double seconds) {
		return of(ProtocolStep.current(cRate, seconds));
	}

	/**
	 * Constant current to a voltage, then that voltage until the current is small.
	 *
	 * @param seconds longest time of each of the two
	 */
	public static Protocol currentThenHold(final double cRate, final double volts, final double untilCRate,
		final double seconds)
	{
		final ProtocolStep cc = ProtocolStep.current(cRate, seconds);
		return of(cRate > 0 ? cc.withVoltageLimits(volts, Double.NaN) : cc.withVoltageLimits(Double.NaN, volts), ProtocolStep
			.hold(volts, seconds).withEndCRate(untilCRate));
	}

	/** @throws InvalidInputException if it is no protocol */
	public static Protocol fromJson(final String json) {
		final Protocol p = Json.read(json, Protocol.class, "the protocol");
		p.validate();
		return p;
	}

	public String toJson() {
		return Json.write(this);
	}

	/** This protocol with a crack right across the rod. */
	public Protocol withCrack(final double seconds, final double micrometres) {
		final Protocol p = copy();
		p.cracks = Arrays.copyOf(cracks, cracks.length + 1);
		p.cracks[cracks.length] = Event.of(seconds, micrometres);
		return p;
	}

	/** This protocol with the fragment that holds a position losing its contact: its lithium stays. */
	public Protocol withContactLoss(final double seconds, final double micrometres) {
		final Protocol p = copy();
		p.contactLosses = Arrays.copyOf(contactLosses, contactLosses.length + 1);
		p.contactLosses[contactLosses.length] = Event.of(seconds, micrometres);
		return p;
	}

	private Protocol copy() {
		final Protocol p = new Protocol();
		p.steps = steps;
		p.cracks = cracks;
		p.contactLosses = contactLosses;
		return p;
	}

	public List<Event> cracks() {
		return List.of(cracks);
	}

	public List<Event> contactLosses() {
		return List.of(contactLosses);
	}

	/** The steps with repeats unrolled. */
	public List<ProtocolStep> unrolled() {
		final List<ProtocolStep> all = new ArrayList<>();
		unroll(steps, all);
		return all;
	}

	private static void unroll(final ProtocolStep[] steps, final List<ProtocolStep> to) {
		for (final ProtocolStep s : steps) {
			if (s.kind() == ProtocolStep.Kind.REPEAT) for (int i = 0; i < s.count(); i++)
				unroll(s.steps(), to);
			else to.add(s);
			if (to.size() > 100000) throw new InvalidInputException(
				"The protocol has more than 100000 steps: reduce the counts of its repeats.");
		}
	}

	/** The first current that is not 0, as a C-rate; 0 if there is none. */
	public double firstCRate() {
		for (final ProtocolStep s : unrolled())
			if (s.kind() == ProtocolStep.Kind.CURRENT) return s.cRate();
		return 0;
	}

	/** @throws InvalidInputException naming the step that cannot be meant */
	void validate() {
		if (steps == null || steps.length == 0) throw new InvalidInputException("The protocol has no steps: give at least one.");
		for (int i = 0; i < steps.length; i++) {
			if (steps[i] == null) throw new InvalidInputException("Step " + (i + 1) + " of the protocol is empty: remove it.");
			steps[i].validate("Step " + (i + 1) + " of the protocol");
		}
		for (final Event[] events : new Event[][] { cracks, contactLosses }) {
			if (events == null) throw new InvalidInputException("cracks and contactLosses of a protocol are lists: write [] for none.");
			for (final Event e : events)
				if (e == null || !(e.seconds >= 0)) throw new InvalidInputException(
					"A crack or loss of contact needs a time of 0 s or later: correct its seconds.");
		}
	}
}
