package net.operando.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.front.MeetingPoint;
import net.operando.base.Progress;
import net.operando.data.electrochem.HalfCycle;
import net.operando.data.io.FileFingerprint;
import net.operando.data.io.Json;
import net.operando.data.io.Provenance;
import net.operando.data.io.ResultFolder;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.data.movie.Movie;
import net.operando.analysis.crack.Crack;
import net.operando.analysis.fragment.Fragment;
import net.operando.analysis.rod.LengthSeries;
import net.operando.figure.CrackFigure;
import net.operando.figure.DriftFigure;
import net.operando.figure.Figure;
import net.operando.figure.FragmentFigure;
import net.operando.figure.LengthFigure;
import net.operando.figure.PlusMinus;
import net.operando.figure.RodFigure;
import net.operando.figure.FigureWriter;
import net.operando.figure.report.ReportPage;
import net.operando.figure.report.ReportTable;
import net.operando.figure.video.AnnotatedVideo;

/** Writes everything an analysis gives into a result folder: tables, kymographs, figures, videos and the report page. */
public final class ExperimentReport {

	private static final double VIDEO_FRAMES_PER_SECOND = 10;

	private final ExperimentResult result;
	private final ExperimentParameters parameters;
	private final ExperimentFigures figures;
	private final Provenance provenance;

	private ExperimentReport(final ExperimentResult result, final ExperimentParameters parameters,
		final Provenance provenance)
	{
		this.result = result;
		this.parameters = parameters;
		this.provenance = provenance;
		figures = new ExperimentFigures(result, parameters);
	}

	/**
	 * Writes the results. The folder is not committed here.
	 *
	 * @param inputs the files the results were made from; hashed here
	 * @throws IOException if a file system fails
	 * @throws net.operando.base.CancelledException if cancelled
	 */
	public static void write(final ExperimentResult result, final ExperimentParameters parameters,
		final List<Path> inputs, final ResultFolder folder, final Progress progress) throws IOException
	{
		final Provenance provenance = Provenance.of("Analyse Experiment", parameters, inputs, result.warnings());
		final ExperimentReport report = new ExperimentReport(result, parameters, provenance);
		folder.markNominalTimes(result.movie().times().isNominal());
		folder.writeText("parameters.json", Json.write(parameters));
		folder.writeText("provenance.json", provenance.toJson());
		ExperimentTables.write(result, provenance, folder);
		progress.checkCancelled();
		report.writePage(folder, progress.part(0.1, 0.5));
		if (parameters.videos()) report.writeVideos(folder, progress.part(0.5, 1));
	}

	private void writePage(final ResultFolder folder, final Progress progress) throws IOException {
		final ReportPage page = ReportPage.titled("Operando analysis of " + result.movie().name()).subtitle(String.format(
			Locale.ROOT, "%d frames over %.1f s, %d rod%s, made %s", result.movie().frameCount(), result.movie().times()
				.seconds(result.movie().frameCount() - 1) - result.movie().times().seconds(0), result.rods().size(), result
					.rods().size() == 1 ? "" : "s", provenance.made()));
		page.warnings(result.warnings());
		page.table(summary());
		page.table(clock());
		particles(page);
		preparation(page, folder);
		for (final RodResult rod : result.rods()) {
			page.heading("Rod " + rod.rod().id());
			add(page, folder, "overview_" + rod.rod().id(), figures.overview(rod),
				"Voltage and current over the intensity along the rod, on one time axis.");
			for (final StepResult step : rod.steps()) {
				progress.checkCancelled();
				final String name = rod.rod().id() + "_step" + step.number();
				add(page, folder, name, figures.step(step), String.format(Locale.ROOT,
					"Step %d: differential kymograph with the fronts traced by each criterion; lag %.3g s (%s).", step.number(),
					step.rate().lagSeconds(), step.lagReason()) + step.simulation().filter(StepSimulation::isDone).map(s -> " " + s
						.text()).orElse(""));
				add(page, folder, name + "_images", figures.images(rod, step), String.format(Locale.ROOT,
					"Step %d: differential images over a lag of %.3g s, averaged to pixels of about 0.2 µm; times on the movie's clock (the step begins at %.1f s).",
					step.number(), ExperimentFigures.IMAGE_LAGS * step.rate().lagSeconds(), step.startSeconds()));
			}
			progress.checkCancelled();
			particle(page, folder, rod);
		}
		page.heading("Cell");
		page.table(cycles());
		if (figures.hasCapacities()) add(page, folder, "capacities", figures.capacities(), "Specific capacity of every half cycle.");
		if (parameters.videos()) {
			page.heading("Videos");
			page.link("videos/raw.avi", "Recorded movie with voltage, scale bar and clock (AVI)");
			page.link("videos/differential.avi", "Differential movie with voltage, scale bar and clock (AVI)");
		}
		page.parameters(Json.write(parameters));
		for (final FileFingerprint input : provenance.inputs())
			page.input(input.file(), input.bytes(), input.hash() + (input.algorithm().equals("SHA-256") ? "" : " (" + input
				.algorithm() + ")"));
		page.version("Operando " + Provenance.version() + ". Methods after Merryweather et al., Nature Materials 21 (2022) 1306.");
		page.write(folder.path("report.html"));
	}

