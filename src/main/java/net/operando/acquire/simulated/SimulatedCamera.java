package net.operando.acquire.simulated;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

import net.operando.acquire.port.Camera;
import net.operando.acquire.port.CameraFrame;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.Pacing;
import net.operando.model.synthetic.LiveScene;

/**
 * A camera that looks at a scene: 16 bit counts, 5 ms of readout during the next exposure, .15 s to start a sequence, a
 * buffer of some frames. Images are rendered when they are fetched, for the moment of their exposure.
 */
final class SimulatedCamera implements Camera {

	private static final double READOUT_MS = 5;
	/** From being told to start to the first exposure. */
	private static final double START_MS = 150;
	private static final int BUFFER_FRAMES = 60;
	/** The scene's own light is what half of the LED's power gives. */
	private static final double LIGHT_OF_FULL_POWER = 2;

	private final LiveScene scene;
	private final Clock clock;
	private final long zero;
	private final SimulatedLight light;
	private final SimulatedStage stage;
	private final SimulatedFocusLock lock;
	private final SimulatedFaults faults;
	private double exposureMs = 8;
	private boolean running;
	private boolean overflowed;
	private boolean overflowSpent;
	private long startNanos;
	private double intervalNanos;
	private long next;
	private long inserted;
	private long endNanos = Long.MAX_VALUE;
	private long snaps;

	SimulatedCamera(final LiveScene scene, final Clock clock, final SimulatedLight light, final SimulatedStage stage,
		final SimulatedFocusLock lock, final SimulatedFaults faults)
	{
		this.scene = scene;
		this.clock = clock;
		this.light = light;
		this.stage = stage;
		this.lock = lock;
		this.faults = faults;
		zero = clock.nanos();
	}

	@Override
	public String name() {
		return "simulated camera";
	}

	@Override
	public int width() {
		return scene.width();
	}

	@Override
	public int height() {
		return scene.height();
	}

	@Override
	public int fullScale() {
		return 65535;
	}

	@Override
	public double leastExposureMs() {
		return 0.02;
	}

	@Override
	public double mostExposureMs() {
		return 30_000;
	}

	@Override
	public double leastIntervalMs(final double ms) {
		return Math.max(ms, READOUT_MS);
	}

	@Override
	public Set<Pacing> pacings() {
		return EnumSet.allOf(Pacing.class);
	}

	@Override
	public double setExposureMs(final double ms) {
		refuseIfBroken();
		if (running) throw new DeviceException(name(), "cannot change its exposure while it runs: stop it first.");
		if (ms < leastExposureMs() || ms > mostExposureMs()) throw new DeviceException(name(), "cannot expose for " + ms +
			" ms: give " + leastExposureMs() + " to " + mostExposureMs() + " ms.");
		exposureMs = ms;
		return ms;
	}

	private void refuseIfBroken() {
		if (faults.cameraFails(seconds(clock.nanos()))) throw new DeviceException(name(),
			"does not answer: check its cable and power.");
	}

	private double seconds(final long nanos) {
		return 1e-9 * (nanos - zero);
	}

	@Override
	public CameraFrame snap(final short[] reuse, final double timeoutMs) {
		refuseIfBroken();
		final long begin = clock.nanos();
		final long middle = begin + Math.round(0.5e6 * exposureMs + jitter(snaps++));
		final double power = light.powerAt(begin);
		final boolean stalled = faults.isStalled(seconds(begin));
		try {
			clock.sleepUntil(begin + Math.round(1e6 * (stalled ? timeoutMs : exposureMs + READOUT_MS)));
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new DeviceException(name(), "was interrupted in an exposure: start the recording again.", e);
		}
		if (stalled) throw new DeviceTimeoutException(name(), "gave no frame within " + timeoutMs + " ms.");
		return new CameraFrame(render(middle, power, reuse), middle, 1e-6 * (middle - zero), snaps - 1);
	}

	/** In ns; the same for the same exposure, whatever else happens. */
	private double jitter(final long number) {
		if (faults.jitterMs() == 0) return 0;
		return 1e6 * faults.jitterMs() * Math.max(-4, Math.min(4, new Random(7919 * number + 1).nextGaussian()));
	}

	private short[] render(final long middle, final double power, final short[] reuse) {
		return scene.expose(seconds(middle), exposureMs, LIGHT_OF_FULL_POWER * power, stage.position().x_um(), stage
			.position().y_um(), lock.focusNm(middle) + 1000 * stage.position().z_um(), reuse);
	}

	@Override
	public void start(final Pacing pacing, final double intervalMs) {
		refuseIfBroken();
		if (pacing == Pacing.SOFTWARE) throw new IllegalArgumentException("a sequence is not paced by software");
		running = true;
		overflowed = false;
		startNanos = clock.nanos() + Math.round(1e6 * START_MS);
		intervalNanos = 1e6 * intervalMs;
		next = 0;
		inserted = 0;
		endNanos = Long.MAX_VALUE;
	}

	private long middle(final long number) {
		return startNanos + Math.round(number * intervalNanos + 0.5e6 * exposureMs + jitter(number));
	}

	private long arrival(final long number) {
		return middle(number) + Math.round(0.5e6 * exposureMs + 1e6 * READOUT_MS);
	}

	private boolean isLost(final long number) {
		return faults.droppedShare() > 0 && new Random(104729 * number + startNanos).nextDouble() < faults.droppedShare() ||
			faults.isStalled(seconds(middle(number)));
	}

	@Override
	public CameraFrame poll(final short[] reuse) {
		refuseIfBroken();
		final long now = Math.min(clock.nanos(), endNanos);
		while (arrival(next) <= now && isLost(next))
			next++;
		if (arrival(next) > now) return null;
		if (running && !overflowSpent && seconds(arrival(next)) >= faults.overflowAtSeconds()) {
			overflowSpent = true;
			overflow(arrival(next));
			return null;
		}
		if (running && waiting() > BUFFER_FRAMES) overflow(arrival(next + BUFFER_FRAMES));
		final long middle = middle(next++);
		return new CameraFrame(render(middle, light.powerAt(middle), reuse), middle, 1e-6 * (middle - startNanos),
			inserted++);
	}

	private void overflow(final long lastArrival) {
		overflowed = true;
		running = false;
		endNanos = lastArrival - 1;
	}

	@Override
	public int waiting() {
		final long now = Math.min(clock.nanos(), endNanos);
		return (int) Math.max(0, Math.min(Integer.MAX_VALUE, Math.floor((now - arrival(next)) / intervalNanos) + 1));
	}

	@Override
	public boolean isOverflowed() {
		return overflowed;
	}

	@Override
	public void stop() {
		if (!running) return;
		running = false;
		endNanos = clock.nanos();
	}
}
