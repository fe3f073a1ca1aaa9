package net.operando.ui.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import net.operando.acquire.engine.AcquisitionListener;
import net.operando.acquire.engine.AcquisitionStatus;
import net.operando.acquire.engine.LiveFrame;

/**
 * Several who watch one recording. One that fails is reported once and not told anything any more; the recording and the others
 * go on.
 */
final class Watchers implements AcquisitionListener {

	private final List<AcquisitionListener> listeners;
	private final Consumer<Throwable> report;

	/** @param report is given what a listener failed with, on the recording's thread */
	Watchers(final List<? extends AcquisitionListener> listeners, final Consumer<Throwable> report) {
		this.listeners = new CopyOnWriteArrayList<>(new ArrayList<>(listeners));
		this.report = report;
	}

	@Override
	public void status(final AcquisitionStatus status) {
		tell(listener -> listener.status(status));
	}

	@Override
	public void frame(final LiveFrame frame) {
		tell(listener -> listener.frame(frame));
	}

	private void tell(final Consumer<AcquisitionListener> what) {
		for (final AcquisitionListener listener : listeners)
			try {
				what.accept(listener);
			}
			catch (final RuntimeException | LinkageError | OutOfMemoryError e) {
				if (listeners.remove(listener)) report.accept(e);
			}
	}
}
