package net.operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.TimeZone;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.acquire.engine.Acquisition;
import net.operando.acquire.engine.AcquisitionListener;
import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.StoragePolicy;
import net.operando.acquire.recording.RecordingReport;
import net.operando.acquire.simulated.SimulatedFaults;
import net.operando.acquire.simulated.SimulatedMicroscope;
import net.operando.analysis.front.FrontOrigin;
import net.operando.analysis.front.FrontVelocity;
import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.acquired.RecordingInfo;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.Scene;

/** From the simulated microscope to front speeds: a recording is aligned and analysed as it is. */
class AcquiredExperimentTest {

	@TempDir
	static Path folder;
	private static RecordingReport report;
	private static double secondZero;

	/** 90 exposures of the sample experiment in means of 2. */
	@BeforeAll
	static void record() throws Exception {
		final Scene scene = SampleExperiment.scene();
		final AcquisitionPlan plan = AcquisitionPlan.defaults().withPhases(Phase.of("record", 2, 2, 45)).withStorage(
			StoragePolicy.defaults().withReserveGigabytes(0));
		try (SimulatedMicroscope microscope = SimulatedMicroscope.virtual(scene, folder.resolve("r/echem"), SimulatedFaults
			.none()))
		{
			report = Acquisition.of(microscope, plan, folder.resolve("r"), AcquisitionListener.NONE).run(Progress.NONE);
		}
		secondZero = 1e-9 * Duration.between(scene.startTime(), RecordingInfo.read(folder.resolve("r")).start()).toNanos();
	}

	private static ExperimentParameters parameters() {
		return ExperimentParameters.of(SampleExperiment.scene()).withAlignment("Timestamps", 0, TimeZone.getDefault().getID());
	}

	@Test
	void nothingIsMissing() {
		assertEquals(90, report.receivedExposures());
		assertEquals(0, report.missingExposures());
		assertEquals(45, report.frames("movie"));
	}

	/**
	 * The current is on from 10 s of the scene. DATE and TIME of Gamry's files are cut to seconds, and half a second is taken off:
	 * what is left is at most half a second. The recording's own echem.csv knows it to a look, .1 s.
	 */
	@Test
	void movieAndPotentiostatAlignByTimestampsWithoutAQuestion() throws Exception {
		final double on = 10 - secondZero;
		try (Movie movie = MovieFiles.open(folder.resolve("r"), MovieOpenOptions.defaults(), Progress.NONE)) {
			final AlignedElectrochemistry gamry = AlignedElectrochemistry.of(folder.resolve("r/echem"), movie.times(),
				() -> null, parameters().alignment(), Progress.NONE);
			assertEquals(on, gamry.startSeconds(gamry.steps().list().get(1)), 0.51);
			final AlignedElectrochemistry own = AlignedElectrochemistry.of(folder.resolve("r/echem.csv"), movie.times(),
				() -> null, parameters().alignment(), Progress.NONE);
			assertTrue(own.alignment().offset().standardError() < 0.01, own.alignment().offset().toString());
			// in a table, a step begins between its last row without current and its first with it, .5 s apart and .4 s of pause
			assertEquals(on, own.startSeconds(own.steps().list().get(1)), 0.6);
		}
	}

	@Test
	void speedsAreInsideTheirIntervals() throws Exception {
		try (ExperimentResult result = ExperimentAnalysis.run(folder.resolve("r"), folder.resolve("r/echem"), parameters()
			.withAlignment("Intensity Steps", 0, TimeZone.getDefault().getID()), Progress.NONE))
		{
			final StepResult step = result.rods().get(0).steps().get(0);
			assertEquals(1, step.rate().lagSeconds(), 0.01);
			for (final FrontOrigin origin : new FrontOrigin[] { FrontOrigin.START, FrontOrigin.END }) {
				final FrontVelocity front = step.fronts().get(0).fronts().stream().filter(f -> f.origin() == origin).findFirst()
					.orElseThrow(() -> new AssertionError("no front from " + origin));
				final Estimate velocity = front.velocity().times(1e9);
				// the same scene's, away from the end it comes in at
				final double truth = ExperimentAnalysisTest.trueSpeed(Paths.get(System.getProperty("project.basedir"),
					"test-images/two-fronts/truth"), origin.key()) * (origin == FrontOrigin.START ? 1 : -1);
				assertTrue(velocity.covers(truth), velocity + " against " + truth);
				assertTrue(velocity.standardError() < 0.1 * Math.abs(velocity.value()), velocity.toString());
			}
		}
	}
}
