package net.operando.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.operando.analysis.crack.Crack;
import net.operando.analysis.fragment.Fragment;
import net.operando.analysis.fragment.FragmentFront;
import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontOrigin;
import net.operando.analysis.front.FrontVelocity;
import net.operando.analysis.front.PieceFronts;
import net.operando.data.kymograph.Kymograph;

/** What {@code Analyse Experiment} says of the fronts of a preset with a crack, front by front against the movie without noise. */
final class CrackTrial {

	static final String HEAD =
		"| front | runs | given | measured nm/s | true nm/s | bias % | 3 s.e.m. % | spread % | mean s.e. % | in 95 % interval | flagged | truth undefined | composition nm/s |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|";
	static final String EACH_HEAD = "| seed | front | from | measured nm/s | true | composition | points | time s | flag |\n|---|---|---|---|---|---|---|---|---|";

	private final String preset;
	private final double asked;
	private final Map<String, Row> rows = new LinkedHashMap<>();
	final List<String> each = new ArrayList<>();
	static final String THERE_HEAD = "| seed | piece | from its | sign | in the | time s | comes through | columns at 12 to 88 % of the piece | line through these, nm/s |\n|---|---|---|---|---|---|---|---|---|";
	final List<String> there = new ArrayList<>();
	int runs;
	int falseFronts;
	double processorSeconds;
	double movieSeconds;
	private double interval;
	private long seed;

	/** @param expected fronts to be looked for, as "P1.1 dark interior" */
	CrackTrial(final String preset, final double framesPerSecond, final String... expected) {
		this.preset = preset;
		asked = framesPerSecond;
		for (final String name : expected)
			rows.put(name, new Row());
	}

	void run(final long sceneSeed, final int draws) throws IOException {
		seed = sceneSeed;
		try (CrackedRod rod = CrackedRod.of(preset, sceneSeed, asked)) {
			for (int d = 0; d < draws; d++)
				try (ExperimentResult result = rod.analysed(1000 * sceneSeed + d)) {
					note(rod, result, d == 0);
				}
		}
	}

	private void note(final CrackedRod rod, final ExperimentResult result, final boolean first) {
		runs++;
		processorSeconds += rod.seconds;
		movieSeconds += result.movie().times().seconds(result.movie().frameCount() - 1) - result.movie().times().seconds(0);
		interval = result.movie().times().medianIntervalSeconds();
		final RodResult measured = result.rods().get(0);
		final StepResult step = measured.steps().get(0);
		final Kymograph truth = rod.truth(step, true);
		final Kymograph fringed = rod.truth(step, false);
		final Kymograph content = rod.filmed.composition(truth);
		final boolean[] jumps = rod.jumps(truth);
		final List<Double> cuts = new ArrayList<>();
		for (final double metres : rod.parameters.rods().get(0).cracksMetres())
			cuts.add(metres * 1e6);
		// a crack that appears is half way across the rod nine seconds later
		final double since = cuts.isEmpty() ? measured.particle().cracks().orElseThrow().cracks().stream().mapToDouble(c -> c.onsetSeconds()
			.value() + 9).min().orElse(Double.NaN) : step.startSeconds();
		if (cuts.isEmpty()) for (final Crack crack : measured.particle().cracks().orElseThrow().cracks())
			cuts.add(crack.positionMetres() * 1e6);
		cuts.sort(null);
		for (final FrontVelocity f : step.fronts().get(0).fronts()) {
			final boolean whole = !f.window().startsWith("piece");
			final int piece = whole ? 0 : Integer.parseInt(f.window().substring(6, f.window().indexOf(':')));
			final double margin = 1e6 * PieceFronts.FACE;
			final double from = piece < 2 ? 0 : cuts.get(piece - 2) + margin;
			final double to = whole || piece > cuts.size() ? Double.POSITIVE_INFINITY : cuts.get(piece - 1) - margin;
			note((whole ? "P1" : "P1." + piece) + " " + f.polarity().key() + " " + f.origin().key(), f, new PlainReading(truth, jumps,
				from, to), new PlainReading(content, new boolean[jumps.length], from, to), "fronts");
		}
		for (final FragmentFront f : measured.particle().fragmentFronts()) {
			final FrontVelocity v = f.velocity();
			Fragment piece = null;
			for (final Fragment p : measured.particle().fragments().orElseThrow().fragments())
				if (p.id().equals(f.fragmentId())) piece = p;
			final double erode = rod.parameters.particle().fragment("P1").erodeMicrometres() * 1e-6;
			final double to = piece.endMetres(piece.firstFrame()) - (piece.endsAtCrack() ? Math.max(erode, PieceFronts.FACE) : erode);
			note(f.fragmentId() + " " + v.polarity().key() + " " + f.origin().key() + ", with fringes", v, new PlainReading(fringed, jumps, f
				.offsetMetres() * 1e6, to * 1e6), new PlainReading(content, new boolean[jumps.length], f.offsetMetres() * 1e6, to * 1e6), "pieces");
		}
		for (final Map.Entry<String, Row> row : rows.entrySet())
			row.getValue().runs++;
		if (first) for (int piece = 1; piece <= cuts.size() + 1; piece++)
			there(piece, cuts, since, truth, content, jumps);
	}

