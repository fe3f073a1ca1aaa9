package net.operando.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import net.operando.ui.imagej.MovieImages;

/** What an editor was opened on and by: the image, its voltage, and what a macro needs to say the same again. Immutable. */
public final class EditorSource {

	private final ImagePlus image;
	private final boolean timeAlongY;
	private final Optional<VoltageCurve> voltage;
	private final String writer;
	private final String output;
	private final String options;

	/**
	 * @param image the kymograph's image
	 * @param timeAlongY whether time runs down it
	 * @param writer who writes the results, see {@link net.operando.data.io.ResultFolder}
	 * @param output folder to save in; empty asks for one
	 * @param options the command's options as a macro gives them, without edits and output
	 */
	public EditorSource(final ImagePlus image, final boolean timeAlongY, final Optional<VoltageCurve> voltage,
		final String writer, final String output, final String options)
	{
		this.image = image;
		this.timeAlongY = timeAlongY;
		this.voltage = voltage;
		this.writer = writer;
		this.output = output;
		this.options = options;
	}

	ImagePlus image() {
		return image;
	}

	boolean isTimeAlongY() {
		return timeAlongY;
	}

	Optional<VoltageCurve> voltage() {
		return voltage;
	}

	String writer() {
		return writer;
	}

	String output() {
		return output;
	}

	/** The files the kymograph came from. */
	List<Path> files() {
		return MovieImages.sources(image);
	}

	/** The line of a macro that makes the results in a folder again from the edits saved there. */
	String macro(final Path folder) {
		final String path = folder.toString().replace('\\', '/');
		return "run(\"Edit Fronts...\", \"" + options + " edits=[" + path + "/edits.json] output=[" + path + "]\");\n";
	}
}
