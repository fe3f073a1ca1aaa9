package net.operando.ui.editor;

import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontPath;
import net.operando.analysis.front.edit.EditedFronts;
import net.operando.analysis.front.edit.FrontEdit;
import net.operando.analysis.linecut.LineCut;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.base.Progress;
import net.operando.data.io.KymographTiff;
import net.operando.data.io.Provenance;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.movie.LinePath;
import net.operando.model.synthetic.SampleExperiment;
import net.operando.model.synthetic.SyntheticExperiment;
import net.operando.ui.imagej.DivergingDisplay;
import net.operando.ui.imagej.MovieImages;

/** Takes the picture of the front editor for the documents, on the sample, with a front drawn by hand. Needs a display of its own. */
public final class EditorScreenshot {

	private static final String LINE = "17.5,33.3,298.2,120.8";

	@SuppressWarnings("unused")
	private static final class Cut {

		private final String line = LINE;
	}

	private EditorScreenshot() {}

	/** @param arguments the picture to write */
	public static void main(final String[] arguments) throws Exception {
		final Path folder = Files.createTempDirectory("screenshot");
		final SyntheticExperiment sample = SampleExperiment.write(folder, Progress.NONE);
		new ij.ImageJ(ij.ImageJ.NO_SHOW);
		final ImagePlus movie = MovieImages.image(net.operando.data.io.movies.MovieFiles.open(sample.movie(),
			net.operando.data.io.MovieOpenOptions.defaults(), Progress.NONE), sample.movie());
		movie.show();
		movie.getWindow().setLocation(0, 90);
		movie.resetDisplayRange();
		final Kymograph kymograph = LineCut.kymograph(MovieImages.movie(movie), LinePath.parse(LINE), new LineCutParameters()
			.withLagSeconds(1), Progress.NONE);
		final ImagePlus image = KymographTiff.image(kymograph, "Kymograph of movie", Provenance.of("Line-Cut Kymograph", new Cut(), List
			.of(sample.movie()), List.of()));
		DivergingDisplay.centre(image);
		final EditedFronts found = EditedFronts.found(kymograph, new FrontParameters().withMaxFronts(4), Progress.NONE);
		final EditedFronts drawn = found.with(FrontEdit.delete(2), Progress.NONE).with(FrontEdit.add(3, FrontPath.of(new double[] { 11.5,
			22 }, new double[] { 18.9e-6, 11.8e-6 })), Progress.NONE);
		FrontEditor.open(drawn, new EditorSource(image, false, VoltageCurve.of(folder.resolve("truth/frames.csv"), List.of()), "",
			"", ""));
		Thread.sleep(3000);
		for (final Frame frame : Frame.getFrames())
			if (frame instanceof EditorWindow) EventQueue.invokeAndWait(() -> {
				final EditorWindow window = (EditorWindow) frame;
				window.state().select(3);
				window.state().moveCursor(17.2, 5.5e-6);
				window.showSelection();
				window.toFront();
				MovieLink.to(movie, image, 20.3e-6).follow(17.2, 5.5e-6);
			});
		Thread.sleep(2000);
		final BufferedImage screen = new Robot().createScreenCapture(new Rectangle(java.awt.Toolkit.getDefaultToolkit()
			.getScreenSize()));
		ImageIO.write(screen, "png", new File(arguments[0]));
		Runtime.getRuntime().halt(0);
	}
}
