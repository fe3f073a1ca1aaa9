package net.operando.analysis.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.analysis.front.PrescribedFront.Growth;
import net.operando.analysis.front.PrescribedFront.Shape;
import net.operando.base.Progress;
import net.operando.study.StudyPage;

/** Bias and coverage of front velocities at the domain's noise, over 1000 seeds a condition. */
@Tag("study")
class FrontVelocityStudy {

	private static final double[] SPEEDS = { 0.2, 0.5, 1.0, 1.5 };
	private static final double NOISE = PrescribedFront.FRAME_NOISE;
	private static final double NEVER = 1e9;

	private static VelocityTrial trial(final String name, final PrescribedFront front, final double speed,
		final FrontCriterion criterion, final double dropped, final boolean pause, final double noise)
	{
		return new VelocityTrial(String.format(java.util.Locale.ROOT, "%s, %.0f nm/s", name, 1000 * speed), front, speed, criterion,
			dropped, pause, noise, NEVER);
	}

	@Test
	void velocitiesAreUnbiasedAndTheirIntervalsCover() throws IOException {
		final int seeds = StudyPage.seeds(1000, 20);
		final StudyPage page = new StudyPage("front-velocity", "Front velocity: bias and coverage", "FrontVelocityStudy");
		introduce(page);
		final PrescribedFront primary = new PrescribedFront(Shape.ERF_EXP, Growth.WHOLE);
		final List<VelocityTrial> required = required(page, primary, seeds);
		shapes(page, Math.max(20, seeds / 5));
		rivals(page, primary, Math.max(20, seeds / 5));
		special(page, primary, Math.max(20, seeds / 4));
		falseAlarms(page, seeds);
		page.finish();
		for (final VelocityTrial t : required)
			assertTrue(Math.abs(t.bias) <= t.allowance(), t.row());
		if (!StudyPage.isFull()) return;
		double covered = 0;
		double known = 0;
		for (final VelocityTrial t : required) {
			assertTrue(t.coverage() >= 0.915 && t.coverage() <= 0.98, t.row());
			covered += t.covered;
			known += t.known;
		}
		// the bounds are those of the requirement this study answers
		assertEquals(0.95, covered / known, 0.02, "pooled coverage");
	}

	private static void introduce(final StudyPage page) {
		page.line("A dark front of known course (PrescribedFront in the tests): leading half maximum at constant speed, height");
		page.line("-.36 to -.19 %/s and FWHM 2.7 to 5.9 um as it travels 2.1 to 8.4 um, extrapolated by the same laws, over a");
		page.line("homogeneous brightening .2 %/s exp(-t / 4 s). Frames at 1 Hz with 10 ms jitter, white noise of .0885 % per");
		page.line("position of 69.4 nm (.28 % per pixel, 10 px wide cut), differenced frame to frame, so that neighbouring columns");
		page.line("share frames. The record ends when the front has travelled the half length, 10.2 um. Truth: the same definition,");
		page.line("column by column, on the noise-free front alone, and the same line through the same columns.");
		page.line("");
		page.line("A missing frame makes one rate over two lags; a pause (one interval of 10 s) makes none. Runs in which fewer than");
		page.line("five columns remain are flagged too_few and have no speed; other flags (uneven, poor_fit) keep theirs and count.");
		page.line("");
		page.line("The settings of the tracer were chosen on the same conditions with other seeds (1000 to 1999) than these (500000 on).");
		page.line("");
	}

	private static List<VelocityTrial> required(final StudyPage page, final PrescribedFront front, final int seeds) {
		final List<VelocityTrial> all = new ArrayList<>();
		for (final double v : SPEEDS)
			all.add(trial("half_max", front, v, FrontCriterion.HALF_MAX, 0, false, NOISE));
		for (final double v : SPEEDS)
			all.add(trial("half_max, 10 % of frames dropped", front, v, FrontCriterion.HALF_MAX, 0.1, false, NOISE));
		for (final double v : new double[] { 0.2, 0.5 })
			all.add(trial("half_max, 10x pause", front, v, FrontCriterion.HALF_MAX, 0, true, NOISE));
		page.line("## The required conditions (error function rise, exponential tail, widening as a whole)");
		page.line("");
		page.line("%s", VelocityTrial.HEAD);
		double covered = 0;
		double known = 0;
		for (final VelocityTrial t : all) {
			page.line("%s", t.run(seeds).row());
			covered += t.covered;
			known += t.known;
		}
		page.line("");
		page.line("Pooled: %.1f %% of %.0f intervals hold the truth.", 100 * covered / known, known);
		page.line("");
		return all;
	}

