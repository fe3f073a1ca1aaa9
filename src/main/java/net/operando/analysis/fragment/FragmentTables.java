package net.operando.analysis.fragment;

import java.util.List;

import net.operando.base.quantity.Estimate;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.TidyTable;

/** The tables of pieces: {@code fragments.csv} and {@code fragment_frames.csv}. Frames count from 1. */
public final class FragmentTables {

	private static final double UM = 1e6;

	private FragmentTables() {}

	/** One row per piece of any number of rods. */
	public static TidyTable fragments(final List<FragmentAnalysis> rods) {
		final TidyTable table = TidyTable.withColumns("fragment_id", "parent_id", "first_frame", "last_frame", "length_um",
			"area_um2", "mean", "ratio", "ratio_low", "ratio_high", "response", "response_se", "disconnected", "mean_se",
			"measured_first_frame", "measured_last_frame", "from_um", "to_um", "darkest_id", "ratio_previous",
			"ratio_previous_low", "ratio_previous_high", "ratio_next", "ratio_next_low", "ratio_next_high", "response_share",
			"response_definition", "ratio_definition", "ratio_rise", "ratio_rise_se", "evidence");
		for (final FragmentAnalysis rod : rods)
			for (final Fragment f : rod.fragments()) {
				final Estimate before = f.ratioToPrevious();
				final Estimate after = f.ratioToNext();
				table.row(f.id(), f.parentId(), f.firstFrame() + 1, f.lastFrame() + 1, f.lengthMetres() * UM, f
					.areaSquareMetres() * UM * UM, f.mean().value(), f.ratio().value(), f.ratio().low(), f.ratio().high(), f
						.response().value(), f.response().standardError(), f.contact() == Contact.UNDECIDED ? null : f
							.contact() == Contact.DISCONNECTED, f.mean().standardError(), f.firstMeasuredFrame() + 1, f
								.lastMeasuredFrame() + 1, f.startMetres(f.firstMeasuredFrame()) * UM, f.endMetres(f
									.firstMeasuredFrame()) * UM, f.darkestId(), before.value(), before.low(), before.high(), after
										.value(), after.low(), after.high(), f.responseShare(), f.response().definition(), f.ratio()
											.definition(), f.ratioRise().value(), f.ratioRise().standardError(), f.evidence());
			}
		return table;
	}

	/** One row per piece and frame. */
	public static TidyTable frames(final List<FragmentAnalysis> rods, final TimeAxis times) {
		final TidyTable table = TidyTable.withColumns("fragment_id", "frame", "time_s", "from_um", "to_um", "mean", "ratio");
		for (final FragmentAnalysis rod : rods)
			for (final Fragment f : rod.fragments())
				for (int frame = f.firstFrame(); frame <= f.lastFrame(); frame++)
					table.row(f.id(), frame + 1, times.seconds(frame), f.startMetres(frame) * UM, f.endMetres(frame) * UM, f.level(
						frame), rod.ratio(f, frame));
		return table;
	}
}
