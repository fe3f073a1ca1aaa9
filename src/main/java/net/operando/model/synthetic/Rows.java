package net.operando.model.synthetic;

import java.util.function.IntConsumer;

import net.operando.base.Parallel;
import net.operando.base.Progress;

/** How the rows of an image are gone through. A row's result must not depend on the others, so that both ways give the same. */
enum Rows {

	/** One after the other in the caller's thread: where frames are computed side by side. */
	IN_TURN {

		@Override
		void each(final int count, final IntConsumer row) {
			for (int r = 0; r < count; r++)
				row.accept(r);
		}
	},
	/** On all cores: where one frame is waited for. */
	SIDE_BY_SIDE {

		@Override
		void each(final int count, final IntConsumer row) {
			Parallel.loop((count + BLOCK - 1) / BLOCK, Progress.NONE, "rows", b -> {
				for (int r = b * BLOCK; r < Math.min(count, (b + 1) * BLOCK); r++)
					row.accept(r);
			});
		}
	};

	/** Rows done in one go: some hundred blocks per frame, so that no core waits long for another at the end. */
	private static final int BLOCK = 12;

	/** Calls the consumer once with each number from 0 to {@code count - 1}. */
	abstract void each(int count, IntConsumer row);
}
