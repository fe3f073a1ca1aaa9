package net.operando.ui.command.measure;

import java.io.IOException;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontTables;
import net.operando.analysis.front.FrontTracer;
import net.operando.base.Progress;
import net.operando.data.io.Provenance;
import net.operando.data.io.TidyTable;
import net.operando.data.kymograph.Kymograph;
import net.operando.experiment.FrontsReport;
import net.operando.ui.imagej.FrontDrawing;
import net.operando.ui.imagej.FrontWindows;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;

/** Finds the fronts in a kymograph and how fast they move. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Front Velocities...", weight = 8) }, headless = true,
	description = "Finds the fronts in a kymograph, by a stated criterion, and their velocities with standard error and 95 % interval.")
public class FrontVelocitiesCommand extends FrontSearchCommand {

	@Override
	protected void execute(final Progress progress) throws IOException {
		final ImagePlus image = image();
		final Kymograph kymograph = kymograph();
		final FrontParameters parameters = search();
		final FrontAnalysis analysis = FrontTracer.trace(kymograph, parameters, progress);
		warn(analysis.warnings());
		warnBesides(analysis);
		write(folder -> FrontsReport.write(kymograph, parameters, analysis, Provenance.of("Front Velocities", parameters, MovieImages
			.sources(image), analysis.warnings()), folder));
		FrontDrawing.draw(analysis, kymograph, image, isTimeAlongY());
		FrontWindows.show(FrontsReport.figure(kymograph, parameters, analysis), FrontTables.fronts(List.of(analysis)), image);
		final TidyTable meetings = FrontTables.meetings(List.of(analysis));
		if (meetings.rowCount() > 0) ResultWindows.show(meetings, "Meeting of fronts of " + image.getTitle());
	}
}
