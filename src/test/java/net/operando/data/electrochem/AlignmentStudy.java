package net.operando.data.electrochem;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.study.StudyPage;

/** Bias and coverage of clock offset and drift matched from intensity, over many synthetic experiments. */
@Tag("study")
class AlignmentStudy {

	static Map<String, SyntheticAlignment.Kind> kinds() {
		final Map<String, SyntheticAlignment.Kind> kinds = new LinkedHashMap<>();
		kinds.put("one CSV, 1 Hz, noise 0.03 %", new SyntheticAlignment.Kind());
		final SyntheticAlignment.Kind fine = new SyntheticAlignment.Kind();
		fine.sampleSeconds = 0.1;
		kinds.put("current sampled at 0.1 s", fine);
		final SyntheticAlignment.Kind noisy = new SyntheticAlignment.Kind();
		noisy.noise = 1e-3;
		kinds.put("noise 0.1 %", noisy);
		final SyntheticAlignment.Kind pauses = new SyntheticAlignment.Kind();
		pauses.pauseProbability = 0.05;
		kinds.put("a third of the time in pauses", pauses);
		final SyntheticAlignment.Kind fast = new SyntheticAlignment.Kind();
		fast.frameSeconds = 0.5;
		fast.tau = 3;
		kinds.put("2 Hz, tau 3 s", fast);
		final SyntheticAlignment.Kind slow = new SyntheticAlignment.Kind();
		slow.tau = 25;
		slow.response = 0.03;
		kinds.put("tau 25 s, response 3 %", slow);
		final SyntheticAlignment.Kind files = new SyntheticAlignment.Kind();
		files.severalFiles = true;
		files.steps = 6;
		kinds.put("six Gamry files, starts cut to 1 s", files);
		final SyntheticAlignment.Kind lamp = new SyntheticAlignment.Kind();
		lamp.lampWalk = 1e-4;
		kinds.put("lamp wanders 0.01 % per frame", lamp);
		final SyntheticAlignment.Kind other = new SyntheticAlignment.Kind();
		other.secondResponse = 1;
		kinds.put("response of two time constants", other);
		return kinds;
	}

	@Test
	void biasAndCoverage() throws IOException {
		final int seeds = StudyPage.seeds(500, 3);
		final StudyPage page = new StudyPage("alignment", "Clock alignment by intensity steps", "AlignmentStudy");
		page.line("%d seeds per row. Response 1 %% with tau 8 s unless said otherwise, four steps of current (eight changes), " +
			"frame jitter, pauses of ten frames, lamp drift, clock drift within 100 ppm. `wrong`: matched to another step. " +
			"`stated`: root mean square of the standard errors given. 95 %% of 500 is met within 93.0-96.8 %% " +
			"(two standard errors of a proportion).", seeds);
		page.line("");
		page.line(
			"| experiment | aligned | refused | wrong | offset bias, s | +- | rms, s | stated, s | covered | drift bias, ppm | rms | stated | covered | n |");
		page.line("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
		for (final Map.Entry<String, SyntheticAlignment.Kind> e : kinds().entrySet()) {
			final AlignmentTrials t = new AlignmentTrials(e.getValue(), seeds, 1000);
			page.line("| %s | %d | %d | %d | %.4f | %.4f | %.4f | %.4f | %.1f %% | %.1f | %.1f | %.1f | %.1f %% | %d |", e
				.getKey(), t.aligned, t.refused, t.wrong, t.offsetBias(), t.offsetRms() / Math.sqrt(t.good()), t.offsetRms(), t
					.offsetStated(), 100 * t.offsetCoverage(), t.driftBias(), t.driftRms(), t.driftStated(), 100 * t
						.driftCoverage(), t.drifts);
		}
		page.finish();
	}
}
