package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import net.operando.model.phasefield.Protocol;
import net.operando.model.phasefield.ProtocolStep;
import net.operando.model.phasefield.RodPiece;
import net.operando.model.phasefield.SimulationRun;
import net.operando.model.phasefield.StepReport;

/**
 * A piece of a simulated rod and a time under the first current in which nothing befalls the rod: no crack and no loss of
 * contact, each of which gives every surface another share of the current. A line through a front that spans such an
 * event has no meaning. Immutable.
 */
public final class FrontWindow {

	/** A rate over a lag holds nothing of an event if it is stamped this many lags from it. */
	private static final double WITHIN = 0.51;

	private final RodPiece piece;
	private final double fromSeconds;
	private final double toSeconds;
	private final boolean fromOnset;
	private final boolean only;

	private FrontWindow(final RodPiece piece, final double fromSeconds, final double toSeconds, final boolean fromOnset,
		final boolean only)
	{
		this.piece = piece;
		this.fromSeconds = fromSeconds;
		this.toSeconds = toSeconds;
		this.fromOnset = fromOnset;
		this.only = only;
	}

	/** All windows of a run, in order of time and place; none if it has no current. */
	static List<FrontWindow> of(final SimulationRun run, final Protocol protocol, final double lagSeconds) {
		final List<FrontWindow> windows = new ArrayList<>();
		for (final StepReport step : run.steps())
			if (step.step().kind() == ProtocolStep.Kind.CURRENT) {
				final TreeSet<Double> times = new TreeSet<>(List.of(step.startSeconds(), step.endSeconds()));
				for (final Protocol.Event e : protocol.cracks())
					times.add(e.seconds());
				for (final Protocol.Event e : protocol.contactLosses())
					times.add(e.seconds());
				for (final double from : times.subSet(step.startSeconds(), step.endSeconds()))
					add(run.pieces(), step, from, times.higher(from), lagSeconds, windows);
				return windows;
			}
		return windows;
	}

	private static void add(final List<RodPiece> pieces, final StepReport step, final double from, final double to,
		final double lagSeconds, final List<FrontWindow> windows)
	{
		final boolean onset = from == step.startSeconds();
		final double first = onset ? from : from + WITHIN * lagSeconds;
		final double last = to == step.endSeconds() ? to : to - WITHIN * lagSeconds;
		if (!(first < last)) return;
		for (final RodPiece piece : pieces)
			// without contact nothing moves
			if (piece.isWhole(from, to) && !(piece.contactLostSeconds() <= from)) windows.add(new FrontWindow(piece, first, last,
				onset, pieces.size() == 1));
	}

	public RodPiece piece() {
		return piece;
	}

	public double fromSeconds() {
		return fromSeconds;
	}

	public double toSeconds() {
		return toSeconds;
	}

	/** Whether it begins with the current. */
	boolean isFromOnset() {
		return fromOnset;
	}

	/** Whether the rod never is anything but this piece. */
	boolean isOnly() {
		return only;
	}

	/** The piece, its place and the time, in words. */
	String name() {
		return String.format(Locale.ROOT, "%s (%.4g to %.4g um) from %.4g to %.4g s", piece.id(), 1e6 * piece.fromMetres(), 1e6 *
			piece.toMetres(), fromSeconds, toSeconds);
	}
}
