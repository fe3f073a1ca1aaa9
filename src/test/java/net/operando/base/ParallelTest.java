package net.operando.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;

class ParallelTest {

	@Test
	void visitsEveryIndexOnce() {
		final AtomicIntegerArray visits = new AtomicIntegerArray(1000);
		Parallel.loop(1000, Progress.NONE, "counting", visits::incrementAndGet);
		for (int i = 0; i < 1000; i++)
			assertEquals(1, visits.get(i), "index " + i);
	}

	@Test
	void anEmptyLoopReturns() {
		Parallel.loop(0, Progress.NONE, "nothing", i -> {
			throw new AssertionError("no index should be visited");
		});
	}

	@Test
	void passesOnTheFirstFailureAsItWas() {
		final InvalidInputException failure = new InvalidInputException("broken");
		final RuntimeException thrown = assertThrows(InvalidInputException.class, () -> Parallel.loop(200, Progress.NONE,
			"failing", i -> {
				if (i == 57) throw failure;
			}));
		assertSame(failure.getMessage(), thrown.getMessage());
	}

	@Test
	void stopsWhenCancelled() {
		final AtomicInteger done = new AtomicInteger();
		final Progress cancelsAfterTen = new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				// the count below is what matters
			}

			@Override
			public boolean isCancelled() {
				return done.get() >= 10;
			}
		};
		assertThrows(CancelledException.class, () -> Parallel.loop(100_000, cancelsAfterTen, "cancelling", i -> done
			.incrementAndGet()));
		// each worker may finish the index it is at
		assertTrue(done.get() < 10 + 2 * Runtime.getRuntime().availableProcessors(), "went on for " + done.get());
	}

	@Test
	void aPartReportsWithinItsRange() {
		final double[] last = new double[1];
		final Progress whole = new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				last[0] = fraction;
			}

			@Override
			public boolean isCancelled() {
				return false;
			}
		};
		whole.part(0.2, 0.6).update(0.5, "half of it");
		// exact in binary up to one rounding
		assertEquals(0.4, last[0], 1e-15);
		whole.part(0.2, 0.6).update(7, "too much");
		assertEquals(0.6, last[0], 1e-15);
	}
}
