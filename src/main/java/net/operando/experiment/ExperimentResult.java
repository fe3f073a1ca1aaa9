package net.operando.experiment;

import java.util.List;

import net.operando.data.movie.Movie;

/** All that one analysis found. Closing it closes the movie. Immutable. */
public final class ExperimentResult implements AutoCloseable {

	private final Movie movie;
	private final AlignedElectrochemistry cell;
	private final List<RodResult> rods;
	private final List<String> warnings;

	ExperimentResult(final Movie movie, final AlignedElectrochemistry cell, final List<RodResult> rods,
		final List<String> warnings)
	{
		this.movie = movie;
		this.cell = cell;
		this.rods = List.copyOf(rods);
		this.warnings = List.copyOf(warnings);
	}

	/** The movie analysed, binned if that was asked for. */
	public Movie movie() {
		return movie;
	}

	public AlignedElectrochemistry cell() {
		return cell;
	}

	public List<RodResult> rods() {
		return rods;
	}

	/** Sentences that belong to all results, each once. */
	public List<String> warnings() {
		return warnings;
	}

	@Override
	public void close() {
		movie.close();
	}
}
