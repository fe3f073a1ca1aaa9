package net.operando.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.operando.analysis.crack.CrackTables;
import net.operando.analysis.fragment.FragmentAnalysis;
import net.operando.analysis.fragment.FragmentFronts;
import net.operando.analysis.fragment.FragmentGraph;
import net.operando.analysis.fragment.FragmentTables;
import net.operando.analysis.rod.RodTables;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.electrochem.Timeline;
import net.operando.data.io.GainTable;
import net.operando.data.io.ShiftsCsv;
import net.operando.data.io.trackmate.TrackImage;
import net.operando.data.io.trackmate.TrackMateFile;

import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontTables;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.front.MeetingPoint;
import net.operando.base.quantity.Estimate;
import net.operando.data.io.Json;
import net.operando.data.io.KymographTable;
import net.operando.data.io.KymographTiff;
import net.operando.data.io.Provenance;
import net.operando.data.io.ResultFolder;
import net.operando.data.io.TidyTable;
import net.operando.data.io.cycler.CyclesTable;
import net.operando.data.io.cycler.TimelineTable;

/** Writes the tables and kymographs of an analysis: those of the cell once, those of the rods in a folder per step. */
final class ExperimentTables {

	private ExperimentTables() {}

	static void write(final ExperimentResult result, final Provenance provenance, final ResultFolder folder)
		throws java.io.IOException
	{
		folder.write("timeline.csv", TimelineTable.of(result.cell().timeline()));
		folder.write("cycles.csv", CyclesTable.of(result.cell().halfCycles()));
		folder.writeText("alignment.json", Json.write(result.cell().alignment()));
		folder.write("summary.csv", summary(result.rods()));
		if (result.prepared().shifts() != null) folder.write("shifts.csv", ShiftsCsv.table(result.prepared().shifts(), result
			.movie().calibration()));
		if (result.prepared().normalised() != null) folder.write("gain.csv", GainTable.of(result.prepared().normalised()));
		if (!result.found().isEmpty()) folder.write("rods.csv", RodTables.rods(result.found()));
		for (final RodResult rod : result.rods()) {
			final String place = rod.rod().id() + "/";
			write(rod.particle(), result, provenance, folder, place);
			KymographTiff.write(rod.intensity(), folder.path(place + "intensity/kymograph.tif"), provenance);
			folder.write(place + "intensity/kymograph.csv", KymographTable.of(rod.intensity()));
			for (final StepResult step : rod.steps()) {
				final String inside = place + "step" + step.number() + "/";
				KymographTiff.write(step.rate(), folder.path(inside + "kymograph.tif"), provenance);
				folder.write(inside + "kymograph.csv", KymographTable.of(step.rate()));
				folder.write(inside + "fronts.csv", FrontTables.fronts(step.fronts()));
				folder.write(inside + "front_points.csv", FrontTables.points(step.fronts()));
				folder.write(inside + "meeting.csv", FrontTables.meetings(step.fronts()));
				if (step.simulation().isPresent() && step.simulation().get().isDone()) write(step.simulation().get(), provenance,
					folder, inside + "simulated/");
			}
		}
	}

	/** What happened to the rod as a particle, as the commands Rod Length, Cracks and Fragments write it. */
	private static void write(final RodParticle particle, final ExperimentResult result, final Provenance provenance,
		final ResultFolder folder, final String place) throws java.io.IOException
	{
		if (particle.length().isPresent()) folder.write(place + "length.csv", RodTables.lengths(particle.length().get()));
		if (particle.calibration().isPresent()) folder.write(place + "calibration.csv", particle.calibration().get().table());
		if (particle.cracks().isPresent()) {
			final Timeline timeline = result.cell().timeline();
			folder.write(place + "cracks.csv", particle.length().isEmpty() ? CrackTables.cracks(particle.cracks().get(), timeline)
				: CrackTables.cracks(particle.cracks().get(), timeline::x, timeline::voltageVolts, particle.length().get()::content));
			folder.write(place + "crack_tips.csv", CrackTables.tips(particle.cracks().get()));
		}
		if (particle.fragments().isEmpty()) return;
		final List<FragmentAnalysis> pieces = List.of(particle.fragments().get());
		final TimeAxis times = result.movie().times();
		folder.write(place + "fragments.csv", FragmentTables.fragments(pieces));
		folder.write(place + "fragment_frames.csv", FragmentTables.frames(pieces, times));
		folder.write(place + "fragment_fronts.csv", FragmentFronts.table(particle.fragmentFronts()));
		TrackMateFile.of(FragmentGraph.of(pieces, particle.tips(), particle.fragmentFronts(), times), TrackImage.of(result.movie(),
			null), "Pieces of a rod, by Operando " + Provenance.version() + ".").write(folder.path(place + "fragments.xml"));
	}

