package net.operando.acquire.attocube;

import com.sun.jna.ptr.IntByReference;

import net.operando.acquire.port.DeviceException;

/** An ECC100 behind its maker's library. The library is not thread-safe, so calls wait for each other. */
final class EccController implements StageAxes {

	private static final int SET = 1;

	private final EccLibrary library;
	private final int index;
	private final int handle;

	private EccController(final EccLibrary library, final int index, final int handle) {
		this.library = library;
		this.index = index;
		this.handle = handle;
	}

	/** @throws DeviceException if it cannot be connected */
	static EccController open(final EccLibrary library, final int index) {
		final IntByReference handle = new IntByReference();
		final int error = library.ECC_Connect(index, handle);
		if (error != 0) throw new DeviceException(name(index), "could not be connected (error " + error +
			"): check its power and USB cable, and that no other program holds it.");
		return new EccController(library, index, handle.getValue());
	}

	private static String name(final int index) {
		return "stage ECC100 number " + index;
	}

	@Override
	public String name() {
		return name(index);
	}

	@Override
	public synchronized long positionNm(final int axis) {
		final IntByReference nm = new IntByReference();
		check(library.ECC_getPosition(handle, axis, nm), "tell the position of axis " + axis);
		return nm.getValue();
	}

	@Override
	public synchronized void approach(final int axis, final long targetNm) {
		if (targetNm != (int) targetNm) throw new DeviceException(name(), "cannot go to " + targetNm +
			" nm, which is beyond its range.");
		check(library.ECC_controlTargetPosition(handle, axis, new IntByReference((int) targetNm), SET), "take a target on axis " +
			axis);
		check(library.ECC_controlOutput(handle, axis, new IntByReference(1), SET), "drive axis " + axis);
		check(library.ECC_controlMove(handle, axis, new IntByReference(1), SET), "move axis " + axis);
	}

	@Override
	public synchronized boolean hasArrived(final int axis) {
		final IntByReference inRange = new IntByReference();
		final IntByReference moving = new IntByReference();
		check(library.ECC_getStatusTargetRange(handle, axis, inRange), "tell whether axis " + axis + " arrived");
		check(library.ECC_getStatusMoving(handle, axis, moving), "tell whether axis " + axis + " moves");
		return inRange.getValue() != 0 && moving.getValue() == 0;
	}

	@Override
	public synchronized void stop(final int axis) {
		check(library.ECC_controlMove(handle, axis, new IntByReference(0), SET), "stop axis " + axis);
	}

	@Override
	public synchronized void close() {
		// an error here means that it is gone already
		library.ECC_Close(handle);
	}

	private void check(final int error, final String doing) {
		if (error != 0) throw new DeviceException(name(), "did not " + doing + " (error " + error +
			"): check its cable and that the positioner is connected.");
	}
}
