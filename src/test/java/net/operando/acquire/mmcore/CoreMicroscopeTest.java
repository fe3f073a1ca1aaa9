package net.operando.acquire.mmcore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import net.operando.acquire.engine.Acquisition;
import net.operando.acquire.engine.AcquisitionListener;
import net.operando.acquire.micromanager.DeviceProperty;
import net.operando.acquire.micromanager.RigSettings;
import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.LightPolicy;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.StoragePolicy;
import net.operando.acquire.port.Camera;
import net.operando.acquire.port.CameraFrame;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.FocusLock;
import net.operando.acquire.port.Light;
import net.operando.acquire.port.Pacing;
import net.operando.acquire.port.Stage;
import net.operando.acquire.port.StagePosition;
import net.operando.acquire.recording.RecordingReport;
import net.operando.acquire.simulated.SimulatedClock;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.MovieOpenOptions;
import net.operando.data.io.movies.MovieFiles;
import net.operando.data.movie.Movie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The core as a microscope, against a core that writes down what it is told and has no natives. */
class CoreMicroscopeTest {

	private static final RigSettings RIG = new RigSettings().withTrigger(DeviceProperty.of("Camera", "Trigger Mode"), "On",
		"Off").withFrameRate(DeviceProperty.of("Camera", "Frame Rate")).withDimmer(DeviceProperty.of("LED", "Voltage"), 0, 5)
		.withMostLightPower(0.8).withReadoutMs(1);

	@TempDir
	Path folder;

	private SimulatedClock clock;
	private RecordingCore core;

	@BeforeEach
	void newCore() {
		clock = SimulatedClock.startingAt(Instant.parse("2026-03-01T10:00:00Z"));
		core = new RecordingCore(clock);
	}

	private CoreMicroscope microscope() {
		final CoreMicroscope microscope = CoreMicroscope.of(core, "Test", RIG, clock);
		core.clearCalls();
		return microscope;
	}

	private void sleepMs(final double ms) throws InterruptedException {
		clock.sleepUntil(clock.nanos() + Math.round(1e6 * ms));
	}

	@Test
	void theShutterIsNoLongerTheCores() {
		CoreMicroscope.of(core, "Test", RIG, clock);
		assertEquals(List.of("setAutoShutter false"), core.calls());
	}

	@Test
	void aSequenceStopsOnOverflowAndIsTimedByItsTags() throws Exception {
		final Camera camera = microscope().camera();
		assertEquals(12, camera.setExposureMs(12));
		final long start = clock.nanos();
		camera.start(Pacing.FREE_RUN, 100);
		assertEquals(List.of("setExposure 12.0", "setProperty Camera/Frame Rate=10.0", "setCircularBufferMemoryFootprint 1024",
			"prepareSequenceAcquisition", "startSequenceAcquisition stopOnOverflow=true"), core.calls());
		assertNull(camera.poll(null));
		// fetched late: the time is that of the exposure nevertheless
		sleepMs(250);
		assertEquals(3, camera.waiting());
		for (int i = 0; i < 3; i++) {
			final CameraFrame frame = camera.poll(null);
			assertEquals(start + 100_000_000L * i + 6_000_000, frame.monotonicNanos(), 1, "middle of 12 ms after i intervals");
			assertEquals(100.0 * i + 13, frame.elapsedMs(), 1e-9);
			assertEquals(i, frame.imageNumber());
			assertEquals(1001 + i, frame.counts()[0]);
		}
		assertNull(camera.poll(null));
		core.clearCalls();
		camera.stop();
		camera.stop();
		assertEquals(List.of("stopSequenceAcquisition"), core.calls());
	}

	@Test
	void withoutTagsAFrameIsTimedWhenItIsFetched() throws Exception {
		core.elapsedTags = false;
		final Camera camera = microscope().camera();
		camera.setExposureMs(10);
		camera.start(Pacing.FREE_RUN, 100);
		sleepMs(20);
		assertEquals(clock.nanos() - 6_000_000, camera.poll(null).monotonicNanos(), "1 ms of readout and half of 10 ms");
	}

	@Test
	void pulsesAreWaitedForOnlyWhileTheyAreAskedFor() throws Exception {
		final Camera camera = microscope().camera();
		assertEquals(Set.of(Pacing.SOFTWARE, Pacing.FREE_RUN, Pacing.HARDWARE_TRIGGER), camera.pacings());
		camera.start(Pacing.HARDWARE_TRIGGER, 100);
		camera.stop();
		assertEquals("setProperty Camera/Trigger Mode=On", core.calls().get(0));
		core.clearCalls();
		camera.snap(null, 1000);
		assertEquals(List.of("setProperty Camera/Trigger Mode=Off", "snapImage"), core.calls());
	}

