package net.operando.acquire.attocube;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;

import net.operando.acquire.port.DeviceException;

/** The functions of Attocube's ECC100 library that a stage needs, as its header {@code ecc.h} has them. All return 0 for success. */
public interface EccLibrary extends Library {

	/** Connects the controller of an index, from 0. */
	int ECC_Connect(int index, IntByReference handle);

	int ECC_Close(int handle);

	/** Position in nm. */
	int ECC_getPosition(int handle, int axis, IntByReference position);

	/** Sets (set = 1) or reads the target in nm. */
	int ECC_controlTargetPosition(int handle, int axis, IntByReference target, int set);

	/** Sets or reads whether the output drives the actuator. */
	int ECC_controlOutput(int handle, int axis, IntByReference enable, int set);

	/** Sets or reads whether the axis approaches its target. */
	int ECC_controlMove(int handle, int axis, IntByReference enable, int set);

	/** 0 idle, 1 moving, 2 waiting. */
	int ECC_getStatusMoving(int handle, int axis, IntByReference moving);

	/** 1 within the target range. */
	int ECC_getStatusTargetRange(int handle, int axis, IntByReference inRange);

	/**
	 * The library, from the system's library path.
	 *
	 * @throws DeviceException if it, or JNA, is not there
	 */
	static EccLibrary load() {
		try {
			return Native.load("ecc", EccLibrary.class);
		}
		catch (final LinkageError e) {
			throw new DeviceException("stage ECC100",
				"needs Attocube's library ecc (ecc.dll), which was not found: install Attocube's software and put its folder on the library path.",
				e);
		}
	}
}
