package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.Condition;
import net.operando.acquire.plan.FocusPolicy;
import net.operando.acquire.plan.LightPolicy;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.Quantity;
import net.operando.acquire.plan.Rule;
import net.operando.acquire.plan.RuleAction;
import net.operando.acquire.plan.StoragePolicy;
import net.operando.acquire.plan.SyncMarks;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.Pacing;
import net.operando.acquire.port.StagePosition;
import net.operando.acquire.recording.DiskGate;
import net.operando.acquire.recording.RecordingReport;
import net.operando.acquire.simulated.SimulatedFaults;
import net.operando.acquire.simulated.SimulatedMicroscope;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.acquired.AcquiredStream;
import net.operando.data.io.acquired.FrameEntry;
import net.operando.data.io.acquired.RecordingInfo;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;
import net.operando.data.movie.PixelType;

/** Acquisition on the simulated microscope's computed clock: every run is the same, and none waits. */
class AcquisitionTest {

	@TempDir
	Path folder;

	private RecordingReport record(final AcquisitionPlan plan) throws Exception {
		return record(plan, SimulatedFaults.none());
	}

	private RecordingReport record(final AcquisitionPlan plan, final SimulatedFaults faults) throws Exception {
		try (SimulatedMicroscope microscope = SmallScene.microscope(folder, faults)) {
			final RecordingReport report = Acquisition.of(microscope, plan, folder.resolve("r"), AcquisitionListener.NONE).run(
				Progress.NONE);
			assertFalse(microscope.light().get().isOn());
			return report;
		}
	}

	private List<FrameEntry> frames(final String stream) throws Exception {
		final RecordingInfo info = RecordingInfo.read(folder.resolve("r"));
		return AcquiredStream.read(folder.resolve("r"), info, info.streams().stream().filter(s -> s.name().equals(stream))
			.findFirst().get()).frames();
	}

	private Movie open(final String dataset) {
		return MovieFiles.open(folder.resolve("r"), MovieOpenOptions.defaults().withDataset(dataset), Progress.NONE);
	}

	@ParameterizedTest
	@EnumSource(Pacing.class)
	void everyExposureIsThereAtItsTime(final Pacing pacing) throws Exception {
		final RecordingReport report = record(SmallScene.plan(6).withPacing(pacing));
		assertEquals("plan completed", report.finishReason());
		assertEquals(60, report.expectedExposures());
		assertEquals(60, report.receivedExposures());
		assertEquals(0, report.missingExposures());
		assertEquals(1, report.segments());
		assertEquals("off", report.lightAfter());
		try (Movie movie = open("")) {
			assertEquals(12, movie.frameCount());
			assertEquals(0.2, movie.calibration().micrometresPerPixel(), 1e-12);
			for (int f = 1; f < 12; f++)
				assertEquals(0.5, movie.times().seconds(f) - movie.times().seconds(f - 1), 1e-6, "frame " + f);
		}
		final FrameEntry first = frames("movie").get(0);
		assertEquals(5, first.exposures);
		assertEquals("LOCKED", first.lock);
		assertEquals(0.5, first.light);
		assertFalse(Double.isNaN(first.voltageVolts));
	}

	/** The mean of five exposures of 2 x 2 pixels, against means of the full frames that were kept of the same exposures. */
	@Test
	void storedFramesAreTheMeansOfTheirExposures() throws Exception {
		record(SmallScene.plan(3).withRules(Rule.keepFullFrames("all", Condition.above(Quantity.SECONDS, -1), 2, 20)));
		try (Movie means = open(""); Movie full = open("full")) {
			assertEquals(30, full.frameCount());
			assertEquals(2 * means.width(), full.width());
			for (int f = 0; f < means.frameCount(); f++) {
				final float[] mean = means.frame(f, null);
				final double[] expected = new double[mean.length];
				double time = 0;
				for (int k = 5 * f; k < 5 * f + 5; k++) {
					final float[] raw = full.frame(k, null);
					time += full.times().seconds(k) / 5;
					for (int i = 0; i < raw.length; i++)
						expected[i / full.width() / 2 * means.width() + i % full.width() / 2] += raw[i] / 20;
				}
				assertEquals(time, means.times().seconds(f), 1e-8);
				for (int i = 0; i < mean.length; i++)
					assertEquals(expected[i], mean[i], 1e-6 * expected[i]);
			}
		}
	}