	@Test
	void framesBeforeAnOverflowAreStillThere() throws Exception {
		core.overflowAt(4);
		final Camera camera = microscope().camera();
		camera.start(Pacing.FREE_RUN, 100);
		sleepMs(1000);
		assertTrue(camera.isOverflowed());
		camera.stop();
		for (int i = 0; i < 4; i++)
			assertEquals(i, camera.poll(null).imageNumber());
		assertNull(camera.poll(null));
		camera.start(Pacing.FREE_RUN, 100);
		assertFalse(camera.isOverflowed(), "a new sequence begins with an empty buffer");
	}

	@Test
	void eightBitImagesAreTakenAndOthersRefused() {
		core.bytes = true;
		final Camera camera = microscope().camera();
		assertEquals(255, camera.fullScale());
		assertEquals(207, camera.snap(null, 1000).counts()[0]);
		core.bytes = false;
		assertEquals(4095, CoreMicroscope.of(core, "Test", RIG, clock).camera().fullScale(), "12 bit");
		assertEquals(0.02, camera.leastExposureMs());
		assertEquals(30_000, camera.mostExposureMs());
		assertEquals(8, camera.leastIntervalMs(7), "1 ms of readout");
	}

	@Test
	void whatTheCoreRefusesIsSaidWithTheDevice() {
		final Camera camera = microscope().camera();
		core.failing = "setExposure";
		final String message = assertThrows(DeviceException.class, () -> camera.setExposureMs(5)).getMessage();
		assertTrue(message.startsWith("The camera Camera did not take an exposure of 5.0 ms: Error 1: device gone."), message);
		assertFalse(message.contains("\n"));
	}

	@Test
	void theLightIsDimmedBeforeItOpensAndClosedBeforeItIsDark() {
		final Light light = microscope().light().get();
		light.on(0.5);
		assertTrue(light.isOn());
		assertEquals(0.5, light.power());
		light.off();
		assertEquals(List.of("setProperty LED/Voltage=2.5", "setShutterOpen true", "setShutterOpen false",
			"setProperty LED/Voltage=0.0"), core.calls());
		assertThrows(DeviceException.class, () -> light.on(0.9));
		assertFalse(core.isOpen());
	}

	@Test
	void aStuckShutterDoesNotKeepTheLampFromGoingDark() {
		final Light light = microscope().light().get();
		light.on(0.5);
		core.clearCalls();
		core.failing = "setShutterOpen";
		assertThrows(DeviceException.class, light::off);
		assertEquals(List.of("setShutterOpen false", "setProperty LED/Voltage=0.0"), core.calls());
		assertEquals(0.5, light.power(), "it may still be on");
	}

	@Test
	void theStageIsAskedUntilItArrives() {
		core.xyStage = "XY";
		core.focus = "Z";
		final Stage stage = CoreMicroscope.of(core, "Test", RIG.withStageLimits(StagePosition.of(-10, -10, 0), StagePosition.of(
			10, 10, 5)), clock).stage().get();
		core.clearCalls();
		final long start = clock.nanos();
		stage.moveTo(StagePosition.of(3, -4, 1), 1000);
		assertEquals(List.of("setXYPosition 3.0,-4.0", "setPosition 1.0"), core.calls());
		assertEquals(200_000_000, clock.nanos() - start, "busy for 0.2 s");
		assertEquals("3.0, -4.0, 1.0 um", stage.position().toString());
		assertThrows(DeviceTimeoutException.class, () -> stage.moveTo(StagePosition.of(0, 0, 1), 100));
		assertEquals(List.of("stop XY", "stop Z"), core.calls().subList(4, 6));
		core.clearCalls();
		assertThrows(DeviceException.class, () -> stage.moveTo(StagePosition.of(11, 0, 1), 100));
		assertEquals(List.of(), core.calls(), "it does not even begin to move");
	}

	@Test
	void theFocusLockLocksAndLosesAndLetsGo() {
		core.autoFocus = "AF";
		core.property("AF", "Offset", "-0.004");
		final FocusLock lock = CoreMicroscope.of(core, "Test", RIG.withFocusOffset(DeviceProperty.of("AF", "Offset"), 1000),
			clock).focusLock().get();
		assertEquals(FocusLock.State.OFF, lock.state());
		lock.engage(1000);
		assertEquals(FocusLock.State.LOCKED, lock.state());
		assertEquals(-4, lock.offsetNm(), 1e-9);
		core.loseFocus();
		assertEquals(FocusLock.State.LOST, lock.state());
		lock.disengage();
		assertEquals(FocusLock.State.OFF, lock.state());
		assertThrows(DeviceTimeoutException.class, () -> lock.engage(500));
		core.property("AF", "Offset", "n/a");
		assertThrows(DeviceException.class, lock::offsetNm);
	}

	@Test
	void marksAreRaisedAndLowered() {
		final CoreMicroscope microscope = CoreMicroscope.of(core, "Test", RIG.withMark(DeviceProperty.of("DO", "State"), "1",
			"0"), clock);
		core.clearCalls();
		final long start = clock.nanos();
		assertEquals(start, microscope.markOutput().get().pulse(20));
		assertEquals(List.of("setProperty DO/State=1", "setProperty DO/State=0"), core.calls());
		assertEquals(20_000_000, clock.nanos() - start);
	}

