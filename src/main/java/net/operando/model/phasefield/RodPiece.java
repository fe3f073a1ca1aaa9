package net.operando.model.phasefield;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import net.operando.data.io.TidyTable;

/**
 * A part of a rod between two cracks (or ends), and the time for which it is one piece. The whole rod is P1; a piece that
 * cracks ends, and its parts are called after it in their order along the rod: P1.1, P1.2, and P1.2.1, P1.2.2 when P1.2
 * cracks in its turn. Positions are those of the unstretched rod, from its first end, in m; times in s from the start of the protocol.
 * Immutable.
 */
public final class RodPiece {

	private final String id;
	private final String parentId;
	private final double fromSeconds;
	private final double toSeconds;
	private final double fromMetres;
	private final double toMetres;
	private final boolean atFirstEnd;
	private final boolean atLastEnd;
	private final double contactLostSeconds;

	private RodPiece(final String id, final String parentId, final double fromSeconds, final double toSeconds,
		final double fromMetres, final double toMetres, final boolean atFirstEnd, final boolean atLastEnd,
		final double contactLostSeconds)
	{
		this.id = id;
		this.parentId = parentId;
		this.fromSeconds = fromSeconds;
		this.toSeconds = toSeconds;
		this.fromMetres = fromMetres;
		this.toMetres = toMetres;
		this.atFirstEnd = atFirstEnd;
		this.atLastEnd = atLastEnd;
		this.contactLostSeconds = contactLostSeconds;
	}

	/**
	 * All pieces a rod ever is in, parents before their parts. Cracks at one instant part a piece at once.
	 *
	 * @param events whose cracks and losses of contact count; its steps do not
	 * @param lengthMetres of the rod
	 * @param startSeconds from when; a crack before it counts as there from the start
	 * @param endSeconds until when; later events do not count
	 */
	public static List<RodPiece> lineage(final Protocol events, final double lengthMetres, final double startSeconds,
		final double endSeconds)
	{
		final List<RodPiece> done = new ArrayList<>();
		List<RodPiece> alive = List.of(new RodPiece("P1", "", startSeconds, endSeconds, 0, lengthMetres, true, true,
			Double.NaN));
		final TreeSet<Double> times = new TreeSet<>();
		for (final Protocol.Event e : events.cracks())
			times.add(Math.max(startSeconds, e.seconds()));
		for (final Protocol.Event e : events.contactLosses())
			times.add(Math.max(startSeconds, e.seconds()));
		for (final double time : times) {
			if (time > endSeconds) break;
			final List<RodPiece> next = new ArrayList<>();
			for (final RodPiece piece : alive) {
				final List<RodPiece> parts = piece.parted(events, time, startSeconds, endSeconds);
				if (parts.size() > 1 && time > startSeconds) done.add(piece.until(time));
				// its lithium stays from the first loss on
				for (final RodPiece part : parts)
					next.add(Double.isNaN(part.contactLostSeconds) ? part.without(part.loss(events, time, startSeconds)) : part);
			}
			alive = next;
		}
		done.addAll(alive);
		return List.copyOf(done);
	}

	private List<RodPiece> parted(final Protocol events, final double time, final double start, final double end) {
		final TreeSet<Double> cuts = new TreeSet<>();
		for (final Protocol.Event e : events.cracks())
			if (Math.max(start, e.seconds()) == time && e.metres() > fromMetres && e.metres() < toMetres) cuts.add(e.metres());
		if (cuts.isEmpty()) return List.of(this);
		final List<RodPiece> parts = new ArrayList<>();
		double from = fromMetres;
		cuts.add(toMetres);
		for (final double to : cuts) {
			parts.add(new RodPiece(id + "." + (parts.size() + 1), id, time, end, from, to, atFirstEnd && from == fromMetres,
				atLastEnd && to == toMetres, contactLostSeconds));
			from = to;
		}
		return parts;
	}

	/** When it loses contact, if that counts as at a time; NaN if it does not. */
	private double loss(final Protocol events, final double time, final double start) {
		for (final Protocol.Event e : events.contactLosses())
			if (Math.max(start, e.seconds()) == time && e.metres() >= fromMetres && (e.metres() < toMetres || atLastEnd)) return e
				.seconds();
		return Double.NaN;
	}

	private RodPiece until(final double seconds) {
		return new RodPiece(id, parentId, fromSeconds, seconds, fromMetres, toMetres, atFirstEnd, atLastEnd,
			contactLostSeconds);
	}

	private RodPiece without(final double seconds) {
		return new RodPiece(id, parentId, fromSeconds, toSeconds, fromMetres, toMetres, atFirstEnd, atLastEnd, seconds);
	}

	/** {@code piece_id,parent_id,from_s,to_s,z0_um,z1_um,contact_lost_s}; empty cells: no parent, contact never lost. */
	public static TidyTable table(final List<RodPiece> pieces) {
		final TidyTable table = TidyTable.withColumns("piece_id", "parent_id", "from_s", "to_s", "z0_um", "z1_um",
			"contact_lost_s");
		for (final RodPiece p : pieces)
			table.row(p.id, p.parentId, p.fromSeconds, p.toSeconds, 1e6 * p.fromMetres, 1e6 * p.toMetres, p.contactLostSeconds);
		return table;
	}

	/** P1 for the whole rod. */
	public String id() {
		return id;
	}

	/** The piece it was part of; empty for the whole rod. */
	public String parentId() {
		return parentId;
	}

	public double fromSeconds() {
		return fromSeconds;
	}

	public double toSeconds() {
		return toSeconds;
	}

	public double fromMetres() {
		return fromMetres;
	}

	public double toMetres() {
		return toMetres;
	}

	/** Whether it begins at the rod's first end, not at a crack. */
	public boolean isAtFirstEnd() {
		return atFirstEnd;
	}

	/** Whether it ends at the rod's last end, not at a crack. */
	public boolean isAtLastEnd() {
		return atLastEnd;
	}

	/** When it, or the piece it was part of, lost contact, be it before the start; NaN if it has contact to the end. */
	public double contactLostSeconds() {
		return contactLostSeconds;
	}

	/** Whether it is one piece over all of a time. */
	public boolean isWhole(final double from, final double to) {
		return fromSeconds <= from && toSeconds >= to;
	}
}
