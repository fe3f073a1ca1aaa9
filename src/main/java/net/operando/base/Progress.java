package net.operando.base;

/**
 * How long work tells its caller where it is, and learns that it should stop. Implementations are called from any
 * thread and must be thread-safe and quick.
 */
public interface Progress {

	/** Reports nothing and is never cancelled. */
	Progress NONE = new Progress() {

		@Override
		public void update(final double fraction, final String status) {
			// nobody is listening
		}

		@Override
		public boolean isCancelled() {
			return false;
		}
	};

	/**
	 * @param fraction how much of the work is done, 0 to 1
	 * @param status what is being done, in a few words ("reading frames"); never null
	 */
	void update(double fraction, String status);

	/** Whether the user asked to stop. */
	boolean isCancelled();

	/** @throws CancelledException if the user asked to stop */
	default void checkCancelled() {
		if (isCancelled()) throw new CancelledException();
	}

	/**
	 * The part of this progress from one fraction to another, for a step of a longer job.
	 *
	 * @param from fraction at which the step starts, 0 to 1
	 * @param to fraction at which it ends, not below {@code from}
	 */
	default Progress part(final double from, final double to) {
		final Progress whole = this;
		return new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				whole.update(from + (to - from) * Math.min(1, Math.max(0, fraction)), status);
			}

			@Override
			public boolean isCancelled() {
				return whole.isCancelled();
			}
		};
	}
}
