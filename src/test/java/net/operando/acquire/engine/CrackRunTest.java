package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.Condition;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.Quantity;
import net.operando.acquire.plan.Rule;
import net.operando.acquire.plan.StoragePolicy;
import net.operando.acquire.recording.RecordingReport;
import net.operando.acquire.simulated.SimulatedFaults;
import net.operando.acquire.simulated.SimulatedMicroscope;
import net.operando.base.Progress;
import net.operando.data.io.acquired.AcquiredStream;
import net.operando.data.io.acquired.FrameEntry;
import net.operando.data.io.acquired.RecordingInfo;
import net.operando.model.synthetic.Cell;
import net.operando.model.synthetic.CellStep;
import net.operando.model.synthetic.Crack;
import net.operando.model.synthetic.Drift;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SceneRod;

/** A crack while it is recorded: Acquisition, its rules and {@link CrackWatch} on the simulated microscope. */
class CrackRunTest {

	private static final double CRACK_SECONDS = 12;

	@TempDir
	Path folder;

	private static Scene scene(final boolean cracks) {
		final RodGeometry geometry = RodGeometry.defaults().withSize(6, 3.5).withAngleDegrees(68);
		final SceneRod rod = SceneRod.of(geometry, SceneRod.Drive.SIMULATED).withContent(0.68, 1.54 / 5).withActiveEnds(true,
			false);
		return Scene.defaults().withField(72, 110).withRods(cracks ? rod.withCracks(Crack.at(CRACK_SECONDS, 2.6)) : rod)
			.withDrift(Drift.typical()).withCell(Cell.defaults().withStartX(0.75).withSteps(-10, CellStep.of(0, 10, 0.4), CellStep
				.of(-5, 60, 0.4), CellStep.of(0, 10, 0)));
	}

	/** 2 Hz until a crack, 10 Hz from then on, full frames from 3 s before to 4 s after. */
	private static AcquisitionPlan plan(final double seconds) {
		final Condition crack = Condition.above(Quantity.CRACK, 12);
		return AcquisitionPlan.defaults().withExposureMs(7).withPhases(Phase.of("watch", 2, 1, seconds), Phase.of("crack", 10, 5,
			5)).withRules(Rule.startPhase("faster", crack, "crack").onlyOnce(), Rule.keepFullFrames("keep", crack, 3, 4)
				.onlyOnce()).withMostSeconds(seconds + 5).withStorage(StoragePolicy.defaults().withReserveGigabytes(0));
	}

	@Test
	void aCrackRaisesTheRateWithinTwoSecondsAndItsFullFramesAreKept() throws Exception {
		final Path r = folder.resolve("r");
		final RecordingReport report;
		try (SimulatedMicroscope microscope = SimulatedMicroscope.virtual(scene(true), folder.resolve("echem"), SimulatedFaults
			.none()))
		{
			report = Acquisition.of(microscope, plan(20), r, AcquisitionListener.NONE).run(Progress.NONE);
		}
		final RecordingInfo info = RecordingInfo.read(r);
		// locking focus took 1.5 s of the scene before the recording's second 0
		final double onset = CRACK_SECONDS - 1.5;
		final List<FrameEntry> frames = AcquiredStream.read(r, info, info.streams().get(0)).frames();
		final double raised = frames.stream().filter(f -> f.phase.equals("crack")).mapToDouble(f -> info.seconds(
			f.actualNanos)).min().orElse(Double.NaN);
		System.out.println("crack at " + onset + " s, raised rate seen at " + raised + " s");
		// the first stored frame of the faster phase is the mean of .5 s
		assertTrue(raised > onset && raised - 0.25 <= onset + 2, "raised at " + raised + " s");
		final List<FrameEntry> full = AcquiredStream.read(r, info, info.streams().get(1)).frames();
		assertTrue(info.seconds(full.get(0).actualNanos) < onset, "the rod before the crack is there");
		assertTrue(full.stream().filter(f -> info.seconds(f.actualNanos) > onset).count() >= 30);
		assertEquals(0, report.missingExposures());
	}

	/** The same rod that drifts, jumps and delithiates but does not crack is recorded slowly to the end. */
	@Test
	void withoutACrackNothingHappens() throws Exception {
		try (SimulatedMicroscope microscope = SimulatedMicroscope.virtual(scene(false), folder.resolve("echem"),
			SimulatedFaults.none()))
		{
			Acquisition.of(microscope, plan(30), folder.resolve("r"), AcquisitionListener.NONE).run(Progress.NONE);
		}
		assertFalse(Files.readString(folder.resolve("r/events.csv")).contains(",rule,"));
	}
}