	private static void shapes(final StudyPage page, final int seeds) {
		page.line("## Other shapes, other definition");
		page.line("");
		page.line("The model is a free spline that stretches linearly in time, ahead of and behind its crest by different factors.");
		page.line("Where a shape is not quite of that family the bias is what it costs.");
		page.line("");
		page.line("%s", VelocityTrial.HEAD);
		for (final Shape shape : Shape.values()) {
			final PrescribedFront front = new PrescribedFront(shape, Growth.WHOLE);
			if (shape != Shape.ERF_EXP) for (final double v : new double[] { 0.2, 0.5, 1.0 })
				page.line("%s", trial(shape + " widening as a whole", front, v, FrontCriterion.HALF_MAX, 0, false, NOISE).run(seeds)
					.row());
			for (final double v : new double[] { 0.2, 0.5 })
				page.line("%s", trial(shape + ", extremum", front, v, FrontCriterion.EXTREMUM, 0, false, NOISE).run(seeds).row());
		}
		for (final Shape shape : new Shape[] { Shape.ERF_EXP, Shape.EMG, Shape.SECH }) {
			final PrescribedFront front = new PrescribedFront(shape, Growth.TAIL);
			for (final double v : new double[] { 0.2, 0.5, 1.0 })
				page.line("%s", trial(shape + ", tail alone grows", front, v, FrontCriterion.HALF_MAX, 0, false, NOISE).run(seeds)
					.row());
		}
		page.line("");
	}

	private static void rivals(final StudyPage page, final PrescribedFront front, final int seeds) {
		page.line("## Estimators compared, on the same data");
		page.line("");
		page.line("| speed nm/s | extremum, Theil-Sen: bias, spread % | extremum over 1 um, Theil-Sen | half_max by column over 1 um, least squares over 12-88 % | co-moving template | joint fit (ours) |");
		page.line("|---|---|---|---|---|---|");
		for (final double v : SPEEDS) {
			final VelocityTrial t = trial("", front, v, FrontCriterion.HALF_MAX, 0, false, NOISE);
			final double[] a = t.rival(Rivals::extremumTheilSen, seeds);
			final double[] b = t.rival(Rivals::smoothedExtremumTheilSen, seeds);
			final double[] c = t.rival(Rivals::halfMaximumByColumn, seeds);
			final double[] d = t.rival(Rivals::template, seeds);
			t.run(seeds);
			page.line("| %.0f | %+.1f, %.1f | %+.1f, %.1f | %+.1f, %.1f (%.0f of %d runs) | %+.1f, %.1f | %+.1f, %.1f |", 1000 * v,
				100 * a[0], 100 * a[1], 100 * b[0], 100 * b[1], 100 * c[0], 100 * c[1], c[2], seeds, 100 * d[0], 100 * d[1], 100 *
					t.bias, 100 * t.spread);
		}
		page.line("");
		page.line("Each is measured against its own output without noise.");
		page.line("");
		page.line("Found while the estimator was built, on 60 to 300 seeds, and not repeated here: a spline profile without the prior on");
		page.line("its roughness was unbiased at 200 nm/s, but its intervals held the truth in only 75 to 88 % at 1000 and 1500 nm/s,");
		page.line("since noise in the profile locks the fit; hence the empirical prior. With the change of stretch at a fixed place");
		page.line("instead of the crest, a front whose tail alone grows was biased by -.35 % and covered in 65 % at 200 nm/s. Two terms");
		page.line("of the interval are calibrated by simulation, not derived: the variance is multiplied by 1 + 1.5 / columns for what");
		page.line("linear propagation misses (without it 91 % were covered at 1500 nm/s, 6 columns), and .2 % of the speed is added in");
		page.line("quadrature for what the model is off without noise (without it 2 % were covered at a tenth of the noise, 200 nm/s).");
		page.line("");
	}

	private static void special(final StudyPage page, final PrescribedFront front, final int seeds) {
		page.line("## Other signal to noise, and fronts that stop");
		page.line("");
		page.line("%s", VelocityTrial.HEAD);
		for (final double v : new double[] { 0.2, 0.5, 1.5 })
			page.line("%s", trial("a tenth of the noise", front, v, FrontCriterion.HALF_MAX, 0, false, 0.1 * NOISE).run(seeds).row());
		page.line("%s", trial("twice the noise", front, 0.5, FrontCriterion.HALF_MAX, 0, false, 2 * NOISE).run(seeds).row());
		page.line("%s", new VelocityTrial("stops after 6 um, 500 nm/s (truth: the columns used)", front, 0.5, FrontCriterion.HALF_MAX,
			0, false, NOISE, 6).run(seeds).row());
		page.line("");
	}

	private static void falseAlarms(final StudyPage page, final int seeds) {
		final double[] t = VelocityTrial.times(-5.3, 40, Double.NaN);
		final double[][] quiet = new double[t.length][(int) (PrescribedFront.ROD_UM / PrescribedFront.STEP_UM) + 1];
		for (int i = 0; i < t.length; i++)
			java.util.Arrays.fill(quiet[i], t[i] < 0 ? 0 : 0.002 * 4 * (1 - Math.exp(-t[i] / 4)));
		int alarms = 0;
		for (int seed = 0; seed < seeds; seed++)
			if (!FrontTracer.trace(PrescribedFront.rates(quiet, t, null, new Random(VelocityTrial.FIRST_SEED + seed), NOISE), new FrontParameters(),
				Progress.NONE).fronts().isEmpty()) alarms++;
		page.line("## No front");
		page.line("");
		page.line("Noise and brightening alone, 45 columns: a front was reported in %d of %d runs.", alarms, seeds);
		assertTrue(alarms <= Math.max(1, 0.01 * seeds), alarms + " false alarms in " + seeds);
	}
}
