package net.operando.base;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A loop over independent indices on all cores, cancellable between indices. The body must be thread-safe; the order
 * of indices is not defined, so results go to slots of their own.
 */
public final class Parallel {

	/** The work at one index. */
	@FunctionalInterface
	public interface Body {

		void at(int index);
	}

	private Parallel() {}

	/**
	 * Runs the body once for each index from 0 to {@code count - 1} and returns when all are done.
	 *
	 * @param count number of indices, 0 or more
	 * @param progress told about every finished index, asked before each whether to stop
	 * @param status what is being done, for the progress
	 * @throws CancelledException if cancelled; some indices were then not run
	 * @throws RuntimeException the first exception a body threw; the other threads stop at their next index
	 */
	public static void loop(final int count, final Progress progress, final String status, final Body body) {
		final int workers = Math.min(count, Runtime.getRuntime().availableProcessors());
		if (workers <= 1) {
			for (int i = 0; i < count; i++) {
				progress.checkCancelled();
				body.at(i);
				progress.update((i + 1.0) / count, status);
			}
			return;
		}
		final AtomicInteger next = new AtomicInteger();
		final AtomicInteger done = new AtomicInteger();
		final Runnable worker = () -> {
			for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
				try {
					progress.checkCancelled();
					body.at(i);
				}
				catch (RuntimeException | Error e) {
					next.set(count);
					throw e;
				}
				progress.update(done.incrementAndGet() / (double) count, status);
			}
		};
		final ForkJoinTask<?>[] tasks = new ForkJoinTask<?>[workers - 1];
		for (int w = 0; w < tasks.length; w++)
			tasks[w] = ForkJoinPool.commonPool().submit(worker);
		RuntimeException failure = null;
		Error error = null;
		try {
			worker.run();
		}
		catch (final RuntimeException e) {
			failure = e;
		}
		catch (final Error e) {
			error = e;
		}
		for (final ForkJoinTask<?> task : tasks) {
			try {
				task.get();
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				next.set(count);
				if (failure == null) failure = new CancelledException();
			}
			catch (final ExecutionException e) {
				final Throwable cause = rootOf(e);
				if (cause instanceof Error && error == null) error = (Error) cause;
				else if (cause instanceof RuntimeException && failure == null) failure = (RuntimeException) cause;
			}
		}
		if (error != null) throw error;
		if (failure != null) throw failure;
	}

	/** ForkJoin rethrows a copy whose cause is the original, possibly twice; users should meet the original. */
	private static Throwable rootOf(final ExecutionException e) {
		Throwable t = e.getCause();
		while (t.getCause() != null && t.getClass() == t.getCause().getClass())
			t = t.getCause();
		return t;
	}
}