	@Test
	void droppedFramesAreFoundFromTimes() throws Exception {
		final RecordingReport report = record(SmallScene.plan(30), SimulatedFaults.none().withDropped(0.05).withJitterMs(4));
		assertEquals(300, report.expectedExposures(), 1);
		assertTrue(report.missingExposures() > 3, () -> "missing " + report.missingExposures());
		assertEquals(report.expectedExposures() - report.receivedExposures(), report.missingExposures());
		assertTrue(report.gaps().stream().allMatch(g -> g.cause().equals("dropped")));
		int exposures = 0;
		for (final FrameEntry frame : frames("movie")) {
			exposures += frame.exposures;
			assertEquals(frame.exposures < 5, frame.flag.contains("partial"));
		}
		assertEquals(report.receivedExposures(), exposures);
		// four times 4 ms of jitter is within half an interval of 100 ms
		assertTrue(report.jitterP99Micros() > 2000 && report.jitterP99Micros() < 16_000);
	}

	@Test
	void anOverflowStartsANewSegmentAndIsInTheReport() throws Exception {
		final RecordingReport report = record(SmallScene.plan(10), SimulatedFaults.none().withOverflowAt(6));
		assertEquals("plan completed", report.finishReason());
		assertEquals(2, report.segments());
		assertTrue(report.gaps().stream().anyMatch(g -> g.cause().equals("overflow")));
		assertEquals(100, report.expectedExposures(), 1);
		assertTrue(report.notes().stream().anyMatch(n -> n.contains("overflowed")));
		// frames before and after; none averages across
		assertTrue(frames("movie").stream().anyMatch(f -> f.segment == 1) && frames("movie").stream().anyMatch(
			f -> f.segment == 2 && f.flag.contains("gap")));
	}

	@Test
	void aStalledCameraIsStartedAnew() throws Exception {
		final RecordingReport report = record(SmallScene.plan(20).withWatchdogSeconds(2), SimulatedFaults.none().withStall(6,
			3));
		assertEquals("plan completed", report.finishReason());
		assertTrue(report.gaps().stream().anyMatch(g -> g.cause().equals("stalled")));
		// 3 s of 10 Hz are lost, whatever part of them the new start takes
		assertEquals(30, report.missingExposures(), 12);
		assertEquals(200, report.expectedExposures(), 2);
	}

	@Test
	void aDeadCameraEndsItInOrder() throws Exception {
		final RecordingReport stalled = record(SmallScene.plan(60).withWatchdogSeconds(2), SimulatedFaults.none().withStall(6,
			1000));
		assertTrue(stalled.finishReason().contains("gives no frames"), stalled.finishReason());
		assertEquals("off", stalled.lightAfter());
		assertTrue(stalled.receivedExposures() > 30);
	}

	@Test
	void anExceptionInTheMiddleKeepsWhatIsThere() throws Exception {
		for (final Pacing pacing : new Pacing[] { Pacing.FREE_RUN, Pacing.SOFTWARE }) {
			folder = Files.createDirectory(folder.resolve(pacing.name()));
			try (SimulatedMicroscope microscope = SmallScene.microscope(folder, SimulatedFaults.none().withCameraFailureAt(5)))
			{
				final Acquisition acquisition = Acquisition.of(microscope, SmallScene.plan(20).withPacing(pacing), folder.resolve(
					"r"), AcquisitionListener.NONE);
				final RecordingReport report = acquisition.run(Progress.NONE);
				assertTrue(acquisition.isFaulty());
				assertTrue(report.finishReason().contains("does not answer"), report.finishReason());
				assertEquals("off", report.lightAfter());
				assertFalse(microscope.light().get().isOn());
				assertTrue(report.receivedExposures() > 20);
				try (Movie movie = open("")) {
					assertEquals(report.frames("movie"), movie.frameCount());
				}
			}
		}
	}

