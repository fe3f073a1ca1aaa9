package net.operando.ui.live;

import java.awt.EventQueue;
import java.util.function.Consumer;

import javax.swing.Timer;

import net.operando.acquire.engine.LivePreview;

/**
 * The windows of a running recording. They look at it some times per second on the event thread; it does not know of them. When
 * the images fail that is reported once and they stay as they are; the buttons go on.
 */
final class LiveWindows {

	private final LivePreview preview;
	private final RecordingControls controls;
	private final Consumer<Throwable> report;
	private final Timer timer;
	private LivePanel panel;
	private LiveImages images;
	private boolean failed;
	private boolean imagesFailed;

	private LiveWindows(final LivePreview preview, final RecordingControls controls, final Consumer<Throwable> report) {
		this.preview = preview;
		this.controls = controls;
		this.report = report;
		timer = new Timer((int) (1000 / WatchedAcquisition.MOST_PER_SECOND), e -> guarded(this::refresh));
	}

	/**
	 * Opens them, soon. Any thread.
	 *
	 * @param report is given what a window failed with, once, on the event thread
	 */
	static LiveWindows over(final LivePreview preview, final RecordingControls controls, final Consumer<Throwable> report) {
		final LiveWindows windows = new LiveWindows(preview, controls, report);
		EventQueue.invokeLater(() -> windows.guarded(windows::open));
		return windows;
	}

	/** The recording is over: shows the last of it, and leaves the images open. Any thread. */
	void finish() {
		EventQueue.invokeLater(() -> {
			timer.stop();
			if (panel == null) return;
			guarded(this::refresh);
			panel.over();
		});
	}

	private void open() {
		panel = new LivePanel(controls);
		images = new LiveImages(preview, panel);
		timer.start();
	}

	private void refresh() {
		panel.show(preview.status());
		if (imagesFailed) return;
		try {
			images.refresh();
		}
		catch (final RuntimeException | LinkageError | OutOfMemoryError e) {
			// the buttons are needed nevertheless
			imagesFailed = true;
			report.accept(e);
		}
	}

	private void guarded(final Runnable drawing) {
		if (failed) return;
		try {
			drawing.run();
		}
		catch (final RuntimeException | LinkageError | OutOfMemoryError e) {
			failed = true;
			timer.stop();
			report.accept(e);
		}
	}
}
