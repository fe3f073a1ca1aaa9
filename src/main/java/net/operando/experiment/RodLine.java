package net.operando.experiment;

import java.util.Arrays;

import net.operando.data.movie.LinePath;

/** A rod to analyse: its name and the line along it. Immutable. */
public final class RodLine {

	private String id = "P1";
	private String line = "";
	private double startX = Double.NaN;
	private double[] cracksMicrometres = {};

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
		final RodLine rod = copy();
		rod.startX = x;
		return rod;
	}

	/** This rod with cracks that are there before the first frame, in um from the start of its line: they do not appear, so cannot be found. */
	public RodLine withCracks(final double... um) {
		final RodLine rod = copy();
		rod.cracksMicrometres = um.clone();
		return rod;
	}

	private RodLine copy() {
		final RodLine rod = new RodLine(id, path());
		rod.startX = startX;
		rod.cracksMicrometres = cracksMicrometres;
		return rod;
	}

	/** Where it is cracked before the first frame, in m from the start of its line, in order. */
	public double[] cracksMetres() {
		return cracksMicrometres == null ? new double[0] : Arrays.stream(cracksMicrometres).map(um -> um * 1e-6).sorted().toArray();
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
