package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.StoragePolicy;
import net.operando.acquire.port.Pacing;
import net.operando.acquire.port.SystemClock;
import net.operando.acquire.recording.RecordingReport;
import net.operando.base.Progress;

/**
 * The engine alone on the computer's clock: a camera that copies frames of 1920 x 1200 from a ring, means of 2 x 2 and 5,
 * journal and files. Needs the machine for itself.
 */
@Tag("benchmark")
class EngineThroughputTest {

	private static final int WIDTH = 1920;
	private static final int HEIGHT = 1200;
	private static final int FRAMES = 3000;

	@TempDir
	Path folder;

	private static AcquisitionPlan plan(final double rate, final double seconds) {
		final AcquisitionPlan plan = AcquisitionPlan.defaults().withExposureMs(0.5).withPhases(Phase.of("record", rate, 5,
			seconds)).withStorage(StoragePolicy.defaults().withReserveGigabytes(0).withQueueFrames(24));
		return plan.withLight(plan.light().withUse(net.operando.acquire.plan.LightPolicy.Use.LEAVE));
	}

	private static ReplayMicroscope camera(final int buffer) {
		return new ReplayMicroscope(new SystemClock(), null, ReplayMicroscope.ring(8, WIDTH * HEIGHT), WIDTH, HEIGHT, buffer);
	}

	/** As fast as it goes: exposures are asked for at a rate that nobody reaches. */
	@Test
	void fullFramesPerSecond() throws Exception {
		final Acquisition[] acquisition = new Acquisition[1];
		final AcquisitionListener listener = new AcquisitionListener() {

			@Override
			public void status(final AcquisitionStatus status) {
				if (status.exposures >= FRAMES) acquisition[0].stop();
			}
		};
		acquisition[0] = Acquisition.of(camera(1), plan(1000, 120).withPacing(Pacing.SOFTWARE), folder.resolve("r"),
			listener);
		final long begin = System.nanoTime();
		final RecordingReport report = acquisition[0].run(Progress.NONE);
		final double seconds = 1e-9 * (System.nanoTime() - begin);
		final double rate = report.receivedExposures() / seconds;
		System.out.printf(Locale.ROOT, "engine: %d full frames in %.1f s, %.1f per second, heap at most %d MB%n", report
			.receivedExposures(), seconds, rate, Runtime.getRuntime().maxMemory() >> 20);
		assertTrue(report.receivedExposures() >= FRAMES);
		assertTrue(rate >= 100, "frames per second " + rate);
	}

	/** At 100 per second from the camera's own timer: none lost, and how late. */
	@Test
	void hundredPerSecondWithoutALoss() throws Exception {
		final RecordingReport report = Acquisition.of(camera(200), plan(100, FRAMES / 100), folder.resolve("r"),
			AcquisitionListener.NONE).run(Progress.NONE);
		System.out.printf(Locale.ROOT, "100/s: received %d, missing %d, segments %d, p99 lateness %.0f us%n", report
			.receivedExposures(), report.missingExposures(), report.segments(), report.latenessP99Micros());
		assertEquals(FRAMES, report.receivedExposures());
		assertEquals(0, report.missingExposures());
		assertEquals(1, report.segments());
	}
}
