package net.operando.acquire.engine;

import java.util.function.Consumer;

import net.operando.acquire.port.DeviceException;

/**
 * Sees to it that a driver that hangs leaves the sample dark: where the grabbing thread gives no sign of life, it switches the
 * light off for good and interrupts the thread. Only on a measured clock; on a computed one nothing can hang.
 */
final class Watchdog implements AutoCloseable {

	private final Thread thread;
	private volatile long lastBeat = System.nanoTime();
	private volatile boolean closed;

	Watchdog(final double seconds, final Thread watched, final LightControl light, final Consumer<String> bitten) {
		thread = new Thread(() -> watch(Math.round(1e9 * seconds), watched, light, bitten), "Operando watchdog");
		thread.setDaemon(true);
		thread.start();
	}

	/** A sign of life. */
	void beat() {
		lastBeat = System.nanoTime();
	}

	private void watch(final long nanos, final Thread watched, final LightControl light, final Consumer<String> bitten) {
		try {
			while (!closed) {
				Thread.sleep(Math.max(1, Math.min(200, nanos / 4_000_000)));
				if (System.nanoTime() - lastBeat < nanos || closed) continue;
				String state = "light off";
				try {
					light.offForGood();
				}
				catch (final DeviceException e) {
					state = e.getMessage();
				}
				bitten.accept(state);
				watched.interrupt();
				return;
			}
		}
		catch (final InterruptedException e) {
			// closed
		}
	}

	@Override
	public void close() {
		closed = true;
		thread.interrupt();
	}
}
