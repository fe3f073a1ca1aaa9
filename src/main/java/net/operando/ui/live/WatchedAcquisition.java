package net.operando.ui.live;

import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import ij.macro.Interpreter;
import net.operando.acquire.engine.Acquisition;
import net.operando.acquire.engine.AcquisitionListener;
import net.operando.acquire.engine.LivePreview;
import net.operando.acquire.plan.AcquisitionPlan;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.recording.RecordingReport;
import net.operando.base.Progress;
import net.operando.data.io.acquired.StreamInfo;
import net.operando.ui.imagej.ResultWindows;

/**
 * A recording with all that watches it: windows where there are any, the display of the program around us if it has one. What
 * fails there is kept as a sentence and does not touch the recording.
 */
public final class WatchedAcquisition {

	/** Frames per second that are shown. */
	static final double MOST_PER_SECOND = 4;
	/** Of the difference, in s. */
	private static final double LAG_SECONDS = 1;

	private final Acquisition acquisition;
	private final LivePreview preview = new LivePreview(StreamInfo.MOVIE, LAG_SECONDS, null);
	private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
	private final boolean windows = ResultWindows.canShow() && !Interpreter.isBatchMode();

	private WatchedAcquisition(final Microscope microscope, final AcquisitionPlan plan, final Path folder) {
		final List<AcquisitionListener> listeners = new ArrayList<>();
		if (windows) listeners.add(preview);
		final Consumer<Map<String, Object>> host = HostDisplay.registered();
		if (host != null) listeners.add(new HostDisplay(host, EventQueue::invokeLater, new Thinning(MOST_PER_SECOND,
			System::nanoTime), this::complain));
		acquisition = Acquisition.of(microscope, plan, folder, new Watchers(listeners, this::complain));
	}

	/** A recording that is still to be run. */
	public static WatchedAcquisition of(final Microscope microscope, final AcquisitionPlan plan, final Path folder) {
		return new WatchedAcquisition(microscope, plan, folder);
	}

	/**
	 * As {@link Acquisition#run}, with windows open meanwhile; the images stay when it is over. Not from the event thread, which
	 * draws them.
	 */
	public RecordingReport run(final Progress progress) throws IOException {
		if (!windows) return acquisition.run(progress);
		final LiveWindows live = LiveWindows.over(preview, controls(), this::complain);
		try {
			return acquisition.run(progress);
		}
		finally {
			live.finish();
		}
	}

	/** As {@link Acquisition#isFaulty}. */
	public boolean isFaulty() {
		return acquisition.isFaulty();
	}

	/** What could not be shown; empty if all could. */
	public List<String> complaints() {
		return List.copyOf(complaints);
	}

	private void complain(final Throwable e) {
		complaints.add("A live display failed and was left out; the recording was not touched (" + e + ").");
	}

	private RecordingControls controls() {
		return new RecordingControls() {

			@Override
			public void pause() {
				acquisition.pause();
			}

			@Override
			public void resume() {
				acquisition.resume();
			}

			@Override
			public void stop() {
				acquisition.stop();
			}
		};
	}
}
