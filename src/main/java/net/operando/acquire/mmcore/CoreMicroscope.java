package net.operando.acquire.mmcore;

import java.nio.file.Path;
import java.util.Optional;

import mmcorej.CMMCore;

import net.operando.acquire.micromanager.RigSettings;
import net.operando.acquire.mmconfig.ConfigurationCheck;
import net.operando.acquire.port.Camera;
import net.operando.acquire.port.Clock;
import net.operando.acquire.port.DeviceException;
import net.operando.acquire.port.FocusLock;
import net.operando.acquire.port.Light;
import net.operando.acquire.port.MarkOutput;
import net.operando.acquire.port.Microscope;
import net.operando.acquire.port.Stage;
import net.operando.acquire.port.SystemClock;
import net.operando.base.quantity.Calibration;

/** The devices that a core has been given, each by its role there. The core itself is not unloaded by {@link #close}. */
public final class CoreMicroscope implements Microscope {

	private final String name;
	private final Clock clock;
	private final Camera camera;
	private final Calibration calibration;
	private final Stage stage;
	private final Light light;
	private final FocusLock focusLock;
	private final MarkOutput markOutput;

	private CoreMicroscope(final CMMCore core, final String name, final RigSettings rig, final Clock clock) {
		this.name = name;
		this.clock = clock;
		final String cameraLabel = core.getCameraDevice();
		if (cameraLabel.isEmpty()) throw new DeviceException("Micro-Manager configuration",
			"has no camera: add the line Property,Core,Camera,<label> to it.");
		camera = new CoreCamera(core, cameraLabel, clock, rig);
		final double pixel = core.getPixelSizeUm();
		calibration = pixel > 0 ? Calibration.ofMicrometres(pixel) : Calibration.unknown();
		final String xy = core.getXYStageDevice();
		final String z = core.getFocusDevice();
		stage = xy.isEmpty() && z.isEmpty() ? null : new CoreStage(core, xy, z, clock, rig);
		final String shutter = core.getShutterDevice();
		light = shutter.isEmpty() && rig.dimmer().isNone() ? null : new CoreLight(core, shutter, rig);
		final String lock = core.getAutoFocusDevice();
		focusLock = lock.isEmpty() ? null : new CoreFocusLock(core, lock, clock, rig);
		markOutput = rig.mark().isNone() ? null : new CoreMarkOutput(core, clock, rig);
		// with it on the core would open and close the shutter around every snap
		core.setAutoShutter(false);
	}

	/**
	 * The devices of a core that is configured already, as a running Micro-Manager's is.
	 *
	 * @throws DeviceException if it has no camera, or one that gives no grey images
	 */
	public static CoreMicroscope of(final CMMCore core, final String name, final RigSettings rig) {
		return new CoreMicroscope(core, name, rig, new SystemClock());
	}

	/** The same on another clock. */
	static CoreMicroscope of(final CMMCore core, final String name, final RigSettings rig, final Clock clock) {
		return new CoreMicroscope(core, name, rig, clock);
	}

	/**
	 * Loads a configuration into a core and takes its devices. The file is checked before the core sees it.
	 *
	 * @throws net.operando.base.InvalidInputException if a line of the file is wrong
	 * @throws DeviceException if a device cannot be loaded or started
	 */
	public static CoreMicroscope load(final CMMCore core, final Path configuration) {
		ConfigurationCheck.require(configuration);
		final RigSettings rig = RigSettings.beside(configuration);
		CoreCall.run("microscope", "start with " + configuration.getFileName(), () -> core.loadSystemConfiguration(configuration
			.toAbsolutePath().toString()));
		final String title = "Micro-Manager " + (rig.name().isEmpty() ? configuration.getFileName().toString() : rig.name());
		return of(core, title, rig);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Clock clock() {
		return clock;
	}

	@Override
	public Camera camera() {
		return camera;
	}

	@Override
	public Calibration calibration() {
		return calibration;
	}

	@Override
	public Optional<Stage> stage() {
		return Optional.ofNullable(stage);
	}

	@Override
	public Optional<Light> light() {
		return Optional.ofNullable(light);
	}

	@Override
	public Optional<FocusLock> focusLock() {
		return Optional.ofNullable(focusLock);
	}

	@Override
	public Optional<MarkOutput> markOutput() {
		return Optional.ofNullable(markOutput);
	}

	@Override
	public void close() {
		if (light == null) return;
		try {
			light.off();
		}
		catch (final DeviceException e) {
			// the engine has tried and reported it; closing does not fail
		}
	}
}
