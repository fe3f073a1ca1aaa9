package net.operando.ui.command.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.macro.Interpreter;
import net.operando.analysis.front.FrontTables;
import net.operando.analysis.front.edit.EditedFronts;
import net.operando.analysis.front.edit.FrontEdits;
import net.operando.base.Progress;
import net.operando.data.kymograph.Kymograph;
import net.operando.experiment.FrontsReport;
import net.operando.ui.editor.EditorSource;
import net.operando.ui.editor.FrontEditor;
import net.operando.ui.editor.VoltageCurve;
import net.operando.ui.imagej.FrontDrawing;
import net.operando.ui.imagej.FrontWindows;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;

/** Corrects the fronts found in a kymograph by hand: in a window, or by edits that were written down. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Edit Fronts...", weight = 8.5) }, headless = true,
	description = "Finds the fronts in a kymograph and lets them be moved, deleted and added by hand, each refitted with standard error and 95 % interval; edits that were saved are applied again.")
public class EditFrontsCommand extends FrontSearchCommand {

	@Parameter(label = "Edits (JSON)", required = false, persist = false, style = "group:Edits", attrs = @Attr(name = "kind", value = "path"),
		description = "The edits.json of an earlier session, whose edits are made first; empty begins with the fronts found.")
	private String edits = "";

	@Parameter(label = "Timeline (CSV)", required = false, persist = false, style = "group:Electrochemistry", attrs = @Attr(name = "kind", value = "path"),
		description = "The timeline.csv of Align Electrochemistry, whose voltage is shown below the kymograph; empty looks for one in the kymograph's folder and the two above it.")
	private String timeline = "";

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Path written = existing(edits, "edits");
		final Path curve = existing(timeline, "timeline");
		final ImagePlus image = image();
		final List<Path> sources = MovieImages.sources(image);
		final Optional<VoltageCurve> voltage = VoltageCurve.of(curve, sources);
		final Kymograph kymograph = kymograph();
		final EditedFronts found = EditedFronts.found(kymograph, search(), progress.part(0, written == null ? 1 : 0.5));
		final EditedFronts fronts = written == null ? found : found.replayed(FrontEdits.read(written), progress.part(0.5, 1));
		warn(fronts.warnings());
		warnBesides(found.analysis());
		write(folder -> FrontsReport.write(fronts, sources, folder));
		FrontDrawing.draw(fronts.analysis(), kymograph, image, isTimeAlongY());
		final boolean replay = written != null && writesOutput();
		if (replay) FrontWindows.show(FrontsReport.figure(kymograph, fronts.parameters(), fronts.analysis()), FrontTables.fronts(List.of(fronts
			.analysis())), image);
		else if (ResultWindows.canShow() && !Interpreter.isBatchMode()) FrontEditor.open(fronts, new EditorSource(image, isTimeAlongY(),
			voltage, getClass().getSimpleName(), outputFolder(), options()));
	}
}
