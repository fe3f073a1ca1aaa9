package net.operando.analysis.fragment;

import net.operando.data.io.TidyTable;
import net.operando.data.movie.Movie;

/** Scenes of {@link BrokenRod} with the files a user would have beside the movie. */
public final class FragmentScenes {

	private FragmentScenes() {}

	/** 36 frames; cracks in frames 6 and 11 (from 0); the last of three pieces loses contact at once. */
	public static Written twoCracks() {
		final BrokenRod rod = new BrokenRod(11, 36, 12, 2.2, -0.3, new double[] { 3.8, 7.6 }, new int[] { 6, 11 }).cycle(0.62,
			0.25, 0.25).lose(2, 3);
		rod.pattern = 0.05;
		rod.imageWidth = 150;
		rod.imageHeight = 110;
		return new Written(rod);
	}

	/** A scene as files. */
	public static final class Written {

		private final BrokenRod rod;

		private Written(final BrokenRod rod) {
			this.rod = rod;
		}

		public Movie movie() {
			return rod.movie();
		}

		public String line() {
			return rod.line().toString();
		}

		public String cracksCsv() {
			final TidyTable table = TidyTable.withColumns("crack_id", "onset_frame", "onset_s", "position_um",
				"tip_velocity_nm_per_s", "tip_velocity_se_nm_per_s", "n", "x_at_onset");
			for (final Cut cut : rod.cuts())
				table.row(cut.crackId(), cut.frame() + 1, rod.times().seconds(cut.frame()) - 0.4, cut.positionMetres() * 1e6, 187, 4, 9,
					rod.electrode[cut.frame()]);
			return table.toCsv();
		}

		public String timelineCsv() {
			final TidyTable table = TidyTable.withColumns("frame", "time_s", "voltage_V", "current_A", "charge_mAh_per_g", "x",
				"c_rate", "step");
			for (int f = 0; f < rod.frames; f++)
				table.row(f + 1, rod.times().seconds(f), 1.5, f < 0.65 * rod.frames ? -1e-3 : 1e-3, null, rod.electrode[f], f < 0.65 *
					rod.frames ? -5 : 5, f < 0.65 * rod.frames ? "1" : "2");
			return table.toCsv();
		}
	}
}
