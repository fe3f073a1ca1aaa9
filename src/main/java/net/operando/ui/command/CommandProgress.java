package net.operando.ui.command;

import java.awt.GraphicsEnvironment;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.scijava.app.StatusService;

import ij.IJ;
import net.operando.base.Progress;

/**
 * Progress shown in the host's status bar with the time that remains, and cancelled by the host or by the Escape key.
 * The bar is told at most ten times a second, since analyses report every frame.
 */
final class CommandProgress implements Progress {

	private static final long NANOS_BETWEEN_UPDATES = 100_000_000L;
	private static final int STEPS = 1000;

	private final StatusService status;
	private final BooleanSupplier cancelled;
	private final long start = System.nanoTime();
	private final AtomicLong lastUpdate = new AtomicLong(Long.MIN_VALUE);

	/**
	 * @param status where to show it; null shows nothing
	 * @param cancelled whether the host cancelled the command
	 */
	CommandProgress(final StatusService status, final BooleanSupplier cancelled) {
		this.status = status;
		this.cancelled = cancelled;
		if (hasImageJ()) IJ.resetEscape();
	}

	@Override
	public void update(final double fraction, final String what) {
		final long now = System.nanoTime();
		final long last = lastUpdate.get();
		if (last != Long.MIN_VALUE && now - last < NANOS_BETWEEN_UPDATES && fraction < 1) return;
		if (status == null || !lastUpdate.compareAndSet(last, now)) return;
		status.showStatus((int) Math.round(STEPS * fraction), STEPS, what + remaining(fraction, now));
	}

	private String remaining(final double fraction, final long now) {
		final double elapsed = (now - start) * 1e-9;
		if (fraction < 0.02 || fraction >= 1 || elapsed < 2) return "";
		return String.format(Locale.ROOT, " (%.0f s left)", elapsed / fraction * (1 - fraction));
	}

	@Override
	public boolean isCancelled() {
		return cancelled.getAsBoolean() || hasImageJ() && IJ.escapePressed();
	}

	private static boolean hasImageJ() {
		return !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null;
	}
}
