package net.operando.analysis.front;

/** A front as a path drawn by hand has it, with all its bends; what follows from it has a straight line. Lengths in um. Immutable. */
final class DrawnFront extends PilotFront {

	/** The score of what was not found but drawn, by which it is known again in what a fit returns. */
	static final double SCORE = Double.POSITIVE_INFINITY;

	private final FrontPath path;
	private final double offset;

	/** @param offset by how much the front lies off the path, in um */
	DrawnFront(final FrontPath path, final double sign, final int columns, final double offset) {
		super(sign, path.metresPerSecond() * 1e6, path.middleSeconds(), path.lineAt(path.middleSeconds()) * 1e6 + offset, 0, columns - 1,
			SCORE, Double.NaN, Double.NaN, Double.NaN);
		this.path = path;
		this.offset = offset;
	}

	@Override
	double at(final double seconds) {
		return path.at(seconds) * 1e6 + offset;
	}
}
