package net.operando.ui.editor;

import java.awt.EventQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

import net.operando.analysis.front.edit.EditHistory;
import net.operando.base.OperandoException;
import net.operando.base.Progress;

/** Makes edits one after the other in a thread of its own, so that the window stays alive while a front is fitted. */
final class EditRunner {

	/** Told on the event thread what comes of it. */
	interface Listener {

		/** A fit has begun. */
		void working();

		/** The history is another one now. */
		void changed(EditHistory history);

		/** Nothing has changed, and why. */
		void refused(String sentence);

		/** The program is at fault. */
		void failed(Throwable failure);
	}

	private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
		final Thread thread = new Thread(task, "Operando front editor");
		thread.setDaemon(true);
		return thread;
	});
	private final Listener listener;
	/** Of the worker's thread alone. */
	private EditHistory history;
	private volatile boolean cancelled;

	EditRunner(final EditHistory first, final Listener listener) {
		this.history = first;
		this.listener = listener;
	}

	/** Makes a change of the history as it will be when those asked for before are made. */
	void run(final BiFunction<EditHistory, Progress, EditHistory> change) {
		cancelled = false;
		listener.working();
		worker.execute(() -> make(change));
	}

	private void make(final BiFunction<EditHistory, Progress, EditHistory> change) {
		try {
			history = change.apply(history, new Cancellable());
			final EditHistory made = history;
			EventQueue.invokeLater(() -> listener.changed(made));
		}
		catch (final OperandoException e) {
			EventQueue.invokeLater(() -> listener.refused(e.getMessage()));
		}
		catch (final RuntimeException | LinkageError | OutOfMemoryError e) {
			EventQueue.invokeLater(() -> listener.failed(e));
		}
	}

	/** Gives up the fit that is running, and those that wait. */
	void cancel() {
		cancelled = true;
	}

	/** No more edits. */
	void close() {
		cancel();
		worker.shutdown();
	}

	private final class Cancellable implements Progress {

		@Override
		public void update(final double fraction, final String status) {
			// a fit of one front takes a second or two: the window says that it works
		}

		@Override
		public boolean isCancelled() {
			return cancelled;
		}
	}
}
