package net.operando.analysis.rod;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.base.InvalidInputException;
import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.study.StudyPage;

/** Bias, scatter and coverage of lengths, changes of length and contents over many painted rods. */
@Tag("study")
class RodLengthStudy {

	/** Seeds below 100 were used while the fit was built and its optics term calibrated. */
	private static final long FIRST_SEED = 9000;
	private static final double[] FRINGES = { 0, 0.05, 0.3 };

	@Test
	void changesOfLengthAreUnbiasedAndTheirIntervalsCover() throws IOException {
		final int rods = StudyPage.seeds(100, 2);
		final StudyPage page = new StudyPage("rod-length", "Rod Length: bias, scatter, coverage", "RodLengthStudy");
		page.line("%d rods per row, 11 to 17 um long, 2 to 3.6 um wide, at any angle, painted by PaintedRod of the tests: faces by area", rods);
		page.line("coverage, fringes of a random height map, lognormal carbon that the rod grows over, a point spread between a Gaussian");
		page.line("of 111 nm and an Airy pattern of the same core, pixel noise .28 % at the rod's intensity. Each grows by 7 % and brightens");
		page.line("2.1 times over %d frames, the middle later than the ends; the line is drawn up to 3 px off.", LengthTrial.FRAMES);
		page.line("");
		page.line("Change: of the last frame since the first four. Coverage: share of rods whose 95 % interval in the last frame holds the");
		page.line("truth. Noise: scatter of a frame among the first four, in which nothing changes, over the Cramer-Rao bound (Gaussian point spread,");
		page.line("free levels, the rows used). Growing: scatter of a frame from second differences while the end sweeps over the carbon.");
		page.line("");
		page.line("| fringes | change: bias nm | change: rms nm | covered | length: rms error nm | stated error nm | covered | noise nm | over bound | growing nm | x: worst error where the table is steep | measured |");
		page.line("|---|---|---|---|---|---|---|---|---|---|---|---|");
		double worstBias = 0;
		final List<String> refused = new ArrayList<>();
		for (final double fringes : FRINGES) {
			final Row row = new Row();
			final LengthTrial[] trials = new LengthTrial[rods];
			final PaintedRod[] painted = new PaintedRod[rods];
			Parallel.loop(rods, Progress.NONE, "measuring", k -> {
				painted[k] = LengthTrial.rod(FIRST_SEED + k, fringes);
				trials[k] = measured(painted[k], FIRST_SEED + k);
			});
			for (int k = 0; k < rods; k++)
				if (trials[k] == null) refused.add(FIRST_SEED + k + " at " + Math.round(100 * fringes) + " %");
				else row.add(painted[k], trials[k]);
			page.line("%s", row.text(fringes, rods));
			// what is allowed at 5 % and at 30 %, and what so few rods may be off by chance, at three standard errors
			final double allowed = (fringes > 0.1 ? 20 : 5) + 3 * row.rms() / Math.sqrt(row.n);
			assertTrue(Math.abs(row.bias()) < (StudyPage.isFull() ? fringes > 0.1 ? 20 : 5 : allowed), row.text(fringes, rods));
			worstBias = Math.max(worstBias, Math.abs(row.bias()));
		}
		page.line("");
		page.line("Refused with the message that no end was found: %s.", refused.isEmpty() ? "none" : "seed " + String.join(", ",
			refused));
		page.finish();
		assertTrue(worstBias > 0, "nothing was measured");
	}

	/** Null if the measurement says that it does not see an end: that rod is not measured, and the page says so. */
	private static LengthTrial measured(final PaintedRod rod, final long seed) {
		try {
			return LengthTrial.run(rod, seed);
		}
		catch (final InvalidInputException e) {
			return null;
		}
	}

	private static final class Row {

		int n;
		private double sum;
		private double squares;
		private int covered;
		private double lengthSquares;
		private double stated;
		private int lengthCovered;
		private double noise;
		private double scatter;
		private double bound;
		private double worstX;

		void add(final PaintedRod rod, final LengthTrial t) {
			final int last = LengthTrial.FRAMES - 1;
			if (Double.isNaN(t.changeError[last])) return;
			n++;
			sum += t.changeError[last];
			squares += t.changeError[last] * t.changeError[last];
			covered += Math.abs(t.changeError[last]) < 1.96 * t.changeSigma[last] ? 1 : 0;
			lengthSquares += t.lengthError[last] * t.lengthError[last];
			stated += t.lengthSigma[last];
			lengthCovered += Math.abs(t.lengthError[last]) < 1.96 * t.lengthSigma[last] ? 1 : 0;
			noise += t.stillVariance();
			scatter += Math.pow(t.scatter(), 2);
			final double rows = t.series.axis().widthPixels() - 5 * 0.111 / PaintedRod.PIXEL_UM;
			bound += Math.pow(EdgeBound.lengthNm(rows, 1, rod.carbonLevel, PaintedRod.NOISE), 2);
			worstX = Math.max(worstX, t.worstContentError());
		}

		double bias() {
			return sum / n;
		}

		double rms() {
			return Math.sqrt(squares / n);
		}

		String text(final double fringes, final int rods) {
			return String.format(java.util.Locale.ROOT,
				"| %.0f %% | %+.1f | %.1f | %.0f %% | %.1f | %.1f | %.0f %% | %.2f | %.2f | %.2f | %.3f | %d of %d |", 100 * fringes, bias(),
				rms(), 100.0 * covered / n, Math.sqrt(lengthSquares / n), stated / n, 100.0 * lengthCovered / n, Math.sqrt(noise / n),
				Math.sqrt(noise / bound), Math.sqrt(scatter / n), worstX, n, rods);
		}
	}
}
