package net.operando.acquire.mmcore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import mmcorej.CMMCore;
import mmcorej.TaggedImage;
import mmcorej.org.json.JSONException;
import mmcorej.org.json.JSONObject;

import net.operando.acquire.port.Clock;

/**
 * A core without natives that writes down every call that changes something, and makes frames by the clock. A method that is
 * not overridden here would need the native library and fails the test.
 */
public final class RecordingCore extends CMMCore {

	static final int WIDTH = 12;
	static final int HEIGHT = 8;

	private final Clock clock;
	private final List<String> calls = new ArrayList<>();
	private final Map<String, String> properties = new HashMap<>();
	private double exposure = 10;
	private long startNanos;
	private double intervalMs;
	private int popped;
	private int stoppedAt;
	private int overflowAt = Integer.MAX_VALUE;
	private int failAt = Integer.MAX_VALUE;
	private boolean running;
	private boolean open;
	private boolean focusOn;
	private long lockedFrom = Long.MAX_VALUE;
	private long busyUntil;
	private double x;
	private double y;
	private double z;
	String autoFocus = "";
	String xyStage = "";
	String focus = "";
	String failing = "";
	boolean elapsedTags = true;
	boolean bytes;

	public RecordingCore(final Clock clock) {
		super(0L, false);
		this.clock = clock;
	}

	public List<String> calls() {
		return List.copyOf(calls);
	}

	void clearCalls() {
		calls.clear();
	}

	/** The buffer overflows when so many frames of the next sequence have come; later sequences do not. */
	void overflowAt(final int frames) {
		overflowAt = frames;
	}

	/** Fetching that frame of the next sequence fails. */
	void failAt(final int frame) {
		failAt = frame;
	}

	boolean isOpen() {
		return open;
	}

	private void call(final String text) throws Exception {
		calls.add(text);
		if (!failing.isEmpty() && text.startsWith(failing)) throw new Exception("Error 1: device gone\nand more");
	}

	/** Frames of this sequence that came until now. */
	private int made() {
		if (!running) return stoppedAt;
		// a frame is there when its exposure and 1 ms of transfer are over
		final double since = 1e-6 * (clock.nanos() - startNanos) - exposure - 1;
		return Math.min(overflowAt, since < 0 ? 0 : 1 + (int) (since / intervalMs));
	}

	@Override
	public void loadSystemConfiguration(final String file) throws Exception {
		call("loadSystemConfiguration");
	}

	@Override
	public String getCameraDevice() {
		return "Camera";
	}

	@Override
	public String getShutterDevice() {
		return "Shutter";
	}

	@Override
	public String getXYStageDevice() {
		return xyStage;
	}

	@Override
	public String getFocusDevice() {
		return focus;
	}

	@Override
	public String getAutoFocusDevice() {
		return autoFocus;
	}

	@Override
	public double getPixelSizeUm() {
		return 0.0347;
	}

	@Override
	public long getImageWidth() {
		return WIDTH;
	}

	@Override
	public long getImageHeight() {
		return HEIGHT;
	}

	@Override
	public long getBytesPerPixel() {
		return bytes ? 1 : 2;
	}

	@Override
	public long getImageBitDepth() {
		return bytes ? 8 : 12;
	}

	@Override
	public long getNumberOfCameraChannels() {
		return 1;
	}

	@Override
	public void setAutoShutter(final boolean on) {
		calls.add("setAutoShutter " + on);
	}

	@Override
	public double getExposure(final String camera) {
		return exposure;
	}

	@Override
	public void setExposure(final String camera, final double ms) throws Exception {
		call("setExposure " + ms);
		exposure = ms;
	}

	@Override
	public boolean hasProperty(final String device, final String property) {
		return property.equals("Exposure");
	}

	@Override
	public boolean hasPropertyLimits(final String device, final String property) {
		return true;
	}

	@Override
	public double getPropertyLowerLimit(final String device, final String property) {
		return 0.02;
	}

	@Override
	public double getPropertyUpperLimit(final String device, final String property) {
		return 30_000;
	}

	@Override
	public void setProperty(final String device, final String property, final String value) throws Exception {
		call("setProperty " + device + "/" + property + "=" + value);
		properties.put(device + "/" + property, value);
	}