	@Test
	void aFullDiskKeepsWhatIsThere() throws Exception {
		try (SimulatedMicroscope microscope = SmallScene.microscope(folder, SimulatedFaults.none().withDiskFullAfter(0.04))) {
			final Acquisition acquisition = Acquisition.of(microscope, SmallScene.plan(20), folder.resolve("r"),
				AcquisitionListener.NONE).withDisk(microscope.disk());
			final RecordingReport report = acquisition.run(Progress.NONE);
			assertTrue(acquisition.isFaulty());
			assertTrue(report.finishReason().contains("No space left"), report.finishReason());
			// 48 x 28 floats and a directory: 5.6 kB each
			assertEquals(7, report.frames("movie"));
			assertFalse(microscope.light().get().isOn());
		}
	}

	@Test
	void aDiskAboutToBeFullEndsItInOrder() throws Exception {
		final AcquisitionPlan plan = SmallScene.plan(20).withStorage(StoragePolicy.defaults().withReserveGigabytes(0.5));
		try (SimulatedMicroscope microscope = SmallScene.microscope(folder, SimulatedFaults.none())) {
			final Acquisition acquisition = Acquisition.of(microscope, plan, folder.resolve("r"), AcquisitionListener.NONE)
				.withDisk(new DiskGate() {

					private long left = 550_000_000;

					@Override
					public long usableBytes(final Path where) {
						return left -= 8_000_000;
					}
				});
			assertEquals("the disk is nearly full", acquisition.run(Progress.NONE).finishReason());
			assertFalse(acquisition.isFaulty());
			assertFalse(microscope.light().get().isOn());
		}
	}

	@Test
	void lostFocusPausesContinuesOrStopsAsThePlanSays() throws Exception {
		for (final FocusPolicy.OnLoss onLoss : FocusPolicy.OnLoss
			.values())
		{
			folder = Files.createDirectory(folder.resolve(onLoss.name()));
			final AcquisitionPlan plan = SmallScene.plan(10);
			final RecordingReport report = record(plan.withFocus(plan.focus().withOnLoss(onLoss)), SimulatedFaults.none()
				.withLockLossAt(6, false));
			switch (onLoss) {
				case PAUSE:
					assertEquals("plan completed", report.finishReason());
					assertEquals(2, report.segments());
					// 1.5 s to lock and .5 s for the light to settle, at 10 Hz
					assertEquals(20, report.pausedExposures(), 2);
					assertEquals(0, report.missingExposures());
					break;
				case CONTINUE:
					assertEquals("plan completed", report.finishReason());
					assertEquals(100, report.receivedExposures());
					assertTrue(frames("movie").stream().anyMatch(f -> f.lock.equals("LOST") && f.lockOffsetNm > 100));
					break;
				default:
					assertEquals("focus was lost", report.finishReason());
			}
		}
	}

	@Test
	void focusThatIsNotFoundAgainEndsIt() throws Exception {
		final RecordingReport report = record(SmallScene.plan(20), SimulatedFaults.none().withLockLossAt(5, true));
		assertEquals("focus was lost and not found again", report.finishReason());
		assertEquals("off", report.lightAfter());
	}

	@Test
	void aStageThatDoesNotArriveMovesNothingElse() {
		final AcquisitionPlan plan = SmallScene.plan(10).withPositions(3, StagePosition.of(1, 0, 0), StagePosition.of(0, 1, 0));
		final DeviceTimeoutException e = assertThrows(DeviceTimeoutException.class, () -> record(plan, SimulatedFaults.none()
				.withStageTimeout()));
		assertTrue(e.getMessage().contains("did not arrive"));
		assertFalse(Files.exists(folder.resolve("r")));
	}