	/** Where the sample and the light were, and which rods were found. */
	private void preparation(final ReportPage page, final ResultFolder folder) throws IOException {
		final MoviePreparation prepared = result.prepared();
		if (prepared.shifts() != null) add(page, folder, "drift", DriftFigure.of(prepared.shifts(), result.movie().calibration()),
			"Where the sample was in every frame; taken out before anything was measured.");
		if (!result.found().isEmpty()) add(page, folder, "rods", RodFigure.of(result.movie(), result.found()),
			"The rods that were found, in the first frame.");
	}

	/** The rod in the image, its length under the voltage, its cracks and pieces. */
	private void particle(final ReportPage page, final ResultFolder folder, final RodResult rod) throws IOException {
		final RodParticle particle = rod.particle();
		final String name = rod.rod().id();
		if (particle.length().isPresent()) {
			add(page, folder, name + "_rod", RodFigure.of(result.movie(), List.of(particle.length().get().axis()), figures.around(rod
				.rod())), "The rod in the first frame, as it was found along the line.");
			add(page, folder, name + "_length", LengthFigure.of(particle.length().get(), figures.voltage()),
				"Length, strain and *x* with one standard error, and intensity relative to the first frames. *x* is taken from the elongation and assumes that it is the same all along the rod.");
		}
		if (particle.cracks().isPresent()) for (final Crack crack : particle.cracks().get().cracks())
			add(page, folder, name + "_crack" + crack.id(), CrackFigure.of(result.movie(), particle.cracks().get(), crack),
				"Crack " + crack.id() + ": the line across the rod and the path of its tip.");
		if (particle.fragments().isPresent()) add(page, folder, name + "_fragments", FragmentFigure.of(result.movie(), particle
			.fragments().get()), "The pieces with their names, and the intensity of each relative to the darkest.");
	}

	/** One row per rod, crack and piece. */
	private void particles(final ReportPage page) {
		final ReportTable lengths = ReportTable.withColumns("Rods", "Rod", "Length at first (µm)", "Strain at last (%)",
			"x at last, from elongation", "I/I₀ at last", "Cracks", "Pieces");
		final ReportTable cracks = ReportTable.withColumns("Cracks", "Rod", "Crack", "Onset (s)", "Position (µm)",
			"Tip speed (nm/s)", "95 % interval", "x at onset", "x of the rod at onset", "Flag");
		final ReportTable pieces = ReportTable.withColumns("Pieces", "Rod", "Piece", "Of", "Length (µm)",
			"Ratio to the darkest", "Contact", "Evidence");
		int cracked = 0;
		for (final RodResult rod : result.rods()) {
			final RodParticle p = rod.particle();
			final LengthSeries l = p.length().orElse(null);
			final int last = l == null ? 0 : l.frameCount() - 1;
			lengths.row(rod.rod().id(), l == null ? null : l.lengthMetres(0).times(1e6), l == null ? null : l.strain(last).times(
				100), l == null ? null : l.content(last), l == null ? null : l.intensityRatio(last), p.cracks().map(c -> (Object) c
					.cracks().size()).orElse(null), p.fragments().map(f -> (Object) f.fragments().size()).orElse(null));
			if (p.cracks().isPresent()) for (final Crack c : p.cracks().get().cracks()) {
				cracks.row(rod.rod().id(), c.id(), c.onsetSeconds(), 1e6 * c.positionMetres(), c.tipVelocity().times(1e9), c
					.tipVelocity().isKnown() ? PlusMinus.interval(c.tipVelocity().times(1e9)) : null, result.cell().timeline().x(c
						.onsetFrame()), l == null ? null : l.content(c.onsetFrame()), c.flag());
				cracked++;
			}
			if (p.fragments().isPresent()) for (final Fragment f : p.fragments().get().fragments())
				pieces.row(rod.rod().id(), f.id(), f.parentId(), 1e6 * f.lengthMetres(), f.ratio(), f.contact().name().toLowerCase(
					Locale.ROOT), f.evidence());
		}
		page.table(lengths);
		if (cracked == 0) return;
		page.table(cracks);
		page.table(pieces);
	}

