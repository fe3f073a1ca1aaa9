package net.operando.acquire.engine;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import net.operando.acquire.port.Camera;
import net.operando.acquire.port.CameraFrame;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.FocusLock;
import net.operando.acquire.port.Light;
import net.operando.acquire.port.MarkOutput;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.port.Pacing;
import net.operando.acquire.port.Stage;
import net.operando.base.quantity.Calibration;

/**
 * A camera that gives frames of a ring rendered beforehand, on whatever clock: what a driver costs that only copies. Its buffer
 * holds some seconds; it overflows as a real one.
 */
class ReplayMicroscope implements Microscope, Camera {

	private final Clock clock;
	private final Light light;
	private final short[][] ring;
	private final int width;
	private final int height;
	private final int buffer;
	private long start;
	private double interval;
	private long next;
	private boolean running;
	private boolean overflowed;
	private long end;
	int starts;

	ReplayMicroscope(final Clock clock, final Light light, final short[][] ring, final int width, final int height,
		final int buffer)
	{
		this.clock = clock;
		this.light = light;
		this.ring = ring;
		this.width = width;
		this.height = height;
		this.buffer = buffer;
	}

	static short[][] ring(final int frames, final int size) {
		final java.util.Random random = new java.util.Random(5);
		final short[][] ring = new short[frames][size];
		for (final short[] frame : ring)
			for (int i = 0; i < size; i++)
				frame[i] = (short) (30_000 + random.nextInt(500));
		return ring;
	}

	@Override
	public String name() {
		return "replay camera";
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public int fullScale() {
		return 65535;
	}

	@Override
	public double leastExposureMs() {
		return 0.01;
	}

	@Override
	public double mostExposureMs() {
		return 1000;
	}

	@Override
	public double leastIntervalMs(final double exposureMs) {
		return exposureMs;
	}

	@Override
	public Set<Pacing> pacings() {
		return EnumSet.allOf(Pacing.class);
	}

	@Override
	public double setExposureMs(final double exposureMs) {
		return exposureMs;
	}

	@Override
	public CameraFrame snap(final short[] reuse, final double timeoutMs) {
		return frame(clock.nanos(), next++, reuse);
	}

	private CameraFrame frame(final long nanos, final long number, final short[] reuse) {
		final short[] counts = reuse != null && reuse.length == width * height ? reuse : new short[width * height];
		System.arraycopy(ring[(int) (number % ring.length)], 0, counts, 0, counts.length);
		return new CameraFrame(counts, nanos, 1e-6 * (nanos - start), number);
	}

	@Override
	public void start(final Pacing pacing, final double intervalMs) {
		start = clock.nanos();
		interval = 1e6 * intervalMs;
		next = 0;
		running = true;
		overflowed = false;
		starts++;
	}

	private long time(final long number) {
		return start + Math.round((number + 1) * interval);
	}

	@Override
	public CameraFrame poll(final short[] reuse) {
		final long now = running ? clock.nanos() : end;
		if (time(next) > now) return null;
		if (running && waiting() > buffer) {
			overflowed = true;
			running = false;
			end = time(next + buffer) - 1;
		}
		return frame(time(next), next++, reuse);
	}

	@Override
	public int waiting() {
		return (int) Math.max(0, ((running ? clock.nanos() : end) - time(next)) / interval + 1);
	}

	@Override
	public boolean isOverflowed() {
		return overflowed;
	}

	@Override
	public void stop() {
		if (running) end = clock.nanos();
		running = false;
	}

	@Override
	public Clock clock() {
		return clock;
	}

	@Override
	public Camera camera() {
		return this;
	}

	@Override
	public Calibration calibration() {
		return Calibration.ofMicrometres(0.0347);
	}

	@Override
	public Optional<Stage> stage() {
		return Optional.empty();
	}

	@Override
	public Optional<Light> light() {
		return Optional.ofNullable(light);
	}

	@Override
	public Optional<FocusLock> focusLock() {
		return Optional.empty();
	}

	@Override
	public Optional<MarkOutput> markOutput() {
		return Optional.empty();
	}

	@Override
	public void close() {
		// nothing to let go of
	}
}
