package net.operando.ui.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.io.IOService;

import ij.ImagePlus;
import net.operando.base.Progress;
import net.operando.model.synthetic.ExperimentFormat;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SyntheticExperiment;

class MovieIOPluginTest {

	@TempDir
	Path folder;

	/** As Fiji finds it: through SciJava's service of readers. */
	@Test
	void fijiOpensTdmsAndHdf5ThroughIt() throws IOException {
		final Scene whole = SampleExperiment.scene();
		final Scene scene = whole.withField(24, 24).withTiming(whole.timing().withRate(2, 1, 3));
		final Context context = new Context(IOService.class);
		try {
			for (final ExperimentFormat format : new ExperimentFormat[] { ExperimentFormat.TDMS, ExperimentFormat.HDF5 }) {
				final Path movie = SyntheticExperiment.write(scene, format, folder.resolve(format.name()), Progress.NONE).movie();
				assertTrue(context.service(IOService.class).getOpener(movie.toString()) instanceof MovieIOPlugin, movie + "");
				final Object opened = context.service(IOService.class).open(movie.toString());
				assertEquals(24, ((ImagePlus) opened).getWidth());
				assertTrue(((ImagePlus) opened).getStack() instanceof MovieStack, "frames are read when shown");
			}
		}
		finally {
			context.dispose();
		}
	}

	@Test
	void leavesWhatIsNotOursToOthers() throws IOException {
		final MovieIOPlugin plugin = new MovieIOPlugin();
		final Path text = Files.writeString(folder.resolve("notes.tdms"), "no movie");
		for (final String source : new String[] { text.toString(), folder.toString(), folder.resolve("none.h5").toString(),
			"https://example.org/movie.tdms", "x\0y" })
			assertFalse(plugin.supportsOpen(source), source);
	}

	@Test
	void saysWhatAMovieLacks() {
		final IOException e = assertThrows(IOException.class, () -> new MovieIOPlugin().open(folder.resolve("gone.tdms")
			.toString()));
		assertTrue(e.getMessage().contains("Open Operando Movie"), e.getMessage());
	}
}