	@Test
	void everyPositionBecomesAMovie() throws Exception {
		final RecordingReport report = record(SmallScene.plan(9).withPositions(3, StagePosition.of(1.4, 0, 0), StagePosition.of(
			0, 0, 0)));
		assertEquals(90, report.expectedExposures(), 1);
		assertTrue(report.gaps().stream().anyMatch(g -> g.cause().equals("moving")));
		assertTrue(frames("movie").stream().allMatch(f -> f.x_um == 1.4));
		assertTrue(frames("position-2").stream().allMatch(f -> f.x_um == 0));
		// the stage moved the sample to the right by 1.4 um, which is 7 stored pixels
		try (Movie moved = open(""); Movie still = open("position-2")) {
			double least = Double.POSITIVE_INFINITY;
			int shift = -1;
			for (int s = 0; s <= 14; s++) {
				final double difference = difference(still.frame(0, null), moved.frame(0, null), still.width(), s);
				if (difference < least) {
					least = difference;
					shift = s;
				}
			}
			assertEquals(7, shift);
		}
	}

	/** Mean square difference where the second image, shifted to the left, lies over the first. */
	private static double difference(final float[] first, final float[] second, final int width, final int shift) {
		double sum = 0;
		int n = 0;
		for (int i = 0; i < first.length; i++)
			if (i % width + shift < width) {
				sum += (first[i] - second[i + shift]) * (first[i] - second[i + shift]);
				n++;
			}
		return sum / n;
	}

	@Test
	void theRateFollowsTheCurrent() throws Exception {
		final AcquisitionPlan plan = SmallScene.plan(6).withPhases(Phase.of("rest", 1, 1, Double.NaN), Phase.of("current", 10, 5,
			Double.NaN)).withMostSeconds(55).withRules(Rule.startPhase("on", Condition.above(Quantity.CURRENT_A, 1e-5)
				.ofMagnitude(), "current"), Rule.startPhase("off", Condition.below(Quantity.CURRENT_A, 1e-6).ofMagnitude(),
					"rest"));
		final RecordingReport report = record(plan);
		assertEquals("the plan's longest time is over", report.finishReason());
		final List<FrameEntry> frames = frames("movie");
		final RecordingInfo info = RecordingInfo.read(folder.resolve("r"));
		final double on = frames.stream().filter(f -> f.phase.equals("current")).mapToDouble(f -> info.seconds(f.actualNanos))
			.min().getAsDouble();
		final double off = frames.stream().filter(f -> f.phase.equals("current")).mapToDouble(f -> info.seconds(
			f.actualNanos)).max().getAsDouble();
		// current from 10.4 to 40.4 s of the scene, which began 1.5 s before the recording; a row each .5 s, .4 s of gap after it
		assertEquals(8.9, on, 1.2);
		assertEquals(38.9, off, 1.5);
		assertEquals(0, report.missingExposures());
	}

	@Test
	void aRuleStopsAndAnEventEndsAPhase() throws Exception {
		final RecordingReport report = record(SmallScene.plan(6).withPhases(Phase.of("first", 10, 5, 30).withUntil(Condition
			.above(Quantity.PHASE_SECONDS, 3)), Phase.of("second", 2, 1, 30)).withRules(Rule.of("enough", Condition.above(
				Quantity.SECONDS, 8), RuleAction.STOP)));
		assertEquals("rule enough", report.finishReason());
		assertEquals(6, frames("movie").stream().filter(f -> f.phase.equals("first")).count(), 1);
		assertEquals(9, frames("movie").stream().filter(f -> f.phase.equals("second")).count(), 2);
	}

	@Test
	void marksAreDarkAndStayOutOfTheMovie() throws Exception {
		final RecordingReport report = record(SmallScene.plan(10).withMarks(SyncMarks.none().withLedBlink(3).withTtl(5)
			.withEverySeconds(4)));
		final List<FrameEntry> dark = frames("dark");
		assertTrue(dark.size() >= 9, () -> "dark " + dark.size());
		assertEquals(100, report.receivedExposures(), 1);
		try (Movie movie = open(""); Movie marks = open("dark")) {
			for (int f = 0; f < movie.frameCount(); f++)
				assertTrue(mean(movie.frame(f, null)) > 3000, "a dark exposure is in frame " + f);
			assertTrue(mean(marks.frame(1, null)) < 100);
		}
		assertTrue(Files.readString(folder.resolve("r/events.csv")).contains("ttl up at"));
	}

