package net.operando.experiment;

import net.operando.data.movie.LinePath;

/** A rod to analyse: its name and the line along it. Immutable. */
public final class RodLine {

	private String id = "P1";
	private String line = "";
	private double startX = Double.NaN;

	/** For JSON: a rod still without its line. */
	public RodLine() {}

	/**
	 * @param id name of the rod, used in file names, such as "P1"
	 * @param path the line along its axis, in pixels of the movie analysed (after binning)
	 */
	public RodLine(final String id, final LinePath path) {
		this.id = id;
		this.line = path.toString();
	}

	/** This rod with its own lithium content at the start, where it is not the cell's. */
	public RodLine withStartX(final double x) {
		final RodLine rod = new RodLine(id, path());
		rod.startX = x;
		return rod;
	}

	/** Lithium content of the rod in the first frames; NaN if it is the cell's. */
	public double startX() {
		return startX;
	}

	public String id() {
		return id;
	}

	/** The line; errors as {@link LinePath#parse}. */
	public LinePath path() {
		return LinePath.parse(line);
	}
}
