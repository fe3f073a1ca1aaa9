package net.operando.ui.command.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.gui.Overlay;
import net.operando.analysis.crack.CrackTables;
import net.operando.analysis.fragment.Cut;
import net.operando.analysis.fragment.CutsCsv;
import net.operando.analysis.fragment.CycleTimeline;
import net.operando.analysis.fragment.DetectedCuts;
import net.operando.analysis.fragment.FragmentAnalysis;
import net.operando.analysis.fragment.FragmentBackground;
import net.operando.analysis.fragment.FragmentFront;
import net.operando.analysis.fragment.FragmentFronts;
import net.operando.analysis.fragment.FragmentGraph;
import net.operando.analysis.fragment.FragmentLabels;
import net.operando.analysis.fragment.FragmentParameters;
import net.operando.analysis.fragment.FragmentTables;
import net.operando.analysis.fragment.Fragments;
import net.operando.analysis.fragment.TipPoint;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.linecut.LineCutParameters;
import net.operando.base.Progress;
import net.operando.data.io.Provenance;
import net.operando.data.io.TidyTable;
import net.operando.data.io.tiff.TiffStackInfo;
import net.operando.data.io.tiff.TiffStackWriter;
import net.operando.data.io.trackmate.TrackImage;
import net.operando.data.io.trackmate.TrackMateFile;
import net.operando.data.movie.Movie;
import net.operando.figure.Figure;
import net.operando.figure.FigureWriter;
import net.operando.figure.FragmentFigure;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.command.Previewed;
import net.operando.ui.imagej.FragmentDrawing;
import net.operando.ui.imagej.FramePreview;
import net.operando.ui.imagej.ImageSelection;
import net.operando.ui.imagej.MovieImages;
import net.operando.ui.imagej.ResultWindows;

/** The pieces of a cracked rod: lineage, size, brightness, and which of them lost contact. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "Fragments...", weight = 11) }, headless = true,
	description = "Follows the pieces a rod breaks into: which came from which, length, area, brightness, ratios with intervals, response to cycling, and which lost contact.")
public class FragmentsCommand extends OperandoCommand implements Previewed {

	@Parameter(label = "Movie", description = "The movie, free of drift, with a line along the rod from end to end.")
	private ImagePlus image;

	@Parameter(label = "Line (px)", required = false, persist = false, style = "group:Where", attrs = @Attr(name = "kind", value = "line"),
		description = "x0,y0,x1,y1 in pixels from the centre of the top left one; empty takes the selection.")
	private String line = "";

	@Parameter(label = "Width (px)", persist = false, required = false, min = "0", style = "group:Where",
		description = "Width of the rod in px, about the line; 0 measures it.")
	private double widthpx;

	@Parameter(label = "Cracks (CSV or auto)", persist = false, required = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Cracks",
		description = "The cracks.csv of Cracks for this rod and movie; auto finds those that appear in the movie.")
	private String cracks = "auto";

	@Parameter(label = "Ratio threshold", persist = false, min = "1", style = "group:How",
		description = "A piece that does not respond is disconnected from this ratio to the darkest piece on.")
	private double ratiothreshold = 1.2;

	@Parameter(label = "Timeline (CSV)", required = false, persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Electrochemistry",
		description = "The timeline.csv of Align Electrochemistry: responses are then per unit of x, and fronts are looked for step by step.")
	private String timeline = "";

	@Parameter(label = "Background", persist = false, required = false, choices = { "Dark", "Surroundings", "None" }, style = "group:How",
		description = "What is taken off intensities: the dark level of the image, the median around the rod, or nothing.")
	private String background = "Dark";

	@Parameter(label = "Fronts", persist = false, required = false, style = "group:How",
		description = "Whether to look for fronts in each piece.")
	private boolean fronts = true;

	private FragmentParameters parameters() {
		return new FragmentParameters().withWidthPixels(widthpx).withRatioThreshold(ratiothreshold).withBackground(choice(
			FragmentBackground.class, background, "background"));
	}

	@Override
	protected void check() {
		parameters().check();
		ImageSelection.lineOn(image, line);
		MovieImages.movie(image);
	}

	@Override
	public Overlay preview(final Progress progress) {
		return FramePreview.rod(image, line, widthpx);
	}

	@Override
	protected void execute(final Progress progress) throws IOException {
		final FragmentParameters parameters = parameters();
		parameters.check();
		final Movie movie = MovieImages.movie(image);
		final ImageSelection selection = ImageSelection.lineOn(image, line);
		final Path timelineFile = existing(timeline, "timeline");
		final CycleTimeline cycle = timelineFile == null ? CycleTimeline.unknown() : CycleTimeline.read(timelineFile, movie
			.times());
		final boolean auto = cracks.trim().isEmpty() || cracks.trim().equalsIgnoreCase("auto");
		final Path cracksFile = auto ? null : existing(cracks, "cracks");
		final DetectedCuts detected = auto ? DetectedCuts.find(movie, selection.line(), parameters, progress.part(0, 0.3))
			: null;
		final List<Cut> cuts = auto ? detected.cuts() : CutsCsv.read(cracksFile, movie.times());
		final List<TipPoint> tips = auto ? detected.tips() : CutsCsv.tipsBeside(cracksFile, movie.frameCount());
		final FragmentAnalysis rod = Fragments.analyse(movie, selection.line(), cuts, cycle.contents(), parameters, progress
			.part(0.3, fronts ? 0.6 : 0.9));
		final List<FragmentFront> found = fronts ? FragmentFronts.find(movie, rod, cycle.steps(), new LineCutParameters()
			.withLagSeconds(0), new FrontParameters(), parameters.erodeMicrometres() * 1e-6, progress.part(0.6, 0.9)) : List.of();
		final Set<String> warnings = new LinkedHashSet<>(rod.warnings());
		if (auto) warnings.addAll(detected.warnings());
		warn(warnings);
		final Figure figure = FragmentFigure.of(movie, rod);
		final List<FragmentAnalysis> rods = List.of(rod);
		final TidyTable table = FragmentTables.fragments(rods);
		final List<Path> sources = MovieImages.sources(image);
		write(folder -> {
			folder.write("fragments.csv", table);
			if (auto) folder.write("fragment_cracks.csv", CrackTables.cracks(detected.analysis()));
			folder.write("fragment_frames.csv", FragmentTables.frames(rods, movie.times()));
			if (fronts) folder.write("fragment_fronts.csv", FragmentFronts.table(found));
			TrackMateFile.of(FragmentGraph.of(rods, tips, found, movie.times()), TrackImage.of(movie, sources.isEmpty() ? null
				: sources.get(0)), "Fragments of a rod, by Operando " + Provenance.version() + ".").write(folder.path("fragments.xml"));
			FigureWriter.writeSvg(figure, folder.path("fragments.svg"));
			FigureWriter.writePng(figure, folder.path("fragments.png"));
			TiffStackWriter.write(FragmentLabels.of(movie, rods), folder.path("fragment_labels.tif"), TiffStackInfo.defaults(),
				progress.part(0.9, 1));
			folder.writeText("fragments.json", Provenance.of("Fragments", FragmentsRecord.of(selection.line(), cuts, parameters),
				sources, List.copyOf(warnings)).toJson());
		});
		FragmentDrawing.draw(rod, image);
		ResultWindows.show(figure, "Pieces of " + image.getTitle());
		ResultWindows.show(table, "Fragments of " + image.getTitle());
	}
}