	private static void write(final StepSimulation simulation, final Provenance provenance, final ResultFolder folder,
		final String inside) throws java.io.IOException
	{
		KymographTiff.write(simulation.opticalRate(), folder.path(inside + "kymograph.tif"), provenance);
		KymographTiff.write(simulation.composition(), folder.path(inside + "composition.tif"), provenance);
		KymographTiff.write(simulation.compositionRate(), folder.path(inside + "rate.tif"), provenance);
		folder.write(inside + "fronts.csv", FrontTables.fronts(simulation.fronts()));
		folder.write(inside + "front_points.csv", FrontTables.points(simulation.fronts()));
		folder.write(inside + "meeting.csv", FrontTables.meetings(simulation.fronts()));
		folder.write(inside + "composition_fronts.csv", FrontTables.fronts(simulation.compositionFronts()));
		folder.writeText(inside + "run.json", Json.write(simulation.run().summary(simulation.opticalRate().lagSeconds())));
	}

	/**
	 * One row per front of every rod and step; a step without fronts has a row that says so. Where steps were simulated the
	 * last column, source, tells measured rows from simulated ones; else there is no such column.
	 */
	static TidyTable summary(final List<RodResult> rods) {
		final boolean compares = rods.stream().anyMatch(r -> r.steps().stream().anyMatch(s -> s.simulation().isPresent()));
		final List<String> columns = new ArrayList<>(List.of("rod_id", "step", "start_s", "end_s", "c_rate", "start_x", "lag_s",
			"front_id", "criterion", "polarity", "origin", "velocity_nm_per_s", "velocity_se_nm_per_s",
			"velocity_low_nm_per_s", "velocity_high_nm_per_s", "n", "window", "flag", "meeting_after_start_s",
			"meeting_position_um", "homogeneous_after_start_s"));
		if (compares) columns.add("source");
		final TidyTable table = TidyTable.withColumns(columns.toArray(new String[0]));
		for (final RodResult rod : rods)
			for (final StepResult step : rod.steps())
				for (int i = 0; i < step.fronts().size(); i++) {
					add(table, rod, step, step.fronts().get(i), compares ? "measured" : null);
					if (step.simulation().isPresent() && step.simulation().get().isDone()) add(table, rod, step, step.simulation()
						.get().fronts().get(i), "simulated");
				}
		return table;
	}

	/** @param source null for a table without that column */
	private static void add(final TidyTable table, final RodResult rod, final StepResult step,
		final FrontAnalysis analysis, final String source)
	{
		if (analysis.fronts().isEmpty()) row(table, source, rod.rod().id(), step.number(), step.startSeconds(), step
			.endSeconds(), step.cRate(), step.startX(), step.rate().lagSeconds(), null, null, null, null, null, null, null, null,
			0, null, "no_front", null, null, null);
		for (final FrontVelocity front : analysis.fronts())
			add(table, rod, step, analysis, front, source);
	}

	private static void row(final TidyTable table, final String source, final Object... cells) {
		final Object[] row = source == null ? cells : Arrays.copyOf(cells, cells.length + 1);
		if (source != null) row[cells.length] = source;
		table.row(row);
	}

	private static void add(final TidyTable table, final RodResult rod, final StepResult step,
		final FrontAnalysis analysis, final FrontVelocity front, final String source)
	{
		final Estimate v = front.velocity().times(1e9);
		Double meetingAfter = null;
		Double meetingAt = null;
		for (final MeetingPoint m : analysis.meetings())
			if (m.firstId() == front.id() || m.secondId() == front.id()) {
				meetingAfter = m.timeSeconds().value() - step.startSeconds();
				meetingAt = m.positionMetres().value() * 1e6;
			}
		row(table, source, rod.rod().id(), step.number(), step.startSeconds(), step.endSeconds(), step.cRate(), step.startX(), step
			.rate().lagSeconds(), front.id(), front.criterion().key(), front.polarity().key(), front.origin().key(), v.value(), v
				.standardError(), v.low(), v.high(), v.n(), front.window(), front.flag(), meetingAfter, meetingAt, analysis
					.homogeneousSeconds() - step.startSeconds());
	}
}