	private RecordingReport record(final CoreMicroscope microscope) throws Exception {
		final AcquisitionPlan plan = AcquisitionPlan.defaults().withExposureMs(7).withPacing(Pacing.FREE_RUN).withPhases(Phase.of(
			"record", 10, 5, 3)).withLight(LightPolicy.defaults().withPower(0.5)).withStorage(StoragePolicy.defaults()
				.withReserveGigabytes(0));
		return Acquisition.of(microscope, plan, folder.resolve("r"), AcquisitionListener.NONE).run(Progress.NONE);
	}

	private static final List<String> START = List.of("setExposure 7.0", "setProperty LED/Voltage=2.5", "setShutterOpen true",
		"setProperty Camera/Frame Rate=10.0", "setCircularBufferMemoryFootprint 1024", "prepareSequenceAcquisition",
		"startSequenceAcquisition stopOnOverflow=true");
	private static final List<String> DARK = List.of("setShutterOpen false", "setProperty LED/Voltage=0.0");

	@Test
	void aRecordingMakesJustTheseCalls() throws Exception {
		final RecordingReport report = record(microscope());
		assertEquals("plan completed", report.finishReason());
		assertEquals(30, report.receivedExposures());
		final List<String> calls = core.calls();
		assertEquals(START, calls.subList(0, START.size()));
		// dark at once, before the camera's last frames are fetched; and once more on the way out
		final List<String> end = new ArrayList<>(DARK);
		end.add("stopSequenceAcquisition");
		end.addAll(DARK);
		assertEquals(end, calls.subList(START.size(), calls.size()));
		assertFalse(core.isOpen());
		try (Movie movie = MovieFiles.open(folder.resolve("r"), MovieOpenOptions.defaults(), Progress.NONE)) {
			assertEquals(6, movie.frameCount());
			assertEquals(RecordingCore.WIDTH / 2, movie.width());
			assertEquals(1003, movie.frame(0, null)[0], 0.01, "mean of the first five, stored to 0.01 counts or better");
		}
	}

	@Test
	void anOverflowIsDrainedAndANewSequenceStarted() throws Exception {
		core.overflowAt(12);
		final RecordingReport report = record(microscope());
		assertEquals("plan completed", report.finishReason());
		final List<String> calls = core.calls();
		// the sequence has stopped by itself, as it was asked to
		final List<String> restart = List.of("setProperty Camera/Frame Rate=10.0",
			"setCircularBufferMemoryFootprint 1024", "prepareSequenceAcquisition",
			"startSequenceAcquisition stopOnOverflow=true");
		assertEquals(restart, calls.subList(START.size(), START.size() + restart.size()));
		assertTrue(report.receivedExposures() >= 28, "all but what fell between the two sequences");
		assertFalse(core.isOpen());
	}

	@Test
	void anExceptionInTheMiddleStopsTheCameraDarkensTheLightAndKeepsTheFrames() throws Exception {
		core.failAt(17);
		final RecordingReport report = record(microscope());
		assertTrue(report.finishReason().contains("camera Camera did not give its next image"), report.finishReason());
		assertTrue(core.calls().contains("stopSequenceAcquisition"));
		assertEquals(DARK, core.calls().subList(core.calls().size() - 2, core.calls().size()));
		assertFalse(core.isOpen());
		try (Movie movie = MovieFiles.open(folder.resolve("r"), MovieOpenOptions.defaults(), Progress.NONE)) {
			assertTrue(movie.frameCount() >= 3, "15 of the 17 exposures made 3 means");
		}
	}

	@Test
	void aConfigurationIsCheckedBeforeTheCoreSeesIt() throws Exception {
		final Path wrong = folder.resolve("wrong.cfg");
		Files.write(wrong, List.of("Devise,C,DemoCamera,DCam"));
		assertThrows(InvalidInputException.class, () -> CoreMicroscopes.load(core, wrong));
		assertEquals(List.of(), core.calls());
		final Path right = folder.resolve("right.cfg");
		Files.write(right, List.of("Device,Camera,DemoCamera,DCam", "Property,Core,Initialize,1"));
		Files.writeString(folder.resolve("right.rig.json"), "{ \"name\": \"ours\", \"readoutMs\": 3 }");
		assertEquals("Micro-Manager ours", CoreMicroscopes.load(core, right).name());
		assertEquals(List.of("loadSystemConfiguration", "setAutoShutter false"), core.calls());
		assertEquals(0.0347, CoreMicroscopes.of(core, "Studio", RIG).calibration().micrometresPerPixel());
		Files.writeString(folder.resolve("right.rig.json"), "{ \"mostLightPower\": 2 }");
		assertTrue(assertThrows(InvalidInputException.class, () -> CoreMicroscopes.load(core, right)).getMessage().contains(
			"mostLightPower"));
	}
}
