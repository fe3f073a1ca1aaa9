package net.operando.experiment.compare;

import net.operando.base.numeric.BoxSummary;
import net.operando.data.io.TidyTable;
import net.operando.figure.RegimeFigure;

/** A comparison as tables. C-rates in them are positive for lithiation. */
public final class CompareTables {

	private CompareTables() {}

	/** A C-rate as sentences name it. */
	static String rate(final double nominal) {
		return RegimeFigure.rateText(nominal);
	}

	/** {@code rates.csv}: one row per C-rate. */
	public static TidyTable rates(final RateComparison comparison) {
		final TidyTable table = TidyTable.withColumns("c_rate", "n", "mean_nm_per_s", "sem_nm_per_s", "q1", "median", "q3",
			"whisker_low", "whisker_high", "c_rate_low", "c_rate_high", "n_rods", "n_experiments", "lag_low_s", "lag_high_s",
			"criterion", "polarity");
		final CompareParameters p = comparison.parameters();
		for (final RateGroup group : comparison.groups()) {
			final BoxSummary s = group.speedsNmPerS();
			table.row(p.sign() * group.nominalCRate(), s.n(), s.mean(), s.standardError(), s.firstQuartile(), s.median(), s
				.thirdQuartile(), s.whiskerLow(), s.whiskerHigh(), p.sign() * group.lowestRate(), p.sign() * group.highestRate(), group
					.rods(), group.experiments(), group.shortestLagSeconds(), group.longestLagSeconds(), p.criterion().key(), p
						.polarity().key());
		}
		return table;
	}

	/** {@code rate_points.csv}: one row per front and simulated velocity. */
	public static TidyTable points(final RateComparison comparison) {
		final TidyTable table = TidyTable.withColumns("source", "c_rate", "c_rate_measured", "velocity_nm_per_s",
			"velocity_se_nm_per_s", "experiment", "rod_id", "step", "front_id", "origin", "lag_s", "flag");
		final int sign = comparison.parameters().sign();
		for (final RateGroup group : comparison.groups())
			for (final ComparedFront f : group.fronts())
				table.row("measured", sign * group.nominalCRate(), f.cRate(), f.speedNmPerS(), f.standardErrorNmPerS(), f
					.experiment(), f.rodId(), f.step(), f.frontId(), f.origin(), f.lagSeconds(), f.flag());
		for (int i = 0; i < comparison.simulatedCount(); i++)
			table.row("simulated", sign * comparison.simulatedGroup(i), sign * comparison.simulatedCRate(i), comparison
				.simulatedNmPerS(i), null, null, null, null, null, null, null, null);
		return table;
	}

	/** {@code elongation.csv}: one row per frame of every rod and step, then those of X-ray diffraction. */
	public static TidyTable elongations(final RateComparison comparison) {
		final TidyTable table = TidyTable.withColumns("source", "c_rate", "capacity_mAh_per_g", "elongation_percent",
			"elongation_se_percent", "experiment", "rod_id", "step", "frame", "time_s", "start_mAh_per_g");
		final int sign = comparison.parameters().sign();
		for (final ElongationSeries s : comparison.elongations())
			for (int i = 0; i < s.size(); i++)
				table.row("measured", sign * comparison.nominalCRate(s), s.capacityMahPerG(i), s.elongationPercent(i), s
					.standardErrorPercent(i), s.experiment(), s.rodId(), s.step(), s.frame(i), s.timeSeconds(i), s.startMahPerG());
		if (comparison.hasXrd()) for (int i = 0; i < comparison.xrd().size(); i++)
			table.row("xrd", null, comparison.xrd().first(i), comparison.xrd().second(i), null, null, null, null, null, null,
				comparison.xrdStartMahPerG());
		return table;
	}

	/** {@code left_out.csv}: what was not compared, with the reason. */
	public static TidyTable leftOut(final RateComparison comparison) {
		final TidyTable table = TidyTable.withColumns("experiment", "rod_id", "step", "front_id", "reason");
		for (final LeftOut one : comparison.leftOut())
			table.row(one.experiment(), one.rodId(), one.step(), one.frontId(), one.reason());
		return table;
	}
}
