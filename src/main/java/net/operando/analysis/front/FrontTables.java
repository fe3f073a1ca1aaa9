package net.operando.analysis.front;

import java.util.List;

import net.operando.base.quantity.Estimate;
import net.operando.data.io.TidyTable;

/** The tables of fronts: {@code fronts.csv}, {@code front_points.csv} and {@code meeting.csv}. */
public final class FrontTables {

	private static final double UM = 1e6;
	private static final double NM = 1e9;

	private FrontTables() {}

	/** One row per front of any number of analyses; ids are those within each analysis, told apart by the criterion. */
	public static TidyTable fronts(final List<FrontAnalysis> analyses) {
		final TidyTable table = TidyTable.withColumns("front_id", "criterion", "polarity", "origin", "t0_s", "t1_s", "z0_um",
			"z1_um", "velocity_nm_per_s", "velocity_se_nm_per_s", "velocity_low_nm_per_s", "velocity_high_nm_per_s", "n",
			"lag_s", "window", "flag");
		for (final FrontAnalysis analysis : analyses)
			for (final FrontVelocity f : analysis.fronts()) {
				final Estimate v = f.velocity().times(NM);
				table.row(f.id(), f.criterion().key(), f.polarity().key(), f.origin().key(), f.firstSeconds(), f.lastSeconds(), f
					.firstMetres() * UM, f.lastMetres() * UM, v.value(), v.standardError(), v.low(), v.high(), v.n(), f
						.lagSeconds(), f.window(), f.flag());
			}
		return table;
	}

	/** One row per point of every front. */
	public static TidyTable points(final List<FrontAnalysis> analyses) {
		final TidyTable table = TidyTable.withColumns("front_id", "criterion", "time_s", "position_um",
			"position_se_um", "used");
		for (final FrontAnalysis analysis : analyses)
			for (final FrontVelocity f : analysis.fronts())
				for (final FrontPoint p : f.points())
					table.row(f.id(), f.criterion().key(), p.timeSeconds(), p.positionMetres() * UM, p.standardErrorMetres() * UM, p
						.isUsed());
		return table;
	}

	/**
	 * One row per meeting of two fronts, with the time after which the line is homogeneous; an analysis without a meeting
	 * but with such a time has a row without time and position.
	 */
	public static TidyTable meetings(final List<FrontAnalysis> analyses) {
		final TidyTable table = TidyTable.withColumns("time_s", "position_um", "homogeneous_s", "time_se_s", "position_se_um",
			"criterion", "front_id", "other_front_id", "homogeneous_definition");
		for (final FrontAnalysis analysis : analyses) {
			if (analysis.fronts().isEmpty()) continue;
			final String criterion = analysis.fronts().get(0).criterion().key();
			for (final MeetingPoint m : analysis.meetings())
				table.row(m.timeSeconds().value(), m.positionMetres().value() * UM, analysis.homogeneousSeconds(), m.timeSeconds()
					.standardError(), m.positionMetres().standardError() * UM, criterion, m.firstId(), m.secondId(), analysis
						.homogeneousDefinition());
			if (analysis.meetings().isEmpty() && !Double.isNaN(analysis.homogeneousSeconds())) table.row(null, null, analysis
				.homogeneousSeconds(), null, null, criterion, null, null, analysis.homogeneousDefinition());
		}
		return table;
	}
}
