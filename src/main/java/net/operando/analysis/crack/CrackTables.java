package net.operando.analysis.crack;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

import net.operando.base.quantity.Estimate;
import net.operando.data.electrochem.Timeline;
import net.operando.data.io.TidyTable;

/** The tables of cracks: {@code cracks.csv} and {@code crack_tips.csv}. Frames are counted from 1 there. */
public final class CrackTables {

	private CrackTables() {}

	/** One row per crack, without electrochemistry. */
	public static TidyTable cracks(final CrackAnalysis analysis) {
		return cracks(analysis, f -> Double.NaN, f -> Double.NaN);
	}

	/** One row per crack, with lithium content and voltage at the frame of its onset. */
	public static TidyTable cracks(final CrackAnalysis analysis, final Timeline timeline) {
		return cracks(analysis, timeline::x, timeline::voltageVolts);
	}

	/**
	 * One row per crack.
	 *
	 * @param x lithium content at a frame, counted from 0; NaN where not known
	 * @param volts voltage at a frame in V; NaN where not known
	 */
	public static TidyTable cracks(final CrackAnalysis analysis, final IntToDoubleFunction x,
		final IntToDoubleFunction volts)
	{
		return cracks(analysis, x, volts, f -> Estimate.none(0, ""));
	}

	/** The same with the content of the rod itself, which its length tells, at a frame counted from 0; NaN where not known. */
	public static TidyTable cracks(final CrackAnalysis analysis, final IntToDoubleFunction x,
		final IntToDoubleFunction volts, final IntFunction<Estimate> rod)
	{
		final TidyTable table = TidyTable.withColumns("crack_id", "onset_frame", "onset_s", "position_um",
			"tip_velocity_nm_per_s", "tip_velocity_se_nm_per_s", "n", "x_at_onset", "voltage_at_onset_V",
			"tip_velocity_low_nm_per_s", "tip_velocity_high_nm_per_s", "onset_se_s", "crossed_s", "start_edge", "angle_deg",
			"depth", "flag", "x_of_rod_at_onset", "x_of_rod_at_onset_se");
		for (final Crack c : analysis.cracks()) {
			final Estimate v = c.tipVelocity().times(1e9);
			final Estimate own = rod.apply(c.onsetFrame());
			table.row(c.id(), c.onsetFrame() + 1, c.onsetSeconds().value(), c.positionMetres() * 1e6, v.value(), v
				.standardError(), v.n(), x.applyAsDouble(c.onsetFrame()), volts.applyAsDouble(c.onsetFrame()), v.low(), Double
					.isInfinite(v.high()) ? Double.NaN : v.high(), c.onsetSeconds().standardError(), c.crossedSeconds(), c.startEdge()
						.key(), c.angleDegrees(), c.depth(), c.flag(), own.value(), own.standardError());
		}
		return table;
	}

	/** One row per crack and frame of its run. */
	public static TidyTable tips(final CrackAnalysis analysis) {
		final TidyTable table = TidyTable.withColumns("crack_id", "frame", "time_s", "tip_um", "tip_se_um", "fitted_um", "x_px",
			"y_px");
		for (final Crack c : analysis.cracks())
			for (final CrackTip t : c.tips())
				table.row(c.id(), t.frame() + 1, t.timeSeconds(), t.metres() * 1e6, t.standardErrorMetres() * 1e6, t.fittedMetres() *
					1e6, t.xPixels(), t.yPixels());
		return table;
	}
}
