package net.operando.analysis.front.edit;

import java.util.Arrays;
import java.util.List;

import net.operando.analysis.front.FrontPath;
import net.operando.analysis.front.FrontVelocity;
import net.operando.base.InvalidInputException;

/** One change made by hand, with the number of its front and what that front was. Immutable; JSON by field names. */
public final class FrontEdit {

	static final String ADD = "add";
	static final String MOVE = "move";
	static final String DELETE = "delete";
	static final String DELETE_POINTS = "delete_points";

	private final String kind;
	private final int front;
	private final double[] time_s;
	private final double[] position_um;
	/** What the front was before the edit; null of one added, and in files of versions that wrote the number alone. */
	private final FrontIdentity meant;

	/** For JSON: says nothing, and is refused by {@link #validate}. */
	@SuppressWarnings("unused")
	private FrontEdit() {
		this("", 0, new double[0], new double[0], null);
	}

	private FrontEdit(final String kind, final int front, final double[] time_s, final double[] position_um,
		final FrontIdentity meant)
	{
		this.kind = kind;
		this.front = front;
		this.time_s = time_s;
		this.position_um = position_um;
		this.meant = meant;
	}

	private static FrontEdit along(final String kind, final int front, final FrontPath path) {
		return new FrontEdit(kind, front, path.toSeconds(), Arrays.stream(path.toMetres()).map(z -> z * 1e6).toArray(), null);
	}

	/**
	 * A front drawn by hand.
	 *
	 * @param front the number it gets, which no front has had
	 */
	public static FrontEdit add(final int front, final FrontPath path) {
		return along(ADD, front, path);
	}

	/** A front that is looked for along another path; points left out of it before are taken in again. */
	public static FrontEdit move(final int front, final FrontPath path) {
		return along(MOVE, front, path);
	}

	/** A front that is none. */
	public static FrontEdit delete(final int front) {
		return new FrontEdit(DELETE, front, new double[0], new double[0], null);
	}

	/** Columns that a front must not rest on, by their times in s. */
	public static FrontEdit deletePoints(final int front, final double... seconds) {
		return new FrontEdit(DELETE_POINTS, front, seconds.clone(), new double[0], null);
	}

	/** The same edit of a front of that number. */
	FrontEdit onto(final int number) {
		return new FrontEdit(kind, number, time_s, position_um, meant);
	}

	/** The same with what its front is. */
	FrontEdit meaning(final FrontVelocity before) {
		return new FrontEdit(kind, front, time_s, position_um, before == null ? null : FrontIdentity.of(before));
	}

	/** What the front was before the edit; null if only its number is known. */
	FrontIdentity meant() {
		return meant;
	}

	boolean adds() {
		return kind.equals(ADD);
	}

	/** "add", "move", "delete" or "delete_points". */
	public String kind() {
		return kind;
	}

	/** The number of the front. */
	public int front() {
		return front;
	}

	/** Times in s: of the path's vertices, or of the points left out. */
	public double[] seconds() {
		return time_s.clone();
	}

	/**
	 * The path of a front added or moved.
	 *
	 * @throws InvalidInputException if it cannot be one
	 */
	public FrontPath path() {
		return FrontPath.of(time_s, Arrays.stream(position_um).map(z -> z * 1e-6).toArray());
	}

	/** @throws InvalidInputException if it cannot be meant, which may be if it was written by hand */
	void validate() {
		if (time_s == null || position_um == null || kind == null || !List.of(ADD, MOVE, DELETE, DELETE_POINTS).contains(kind))
			throw new InvalidInputException("The edit '" + kind +
				"' of a front is none of add, move, delete and delete_points with time_s and position_um: correct the file of edits.");
		if (front < 1) throw new InvalidInputException("An edit (" + kind +
			") names no front: give front=1 or more in the file of edits.");
		if (kind.equals(ADD) || kind.equals(MOVE)) path();
		if (meant != null) meant.validate();
	}
}
