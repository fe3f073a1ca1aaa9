package net.operando.acquire.mmcore;

import java.util.EnumSet;
import java.util.Set;

import mmcorej.CMMCore;
import mmcorej.TaggedImage;

import net.operando.acquire.micromanager.DeviceProperty;
import net.operando.acquire.micromanager.RigSettings;
import net.operando.acquire.port.Camera;
import net.operando.acquire.port.CameraFrame;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.DeviceTimeoutException;
import net.operando.acquire.port.Pacing;

/**
 * The core's camera. In a sequence the time of a frame comes from its tag {@code ElapsedTime-ms}, which is host time since the
 * sequence began, put on the clock of the recording once per sequence; without that tag, from when it was fetched. The interval
 * asked of a sequence is ignored by most adapters, so the rate is also set as a property where the rig has one.
 */
final class CoreCamera implements Camera {

	/** The core counts the images of a sequence in 32 bits; at 1 kHz this many last 24 days. */
	private static final int ENDLESS = Integer.MAX_VALUE;
	private static final String ELAPSED = "ElapsedTime-ms";
	private static final String NUMBER = "ImageNumber";

	private final CMMCore core;
	private final String label;
	private final Clock clock;
	private final RigSettings rig;
	private final int width;
	private final int height;
	private final int fullScale;
	private double exposureMs;
	private boolean running;
	private boolean overflowed;
	private boolean triggered;
	/** The clock's time at the sequence's elapsed time 0. */
	private long zeroNanos;

	CoreCamera(final CMMCore core, final String label, final Clock clock, final RigSettings rig) {
		this.core = core;
		this.label = label;
		this.clock = clock;
		this.rig = rig;
		width = (int) core.getImageWidth();
		height = (int) core.getImageHeight();
		if (core.getNumberOfCameraChannels() != 1) throw new DeviceException(name(),
			"has several channels: give a configuration whose camera has one.");
		if (core.getBytesPerPixel() > 2) throw new DeviceException(name(),
			"gives colour or 32 bit images: set its pixel type to 8 or 16 bit grey.");
		final long bits = core.getImageBitDepth();
		fullScale = (1 << (int) Math.max(8, Math.min(16, bits))) - 1;
		exposureMs = CoreCall.get(name(), "tell its exposure", () -> core.getExposure(label));
	}

	@Override
	public String name() {
		return "camera " + label;
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
		return fullScale;
	}

	@Override
	public double leastExposureMs() {
		return limit(false, 0);
	}

	@Override
	public double mostExposureMs() {
		return limit(true, Double.POSITIVE_INFINITY);
	}

	private double limit(final boolean upper, final double otherwise) {
		return CoreCall.get(name(), "tell the limits of its exposure", () -> {
			if (!core.hasProperty(label, "Exposure") || !core.hasPropertyLimits(label, "Exposure")) return otherwise;
			return upper ? core.getPropertyUpperLimit(label, "Exposure") : core.getPropertyLowerLimit(label, "Exposure");
		});
	}

	@Override
	public double leastIntervalMs(final double exposure) {
		return exposure + rig.readoutMs();
	}

	@Override
	public Set<Pacing> pacings() {
		final Set<Pacing> pacings = EnumSet.of(Pacing.SOFTWARE, Pacing.FREE_RUN);
		if (!rig.trigger().isNone()) pacings.add(Pacing.HARDWARE_TRIGGER);
		return pacings;
	}

	@Override
	public double setExposureMs(final double ms) {
		CoreCall.run(name(), "take an exposure of " + ms + " ms", () -> core.setExposure(label, ms));
		exposureMs = CoreCall.get(name(), "tell its exposure", () -> core.getExposure(label));
		return exposureMs;
	}

	@Override
	public CameraFrame snap(final short[] reuse, final double timeoutMs) {
		setTriggered(false);
		final long start = clock.nanos();
		CoreCall.run(name(), "take an image", core::snapImage);
		final long end = clock.nanos();
		if (end - start > 1e6 * timeoutMs) throw new DeviceTimeoutException(name(), "took " + (end - start) / 1_000_000 +
			" ms for an exposure of " + exposureMs + " ms: check its trigger mode and cable.");
		final Object pixels = CoreCall.get(name(), "give the image", () -> core.getImage());
		// snapImage returns when the exposure has ended, at the earliest
		return new CameraFrame(counts(pixels, reuse), start + (end - start) / 2, Double.NaN, -1);
	}

