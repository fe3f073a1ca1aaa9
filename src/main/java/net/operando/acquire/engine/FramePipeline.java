package net.operando.acquire.engine;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * The bounded queue from the grabbing to the writing thread. On a computed clock, where work takes no time, everything is
 * done at once by the caller instead. What goes wrong while writing is thrown at the grabbing thread's next call.
 */
final class FramePipeline {

	/** Work for the writing thread. */
	@FunctionalInterface
	interface Job {

		void run(FrameSink sink) throws IOException;
	}

	private static final Job END = FrameSink::flush;

	private final FrameSink sink;
	private final ArrayBlockingQueue<Job> queue;
	private final Thread thread;
	private volatile Throwable failure;

	/** @param inline no thread: jobs are done by the caller */
	FramePipeline(final FrameSink sink, final int capacity, final boolean inline) {
		this.sink = sink;
		queue = new ArrayBlockingQueue<>(capacity);
		thread = inline ? null : new Thread(this::work, "Operando writing");
		if (thread != null) {
			thread.setDaemon(true);
			thread.start();
		}
	}

	private void work() {
		try {
			for (Job job = queue.take(); ; job = queue.take()) {
				// after a failure the queue is emptied, so that nobody waits for room in it
				if (failure == null) job.run(sink);
				if (job == END) return;
			}
		}
		catch (final InterruptedException e) {
			failure = e;
		}
		catch (final IOException | RuntimeException | Error e) {
			failure = e;
			drain();
		}
	}

	private void drain() {
		try {
			for (Job job = queue.take(); job != END; job = queue.take()) {
				// dropped: what follows a failed write must not be written
			}
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	int depth() {
		return queue.size();
	}

	/**
	 * Hands over an exposure.
	 *
	 * @return false if the queue is full; it was not taken then
	 */
	boolean offer(final RawExposure raw) throws IOException {
		check();
		final Job job = s -> s.take(raw);
		if (thread != null) return queue.offer(job);
		job.run(sink);
		return true;
	}

	/** Hands over a job, waiting for room. */
	void put(final Job job) throws IOException, InterruptedException {
		check();
		if (thread == null) job.run(sink);
		else queue.put(job);
	}

	/** Throws what went wrong in the writing thread. */
	void check() throws IOException {
		final Throwable f = failure;
		if (f instanceof IOException) throw (IOException) f;
		if (f instanceof Error) throw (Error) f;
		if (f instanceof RuntimeException) throw (RuntimeException) f;
		if (f != null) throw new IOException("the writing thread was interrupted", f);
	}

	/** Writes what is left, ends the thread; a failure before this is thrown now. */
	void close() throws IOException {
		if (thread == null) {
			if (failure == null) END.run(sink);
			return;
		}
		boolean interrupted = false;
		for (boolean ended = false; !ended;)
			try {
				if (thread.isAlive()) queue.put(END);
				thread.join();
				ended = true;
			}
			catch (final InterruptedException e) {
				// what was recorded is written first
				interrupted = true;
			}
		if (interrupted) Thread.currentThread().interrupt();
		check();
	}
}
