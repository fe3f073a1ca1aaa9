package net.operando.ui.command.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.MemoryMovie;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.imagej.ImageHistory;
import net.operando.ui.imagej.MovieImages;

class CiteCommandTest {

	private static final Context CONTEXT = CommandCatalog.newContext();

	@TempDir
	Path folder;

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	/** Three frames brightening by 1 % each. */
	private static ImagePlus movie() {
		final short[][] frames = new short[3][16 * 16];
		for (int f = 0; f < 3; f++)
			java.util.Arrays.fill(frames[f], (short) (1000 + 10 * f));
		return MovieImages.image(MemoryMovie.ofCounts("rod", 16, 16, frames, TimeAxis.of(0, 1, 2), Calibration
			.ofMicrometres(0.07)));
	}

	private static CommandCall call(final String label) {
		final CommandInfo info = new CommandCatalog(CONTEXT).byLabel(label).orElseThrow();
		return new CommandCall(CONTEXT, info);
	}

	private static void set(final CommandCall call, final String key, final Object value) {
		call.set(CommandCatalog.inputs(call.info()).stream().filter(i -> CommandCatalog.key(i).equals(key)).findFirst()
			.orElseThrow(), value);
	}

	private ImagePlus kymograph() {
		final CommandCall cut = call("Line-Cut Kymograph");
		set(cut, "image", movie());
		set(cut, "line", "2,8,13,8");
		set(cut, "widthpx", 3);
		assertNull(cut.run().failure());
		return (ImagePlus) cut.output("kymograph");
	}

	private String cite(final ImagePlus image) throws IOException {
		final CommandCall cite = call("Cite Operando");
		if (image != null) set(cite, "image", image);
		set(cite, "output", folder.resolve("out").toString());
		assertNull(cite.run().failure());
		return Files.readString(folder.resolve("out/citations.bib"));
	}

	@Test
	void whatAnImageWentThroughIsKeptAndCited() throws IOException {
		final ImagePlus kymograph = kymograph();
		assertEquals(List.of("Line-Cut Kymograph"), ImageHistory.of(kymograph));
		final CommandCall fronts = call("Front Velocities");
		set(fronts, "image", kymograph);
		fronts.run();
		final String text = cite(kymograph);
		assertTrue(text.contains("Line-Cut Kymograph"), text);
		assertTrue(text.contains("@article{Merryweather2022,"), text);
		assertFalse(text.contains("Weppner"), text);
		assertFalse(text.contains("{Cahn1958,"), text);
	}

	@Test
	void theHistorySurvivesSavingByImageJ() throws IOException {
		final ImagePlus kymograph = kymograph();
		final Path file = folder.resolve("k.tif");
		Files.write(file, new FileSaver(kymograph).serialize());
		final ImagePlus back = IJ.openImage(file.toString());
		assertEquals(List.of("Line-Cut Kymograph"), ImageHistory.of(back));
		assertTrue(net.operando.data.io.KymographTiff.isKymograph(back));
		assertEquals(2, net.operando.data.io.KymographTiff.read(back).columns(), "the history does not disturb the metadata");
	}

	@Test
	void aFailedCommandLeavesNoTrace() {
		final ImagePlus movie = movie();
		final CommandCall cut = call("Line-Cut Kymograph");
		set(cut, "image", movie);
		assertTrue(cut.run().failure() != null, "there is no line");
		assertEquals(List.of(), ImageHistory.of(movie));
	}

	@Test
	void aSimulationIsCitedWithItsModel() throws IOException {
		final ImagePlus image = new ImagePlus("rate", new ij.process.FloatProcessor(2, 2));
		image.setProperty("Info", "{\"provenance\": {\"command\": \"Simulate Rod\"}}");
		assertTrue(cite(image).contains("@article{Cahn1958,"));
	}

	@Test
	void withoutAnImageThePaperIsCited() throws IOException {
		assertTrue(cite(null).contains("@article{Merryweather2022,"));
	}
}