	@Override
	public void start(final Pacing pacing, final double intervalMs) {
		setTriggered(pacing == Pacing.HARDWARE_TRIGGER);
		final DeviceProperty rate = rig.frameRate();
		if (pacing == Pacing.FREE_RUN && !rate.isNone()) CoreCall.run(name(), "take a rate of " + 1000 / intervalMs + " Hz",
			() -> core.setProperty(rate.device(), rate.property(), Double.toString(1000 / intervalMs)));
		CoreCall.run(name(), "get a buffer of " + rig.bufferMegabytes() + " MB", () -> core
			.setCircularBufferMemoryFootprint(rig.bufferMegabytes()));
		overflowed = false;
		CoreCall.run(name(), "prepare a sequence", () -> core.prepareSequenceAcquisition(label));
		final long before = clock.nanos();
		CoreCall.run(name(), "start a sequence", () -> core.startSequenceAcquisition(label, ENDLESS, intervalMs, true));
		// elapsed time begins within this call; no image can have been fetched before it, see poll
		zeroNanos = before + (clock.nanos() - before) / 2;
		running = true;
	}

	@Override
	public CameraFrame poll(final short[] reuse) {
		noteOverflow();
		if (core.getRemainingImageCount() == 0) {
			if (running && !overflowed && !CoreCall.get(name(), "tell whether it runs", () -> core.isSequenceRunning(label))) {
				// one may have come between the two questions
				if (core.getRemainingImageCount() == 0) throw new DeviceException(name(),
					"ended its sequence by itself: check its connection and Micro-Manager's log.");
			}
			else return null;
		}
		final TaggedImage image = CoreCall.get(name(), "give its next image", core::popNextTaggedImage);
		final long now = clock.nanos();
		final double elapsed = number(image, ELAPSED, Double.NaN);
		if (!Double.isNaN(elapsed)) zeroNanos = Math.min(zeroNanos, now - Math.round(1e6 * elapsed));
		final long inserted = Double.isNaN(elapsed) ? now : zeroNanos + Math.round(1e6 * elapsed);
		final long middle = inserted - Math.round(1e6 * (rig.readoutMs() + exposureMs / 2));
		return new CameraFrame(counts(image.pix, reuse), middle, elapsed, (long) number(image, NUMBER, -1));
	}

	@Override
	public int waiting() {
		return core.getRemainingImageCount();
	}

	@Override
	public boolean isOverflowed() {
		noteOverflow();
		return overflowed;
	}

	@Override
	public void stop() {
		if (!running) return;
		running = false;
		noteOverflow();
		CoreCall.run(name(), "stop its sequence", () -> {
			if (core.isSequenceRunning(label)) core.stopSequenceAcquisition(label);
		});
	}

	/** The core forgets an overflow when it makes a new buffer, so it is kept here. */
	private void noteOverflow() {
		overflowed |= running && core.isBufferOverflowed();
	}

	private void setTriggered(final boolean on) {
		if (rig.trigger().isNone() || on == triggered) return;
		CoreCall.run(name(), on ? "wait for pulses" : "run by itself", () -> core.setProperty(rig.trigger().device(), rig
			.trigger().property(), on ? rig.triggerOn() : rig.triggerOff()));
		triggered = on;
	}

	/** Micro-Manager hands out arrays of its own, which nobody else keeps: 16 bit ones are passed on. */
	private short[] counts(final Object pixels, final short[] reuse) {
		if (pixels instanceof short[] && ((short[]) pixels).length == width * height) return (short[]) pixels;
		if (pixels instanceof byte[] && ((byte[]) pixels).length == width * height) {
			final byte[] from = (byte[]) pixels;
			final short[] to = reuse != null && reuse.length == from.length ? reuse : new short[from.length];
			for (int i = 0; i < to.length; i++)
				to[i] = (short) (from[i] & 0xff);
			return to;
		}
		throw new DeviceException(name(), "gave an image of another size or type than before: do not change its region, binning or pixel type during a recording.");
	}

	/** Tags are numbers or their text, by adapter. */
	private static double number(final TaggedImage image, final String tag, final double otherwise) {
		if (image.tags == null || !image.tags.has(tag)) return otherwise;
		try {
			return Double.parseDouble(String.valueOf(image.tags.get(tag)));
		}
		catch (final NumberFormatException | mmcorej.org.json.JSONException e) {
			// a tag that is no number tells as much as none
			return otherwise;
		}
	}
}
