package net.operando.acquire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class SlotGridTest {

	private static final double INTERVAL = 100e6;

	@Test
	void deadlinesAreAbsoluteAndDoNotDrift() {
		final SlotGrid grid = SlotGrid.startingAt(1000, 1e9 / 3);
		for (int i = 0; i < 3_000_000; i++)
			grid.take();
		// 1e6 s later to the ns: an interval rounded to ns would be off by a ms
		assertEquals(1000 + 1_000_000_000_000_000L, grid.deadline());
	}

	@Test
	void missedSlotsAreGivenUpNotReplayed() {
		final SlotGrid grid = SlotGrid.startingAt(0, INTERVAL);
		assertEquals(0, grid.skipMissed(0));
		assertEquals(0, grid.take());
		// 40 ms late is still the slot's own exposure, 260 ms later two have passed and the third is nearer than half an interval
		assertEquals(0, grid.skipMissed(140_000_000));
		assertEquals(2, grid.skipMissed(320_000_000));
		assertEquals(3, grid.take());
		assertEquals(400_000_000, grid.deadline());
	}

	@Test
	void everyLostFrameIsFoundAndNoOther() {
		final Random random = new Random(3);
		final SlotGrid grid = new SlotGrid(INTERVAL);
		long lost = 0;
		long found = 0;
		// the camera's clock is off by 200 ppm, so that its frames slip by 20 intervals against the host's
		for (int k = 0; k < 100_000; k++) {
			if (k > 0 && random.nextDouble() < 0.01) {
				lost++;
				continue;
			}
			final long slot = grid.take(Math.round(k * INTERVAL * 1.0002 + 5e6 * random.nextGaussian()));
			found += grid.gap();
			assertFalse(grid.isWithdrawn());
			assertEquals(k, slot);
		}
		assertEquals(lost, found + (100_000 - grid.count()));
	}

	@Test
	void aLateFrameIsNoLoss() {
		final SlotGrid grid = new SlotGrid(INTERVAL);
		for (int k = 0; k < 10; k++)
			grid.take(Math.round(k * INTERVAL));
		// the tenth comes 80 ms late and is taken for a lost one, until the eleventh comes right after it
		grid.take(Math.round(10 * INTERVAL + 80e6));
		assertEquals(1, grid.gap());
		grid.take(Math.round(11 * INTERVAL));
		assertTrue(grid.isWithdrawn());
		assertEquals(10, grid.withdrawnSlot());
		grid.take(Math.round(12 * INTERVAL));
		assertEquals(0, grid.gap());
		assertFalse(grid.isWithdrawn());
	}
}