	private static void add(final ReportPage page, final ResultFolder folder, final String name, final Figure figure,
		final String caption)
	{
		FigureWriter.writeSvg(figure, folder.path("figures/" + name + ".svg"));
		FigureWriter.writePng(figure, folder.path("figures/" + name + ".png"));
		page.figure(figure, caption);
	}

	private ReportTable summary() {
		final boolean compares = result.rods().stream().anyMatch(r -> r.steps().stream().anyMatch(s -> s.simulation()
			.isPresent()));
		final List<String> columns = new ArrayList<>(List.of("Rod", "Step", "C-rate", "x at start", "Criterion", "Polarity",
			"Origin", "Speed (nm/s)", "95 % interval", "n", "Met after (s)", "Homogeneous after (s)", "Flag"));
		if (compares) columns.add(2, "Source");
		final long few = result.rods().stream().flatMap(r -> r.steps().stream()).flatMap(s -> s.fronts().stream()).flatMap(f -> f
			.fronts().stream()).filter(f -> !f.velocity().isKnown()).count();
		final ReportTable table = ReportTable.withColumns(few == 0 ? "Fronts" : "Fronts (" + few + " short trace" + (few == 1
			? "" : "s") + " without a speed in summary.csv only)", columns.toArray(new String[0]));
		for (final RodResult rod : result.rods())
			for (final StepResult step : rod.steps())
				for (int i = 0; i < step.fronts().size(); i++) {
					add(table, rod, step, step.fronts().get(i), compares ? "measured" : null);
					if (step.simulation().isPresent() && step.simulation().get().isDone()) add(table, rod, step, step.simulation()
						.get().fronts().get(i), "simulated");
				}
		return table;
	}

	/** @param source null for a table without that column */
	private static void add(final ReportTable table, final RodResult rod, final StepResult step,
		final FrontAnalysis analysis, final String source)
	{
		if (analysis.fronts().stream().noneMatch(f -> f.velocity().isKnown())) row(table, source, rod.rod().id(), step.number(), step.cRate(), step.startX(), null,
			null, null, null, null, 0, null, null, analysis.fronts().isEmpty() ? "no front" : "too_few");
		for (final FrontVelocity f : analysis.fronts())
			if (f.velocity().isKnown()) row(table, source, rod.rod().id(), step.number(), step.cRate(), step.startX(), f.criterion().label(), f.polarity()
				.key(), f.origin().key(), f.velocity().times(1e9), interval(f), f.velocity().n(), meeting(analysis, f, step),
				analysis.homogeneousSeconds() - step.startSeconds(), f.flag());
	}

	private static void row(final ReportTable table, final String source, final Object... cells) {
		final List<Object> row = new ArrayList<>(Arrays.asList(cells));
		if (source != null) row.add(2, source);
		table.row(row.toArray());
	}

	private static String interval(final FrontVelocity f) {
		return f.velocity().isKnown() ? PlusMinus.interval(f.velocity().times(1e9)) : null;
	}

	private static Double meeting(final FrontAnalysis analysis, final FrontVelocity f, final StepResult step) {
		for (final MeetingPoint m : analysis.meetings())
			if (m.firstId() == f.id() || m.secondId() == f.id()) return m.timeSeconds().value() - step.startSeconds();
		return null;
	}

	private ReportTable clock() {
		final ReportTable table = ReportTable.ofEstimates("Movie and potentiostat on one clock");
		table.estimate("Clock offset", result.cell().alignment().offset(), "s");
		if (result.cell().alignment().drift().isKnown()) table.estimate("Clock drift", result.cell().alignment().drift(),
			"ppm");
		return table;
	}

	private ReportTable cycles() {
		final ReportTable table = ReportTable.withColumns("Half cycles", "Cycle", "Direction", "C-rate",
			"Capacity (mAh/g)", "x at start", "x at end");
		for (final HalfCycle h : result.cell().halfCycles())
			table.row(h.cycle(), h.direction().label(), h.cRate(), h.capacityMahPerG(), h.startX(), h.endX());
		return table;
	}

	private void writeVideos(final ResultFolder folder, final Progress progress) {
		final Movie movie = result.movie();
		final StepResult first = result.rods().get(0).steps().get(0);
		AnnotatedVideo.of(movie, KymographQuantity.INTENSITY).titled(movie.name()).withTrace(figures.voltage(), figures
			.bands()).withFrames(parameters.videoFrames(), VIDEO_FRAMES_PER_SECOND).write(folder.path("videos/raw.avi"), progress
				.part(0, 0.5));
		figures.differentialVideo(result.rods().get(0), first).withFrames(parameters.videoFrames(), VIDEO_FRAMES_PER_SECOND).write(
			folder.path("videos/differential.avi"), progress.part(0.5, 1));
	}
}
