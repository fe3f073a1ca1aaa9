package net.operando.analysis.rod;

import java.util.List;

import net.operando.data.io.TidyTable;

/** Rods and their lengths as tables. */
public final class RodTables {

	private RodTables() {}

	/** {@code rods.csv}: one row per rod; pixels are counted from the centre of the top left one. */
	public static TidyTable rods(final List<Rod> rods) {
		final TidyTable table = TidyTable.withColumns("rod_id", "x0_px", "y0_px", "x1_px", "y1_px", "length_um", "width_um",
			"angle_deg", "contrast", "active_start", "active_end", "flag");
		for (final Rod rod : rods)
			table.row(rod.id(), rounded(rod.axis().x0(), 3), rounded(rod.axis().y0(), 3), rounded(rod.axis().x1(), 3), rounded(rod
				.axis().y1(), 3), rounded(1e6 * rod.lengthMetres(), 4), rounded(1e6 * rod.widthMetres(), 3), rounded(rod.axis()
					.angleDegrees(), 3), rounded(rod.contrast(), 3), rod.startActivity().key(), rod.endActivity().key(), rod.flags()
						.isEmpty() ? LengthSeries.OK : String.join(" ", rod.flags()));
		return table;
	}

	/** {@code length.csv}: one row per frame. */
	public static TidyTable lengths(final LengthSeries series) {
		final TidyTable table = TidyTable.withColumns("frame", "time_s", "length_um", "length_se_um", "strain", "strain_se", "x",
			"x_se", "intensity", "intensity_ratio", "flag");
		for (int t = 0; t < series.frameCount(); t++)
			table.row(t + 1, rounded(series.times().seconds(t), 6), rounded(1e6 * series.lengthMetres(t).value(), 6), rounded(1e6 *
				series.lengthMetres(t).standardError(), 6), rounded(series.strain(t).value(), 8), rounded(series.strain(t)
					.standardError(), 8), rounded(series.content(t).value(), 5), rounded(series.content(t).standardError(), 5), rounded(
						series.intensity(t), 3), rounded(series.intensityRatio(t), 6), series.flag(t));
		return table;
	}

	private static double rounded(final double value, final int decimals) {
		if (Double.isNaN(value)) return value;
		final double scale = Math.pow(10, decimals);
		return Math.rint(value * scale) / scale;
	}
}
