package net.operando.data.io.cycler;

import java.util.List;

import net.operando.data.electrochem.HalfCycle;
import net.operando.data.io.TidyTable;

/** cycles.csv: every lithiation and delithiation. */
public final class CyclesTable {

	private CyclesTable() {}

	/** The table, one row per half cycle; what is not known (no mass, no start x) is an empty cell. */
	public static TidyTable of(final List<HalfCycle> halfCycles) {
		final TidyTable table = TidyTable.withColumns("cycle", "direction", "c_rate", "capacity_mAh_per_g", "start_x",
			"end_x");
		for (final HalfCycle h : halfCycles)
			table.row(h.cycle(), h.direction().label(), h.cRate(), h.capacityMahPerG(), h.startX(), h.endX());
		return table;
	}
}
