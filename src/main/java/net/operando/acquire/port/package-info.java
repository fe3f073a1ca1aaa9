/**
 * What the engine needs of a microscope: {@link net.operando.acquire.port.Camera}, {@link net.operando.acquire.port.Stage},
 * {@link net.operando.acquire.port.Light}, {@link net.operando.acquire.port.FocusLock},
 * {@link net.operando.acquire.port.MarkOutput} and {@link net.operando.acquire.port.Clock}, gathered by
 * {@link net.operando.acquire.port.Microscope}. Lengths in um, exposures in ms, light as a fraction of full power, host times in
 * ns of one monotonic clock; units are in the names.
 * <p>
 * Threading: the engine calls a device from one thread, its own. Only what says "any thread" in its documentation is called
 * from others (the watchdog, the JVM's shutdown). Ownership: whoever made a microscope closes it; the engine never does. Errors:
 * {@link net.operando.acquire.port.DeviceException} for what a device refuses or fails at,
 * {@link net.operando.acquire.port.DeviceTimeoutException} where it does not answer in time; both end a recording in order,
 * with everything recorded so far kept.
 */
package net.operando.acquire.port;
