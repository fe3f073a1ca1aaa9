package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.LightPolicy;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.StoragePolicy;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.Pacing;
import net.operando.acquire.recording.DiskGate;
import net.operando.acquire.recording.RecordingReport;
import net.operando.base.Progress;

/** FramePipeline and the engine with its two threads, made deterministic by a disk that waits for the test. */
class FramePipelineTest {

	@TempDir
	Path folder;

	/** A measured clock to the engine, which therefore uses threads; each look at it is one ms later. */
	private static final class SteppingClock implements Clock {

		private long now = 1_000_000_000L;

		@Override
		public synchronized long nanos() {
			return now += 1_000_000;
		}

		@Override
		public synchronized java.time.Instant utc() {
			return java.time.Instant.EPOCH.plusNanos(now);
		}

		@Override
		public synchronized void sleepUntil(final long nanos) {
			now = Math.max(now, nanos);
		}
	}

	/** Writing stands still until the camera was started anew, so the queue must fill up; nothing of it may be lost. */
	@Test
	void aFullQueueStopsDrainsAndStartsAnew() throws Exception {
		final CountDownLatch stopped = new CountDownLatch(1);
		final short[][] ring = ReplayMicroscope.ring(3, 16 * 16);
		final ReplayMicroscope microscope = new ReplayMicroscope(new SteppingClock(), null, ring, 16, 16, 10_000) {

			@Override
			public void stop() {
				super.stop();
				stopped.countDown();
			}
		};
		final AtomicInteger writes = new AtomicInteger();
		final AcquisitionPlan plan = AcquisitionPlan.defaults().withExposureMs(1).withPhases(Phase.of("record", 50, 1, 2))
			.withStorage(StoragePolicy.defaults().withReserveGigabytes(0).withQueueFrames(4)).withLight(LightPolicy.defaults()
				.withUse(LightPolicy.Use.LEAVE));
		final RecordingReport report = Acquisition.of(microscope, plan, folder.resolve("r"), AcquisitionListener.NONE)
			.withDisk(new DiskGate() {

				@Override
				public long usableBytes(final Path where) {
					return Long.MAX_VALUE;
				}

				@Override
				public void beforeWrite(final long bytes) throws IOException {
					if (writes.getAndIncrement() > 0) return;
					try {
						stopped.await();
					}
					catch (final InterruptedException e) {
						throw new IOException(e);
					}
				}
			}).run(Progress.NONE);
		assertEquals("plan completed", report.finishReason());
		assertTrue(microscope.starts >= 2, () -> "starts " + microscope.starts);
		assertTrue(report.segments() >= 2);
		assertTrue(report.notes().stream().anyMatch(n -> n.contains("queue of frames is full")));
		// everything the camera gave was written, and what is missing is accounted for
		assertEquals(report.receivedExposures(), report.frames("movie"));
		assertEquals(100, report.expectedExposures(), 2);
	}

	@Test
	void whatFailsInTheWritingThreadEndsTheRecording() throws Exception {
		final AcquisitionPlan plan = AcquisitionPlan.defaults().withExposureMs(1).withPacing(Pacing.SOFTWARE).withPhases(Phase
			.of("record", 50, 1, 100)).withStorage(StoragePolicy.defaults().withReserveGigabytes(0).withQueueFrames(2)).withLight(
				LightPolicy.defaults().withUse(LightPolicy.Use.LEAVE));
		final ReplayMicroscope microscope = new ReplayMicroscope(new SteppingClock(), null, ReplayMicroscope.ring(3, 256), 16,
			16, 100);
		final AcquisitionListener broken = new AcquisitionListener() {

			@Override
			public void frame(final LiveFrame frame) {
				throw new IllegalStateException("a listener that fails");
			}
		};
		final IllegalStateException e = assertThrows(IllegalStateException.class, () -> Acquisition.of(microscope, plan, folder
			.resolve("r"), broken).run(Progress.NONE));
		assertEquals("a listener that fails", e.getMessage());
		assertFalse(java.nio.file.Files.exists(folder.resolve("r/recording.lock")));
	}
}
