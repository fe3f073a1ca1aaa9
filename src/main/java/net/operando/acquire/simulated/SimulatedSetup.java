package net.operando.acquire.simulated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import net.operando.base.InvalidInputException;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.ScenePreset;

/** What a simulated microscope looks at, as users name it. Immutable. */
public final class SimulatedSetup {

	private final Scene scene;

	private SimulatedSetup(final Scene scene) {
		this.scene = scene;
	}

	/**
	 * @param config name of a preset ("5C from 2.8 V hold", which empty means too), or the path of a scene in JSON
	 * @throws InvalidInputException if it is neither
	 * @throws IOException if the file cannot be read
	 */
	public static SimulatedSetup of(final String config) throws IOException {
		final String text = config.trim();
		if (text.isEmpty()) return new SimulatedSetup(ScenePreset.HOLD_5C.scene(1));
		if (!text.toLowerCase(java.util.Locale.ROOT).endsWith(".json")) return new SimulatedSetup(ScenePreset.of(text).scene(
			1));
		final Path file = Paths.get(text);
		if (!Files.isRegularFile(file)) throw new InvalidInputException("There is no scene at " + file +
			" (config): give a preset's name or a JSON file.");
		return new SimulatedSetup(Scene.fromJson(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
	}

	public Scene scene() {
		return scene;
	}

	/**
	 * @param electrochemistry folder that the potentiostat's files grow in
	 * @param realTime on the computer's clock rather than a computed one
	 */
	public SimulatedMicroscope open(final Path electrochemistry, final boolean realTime) {
		return realTime ? SimulatedMicroscope.realTime(scene, electrochemistry, SimulatedFaults.none()) : SimulatedMicroscope
			.virtual(scene, electrochemistry, SimulatedFaults.none());
	}
}
