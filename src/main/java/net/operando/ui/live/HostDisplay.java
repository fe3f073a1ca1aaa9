package net.operando.ui.live;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import net.operando.acquire.engine.AcquisitionListener;
import net.operando.acquire.engine.LiveFrame;

/**
 * Hands some frames per second to the window of the program around us, as Micro-Manager Studio's: 16-bit counts, in a map of the
 * JDK's types, since its classes are not ours. A frame that comes while the last one is still being shown is left out.
 */
final class HostDisplay implements AcquisitionListener {

	/** The key among the system's properties under which a host puts its display. */
	static final String PROPERTY = "operando.display";

	private static final int FULL_SCALE = 65_535;

	private final Consumer<Map<String, Object>> display;
	private final Executor executor;
	private final Thinning thinning;
	private final Consumer<Throwable> report;
	private final AtomicBoolean showing = new AtomicBoolean();
	private volatile boolean failed;

	/**
	 * @param executor where the display is called
	 * @param report is given what the display failed with, once; it is not called again then
	 */
	HostDisplay(final Consumer<Map<String, Object>> display, final Executor executor, final Thinning thinning,
		final Consumer<Throwable> report)
	{
		this.display = display;
		this.executor = executor;
		this.thinning = thinning;
		this.report = report;
	}

	/** What the host put among the system's properties; null if nothing that could be called. */
	@SuppressWarnings("unchecked")
	static Consumer<Map<String, Object>> registered() {
		final Object value = System.getProperties().get(PROPERTY);
		return value instanceof Consumer ? (Consumer<Map<String, Object>>) value : null;
	}

	@Override
	public void frame(final LiveFrame frame) {
		if (failed || showing.get() || !thinning.passes()) return;
		final Map<String, Object> map = new HashMap<>();
		map.put("pixels", counts(frame.samples()));
		map.put("width", frame.width());
		map.put("height", frame.height());
		showing.set(true);
		executor.execute(() -> show(map));
	}

	private void show(final Map<String, Object> frame) {
		try {
			display.accept(frame);
		}
		catch (final RuntimeException | LinkageError e) {
			failed = true;
			report.accept(e);
		}
		finally {
			showing.set(false);
		}
	}

	/** Rounded, and held within what 16 bit show. */
	private static short[] counts(final float[] samples) {
		final short[] counts = new short[samples.length];
		for (int i = 0; i < counts.length; i++)
			counts[i] = (short) Math.max(0, Math.min(FULL_SCALE, Math.round(samples[i])));
		return counts;
	}
}
