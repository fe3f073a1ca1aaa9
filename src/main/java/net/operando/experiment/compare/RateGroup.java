package net.operando.experiment.compare;

import java.util.List;

import net.operando.base.numeric.BoxSummary;

/** The fronts measured at one nominal C-rate. Immutable. */
public final class RateGroup {

	private final double nominal;
	private final List<ComparedFront> fronts;
	private final BoxSummary summary;

	RateGroup(final double nominal, final List<ComparedFront> fronts) {
		this.nominal = nominal;
		this.fronts = List.copyOf(fronts);
		summary = BoxSummary.of(fronts.stream().mapToDouble(ComparedFront::speedNmPerS).toArray());
	}

	/** The name of the group, without sign. */
	public double nominalCRate() {
		return nominal;
	}

	public List<ComparedFront> fronts() {
		return fronts;
	}

	/** Of the speeds in nm/s, every front counted once. */
	public BoxSummary speedsNmPerS() {
		return summary;
	}

	double lowestRate() {
		return fronts.stream().mapToDouble(f -> Math.abs(f.cRate())).min().getAsDouble();
	}

	double highestRate() {
		return fronts.stream().mapToDouble(f -> Math.abs(f.cRate())).max().getAsDouble();
	}

	double shortestLagSeconds() {
		return fronts.stream().mapToDouble(ComparedFront::lagSeconds).min().getAsDouble();
	}

	double longestLagSeconds() {
		return fronts.stream().mapToDouble(ComparedFront::lagSeconds).max().getAsDouble();
	}

	/** Rods of all experiments. */
	long rods() {
		return fronts.stream().map(f -> f.experiment() + "\n" + f.rodId()).distinct().count();
	}

	long experiments() {
		return fronts.stream().map(ComparedFront::experiment).distinct().count();
	}
}
