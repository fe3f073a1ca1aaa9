package net.operando.model.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;

import net.operando.study.StudyPage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Why our D of the real interrupted discharge is 0.86 of the reference's: both recipes are carried out on spheres of known D,
 * with the record's currents and rests, for every D/R2 that the record has, and what they differ by there is compared with
 * what they differ by on the record, step by step.
 */
@Tag("study")
class InterruptedCurrentStudy {

	private static final double RADIUS_METRES = 1.8e-6;
	private static final int KNOTS = 13;

	/** Our default recipe and the reference's, each as D over the truth, at D/R2 = 10^x. */
	private static double[][] known(final double lowest, final double highest, final StudyPage page) {
		page.line("| D/R2, 1/s | D, m2/s | ours / truth | reference recipe / truth | ours / reference recipe |").line(
			"|---|---|---|---|---|");
		final double[][] table = new double[3][KNOTS];
		for (int i = 0; i < KNOTS; i++) {
			final double log = lowest + (highest - lowest) * i / (KNOTS - 1);
			final double k = Math.pow(10, log);
			table[0][i] = log;
			table[1][i] = IciRecipeTest.ratio(k, Weighting.ROOT_TIME, true, false);
			table[2][i] = IciRecipeTest.ratio(k, Weighting.EQUAL, false, true);
			if (i % 2 == 0) page.line("| %.2e | %.2e | %.4f | %.4f | %.4f |", k, k * RADIUS_METRES * RADIUS_METRES, table[1][i],
				table[2][i], table[1][i] / table[2][i]);
		}
		return table;
	}

	private static double between(final double[][] table, final int row, final double log) {
		int i = 0;
		while (i < KNOTS - 2 && table[0][i + 1] < log)
			i++;
		final double f = (log - table[0][i]) / (table[0][i + 1] - table[0][i]);
		return table[row][i] + f * (table[row][i + 1] - table[row][i]);
	}

	private static double median(final double[] values) {
		final double[] v = values.clone();
		Arrays.sort(v);
		return 0.5 * (v[(v.length - 1) / 2] + v[v.length / 2]);
	}

	@Test
	void page() throws IOException {
		final StudyPage page = new StudyPage("interrupted-current",
			"Interrupted currents: our D against the reference's", "InterruptedCurrentStudy -Dconformance.data=FOLDER");
		final double[][] reference = IciConformanceTest.reference();
		final double[] ours = IciConformanceTest.ratios(IciConformanceTest.parameters(), reference);
		final double[] logs = new double[132];
		for (int i = 0; i < 132; i++)
			logs[i] = Math.log10(ours[i] * reference[i][1] / (RADIUS_METRES * RADIUS_METRES));
		page.line("On NREL's interrupted discharge (132 steps of 300 s of current and 10 s of rest) our default gives a median of " +
			"%.3f of the D_s that their program gives. Carried out as theirs (`IciConformanceTest`), our code gives their D_s of " +
			"all 132 steps to 1e-6, so it is the recipes that differ, not their execution. Which is right is decided where D is " +
			"known.", median(ours)).line("");
		page.line("## On a known D").line("");
		page.line("Spheres of constant D and a straight voltage curve, by the exact series (no solver of ours), the record's " +
			"currents and rests. The reference recipe has two errors: the rate of the voltage is taken per time of the clock, " +
			"though x stands still in the rests ((300/310)^2 = 0.936), and what the voltage would have gone on to do under the current " +
			"is left in the rest's slope against sqrt(t), which reads D too high, the more the larger D is.").line("");
		final double[][] table = known(Arrays.stream(logs).min().getAsDouble(), Arrays.stream(logs).max().getAsDouble(), page);
		double worstOurs = 0;
		for (int i = 0; i < KNOTS; i++)
			worstOurs = Math.max(worstOurs, Math.abs(table[1][i] - 1));
		final double[] predicted = new double[132];
		final double[] error = new double[132];
		final double[] corrected = new double[132];
		int within = 0;
		for (int i = 0; i < 132; i++) {
			predicted[i] = between(table, 1, logs[i]) / between(table, 2, logs[i]);
			error[i] = ours[i] / predicted[i] - 1;
			// the reference's D with its own error on a known D taken off, against ours
			corrected[i] = ours[i] * between(table, 2, logs[i]);
			if (Math.abs(error[i]) < 0.05) within++;
		}
		page.line("").line("## On the record, step by step").line("");
		page.line("Predicted from the table above at each step's D, and found:").line("");
		page.line("| | least | median | greatest |").line("|---|---|---|---|");
		row(page, "predicted ours / reference", predicted);
		row(page, "found ours / reference", ours);
		row(page, "found / predicted", Arrays.stream(error).map(e -> e + 1).toArray());
		page.line("").line("%d of 132 steps lie within 5 %% of the prediction. With its error on a known D taken off, the reference " +
			"agrees with ours to %.1f %% in the median. What is left: the record's voltage curve bends and its D changes from step " +
			"to step, and our weights go by the time a sample stands for, theirs by the samples.", within, 100 * (median(corrected) -
				1)).line("");
		page.line("So the target of 90 %% of steps within 5 %% of the reference is not met by our default, and is met by the same code with " +
			"the reference's recipe; on a known D over the record's range ours is off by %.2f %% at most, the reference's by up to %.0f %%.",
			100 * worstOurs, 100 * (Arrays.stream(table[2]).max().getAsDouble() - 1));
		page.finish();
		assertTrue(worstOurs < 0.01, "ours is off by " + worstOurs);
		// what theirs differs by is explained to a few percent, step by step
		assertEquals(1, 1 + median(error), 0.05);
		assertTrue(within >= 0.9 * 132, within + " of 132");
	}

	private static void row(final StudyPage page, final String what, final double[] values) {
		page.line("| %s | %.3f | %.3f | %.3f |", what, Arrays.stream(values).min().getAsDouble(), median(values), Arrays.stream(
			values).max().getAsDouble());
	}
}