	@Override
	public String getProperty(final String device, final String property) {
		return properties.getOrDefault(device + "/" + property, "");
	}

	void property(final String device, final String property, final String value) {
		properties.put(device + "/" + property, value);
	}

	@Override
	public void setCircularBufferMemoryFootprint(final long megabytes) throws Exception {
		call("setCircularBufferMemoryFootprint " + megabytes);
	}

	@Override
	public void prepareSequenceAcquisition(final String camera) throws Exception {
		call("prepareSequenceAcquisition");
	}

	@Override
	public void startSequenceAcquisition(final String camera, final int frames, final double ms, final boolean stopOnOverflow)
		throws Exception
	{
		call("startSequenceAcquisition stopOnOverflow=" + stopOnOverflow);
		// a new sequence empties the buffer and forgets its overflow
		if (isBufferOverflowed()) overflowAt = Integer.MAX_VALUE;
		startNanos = clock.nanos();
		intervalMs = ms;
		popped = 0;
		running = true;
	}

	@Override
	public boolean isSequenceRunning(final String camera) {
		return running && !isBufferOverflowed();
	}

	@Override
	public void stopSequenceAcquisition(final String camera) throws Exception {
		call("stopSequenceAcquisition");
		stoppedAt = made();
		running = false;
	}

	@Override
	public boolean isBufferOverflowed() {
		return made() >= overflowAt;
	}

	@Override
	public int getRemainingImageCount() {
		return made() - popped;
	}

	@Override
	public TaggedImage popNextTaggedImage() throws Exception {
		if (popped == failAt) {
			failAt = Integer.MAX_VALUE;
			throw new Exception("Image could not be popped");
		}
		final JSONObject tags = new JSONObject();
		try {
			if (elapsedTags) tags.put("ElapsedTime-ms", String.valueOf(popped * intervalMs + exposure + 1));
			tags.put("ImageNumber", popped);
		}
		catch (final JSONException e) {
			throw new IllegalStateException(e);
		}
		popped++;
		return new TaggedImage(pixels(popped), tags);
	}

	private Object pixels(final int value) {
		if (bytes) {
			final byte[] pixels = new byte[WIDTH * HEIGHT];
			java.util.Arrays.fill(pixels, (byte) (200 + value));
			return pixels;
		}
		final short[] pixels = new short[WIDTH * HEIGHT];
		java.util.Arrays.fill(pixels, (short) (1000 + value));
		return pixels;
	}

	@Override
	public void snapImage() throws Exception {
		call("snapImage");
		clock.sleepUntil(clock.nanos() + Math.round(1e6 * exposure));
	}

	@Override
	public Object getImage() {
		return pixels(7);
	}

	@Override
	public void setShutterOpen(final String shutter, final boolean on) throws Exception {
		call("setShutterOpen " + on);
		open = on;
	}

	@Override
	public boolean getShutterOpen(final String shutter) {
		return open;
	}

	@Override
	public void setXYPosition(final String stage, final double toX, final double toY) throws Exception {
		call("setXYPosition " + toX + "," + toY);
		x = toX;
		y = toY;
		busyUntil = clock.nanos() + 200_000_000;
	}

	@Override
	public double getXPosition(final String stage) {
		return x;
	}

	@Override
	public double getYPosition(final String stage) {
		return y;
	}

	@Override
	public void setPosition(final String stage, final double toZ) throws Exception {
		call("setPosition " + toZ);
		z = toZ;
	}

	@Override
	public double getPosition(final String stage) {
		return z;
	}

	@Override
	public boolean deviceBusy(final String device) {
		return clock.nanos() < busyUntil;
	}

	@Override
	public void stop(final String device) throws Exception {
		call("stop " + device);
	}

	@Override
	public void enableContinuousFocus(final boolean on) throws Exception {
		call("enableContinuousFocus " + on);
		focusOn = on;
		if (on && lockedFrom == Long.MAX_VALUE) lockedFrom = clock.nanos() + 300_000_000;
	}

	/** The lock loses its focus, or never finds it. */
	void loseFocus() {
		lockedFrom = Long.MAX_VALUE - 1;
	}

	@Override
	public boolean isContinuousFocusEnabled() {
		return focusOn;
	}

	@Override
	public boolean isContinuousFocusLocked() {
		return focusOn && clock.nanos() >= lockedFrom;
	}
}
