package net.operando.experiment;

import java.util.List;

import net.operando.analysis.rod.Rod;
import net.operando.data.movie.Movie;

/** All that one analysis found. Closing it closes the movie. Immutable. */
public final class ExperimentResult implements AutoCloseable {

	private final MoviePreparation prepared;
	private final List<Rod> found;
	private final AlignedElectrochemistry cell;
	private final List<RodResult> rods;
	private final List<String> warnings;

	ExperimentResult(final MoviePreparation prepared, final List<Rod> found, final AlignedElectrochemistry cell,
		final List<RodResult> rods, final List<String> warnings)
	{
		this.prepared = prepared;
		this.found = List.copyOf(found);
		this.cell = cell;
		this.rods = List.copyOf(rods);
		this.warnings = List.copyOf(warnings);
	}

	/** The movie analysed: binned if that was asked for, its light and drift corrected where that was needed. */
	public Movie movie() {
		return prepared.movie();
	}

	/** What was done to the movie before it was measured. */
	MoviePreparation prepared() {
		return prepared;
	}

	/** The rods that were found; empty if they were given. */
	public List<Rod> found() {
		return found;
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
		movie().close();
	}
}
