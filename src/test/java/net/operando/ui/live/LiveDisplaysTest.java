package net.operando.ui.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.acquire.engine.Acquisition;
import net.operando.acquire.engine.AcquisitionListener;
import net.operando.acquire.engine.AcquisitionStatus;
import net.operando.acquire.engine.LiveFrame;
import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.plan.Phase;
import net.operando.acquire.plan.StoragePolicy;
import net.operando.acquire.recording.RecordingReport;
import net.operando.acquire.simulated.SimulatedFaults;
import net.operando.acquire.simulated.SimulatedMicroscope;
import net.operando.base.Progress;
import net.operando.model.synthetic.RodGeometry;
import net.operando.model.synthetic.Scene;

/** Thinning, Watchers, HostDisplay and WatchedAcquisition: without a window, and whatever fails there. */
class LiveDisplaysTest {

	@TempDir
	Path folder;

	@AfterEach
	void nobodyShows() {
		System.getProperties().remove(HostDisplay.PROPERTY);
	}

	private SimulatedMicroscope microscope() {
		final Scene scene = Scene.defaults().withField(24, 14).withPixel_um(0.4).withRod(RodGeometry.defaults().withSize(6, 2));
		return SimulatedMicroscope.virtual(scene, folder.resolve("echem"), SimulatedFaults.none());
	}

	/** 10 exposures per second in means of 5, 20 s: 40 frames. */
	private static AcquisitionPlan plan() {
		return AcquisitionPlan.defaults().withExposureMs(7).withPhases(Phase.of("record", 10, 5, 20)).withStorage(StoragePolicy
			.defaults().withReserveGigabytes(0));
	}

	private static LiveFrame frame(final float... samples) {
		return new LiveFrame("movie", samples.length, 1, samples, 0);
	}

	@Test
	void atMostSoManyPerSecondPass() {
		final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
		final Thinning thinning = new Thinning(4, now::get);
		int passed = 0;
		// 10 s in steps of 1 ms, over the counter's end
		for (int ms = 0; ms < 10_000; ms++) {
			if (thinning.passes()) passed++;
			now.addAndGet(1_000_000L);
		}
		assertEquals(40, passed);
		// after a pause only one, not those that were missed
		now.addAndGet(5_000_000_000L);
		assertTrue(thinning.passes());
		assertEquals(false, thinning.passes());
	}

	@Test
	void aDisplayIsGivenCountsOf16Bit() {
		final List<Map<String, Object>> shown = new ArrayList<>();
		final HostDisplay display = new HostDisplay(shown::add, Runnable::run, new Thinning(1e9, System::nanoTime), e -> {
			throw new AssertionError(e);
		});
		display.frame(frame(0, 1.4f, 1.6f, -3, 40_000, 70_000));
		assertEquals(6, shown.get(0).get("width"));
		assertEquals(1, shown.get(0).get("height"));
		assertArrayEquals(new short[] { 0, 1, 2, 0, (short) 40_000, (short) 65_535 }, (short[]) shown.get(0).get("pixels"));
	}

	@Test
	void framesDoNotQueueUpBeforeASlowDisplay() {
		final Queue<Runnable> waiting = new ArrayDeque<>();
		final List<Map<String, Object>> shown = new ArrayList<>();
		final AtomicLong now = new AtomicLong();
		final HostDisplay display = new HostDisplay(shown::add, waiting::add, new Thinning(4, now::get), e -> {
			throw new AssertionError(e);
		});
		for (int i = 0; i < 100; i++) {
			display.frame(frame(i));
			now.addAndGet(1_000_000_000L);
		}
		assertEquals(1, waiting.size());
		waiting.remove().run();
		display.frame(frame(100));
		waiting.remove().run();
		assertEquals(2, shown.size());
		assertArrayEquals(new short[] { 100 }, (short[]) shown.get(1).get("pixels"));
	}

	@Test
	void aDisplayThatFailsIsReportedOnceAndNotCalledAgain() {
		final List<Throwable> reported = new ArrayList<>();
		final int[] calls = new int[1];
		final IllegalStateException failure = new IllegalStateException("no window");
		final HostDisplay display = new HostDisplay(f -> {
			calls[0]++;
			throw failure;
		}, Runnable::run, new Thinning(1e9, System::nanoTime), reported::add);
		for (int i = 0; i < 5; i++)
			display.frame(frame(i));
		assertEquals(1, calls[0]);
		assertSame(failure, reported.get(0));
		assertEquals(1, reported.size());
	}

	@Test
	void aListenerThatFailsEndsNeitherTheRecordingNorTheOthers() throws Exception {
		final List<Throwable> reported = new ArrayList<>();
		final int[] frames = new int[1];
		final int[] failures = new int[1];
		final AcquisitionListener failing = new AcquisitionListener() {

			@Override
			public void frame(final LiveFrame frame) {
				if (frame.seconds() < 5) return;
				failures[0]++;
				throw new IllegalStateException("broken");
			}

			@Override
			public void status(final AcquisitionStatus status) {
				if (failures[0] > 0) throw new IllegalStateException("told nevertheless");
			}
		};
		final AcquisitionListener counting = new AcquisitionListener() {

			@Override
			public void frame(final LiveFrame frame) {
				frames[0]++;
			}
		};
		try (SimulatedMicroscope microscope = microscope()) {
			final Acquisition acquisition = Acquisition.of(microscope, plan(), folder.resolve("r"), new Watchers(List.of(failing,
				counting), reported::add));
			final RecordingReport report = acquisition.run(Progress.NONE);
			assertEquals("plan completed", report.finishReason());
			assertEquals(200, report.receivedExposures());
		}
		assertEquals(40, frames[0]);
		assertEquals(1, failures[0]);
		assertEquals(1, reported.size());
		assertEquals("broken", reported.get(0).getMessage());
	}

	@Test
	void theHostsDisplayIsFoundAndItsFailureIsASentence() throws Exception {
		assertNull(HostDisplay.registered());
		System.getProperties().put(HostDisplay.PROPERTY, "no function");
		assertNull(HostDisplay.registered());
		final Thread[] thread = new Thread[1];
		final java.util.concurrent.CountDownLatch called = new java.util.concurrent.CountDownLatch(1);
		final Consumer<Map<String, Object>> display = f -> {
			thread[0] = Thread.currentThread();
			called.countDown();
			throw new IllegalStateException("Studio is gone");
		};
		System.getProperties().put(HostDisplay.PROPERTY, display);
		try (SimulatedMicroscope microscope = microscope()) {
			final WatchedAcquisition acquisition = WatchedAcquisition.of(microscope, plan(), folder.resolve("r"));
			assertEquals("plan completed", acquisition.run(Progress.NONE).finishReason());
			called.await();
			// what was posted to the event thread is done when something posted later is
			java.awt.EventQueue.invokeAndWait(() -> {});
			assertEquals(1, acquisition.complaints().size(), acquisition.complaints()::toString);
			assertTrue(acquisition.complaints().get(0).contains("Studio is gone"));
			assertEquals(false, acquisition.isFaulty());
		}
		assertTrue(thread[0].getName().startsWith("AWT-EventQueue"), thread[0].getName());
	}
}
