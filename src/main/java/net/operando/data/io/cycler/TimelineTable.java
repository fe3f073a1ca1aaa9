package net.operando.data.io.cycler;

import net.operando.data.electrochem.Timeline;
import net.operando.data.io.TidyTable;

/** timeline.csv: the electrochemistry at every frame. Frames count from 1. */
public final class TimelineTable {

	private TimelineTable() {}

	/** The table, one row per frame; what is not known (gaps, no mass) is an empty cell. */
	public static TidyTable of(final Timeline timeline) {
		final TidyTable table = TidyTable.withColumns("frame", "time_s", "voltage_V", "current_A", "charge_mAh_per_g", "x",
			"c_rate", "step");
		for (int f = 0; f < timeline.size(); f++)
			table.row(f + 1, timeline.movieSeconds(f), timeline.voltageVolts(f), timeline.currentAmperes(f), timeline
				.chargeMahPerG(f), timeline.x(f), timeline.cRate(f), timeline.stepLabel(f));
		return table;
	}
}