	private void note(final String name, final FrontVelocity f, final PlainReading image, final PlainReading content, final String file) {
		if (f.criterion() != FrontCriterion.HALF_MAX || !f.velocity().isKnown()) return;
		final double truth = image.speed(f);
		final double composition = content.speed(f);
		final double v = f.velocity().value() * 1e9;
		final double error = f.velocity().standardError() * 1e9;
		each.add(String.format(Locale.ROOT, "| %d | %s | %s | %.1f(%.1f) | %.1f | %.1f | %d | %.1f to %.1f | %s |", seed, name, file, v, error, truth,
			composition, f.velocity().n(), f.firstSeconds(), f.lastSeconds(), f.flag()));
		final Row row = rows.computeIfAbsent(name, n -> new Row());
		row.given++;
		if (!FrontVelocity.OK.equals(f.flag())) row.flagged++;
		if (Double.isNaN(truth) || truth * v < 0) {
			row.undefined++;
			falseFronts++;
			return;
		}
		row.add(seed, v, error, truth, composition, f.velocity().times(1e9).covers(truth));
	}

	/**
	 * Fronts that the definition sees without noise in a piece, column by column from either end: how long, how far, and by what line
	 * through 12 to 88 % of the way.
	 */
	private void there(final int piece, final List<Double> cuts, final double since, final Kymograph truth, final Kymograph content,
		final boolean[] jumps)
	{
		final double margin = 1e6 * PieceFronts.FACE;
		final double from = piece == 1 ? 0 : cuts.get(piece - 2) + margin;
		final double length = (truth.rows() - 1) * truth.positionStepMetres() * 1e6;
		final double to = piece > cuts.size() ? length : cuts.get(piece - 1) - margin;
		for (final int direction : new int[] { 1, -1 })
			for (final double sign : new double[] { -1, 1 })
				for (final Kymograph k : List.of(truth, content)) {
					final String line = course(k, new PlainReading(k, k == truth ? jumps : new boolean[jumps.length], from, to), direction, sign,
						since, direction > 0 ? from : to, to - from);
					if (line != null) there.add(String.format(Locale.ROOT, "| %d | P1.%d | %s | %s | %s | %s", seed, piece, (direction > 0 ? piece > 1
						: piece <= cuts.size()) ? "crack" : "end", sign < 0 ? "dark" : "bright", k == truth ? "image" : "composition", line));
				}
	}

	private static String course(final Kymograph k, final PlainReading reading, final int direction, final double sign, final double since,
		final double face, final double length)
	{
		double first = Double.NaN;
		double last = Double.NaN;
		double farthest = 0;
		int columns = 0;
		final List<double[]> within = new ArrayList<>();
		int missed = 0;
		double before = 0;
		for (int c = 0; c < k.columns(); c++) {
			final double t = k.times().seconds(c);
			if (t < since) continue;
			final double z = reading.halfMaximum(t, 1, 0.5, direction, sign);
			final double way = direction * (z - face) / length;
			if (!(Math.abs(way - before) < 0.15)) {
				if (Double.isNaN(first)) continue;
				if (++missed > 2) break;
				continue;
			}
			if (Double.isNaN(first)) first = t;
			missed = 0;
			before = way;
			last = t;
			columns++;
			farthest = Math.max(farthest, way);
			if (way >= 0.12 && way <= 0.88) within.add(new double[] { t, z });
		}
		if (columns < 3 || farthest < 0.12) return null;
		double n = 0;
		double st = 0;
		double sz = 0;
		double stt = 0;
		double stz = 0;
		for (final double[] p : within) {
			n++;
			st += p[0] - first;
			sz += p[1];
			stt += (p[0] - first) * (p[0] - first);
			stz += (p[0] - first) * p[1];
		}
		final String speed = within.size() < 5 ? "" : String.format(Locale.ROOT, "%.0f", 1000 * (n * stz - st * sz) / (n * stt - st *
			st));
		return String.format(Locale.ROOT, "%.1f to %.1f | %.0f %% | %d | %s |", first, last, 100 * farthest, within.size(), speed);
	}

	/** Of the last movie, pauses and lost frames aside. */
	double framesPerSecond() {
		return 1 / interval;
	}

	int given(final String name) {
		return rows.get(name).given;
	}

	/** Of those given, within three standard errors of the truth. */
	int near(final String name) {
		return rows.get(name).near;
	}

	List<String> table() {
		final List<String> lines = new ArrayList<>();
		rows.forEach((name, row) -> lines.add("| " + name + row.line()));
		return lines;
	}

	private static final class Row {

		private int runs;
		private int given;
		private int known;
		private int covered;
		private int near;
		private int flagged;
		private int undefined;
		private double measured;
		private double truths;
		private double contents;
		private double sum;
		private double squares;
		private double errors;
		/** Count and sum of the errors of each surface, which what is left of its fringes is shared by. */
		private final Map<Long, double[]> surfaces = new LinkedHashMap<>();

		private void add(final long surface, final double v, final double error, final double truth, final double content,
			final boolean covers)
		{
			final double e = v / truth - 1;
			known++;
			measured += v;
			truths += truth;
			contents += content;
			sum += e;
			squares += e * e;
			errors += error / Math.abs(truth);
			if (covers) covered++;
			if (Math.abs(v - truth) < 3 * error) near++;
			final double[] own = surfaces.computeIfAbsent(surface, k -> new double[2]);
			own[0]++;
			own[1] += e;
		}

		private String line() {
			final double bias = sum / known;
			double between = 0;
			for (final double[] own : surfaces.values())
				between += Math.pow(own[1] - own[0] * bias, 2);
			return String.format(Locale.ROOT, " | %d | %d | %.1f | %.1f | %+.1f | %.1f | %.1f | %.1f | %d of %d | %d | %d | %.1f |", runs, given,
				measured / known, truths / known, 100 * bias, 300 * Math.sqrt(between) / known, 100 * Math.sqrt(Math.max(0, squares / known - bias *
					bias)), 100 * errors / known, covered, known, flagged, undefined, contents / known);
		}
	}
}
