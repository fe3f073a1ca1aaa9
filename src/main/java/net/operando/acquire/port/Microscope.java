package net.operando.acquire.port;

import java.nio.file.Path;
import java.util.Optional;

import net.operando.base.quantity.Calibration;

/**
 * The devices of one microscope, open and ready. What a microscope lacks is empty; a plan that needs it is refused before it
 * starts. Whoever made it closes it, after the recording.
 */
public interface Microscope extends AutoCloseable {

	/** Name for titles and the recording's metadata ("Simulated", "Micro-Manager operando-rig.cfg"). */
	String name();

	/** The clock that all of its devices' times are on. */
	Clock clock();

	Camera camera();

	/** Size of a camera's pixel in the sample plane, before any binning; unknown if nobody set it. */
	Calibration calibration();

	Optional<Stage> stage();

	Optional<Light> light();

	Optional<FocusLock> focusLock();

	Optional<MarkOutput> markOutput();

	/** File or folder that the potentiostat writes while the recording runs, if the microscope knows it. */
	default Optional<Path> electrochemistry() {
		return Optional.empty();
	}

	/** Lets go of all devices, the light off first. Does not fail. */
	@Override
	void close();
}