	private static double mean(final float[] v) {
		double sum = 0;
		for (final float x : v)
			sum += x;
		return sum / v.length;
	}

	@Test
	void lightAroundExposuresIsOffBetween() throws Exception {
		final AcquisitionPlan plan = SmallScene.plan(3).withPacing(Pacing.SOFTWARE);
		final RecordingReport report = record(plan.withLight(plan.light().withUse(LightPolicy.Use.EXPOSURES)));
		assertEquals(30, report.receivedExposures());
		assertTrue(frames("movie").stream().allMatch(f -> f.light == 0));
		try (Movie movie = open("")) {
			assertTrue(mean(movie.frame(2, null)) > 3000);
		}
	}

	@Test
	void pausedAndResumedFromOutside() throws Exception {
		final List<AcquisitionState> states = new ArrayList<>();
		try (SimulatedMicroscope microscope = SmallScene.microscope(folder, SimulatedFaults.none())) {
			final Acquisition[] acquisition = new Acquisition[1];
			final AcquisitionListener listener = new AcquisitionListener() {

				@Override
				public void status(final AcquisitionStatus status) {
					if (states.isEmpty() || states.get(states.size() - 1) != status.state) states.add(status.state);
					if (status.seconds > 3 && status.seconds < 3.2) acquisition[0].pause();
					if (status.state == AcquisitionState.PAUSED) assertFalse(microscope.light().get().isOn());
					if (status.seconds > 5) acquisition[0].resume();
				}
			};
			acquisition[0] = Acquisition.of(microscope, SmallScene.plan(10), folder.resolve("r"), listener);
			final RecordingReport report = acquisition[0].run(Progress.NONE);
			assertEquals(2, report.segments());
			assertEquals(0, report.missingExposures());
			// from 3 to 5 s, and half a second for the light
			assertEquals(25, report.pausedExposures(), 4);
			assertEquals(List.of(AcquisitionState.RUNNING, AcquisitionState.PAUSED, AcquisitionState.RUNNING,
				AcquisitionState.FINISHED), states);
		}
	}

	@Test
	void aCancelledRecordingIsKept() throws Exception {
		try (SimulatedMicroscope microscope = SmallScene.microscope(folder, SimulatedFaults.none())) {
			final Progress progress = new Progress() {

				private int asked;

				@Override
				public void update(final double fraction, final String status) {
					assertTrue(fraction >= 0 && fraction <= 1);
				}

				@Override
				public boolean isCancelled() {
					return ++asked > 500;
				}
			};
			final RecordingReport report = Acquisition.of(microscope, SmallScene.plan(100), folder.resolve("r"),
				AcquisitionListener.NONE).run(progress);
			assertEquals("stopped by the user", report.finishReason());
			assertTrue(report.frames("movie") > 1);
		}
	}

	@Test
	void nothingIsOverwrittenAndNothingWrittenOfARefusedPlan() throws Exception {
		record(SmallScene.plan(1));
		assertThrows(InvalidInputException.class, () -> record(SmallScene.plan(1)));
		final Path other = folder.resolve("other");
		try (SimulatedMicroscope microscope = SmallScene.microscope(folder, SimulatedFaults.none())) {
			assertThrows(InvalidInputException.class, () -> Acquisition.of(microscope, SmallScene.plan(1).withExposureMs(200),
				other, AcquisitionListener.NONE).run(Progress.NONE));
		}
		assertFalse(Files.exists(other));
	}

	/** Single exposures without binning are kept as the camera gave them. */
	@Test
	void rawFramesStayWholeNumbers() throws Exception {
		record(SmallScene.plan(1).withSpatialBin(1).withPhases(Phase.of("raw", 10, 1, 1)).withRules(Rule.keepFullFrames("all",
			Condition.above(Quantity.SECONDS, -1), 1, 5)));
		try (Movie movie = open(""); Movie full = open("full")) {
			assertEquals(PixelType.UINT16, movie.pixelType());
			assertEquals(10, movie.frameCount());
			for (int f = 0; f < 10; f++)
				assertArrayEquals(full.frame16(f, null), movie.frame16(f, null));
		}
	}
}
