package net.operando.model.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import net.operando.base.Progress;
import net.operando.data.electrochem.ChargeParameters;
import net.operando.data.electrochem.ChargeState;
import net.operando.data.electrochem.ClockAlignment;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.electrochem.Step;
import net.operando.data.electrochem.StepKind;
import net.operando.data.electrochem.StepParameters;
import net.operando.data.electrochem.Steps;
import net.operando.data.electrochem.TimestampAlignment;
import net.operando.data.io.cycler.ElectrochemFiles;
import net.operando.data.io.cycler.ElectrochemOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the potentiostat's files of the preset with a hold say, read by the readers for real ones. */
class EchemFolderTest {

	@TempDir
	Path folder;

	@Test
	void theHoldLeadsToTheContentThatTheRodStartsFrom() throws Exception {
		final Scene scene = ScenePreset.HOLD_5C.scene(3);
		final List<Path> files = EchemFolder.write(scene, folder);
		assertTrue(files.get(0).getFileName().toString().contains("POTENTIOSTATIC"), files.toString());
		final CyclerRecording recording = ElectrochemFiles.read(folder, ElectrochemOptions.defaults(), Progress.NONE);
		final Steps steps = Steps.of(recording, StepParameters.defaults());
		assertEquals(List.of(StepKind.HOLD, StepKind.CONSTANT_CURRENT, StepKind.REST), steps.list().stream().map(Step::kind)
			.collect(Collectors.toList()));
		final Step hold = steps.list().get(0);
		// 60 uV of noise, a few standard deviations
		for (int i = hold.firstSample(); i < hold.endSample(); i++)
			assertEquals(2.8, recording.voltageVolts(i), 3e-4);
		// anodic is positive: the hold takes lithium out, less and less; 240 s are 2.4 of its decay times
		final double first = recording.currentAmperes(hold.firstSample());
		final double last = recording.currentAmperes(hold.endSample() - 1);
		assertTrue(first > 0 && last > 0);
		assertEquals(Math.exp(-2.4), last / first, 0.01 * Math.exp(-2.4));
		// and the content when the current comes is the rod's, to what the trapezoid over half seconds leaves
		final double started = steps.list().get(1).startSeconds();
		final ChargeState charge = ChargeState.of(recording, steps, ChargeParameters.defaults().withMassMg(scene.cell().massMg())
			.withStartX(scene.cell().startX()));
		assertEquals(0.08, charge.x(charge.coulombsAt(started)), 2e-5);
		assertEquals(0.08, scene.cell().x(scene.cell().stepStartSeconds(1)), 1e-12);
		assertEquals(0.08, scene.rods().get(0).startX(scene.cell()));
	}

	@Test
	void byTimestampsAndByATriggerTheCurrentIsFoundWhereItIs() throws Exception {
		final Scene scene = ScenePreset.HOLD_5C.scene(3);
		EchemFolder.write(scene, folder);
		final CyclerRecording recording = ElectrochemFiles.read(folder, ElectrochemOptions.defaults(), Progress.NONE);
		final Steps steps = Steps.of(recording, StepParameters.defaults());
		final double started = steps.list().get(1).startSeconds();
		final double on = scene.cell().stepStartSeconds(1);
		// files state whole seconds, and the first sample comes half a second after the start
		assertEquals(on, ClockAlignment.given(scene.triggerOffsetSeconds()).movieSeconds(started), 0.01);
		final ClockAlignment stamps = TimestampAlignment.of(SyntheticMovie.of("a", scene.withField(16, 16)).times(), recording,
			ZoneOffset.UTC);
		// clocks differ by 2.3 s, which timestamps do not know, and a cut of up to 1 s
		assertEquals(on - 2.3, stamps.movieSeconds(started), 1);
	}
}
