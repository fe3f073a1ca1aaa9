package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.LightPolicy;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.StoragePolicy;
import net.operando.acquire.port.Pacing;
import net.operando.acquire.port.SystemClock;
import net.operando.acquire.recording.RecordingReport;
import net.operando.acquire.simulated.SimulatedClock;
import net.operando.base.Progress;

/** What drivers do that they should not: RateWatch and Watchdog. */
class DriverFaultsTest {

	@TempDir
	Path folder;

	/** The camera runs four times as fast as it was told; after its first frames the plan's rate is kept. */
	@Test
	void aCameraThatIgnoresTheIntervalIsThinnedOut() throws Exception {
		final ReplayMicroscope fast = new ReplayMicroscope(SimulatedClock.startingAt(Instant.EPOCH), null, ReplayMicroscope
			.ring(3, 256), 16, 16, 10_000)
		{

			@Override
			public void start(final Pacing pacing, final double intervalMs) {
				super.start(pacing, intervalMs / 4);
			}
		};
		final AcquisitionPlan plan = AcquisitionPlan.defaults().withExposureMs(1).withPhases(Phase.of("record", 10, 1, 20))
			.withStorage(StoragePolicy.defaults().withReserveGigabytes(0)).withLight(LightPolicy.defaults().withUse(
				LightPolicy.Use.LEAVE));
		final RecordingReport report = Acquisition.of(fast, plan, folder.resolve("r"), AcquisitionListener.NONE).run(
			Progress.NONE);
		assertEquals(200, report.expectedExposures(), 1);
		assertEquals(0, report.missingExposures());
		// nine frames at 40/s, then 10/s: 191 more take 19 s
		assertEquals(19.3, report.seconds(), 0.3);
		assertTrue(report.notes().stream().anyMatch(n -> n.contains("40.00 frames per second where 10.00 were asked for")), report
			.notes().toString());
	}

	@Test
	void aHangingDriverLeavesTheSampleDark() throws Exception {
		final KilledRecording.FileLight light = new KilledRecording.FileLight(folder.resolve("light"));
		final LightControl control = new LightControl(light, LightPolicy.defaults().withSettleSeconds(0), new SystemClock());
		control.on();
		assertTrue(light.isOn());
		final CountDownLatch bitten = new CountDownLatch(1);
		try (Watchdog watchdog = new Watchdog(0.05, Thread.currentThread(), control, state -> bitten.countDown())) {
			watchdog.beat();
			// nothing beats any more: the thread that hangs here is woken by an interrupt
			assertThrows(InterruptedException.class, () -> new CountDownLatch(1).await());
		}
		assertEquals(0, bitten.getCount());
		assertFalse(light.isOn());
		control.on();
		assertFalse(light.isOn(), "off for good");
	}
}
